import Foundation
import Testing

@Suite("report writes a page")
struct ReportCommandTests {
    private let command = Command()
    private static let quick = [
        "report", "--samples", "60", "--tolerance", "0.1", "--step", "0.1", "--restarts", "1", "-q",
    ]

    private func page(_ arguments: [String]) throws -> String {
        let outcome = try command.run(Self.quick + arguments + ["-o", "-"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    @Test("into a folder by default, into a file, or to standard output; the same bytes with any number of threads")
    func files() throws {
        let arguments = ["--hidden", "0,2,3", "--lambda", "0.01,0.1", "--test-fraction", "0.3"]
        let page = try page(arguments + ["-j", "1"])
        for words in [["-j", "4"], ["-j", "3", "-o", "a/page.html"]] {
            #expect(try command.run(Self.quick + arguments + words).status == 0)
        }
        #expect(try command.folder.bytes("output/boundary-report.html") == Array(page.utf8))
        #expect(try command.folder.bytes("a/page.html") == Array(page.utf8))
        #expect(command.folder.names.count == 4)
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.components(separatedBy: "<g id=\"e").count == 7)
    }

    @Test("65 networks take at most 500 kB, and the summary has path and size")
    func size() throws {
        let outcome = try command.run([
            "report", "--hidden", "0-10,15,20", "--lambda", "0.0001,0.001,0.01,0.1,1", "--test-fraction", "0.3",
            "--restarts", "1", "-q", "--json", "-",
        ])
        struct Summary: Decodable {
            struct Report: Decodable {
                let path: String
                let bytes: Int
            }
            struct Run: Decodable { let hidden: String }
            let report: Report
            let runs: [Run]
        }
        let summary = try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8))
        let bytes = try command.folder.bytes("output/boundary-report.html")
        #expect(summary.report.path == "output/boundary-report.html" && summary.report.bytes == bytes.count)
        #expect(bytes.count <= 500_000 && summary.runs.count == 65)
    }

    @Test("its commands draw the picture of the network")
    func commands() throws {
        let page = try page(["--hidden", "2,3", "--lambda", "0.01", "--title", "It's a title"])
        let json = try #require(page.firstMatch(of: #/id="run">((?s:.*?))<\/script>/#)).1
        struct Run: Decodable {
            struct Entry: Decodable {
                let command: String
                let hidden: String
            }
            let entries: [Entry]
        }
        let run = try JSONDecoder().decode(Run.self, from: Data(json.utf8))
        let request = try #require(
            run.entries[1].command.firstMatch(of: #/^printf %s '(.*)' \| boundaryplot --request - -o boundary.png$/#)
        ).1
        try command.folder.write(String(request), to: "request.json")
        let outcome = try command.run(["--request", "request.json", "-o", "boundary.svg", "--json", "-"])
        #expect(outcome.status == 0 && outcome.output.contains("\"hidden\" : \"3\""), "\(outcome.errors)")
        let picture = String(decoding: try command.folder.bytes("boundary.svg"), as: UTF8.self)
        #expect(picture.contains("<svg"))
    }

    @Test("has models and predictions beside networks, which say that they are not retrained")
    func otherClassifiers() throws {
        #expect(try command.run(["--hidden", "2", "--save-model", "net.json", "-q"]).status == 0)
        let page = try page(["--hidden", "1,2", "--model", "net.json", "--test-fraction", "0.3"])
        #expect(page.contains("<b>2 hidden units, λ 0.001 (net.json)</b>"))
        #expect(page.contains("a saved network, which cannot be retrained here"))
    }

    @Test("is no picture for inspect and rerun, which say so", arguments: ["inspect", "rerun"])
    func isNoPicture(name: String) throws {
        #expect(try command.run(Self.quick + ["--hidden", "1", "-o", "page.html"]).status == 0)
        let outcome = try command.run([name, "page.html"])
        #expect(outcome.status == 65, "\(outcome.errors)")
        #expect(outcome.errors.contains("'page.html': it is a web page") && outcome.errors.contains("Copy command"))
    }

    @Test("has up to 100,000 points, and says their number once")
    func points() throws {
        let outcome = try command.run(["report", "--samples", "100001", "-q"])
        #expect(outcome.status == 64 && outcome.errors.contains("100000 points, and these are 100001"))
        #expect(
            try page(["--hidden", "1", "--lambda", "0.1"]).contains(
                "<p>moons, 60 samples, noise 0.2, seed 0 · λ 0.1</p>"))
    }

    @Test("a note says that no points are held out")
    func note() throws {
        let outcome = try command.run(Self.quick.dropLast() + ["--hidden", "1"])
        #expect(outcome.errors.contains("--test-fraction 0.3 holds some out"))
    }
}
