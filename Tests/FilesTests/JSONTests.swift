import Files
import Foundation
import MersenneTwister
import Testing

@Suite("JSON texts")
struct JSONTests {
    @Test(
        "Any valid JSON passes the check and is decoded exactly",
        arguments: [
            ("null", .null), (" true\n", .boolean(true)), ("-0.5e+3", .number(-500)),
            ("5e-324", .number(.leastNonzeroMagnitude)),
            ("0e-999", .number(0)), (#""\u00e4\ud83d\ude00\/\n""#, .string("ä😀/\n")), ("\u{feff}[ ]", .array([])),
            (
                #"{"a": [1, {"b": {}}], "c": ""}"#,
                .object(["a": .array([.number(1), .object(["b": .object([:])])]), "c": .string("")])
            ),
        ] as [(String, JSONValue)])
    func values(text: String, value: JSONValue) throws {
        try JSONSyntax.check(Array(text.utf8))
        let read = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(read == value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(read)) == value)
    }

    @Test(
        "The first error has a place and a reason",
        arguments: [
            ("", 1, 1, "a value is wanted, but the text ends here"), ("[1,\n]", 2, 1, "a value is wanted, not ']'"),
            ("[1 2]", 1, 4, "',' or ']' is wanted, not '2'"), ("{\"ä\":1,\"ä\":2}", 1, 8, "the key is there twice"),
            ("{a:1}", 1, 2, "a key in quotes is wanted, not 'a'"), ("{\"a\" 1}", 1, 6, "':' is wanted, not '1'"),
            ("1e999", 1, 1, "the number is out of range"), ("[-1e-999]", 1, 2, "the number is out of range"),
            ("01", 1, 2, "the end is wanted, not '1'"), ("-", 1, 2, "a digit is wanted, but the text ends here"),
            ("1.x", 1, 3, "a digit is wanted, not 'x'"),
            ("\"a\n\"", 1, 3, "a text has no line breaks or other control characters"),
            ("\"\\q\"", 1, 2, "no such escape"), ("\"\\u12g4\"", 1, 2, "no such escape"),
            ("\"\\udc00\"", 1, 2, "half of a character alone"), ("\"\\ud800\\n\"", 1, 2, "half of a character alone"),
            ("\"a", 1, 1, "the text that begins here has no end"), ("\"\\", 1, 2, "no such escape"),
            ("nul", 1, 1, "a value is wanted, not 'n'"), ("[] é", 1, 4, "the end is wanted, not this"),
        ])
    func errors(text: String, line: Int, column: Int, reason: String) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONSyntax.check(Array(text.utf8)) }
        #expect(
            error?.line == line && error?.column == column && error?.reason == reason, "\(String(describing: error))")
    }

    @Test("Text that is not UTF-8, and values nested too deeply, are errors")
    func limits() {
        let wrong = [UInt8(ascii: "\""), 0xff, UInt8(ascii: "\"")]
        #expect(throws: JSONSyntaxError.self) { try JSONSyntax.check(wrong) }
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONSyntax.check(deep) }
        #expect(error?.reason == "lists and objects are nested too deeply")
    }

    @Test("A randomly changed text that passes the check is decoded")
    func changes() throws {
        var random = RandomState(seed: 4)
        let text = Array(#"{"a": [1.5e3, -0, "\u00fc\n"], "b": {"c": null, "d": true}}"#.utf8)
        var passedCount = 0
        for _ in 0..<4000 {
            var changed = text
            for _ in 0...random.randint(0..<3) {
                changed[random.randint(0..<changed.count)] = text[random.randint(0..<text.count)]
            }
            guard (try? JSONSyntax.check(changed)) != nil else { continue }
            passedCount += 1
            #expect(throws: Never.self) { try JSONDecoder().decode(JSONValue.self, from: Data(changed)) }
        }
        #expect(passedCount > 100)
    }
}
