/// The text of the `metadata` elements right under the root of an SVG file.
enum SVGMetadata {
    /// Whether a file is XML, and `svg` its root.
    static func hasRoot(_ file: [UInt8]) -> Bool {
        var scanner = XMLScanner(file)
        do throws(PictureMetadataError) {
            while let event = try scanner.next() {
                switch event {
                case .start(let name, _): return localName(file[name]).elementsEqual("svg".utf8)
                case .text(let range): guard file[range].allSatisfy(XMLScanner.isSpace) else { return false }
                case .instruction, .other: break
                case .end, .literal: return false
                }
            }
        } catch {}
        return false
    }

    /// The first text that is wanted; what comes after it is not looked at.
    ///
    /// Only text that stands in the element itself counts, not that of elements in it, such as editors put there.
    ///
    /// - Precondition: `hasRoot(file)`.
    /// - Throws: `cutOff`, `malformed`, `unsupportedEncoding` or `notUnicode`.
    static func first(
        in file: [UInt8], where isWanted: (String) -> Bool
    ) throws(PictureMetadataError) -> String? {
        var scanner = XMLScanner(file)
        // The names of the elements that are open, the root's first.
        var open: [ArraySlice<UInt8>] = []
        var wantedName: [UInt8] = []
        // Of the element that is open; nil where that is not `metadata` under the root.
        var text: [UInt8]?
        while let event = try scanner.next() {
            switch event {
            case .start(let range, let isEmpty):
                let name = file[range]
                if open.isEmpty {
                    if isEmpty { return nil }
                    wantedName = prefix(name) + Array("metadata".utf8)
                }
                if open.count == 1, !isEmpty, name.elementsEqual(wantedName) { text = [] }
                if !isEmpty { open.append(name) }
            case .end(let range):
                guard let name = open.popLast(), name.elementsEqual(file[range]) else {
                    throw .malformed(.svg, problem: "an end tag has no start", offset: range.lowerBound)
                }
                if open.isEmpty { return nil }
                if open.count == 1, let bytes = text {
                    guard let string = String(validating: bytes, as: UTF8.self) else { throw .notUnicode(.svg) }
                    if isWanted(string) { return string }
                    text = nil
                }
            case .text(let range):
                if open.count == 2 { try text?.append(contentsOf: XMLText.unescaped(file, range)) }
            case .literal(let range):
                if open.count == 2 { text?.append(contentsOf: XMLText.withLineFeeds(file[range])) }
            case .instruction(let range):
                if let encoding = declaredEncoding(file[range]), !["utf-8", "us-ascii"].contains(encoding.lowercased())
                {
                    throw .unsupportedEncoding(encoding)
                }
            case .other:
                break
            }
        }
        throw .cutOff(.svg)
    }

    /// What comes after the colon.
    private static func localName(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    }

    /// Up to the colon, and with it.
    private static func prefix(_ name: ArraySlice<UInt8>) -> [UInt8] {
        Array(name.dropLast(localName(name).count))
    }

    /// The encoding that `xml version="1.0" encoding="…"` names.
    private static func declaredEncoding(_ instruction: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: instruction, as: UTF8.self)
        guard text.hasPrefix("xml ") else { return nil }
        // Names and values in turn.
        let parts = text.split { $0 == "\"" || $0 == "'" }
        let name = parts.firstIndex { $0.filter { !$0.isWhitespace }.hasSuffix("encoding=") }
        return name.flatMap { $0 + 1 < parts.count ? String(parts[$0 + 1]) : nil }
    }
}
