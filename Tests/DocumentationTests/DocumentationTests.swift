import Foundation
import Testing

@Suite("The documents")
struct DocumentationTests {
    @Test("have a README of at most 9,000 characters")
    func readmeIsShort() throws {
        let readme = try #require(Document.all.first)
        #expect(readme.path == "README.md")
        #expect(readme.text.count <= 9000)
    }

    @Test("have commands that run", arguments: Document.all)
    func commandsRun(document: Document) throws {
        let shell = try Shell()
        defer { shell.close() }
        for piece in document.pieces {
            switch piece {
            case .file(let name, let text): try shell.write(text, to: name)
            case .command(let line) where line.hasPrefix("Scripts/") && !line.hasPrefix("Scripts/run "):
                try checkScript(line)
            case .command(let line):
                let (status, _, errors) = try shell.run(line.replacing(#/^Scripts\/run/#, with: "boundaryplot"))
                #expect(status == 0, "\(line)\n\(errors)")
            case .code: break
            }
        }
    }

    /// Checks that a script exists, and that its text has the options of a line.
    private func checkScript(_ line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        let script = try String(contentsOf: Document.root.appending(path: words[0]), encoding: .utf8)
        for word in words.dropFirst() where word.hasPrefix("--") {
            #expect(script.contains(word), "\(line)")
        }
    }

    @Test("name commands and options that exist", arguments: Document.all)
    func namesExist(document: Document) throws {
        let names = try CommandNames()
        for line in document.text.split(separator: "\n") where !line.hasPrefix("```") {
            #expect(line.count { $0 == "`" }.isMultiple(of: 2), "code goes over the end of a line: \(line)")
        }
        for piece in document.pieces {
            guard case .code(let code) = piece else { continue }
            if let name = code.prefixMatch(of: #/boundaryplot ([a-z]+)/#)?.1 {
                #expect(names.commands.contains(String(name)), "\(code)")
            }
            for match in code.matches(of: #/(?:^|[ \/])--([a-z][a-z-]*)/#) {
                let option = String(match.1)
                let flag = option.hasPrefix("no-") ? String(option.dropFirst(3)) : option
                #expect(names.options.contains(option) || names.options.contains(flag), "\(code)")
            }
        }
    }

    @Test("link to files that exist", arguments: Document.all)
    func linksExist(document: Document) {
        let folder = Document.root.appending(path: document.path).deletingLastPathComponent()
        for link in document.links {
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: link).path), "\(link)")
        }
    }

    @Test(
        "list every key of a request",
        arguments: [
            "{}", #"{"data": {}}"#, #"{"data": {"file": "-"}}"#, #"{"data": {"points": []}}"#, #"{"split": {}}"#,
            #"{"classifiers": [{}]}"#, #"{"training": {}}"#, #"{"grid": {}}"#, #"{"page": {}}"#, #"{"regions": {}}"#,
            #"{"outputs": {}}"#, #"{"product": {"surface": {}}}"#, #"{"product": {"curve": {}}}"#,
            #"{"product": {"tune": {}}}"#,
        ])
    func keysAreListed(part: String) throws {
        let page = try #require(Document.all.first { $0.path == "Documentation/settings.md" })
        let shell = try Shell()
        defer { shell.close() }
        // The error for an unknown key lists the known keys.
        let request = part.replacing(#/{}|(?<before>{"file": "-"|{"points": \[\])}/#) { match in
            (match.before.map { $0 + ", " } ?? "{") + #""unknown": 1}"#
        }
        let (status, _, errors) = try shell.run("echo '\(request)' | boundaryplot --request -")
        #expect(status == 65)
        let keys = try #require(errors.firstMatch(of: #/(?:Keys|keys are): (.+)/#)).1.split(separator: ", ")
        for key in keys { #expect(page.text.contains("`\(key)`"), "\(key)") }
    }

    @Test("have examples of the library that compile")
    func libraryExamplesCompile() throws {
        let page = try #require(Document.all.first { $0.path == "Documentation/library.md" })
        let source = try String(
            contentsOf: Document.root.appending(path: "Tests/DocumentationTests/LibraryExamples.swift"), encoding: .utf8
        )
        let lines = source.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(page.swiftBlocks.count >= 7)
        for block in page.swiftBlocks {
            let wanted = block.map { $0.trimmingCharacters(in: .whitespaces) }.filter {
                $0 != "import DecisionBoundary"
            }
            #expect(
                lines.firstRange(of: wanted) != nil, "not in LibraryExamples.swift:\n\(block.joined(separator: "\n"))")
        }
    }
}

/// The names of all commands and options in the help.
private struct CommandNames {
    let commands: Set<String>
    let options: Set<String>

    init() throws {
        let shell = try Shell()
        defer { shell.close() }
        let help = try shell.run("COLUMNS=1000 boundaryplot --help").output
        let list = help.split(separator: "SUBCOMMANDS:").last ?? ""
        commands = Set(list.matches(of: #/\n  ([a-z]+)/#).map { String($0.1) })
        let pages = try commands.sorted().map { try shell.run("COLUMNS=1000 boundaryplot help \($0)").output }
        options = Set((pages + [help]).joined().matches(of: #/--([a-z][a-z-]*)/#).map { String($0.1) })
    }
}
