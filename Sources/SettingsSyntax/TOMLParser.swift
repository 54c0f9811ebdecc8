/// Parser of settings in TOML 1.0, with line and column of errors.
///
/// It accepts tables of one level, and lists of strings and numbers. Nested tables, nested lists and dates are errors
/// that name the key, since no option takes them. So no recursion is needed.
///
/// T. Preston-Werner, P. Gedam et al., *TOML v1.0.0*, 2021.
struct TOMLParser {
    let bytes: [UInt8]
    var position = 0
    /// Line of the position, counted from 1.
    var line = 1
    private var file = ConfigFile()
    /// Name of the current table; nil outside of tables.
    private var table: String?
    /// Names of inline tables, which cannot be extended.
    private var closedTables: Set<String> = []

    /// - Throws: `ConfigFileError` if the bytes are not TOML, or hold a value that no option takes.
    static func configFile(in bytes: [UInt8]) throws(ConfigFileError) -> ConfigFile {
        for (index, line) in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).enumerated() {
            guard String(validating: line, as: UTF8.self) != nil else { throw .notUTF8(line: index + 1) }
        }
        var parser = TOMLParser(bytes: bytes)
        try parser.document()
        return parser.file
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func document() throws(ConfigFileError) {
        _ = skip("\u{feff}")
        repeat {
            skipBlanks()
            switch next {
            case nil, .lineFeed, .carriageReturn, UInt8(ascii: "#"): break
            case UInt8(ascii: "["): try header()
            default: try member(of: table)
            }
            try endOfLine()
        } while next != nil
    }

    /// Parses `[table]`.
    private mutating func header() throws(ConfigFileError) {
        position += 1
        let isList = skip("[")
        skipBlanks()
        let start = position
        let path = try keyPath()
        guard skip(isList ? "]]" : "]") else { throw unexpected(wanted: isList ? "']]'" : "']'") }
        let name = path.joined(separator: ".")
        if isList { throw unsuitable(name, found: "a list of tables") }
        guard path.count == 1 else { throw tableInAnother(path) }
        try addTable(name, at: start)
        table = name
    }

    private mutating func addTable(_ name: String, at start: Int) throws(ConfigFileError) {
        guard file.tables[name] == nil, file.common[name] == nil else {
            throw error("'\(name)' is there twice", at: start)
        }
        file.tables[name] = [:]
        file.lines[name] = line
    }

    /// Parses `key = value`; the value may be an inline table.
    private mutating func member(of table: String?) throws(ConfigFileError) {
        let (start, line) = (position, line)
        var path = try keyPath()
        guard skip("=") else { throw unexpected(wanted: "'='") }
        skipBlanks()
        if let table { path.insert(table, at: 0) }
        let name = path.joined(separator: ".")
        guard path.count <= 2 else { throw tableInAnother(path) }
        if next == UInt8(ascii: "{") {
            guard path.count == 1 else { throw tableInAnother(path) }
            try addTable(name, at: start)
            try inlineTable(name)
        } else {
            try add(try value(of: name), at: path, start: start, line: line)
        }
    }

    private func tableInAnother(_ path: [String]) -> ConfigFileError {
        unsuitable(path.prefix(2).joined(separator: "."), found: "a table in another")
    }

    private mutating func add(_ value: ConfigValue, at path: [String], start: Int, line: Int) throws(ConfigFileError) {
        let isNew: Bool
        if path.count == 1 {
            isNew = file.tables[path[0]] == nil && file.common.updateValue(value, forKey: path[0]) == nil
        } else {
            isNew =
                file.common[path[0]] == nil && !closedTables.contains(path[0])
                && file.tables[path[0], default: [:]].updateValue(value, forKey: path[1]) == nil
        }
        let name = path.joined(separator: ".")
        guard isNew else { throw error("'\(name)' is there twice", at: start) }
        file.lines[name] = line
    }

    /// Parses `{key = value, key = value}` on one line.
    private mutating func inlineTable(_ name: String) throws(ConfigFileError) {
        position += 1
        skipBlanks()
        if next != UInt8(ascii: "}") {
            repeat {
                skipBlanks()
                try member(of: name)
                skipBlanks()
            } while skip(",")
        }
        guard skip("}") else { throw unexpected(wanted: "',' or '}'") }
        closedTables.insert(name)
    }

    /// Parses `key`, `"key"` or a dotted key, and the blanks after it.
    private mutating func keyPath() throws(ConfigFileError) -> [String] {
        var path: [String] = []
        repeat {
            skipBlanks()
            path.append(try key())
            skipBlanks()
        } while skip(".")
        return path
    }

    private mutating func key() throws(ConfigFileError) -> String {
        switch next {
        case .doubleQuote: return try text(quote: .doubleQuote)
        case .singleQuote: return try text(quote: .singleQuote)
        default:
            let word = word(of: { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
            guard !word.isEmpty else { throw unexpected(wanted: "a key") }
            return word
        }
    }

    /// Skips blanks, a comment and the end of the line.
    private mutating func endOfLine() throws(ConfigFileError) {
        skipBlanks()
        try skipComment()
        guard next == nil || skipLineEnd() else { throw unexpected(wanted: "the end of the line") }
    }
}
