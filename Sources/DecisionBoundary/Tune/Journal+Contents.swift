import Files
import FoundationEssentials

extension Journal {
    /// The fits in the text of a journal.
    struct Contents {
        /// The fits in the order of completion, with their lines from 1.
        private(set) var fits: [(line: Int, fit: Entry)] = []
        /// The number of unreadable lines, without an incomplete last line.
        private(set) var unreadableLineCount = 0
        /// The size of the complete lines.
        private(set) var byteCount = 0

        init() {}

        /// Reads the text of a journal; nil if it is empty or ends in the first line.
        ///
        /// - Parameters:
        ///   - path: the file of the text.
        ///   - request: as for a journal.
        ///   - merged: the shard of the journal, if it is merged and not continued.
        /// - Throws: `RunError` if the journal belongs to another request or version.
        init?(_ text: [UInt8], path: String, request: Request, merged: Shard? = nil) throws {
            // Text after the last line feed is incomplete.
            byteCount = (text.lastIndex(of: newline) ?? -1) + 1
            let lines = text[..<byteCount].split(separator: newline)
            let ownHeader = try Self.header(of: request)
            // An incomplete header has no fits after it.
            if lines.isEmpty && ownHeader.starts(with: text) { return nil }
            let first = lines.first ?? []
            // Equal requests have equal bytes; decoding the headers of many shards would take long.
            if !first.elementsEqual(ownHeader.dropLast()) {
                try Self.check(first, path: path, request: request, merged: merged)
            }
            for (index, line) in lines.enumerated().dropFirst() {
                if let fit = Entry(line: line) {
                    fits.append((line: index + 1, fit: fit))
                } else {
                    unreadableLineCount += 1
                }
            }
        }

        /// Returns the first line of a request's journals.
        static func header(of request: Request) throws -> [UInt8] { try JSONText.line(of: Header(request: request)) }

        /// - Parameter line: the first line of a journal.
        /// - Throws: `RunError` unless it has the request and this version.
        private static func check(
            _ line: ArraySlice<UInt8>, path: String, request: Request, merged: Shard?
        ) throws(RunError) {
            guard let header = try? JSONDecoder().decode(Header.self, from: Data(line)),
                header.journal == Header.version
            else {
                let advice: RequestMessage =
                    if let merged {
                        "\(.shard) \(merged) with \(.startsOver) makes it again"
                    } else {
                        "\(.startsOver) overwrites it, and another \(.path) keeps it"
                    }
                throw RunError(
                    .badData, "'\(path)' is not a journal of this version of 'boundaryplot tune'; \(advice)")
            }
            guard header.request != request else { return }
            let difference = difference(of: header.request, from: request)
            guard merged == nil else {
                throw RunError(
                    .badData,
                    "'\(path)' is the shard of another run\(difference); use the options of the shards, or another \(.path)"
                )
            }
            throw RunError(
                .badRequest,
                """
                '\(path)' is the journal of another run\(difference); \(.startsOver) starts over, and another \(.path) \
                keeps both
                """)
        }

        /// Returns the first key that differs: ", with training.tolerance 0.1 instead of its default".
        private static func difference(of found: Request, from wanted: Request) -> RequestMessage {
            let (found, wanted) = (found.leaves, wanted.leaves)
            let path = Set(found.keys).union(wanted.keys).sorted().first { found[$0] != wanted[$0] }
            guard let path else { return "" }
            if path == RequestKey.classifiers.rawValue { return ", with another \(.classifiers)" }
            let key = RequestKey(rawValue: path).map { "\($0)" as RequestMessage } ?? "\(path)"
            return ", with \(key) \(found[path] ?? "at its default") instead of \(wanted[path] ?? "its default")"
        }
    }

    /// The first line.
    private struct Header: Codable {
        static let version = 3
        var journal = version
        let request: Request
    }
}

private let newline = UInt8(ascii: "\n")
