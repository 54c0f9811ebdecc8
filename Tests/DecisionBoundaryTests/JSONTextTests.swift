import Files
import Testing

@testable import DecisionBoundary

@Suite("JSON text")
struct JSONTextTests {
    @Test(
        "has the same bytes if the elements of an array are encoded one by one",
        arguments: [["first": 1], ["a": 0.5, "z": 3], [:]] as [[String: Double]])
    func elements(members: [String: Double]) throws {
        let elements: [JSONValue] = [
            .number(1), .object(["b": .array([.number(0.1), .null]), "a": .string("two\nlines, \"list\" : null")]),
            .array([]), .object([:]),
        ]
        for count in 1...4 {
            var object = members.mapValues { JSONValue.number($0) }
            object["deep"] = .object(["list": .null, "text": .string("\n  \"list\" : ")])
            let added = try JSONText.bytes(of: .object(object), adding: "list", elements.prefix(count).lazy.map { $0 })
            object["list"] = .array(Array(elements.prefix(count)))
            #expect(try added == JSONText.bytes(of: JSONValue.object(object)))
        }
    }
}
