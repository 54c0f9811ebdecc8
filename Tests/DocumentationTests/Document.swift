import Foundation
import Testing

/// A Markdown document of the project: the README, or a page of Documentation/.
struct Document: Sendable, CustomTestStringConvertible {
    /// The path relative to the package.
    let path: String
    let text: String
    /// Commands, files and inline code, in order.
    let pieces: [Piece]

    /// A part of a document that a test reads.
    enum Piece: Hashable {
        /// A line of a fenced block of the language `sh`, or a command in a table.
        case command(String)
        /// A fenced block whose opening line has a file's name after the language.
        case file(name: String, text: String)
        /// Other inline code.
        case code(String)
    }

    /// The folder of the package.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    /// The README and every page of Documentation/, by path.
    static let all: [Document] = {
        let pages =
            (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Documentation").path)) ?? []
        let paths = ["README.md"] + pages.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
        return paths.compactMap { path in
            (try? String(contentsOf: root.appending(path: path), encoding: .utf8)).map {
                Document(path: path, text: $0)
            }
        }
    }()

    var testDescription: String { path }

    init(path: String, text: String) {
        self.path = path
        self.text = text
        pieces = Self.pieces(of: text)
    }

    /// The fenced blocks of Swift, without those of a named file.
    var swiftBlocks: [[Substring]] {
        text.split(separator: "```swift\n", omittingEmptySubsequences: false).dropFirst().map {
            $0.split(separator: "\n").prefix { $0 != "```" }.map { $0 }
        }
    }

    /// The targets of links to other files, without their anchors.
    var links: [String] {
        text.matches(of: #/\]\(([^)#]+)[^)]*\)/#).map { String($0.1) }.filter { !$0.contains("://") }
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst() {
            guard line.hasPrefix("```") else {
                pieces += inlineCode(of: line).map { code in
                    line.hasPrefix("|") && code.hasPrefix("boundaryplot ") ? .command(code) : .code(code)
                }
                continue
            }
            let information = line.dropFirst(3).split(separator: " ")
            let block = Array(lines.prefix { $0 != "```" })
            lines = lines.dropFirst(block.count + 1)
            if information.first == "sh" {
                pieces += block.map { .command(withoutComment($0)) }
            } else if information.count == 2, information[1] != "Package.swift" {
                pieces.append(.file(name: String(information[1]), text: block.joined(separator: "\n") + "\n"))
            }
        }
        return pieces
    }

    private static func inlineCode(of line: Substring) -> [String] {
        line.matches(of: #/`([^`]+)`/#).map { String($0.1) }
    }

    /// The line without its comment, which is separated by two spaces or more.
    private static func withoutComment(_ line: Substring) -> String {
        (line.firstRange(of: #/ {2,}# /#).map { String(line[..<$0.lowerBound]) } ?? String(line))
    }
}
