import Foundation
import MersenneTwister
import Testing

@testable import SettingsSyntax

@Suite("The reader of settings files")
struct ConfigFileTests {
    private static func read(_ text: String, as format: ConfigFile.Format = .toml) throws -> ConfigFile {
        try ConfigFile(parsing: Array(text.utf8), as: format)
    }

    @Test("TOML and JSON of the same content are the same settings")
    func bothFormats() throws {
        let toml = try Self.read(
            """
            # What is drawn.
            data = "circles"
            hidden = [1, 2, 3]
            xlim = [-1, 2.5]
            test-fraction = 0.3
            sheet = true
            title = 'a "b" ü'

            [tune]
            hidden = "1-20"
            stratify = false
            """)
        let json = try Self.read(
            #"""
            {"tune": {"stratify": false, "hidden": "1-20"}, "title": "a \"b\" ü", "sheet": true,
             "test-fraction": 0.3, "xlim": [-1, 2.5], "hidden": [1, 2, 3], "data": "circles"}
            """#, as: .json)
        #expect(toml.common == json.common && toml.tables == json.tables)
        #expect(
            toml.lines == [
                "data": 2, "hidden": 3, "xlim": 4, "test-fraction": 5, "sheet": 6, "title": 7, "tune": 9,
                "tune.hidden": 10,
                "tune.stratify": 11,
            ])
        #expect(
            toml.common == [
                "data": .texts(["circles"]), "hidden": .texts(["1", "2", "3"]), "xlim": .texts(["-1", "2.5"]),
                "test-fraction": .texts(["0.3"]), "sheet": .flag(true), "title": .texts([#"a "b" ü"#]),
            ])
        #expect(toml.tables == ["tune": ["hidden": .texts(["1-20"]), "stratify": .flag(false)]])
    }

    @Test("a whole number has no point, and others their fewest digits", arguments: ConfigFile.Format.allCases)
    func digits(format: ConfigFile.Format) throws {
        for (written, text) in [
            ("3", "3"), ("-0", "0"), ("4294967295", "4294967295"), ("0.1", "0.1"), ("1e-3", "0.001"), ("2.50", "2.5"),
            ("1e-5", "0.00001"), ("1.5e300", "1.5e+300"), ("9007199254740991", "9007199254740991"),
        ] {
            let file = format == .toml ? "lambda = \(written)" : "{\"lambda\": \(written)}"
            #expect(try Self.read(file, as: format).common == ["lambda": .texts([text])])
        }
    }

    @Test("every number reaches the option exactly", arguments: ConfigFile.Format.allCases)
    func exactness(format: ConfigFile.Format) throws {
        var random = RandomState(seed: 1)
        for _ in 0..<500 {
            let number = Double(bitPattern: UInt64(random.word()) << 32 | UInt64(random.word()))
            guard number.isFinite else { continue }
            let file = format == .toml ? "lambda = \(number)" : "{\"lambda\": \(number)}"
            guard case .texts(let texts) = try Self.read(file, as: format).common["lambda"] else {
                Issue.record("\(number) is no text")
                continue
            }
            #expect(texts.compactMap(Double.init) == [number])
        }
    }

    @Test("TOML is read as Python reads it")
    func python() throws {
        let files = try PythonFiles.read().files
        #expect(files.count >= 600)
        for file in files {
            do throws(ConfigFileError) {
                let settings = try ConfigFile(parsing: Array(file.text.utf8), as: .toml)
                #expect(file.error == nil, "\(file.text.debugDescription)")
                #expect(file.common.map { Self.agree($0, settings.common) } ?? true, "\(file.text.debugDescription)")
                let names = file.tables.map { Set($0.keys) }
                #expect(names.map { $0 == Set(settings.tables.keys) } ?? true, "\(file.text.debugDescription)")
                for (name, values) in file.tables ?? [:] {
                    #expect(Self.agree(values, settings.tables[name] ?? [:]), "\(file.text.debugDescription)")
                }
            } catch {
                #expect(file.error != nil, "\(file.text.debugDescription): \(error)")
                // If the file has another error too, either may be reported.
                if case .unsuitable = error {} else { #expect(file.error != "unsuitable", "\(error)") }
            }
        }
    }

    private static func agree(_ expected: [String: PythonFiles.Value], _ found: ConfigFile.Values) -> Bool {
        Set(expected.keys) == Set(found.keys)
            && expected.allSatisfy { key, value in
                switch found[key] {
                case .flag(let flag): value.flag == flag
                case .texts(let texts):
                    texts.count == value.items?.count && zip(texts, value.items ?? []).allSatisfy { $1.isMet(by: $0) }
                case nil: false
                }
            }
    }

    @Test(
        "invalid TOML is an error with line and column",
        arguments: [
            ("a = 1\na = 2", 2, 1, "'a' is there twice"),
            ("a =", 1, 4, "a value is wanted, but the file ends here"),
            ("a = 1\n\nb = [1, 2", 3, 10, "',' or ']' is wanted, but the file ends here"),
            ("hidden = # none\n", 1, 10, "a value is wanted, not '#'"),
            ("a = 1 b = 2", 1, 7, "the end of the line is wanted, not 'b'"), ("= 1", 1, 1, "a key is wanted, not '='"),
            ("ü = 1", 1, 1, "a key is wanted, not this"), ("a\nb = 1", 1, 2, "'=' is wanted, but the line ends here"),
            ("'ü' = ]", 1, 7, "a value is wanted, not ']'"), ("[plot]\n[plot]\n", 2, 2, "'plot' is there twice"),
            ("[plot\n", 1, 6, "']' is wanted, but the line ends here"),
            ("a = \"b\n", 1, 5, "the text that begins here has no end"),
            ("a = \"\"\"b\n", 1, 5, "the text that begins here has no end"),
            ("a = \"\\x\"", 1, 6, "no such escape"),
            ("data = circles", 1, 8, "'circles' is not a number; a text stands in quotes"),
            ("hidden = 1-20", 1, 10, "'1-20' is not a number; a text stands in quotes"),
            ("a = 1\n\u{1}", 2, 1, "a key is wanted, not this"), ("a = [1, }", 1, 9, "a value is wanted, not '}'"),
            ("[+p]", 1, 2, "a key is wanted, not '+'"),
            ("a = \"\0\"", 1, 6, "a control character is no part of a text"),
            ("a = \"\\u0000\"", 1, 6, "no setting has the character U+0000"),
        ])
    func tomlErrors(text: String, line: Int, column: Int, reason: String) {
        #expect(throws: ConfigFileError.syntax(line: line, column: column, reason: reason)) { try Self.read(text) }
    }

    @Test("invalid JSON is an error with line and column")
    func jsonErrors() {
        #expect(throws: ConfigFileError.syntax(line: 2, column: 11, reason: "a value is wanted, not ']'")) {
            try Self.read("{\"a\":\n    [1, 2,]}", as: .json)
        }
        #expect(throws: ConfigFileError.syntax(line: 1, column: 9, reason: "the key is there twice")) {
            try Self.read("{\"a\":1, \"a\":2}", as: .json)
        }
        for text in ["[]", "3", "null", "\"a\""] {
            #expect(throws: ConfigFileError.noObject) { try Self.read(text, as: .json) }
        }
    }

    @Test(
        "a value that is not a setting is an error with its key",
        arguments: [
            ("seed = 2020-01-01", "seed", "date"), ("seed = 07:32:00", "seed", "time"),
            ("seed = 2020-01-01T07:32:00Z", "seed", "date"), ("hidden = [[1]]", "hidden", "a list in a list"),
            ("hidden = [1, true]", "hidden", "true or false"), ("hidden = [{a = 1}]", "hidden", "a list of tables"),
            ("[[plot]]\na = 1", "plot", "table"), ("[plot.grid]\nstep = 1", "plot.grid", "table"),
            ("plot.grid.step = 1", "plot.grid", "table"),
        ])
    func unsuitableTOML(text: String, key: String, word: String) {
        let error = #expect(throws: ConfigFileError.self) { try Self.read(text) }
        guard case .unsuitable(key, let found, let line) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found.contains(word) && line != nil)
    }

    @Test("null, lists in lists, objects in objects and zero characters are no settings in JSON")
    func unsuitableJSON() {
        for (value, found) in [
            ("null", "null"), ("[[1]]", "a list in a list"), ("[false]", "true or false in a list"),
            (#""a\u0000b""#, "a text with the character U+0000"), ("{\"a\": {}}", "an object in another"),
        ] {
            let key = value.hasPrefix("{") ? "x.a" : "x"
            #expect(throws: ConfigFileError.unsuitable(key: key, found: found, line: nil)) {
                try Self.read("{\"x\": \(value)}", as: .json)
            }
        }
    }

    @Test("bytes that are not UTF-8 are refused")
    func notUTF8() {
        #expect(throws: ConfigFileError.notUTF8(line: 2)) {
            try ConfigFile(parsing: Array("a = 1\nb = \"".utf8) + [0xc3, 0x28] + Array("\"".utf8), as: .toml)
        }
        #expect(throws: ConfigFileError.self) {
            try ConfigFile(parsing: Array("{\"a\": \"".utf8) + [0xff] + Array("\"}".utf8), as: .json)
        }
    }

    @Test("the line of a key is its first line, even if the value spans several")
    func lines() throws {
        let text = "a = \"\"\"\n\n \\\n\n  x\r\n\"\"\"\nb = [\n1, # c\n\n2]\n'c' = '''\n\n''' # d\nd = 1"
        #expect(try Self.read(text).lines == ["a": 1, "b": 7, "c": 11, "d": 14])
    }

    @Test("line endings of Windows and a byte order mark change nothing")
    func windows() throws {
        #expect(try Self.read("\u{feff}a = 1\r\n[plot]\r\nb = 2\r\n") == Self.read("a = 1\n[plot]\nb = 2"))
        #expect(try Self.read("\u{feff}{\"a\":\r\n1}\r\n", as: .json) == Self.read("{\"a\": 1}", as: .json))
    }

    @Test("an empty TOML file sets nothing", arguments: ["", "\n", "# nothing\n", "[plot]\n"])
    func empty(text: String) throws {
        let settings = try Self.read(text)
        #expect(settings.common == [:] && settings.tables.values.allSatisfy { $0.isEmpty })
    }

    /// The longest accepted texts with the deepest nesting.
    private static let deepTexts = [
        ("a = ", "["), ("a = ", "{a="), ("", "a."), ("[", "a."), ("", "[["), ("a = [", "[\n"), ("", "{\"a\":"),
        ("", "["),
    ].map { start, piece in
        start + String(repeating: piece, count: (ConfigFile.greatestByteCount - 8 - start.count) / piece.count)
    }

    @Test("text with any depth of nesting is parsed or an error", arguments: ConfigFile.Format.allCases)
    func depth(format: ConfigFile.Format) {
        for text in Self.deepTexts {
            for end in ["", "a = 1", "a]\n="] {
                #expect(throws: ConfigFileError.self) { try Self.read(text + end, as: format) }
            }
        }
    }

    @Test("text with any changed byte is parsed or an error", arguments: ConfigFile.Format.allCases)
    func changedBytes(format: ConfigFile.Format) {
        let text =
            format == .toml
            ? "\"a b\" = [1, 2.5e3, 'x', \"\\u00fc\"]\n[plot] # c\nsheet=true\nt = '''\nq'''\nd.e = 0x1f\nf = {g = -inf}\n"
            : "{\"a\": [1, 2.5e3, \"\\u00fc\"], \"plot\": {\"sheet\": true, \"t\": null}}"
        let bytes = Array(text.utf8)
        var answerCount = 0
        for index in bytes.indices {
            for byte in [0, 9, 10, 13, 34, 39, 46, 47, 57, 61, 91, 92, 93, 123, 125, 127, 0xc3, 0xff] as [UInt8] {
                var changed = bytes
                changed[index] = byte
                _ = try? ConfigFile(parsing: changed, as: format)
                _ = try? ConfigFile(parsing: Array(changed[..<index]), as: format)
                answerCount += 1
            }
        }
        #expect(answerCount == bytes.count * 18)
    }
}

/// Results of Python's tomllib, written by `Scripts/oracles/settings.py`.
private struct PythonFiles: Decodable {
    struct File: Decodable {
        let text: String
        /// "invalid" for files that are not TOML, "unsuitable" for files that are more than settings.
        let error: String?
        let common: [String: Value]?
        let tables: [String: [String: Value]]?
    }

    struct Value: Decodable {
        let flag: Bool?
        let items: [Item]?
    }

    struct Item: Decodable {
        let text: String?
        /// In the format of `float.hex` of Python.
        let number: String?

        func isMet(by found: String) -> Bool {
            guard let number else { return found == text }
            guard let expected = Double(number), let value = Double(found) else { return false }
            return expected == value || expected.isNaN && value.isNaN
        }
    }

    let files: [File]

    static func read() throws -> PythonFiles {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/settings", withExtension: "json"))
        return try JSONDecoder().decode(PythonFiles.self, from: Data(contentsOf: url))
    }
}
