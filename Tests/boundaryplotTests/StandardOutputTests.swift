import Foundation
import PNGReader
import Testing

@Suite("A picture on standard output")
struct StandardOutputTests {
    private let command = Command()

    @Test("is the one that a file would have, and the table gives way", arguments: ["png", "svg", "pdf"])
    func picture(format: String) throws {
        let outcome = try command.run(
            bash: #""$@" -o - > a.\#(format) 2> table && "$@" -o b.\#(format) > /dev/null"#,
            Command.small + (format == "png" ? [] : ["--format", format]) + ["--max-iterations", "0"])
        outcome.expectSuccess()
        #expect(try command.folder.bytes("a.\(format)") == command.folder.bytes("b.\(format)"))
        #expect(try command.folder.text("table").hasPrefix("hidden "))
    }

    @Test("is refused by a terminal")
    func terminal() throws {
        let outcome = try command.run(
            bash: #"script -qec "$1 -o - --max-iterations 0" /dev/null; echo "status $?""#)
        #expect(outcome.output.contains("Error: --output -: a terminal shows no pictures"))
        #expect(outcome.output.contains("status 64"))
    }
}
