/// Goes through the markup of an XML file in UTF-8 (XML 1.0, 5th edition), from the start on.
///
/// It is no parser: it tells tags, text, comments and the rest apart, and leaves names, attributes and entities as they
/// are. A whole parser would be that of FoundationXML, which takes full Foundation to start.
struct XMLScanner {
    /// Ranges are places in the bytes.
    enum Event: Equatable {
        /// A start tag, or one of an empty element.
        case start(name: Range<Int>, isEmpty: Bool)
        case end(name: Range<Int>)
        /// Characters and references.
        case text(Range<Int>)
        /// What a CDATA section holds, as it is.
        case literal(Range<Int>)
        /// `<? … ?>`, without these.
        case instruction(Range<Int>)
        /// A comment, or a document type with all that it declares.
        case other
    }

    let bytes: [UInt8]
    private(set) var position: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next part of the file; nil at its end.
    ///
    /// - Throws: `cutOff` in the middle of one, or `malformed`.
    mutating func next() throws(PictureMetadataError) -> Event? {
        guard position < bytes.count else { return nil }
        guard bytes[position] == UInt8(ascii: "<") else {
            let start = position
            position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            return .text(start..<position)
        }
        if skip("<!--") {
            _ = try pass("-->")
            return .other
        }
        if skip("<![CDATA[") { return .literal(try pass("]]>")) }
        if skip("<?") { return .instruction(try pass("?>")) }
        if skip("<!") {
            try passDeclaration()
            return .other
        }
        if skip("</") {
            let name = try passName()
            try passSpace()
            guard skip(">") else { throw malformed("an end tag goes on") }
            return .end(name: name)
        }
        position += 1
        let name = try passName()
        return .start(name: name, isEmpty: try passAttributes())
    }

    private func malformed(_ problem: String) -> PictureMetadataError {
        position < bytes.count ? .malformed(.svg, problem: problem, offset: position) : .cutOff(.svg)
    }

    /// Goes over `text`, if it is what comes next.
    private mutating func skip(_ text: StaticString) -> Bool {
        let isNext = text.withUTF8Buffer { bytes[position...].starts(with: $0) }
        if isNext { position += text.utf8CodeUnitCount }
        return isNext
    }

    /// What comes before the next `end`, which is gone over too.
    private mutating func pass(_ end: StaticString) throws(PictureMetadataError) -> Range<Int> {
        let start = position
        while position < bytes.count {
            let content = start..<position
            if bytes[position] == end.utf8Start.pointee, skip(end) { return content }
            position += 1
        }
        throw .cutOff(.svg)
    }

    private mutating func passSpace() throws(PictureMetadataError) {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        guard position < bytes.count else { throw .cutOff(.svg) }
    }

    private mutating func passName() throws(PictureMetadataError) -> Range<Int> {
        let start = position
        while position < bytes.count, Self.isOfName(bytes[position]) { position += 1 }
        guard start < position, position < bytes.count else { throw malformed("a tag has no name") }
        return start..<position
    }

    /// Goes to the end of a start tag, and says whether it is that of an empty element.
    private mutating func passAttributes() throws(PictureMetadataError) -> Bool {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): try passQuoted()
            case UInt8(ascii: "'"): try passQuoted()
            case UInt8(ascii: "<"): throw malformed("a tag begins within another one")
            case UInt8(ascii: ">"):
                defer { position += 1 }
                return bytes[position - 1] == UInt8(ascii: "/")
            default: position += 1
            }
        }
        throw .cutOff(.svg)
    }

    private mutating func passQuoted() throws(PictureMetadataError) {
        let quote = bytes[position]
        guard let end = bytes[(position + 1)...].firstIndex(of: quote) else { throw .cutOff(.svg) }
        position = end + 1
    }

    /// Goes to the end of `<!DOCTYPE …>`, which may hold declarations in brackets, these comments and quotes.
    private mutating func passDeclaration() throws(PictureMetadataError) {
        var depth = 1
        while position < bytes.count {
            if skip("<!--") {
                _ = try pass("-->")
                continue
            }
            if skip("<?") {
                _ = try pass("?>")
                continue
            }
            switch bytes[position] {
            case UInt8(ascii: "\""): try passQuoted()
            case UInt8(ascii: "'"): try passQuoted()
            case UInt8(ascii: "<"):
                depth += 1
                position += 1
            case UInt8(ascii: ">"):
                depth -= 1
                position += 1
                if depth == 0 { return }
            default: position += 1
            }
        }
        throw .cutOff(.svg)
    }

    /// Production 3, `S`.
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Whatever cannot end a name, which is all that has to be known of it here.
    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            false
        default: byte > 0x20
        }
    }
}
