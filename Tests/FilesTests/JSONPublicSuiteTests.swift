import PublicSuites
import Testing

@testable import Files

private let suite = PublicSuite("JSONTestSuite")

@Suite("JSONTestSuite", .enabled(if: suite != nil, "Scripts/suites runs it"))
struct JSONPublicSuiteTests {
    /// Keys that are there twice are refused on purpose.
    private static let refused = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]

    @Test("texts that are JSON are accepted, others are refused")
    func syntax() throws {
        let suite = try #require(suite)
        let files = suite.files("json").filter { $0.hasPrefix("test_parsing/") }
        #expect(files.count > 300)
        for file in files {
            let bytes = try suite.bytes(file)
            let isAccepted = (try? JSONSyntax.check(bytes)) != nil
            let name = file.dropFirst("test_parsing/".count)
            // The names of texts that a reader may accept or refuse begin with an i.
            guard !name.hasPrefix("i_") else { continue }
            #expect(isAccepted == (name.hasPrefix("y_") && !Self.refused.contains(String(name))), "\(name)")
        }
    }
}
