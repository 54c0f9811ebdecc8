import SettingsSyntax

extension Reader {
    /// Settings hold what words of a command line can: no zero character; and a line is one of the file.
    func checkConfigFile(_ bytes: [UInt8], as format: ConfigFile.Format) {
        guard let settings = try? ConfigFile(parsing: bytes, as: format) else { return }
        let values = settings.common.values.map(\.self) + settings.tables.values.flatMap(\.values)
        for case .texts(let texts) in values {
            precondition(texts.allSatisfy { !$0.utf8.contains(0) }, "a setting has a zero character")
        }
        let lineCount = bytes.count { $0 == 0x0A } + 1
        precondition(settings.lines.values.allSatisfy { 1...lineCount ~= $0 }, "a line is not in the file")
    }
}
