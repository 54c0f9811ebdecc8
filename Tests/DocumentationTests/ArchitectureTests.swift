import Foundation
import Testing

@Suite("ARCHITECTURE.md")
struct ArchitectureTests {
    private let text: String
    private let package: String

    init() throws {
        text = try String(contentsOf: Document.root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
        package = try String(contentsOf: Document.root.appending(path: "Package.swift"), encoding: .utf8)
    }

    /// The cells of the rows that begin with code, in the tables of a section.
    private func rows(_ title: String) -> [[String]] {
        let section = text.components(separatedBy: "\n## ").first { $0.hasPrefix(title) } ?? ""
        return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
            row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    private func code(in cell: String) -> [String] { cell.matches(of: #/`([^`]+)`/#).map { String($0.1) } }

    @Test("has the modules and imports of Package.swift")
    func modulesAgree() {
        func names(_ list: Substring) -> Set<String> { Set(list.matches(of: #/"(\w+)"/#).map { String($0.1) }) }
        var declared: [String: Set<String>] = [:]
        let module = #/ module\(\s*"(\w+)"(?:,\s*uses: \[(.*?)\])?/#.dotMatchesNewlines()
        for match in package.matches(of: module) { declared[String(match.1)] = match.2.map(names) ?? [] }
        let executable = #/executableTarget\(\s*name: "(boundaryplot)",\s*dependencies: \[(.*?)\],/#
            .dotMatchesNewlines()
        if let match = package.firstMatch(of: executable) { declared[String(match.1)] = names(match.2) }

        var listed: [String: Set<String>] = [:]
        for row in rows("The modules") {
            let imports = (row + ["", ""])[2].split(separator: ", ").map(String.init)
            listed[code(in: row[0])[0]] = Set(imports)
        }
        #expect(declared.count > 20)
        #expect(Set(listed.keys) == Set(declared.keys))
        for (name, imports) in declared { #expect(listed[name] == imports, "\(name)") }
    }

    @Test("follows an option to its picture through fewer than 20 files")
    func filesExist() {
        let sources = Document.root.appending(path: "Sources")
        var count = 0
        for row in rows("The way of the data") where row.count == 2 {
            for file in code(in: row[1]) {
                count += 1
                let paths = code(in: row[0]).map { sources.appending(path: "\($0)/\(file).swift").path }
                #expect(paths.contains(where: FileManager.default.fileExists), "\(file)")
            }
        }
        #expect((10..<20).contains(count))
    }
}
