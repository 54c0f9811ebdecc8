import DecisionBoundary
import Files

/// Commands to copy into a shell.
enum CommandLineText {
    /// Returns the command of a way out of an error.
    static func remedy(_ remedy: RunError.Remedy) -> String {
        switch remedy {
        case .draw(let file):
            let word = CommandLine.arguments.dropFirst().first ?? ""
            let command = ["plot", "sheet", "curve", "tune", "diff", "data"].contains(word) ? word : nil
            return text(command: command, file)
        case .list(let file): return text(command: "columns", file)
        }
    }

    /// Returns `boundaryplot predict --model model.json new.csv --skip-bad-rows`.
    static func prediction(of file: DataFile, model: String, output: String) -> String {
        text(
            command: "predict", file,
            options: [("--model", model), ("--output", output == "-" ? nil : output)])
    }

    /// Returns `boundaryplot 'my file.csv' --x width --y height --label species`.
    ///
    /// - Parameter options: options with values before those of the file; optional.
    static func text(command: String?, _ file: DataFile, options: [(String, String?)] = []) -> String {
        let options: [(String, String?)] =
            options + [
                ("--x", file.x), ("--y", file.y), ("--features", file.features?.joined(separator: ",")),
                ("--project", file.projection?.rawValue), ("--label", file.label),
                ("--header", file.hasHeader.map { $0 ? "yes" : "no" }),
                ("--missing", file.missing == .omit ? nil : file.missing.rawValue),
                ("--na-values", missingWords(of: file)),
            ]
        // A word that begins with a dash needs an equals sign.
        let words = options.flatMap { name, value in
            value.map { $0.hasPrefix("-") ? ["\(name)=\($0)"] : [name, $0] } ?? []
        }
        let flags =
            (file.skipsBadRows ? ["--skip-bad-rows"] : [])
            + (file.isStandardized || ["columns", "data", "predict"].contains(command) ? [] : ["--no-standardize"])
        return (["boundaryplot"] + [command].compactMap(\.self) + [operand(file.path)] + words + flags)
            .map(quoted).joined(separator: " ")
    }

    /// Returns a path that is neither an option nor the name of a command or a data set.
    private static func operand(_ path: String) -> String {
        let isName = BoundaryPlot.commandNames.contains(path) || GeneratedSet.Name(rawValue: path) != nil
        return path.hasPrefix("-") && path != "-" || isName ? "./\(path)" : path
    }

    private static func missingWords(of file: DataFile) -> String? {
        let (words, defaults) = (file.missingWords, DataFile().missingWords)
        guard words != defaults else { return nil }
        return words.starts(with: defaults)
            ? words.dropFirst(defaults.count).joined(separator: ",") : (["none"] + words).joined(separator: ",")
    }

    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        scalar.controlsTerminal || PathBytes.byte(of: scalar) != nil
    }

    /// Returns a word as a POSIX shell reads it; one with control characters or bytes that are not UTF-8 in the form
    /// `$'…'` of bash and zsh.
    static func quoted(_ word: String) -> String {
        let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=@%+,-"
        if !word.isEmpty, word.unicodeScalars.allSatisfy({ plain.unicodeScalars.contains($0) }) { return word }
        guard word.unicodeScalars.contains(where: needsEscape) else {
            return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
        }
        var text = ""
        for scalar in word.unicodeScalars {
            if needsEscape(scalar) {
                for byte in String(scalar).pathBytes {
                    text += #"\x"# + (byte < 16 ? "0" : "") + String(byte, radix: 16)
                }
            } else {
                text += (scalar == "'" || scalar == "\\" ? "\\" : "") + String(scalar)
            }
        }
        return "$'\(text)'"
    }
}
