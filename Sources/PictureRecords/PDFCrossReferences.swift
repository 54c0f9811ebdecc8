/// Where the objects of a PDF file stand (ISO 32000-1, 7.5.4 and 7.5.8), and its trailer.
struct PDFCrossReferences {
    enum Place {
        case offset(Int)
        /// In the object stream with a number, at an index.
        case stream(Int, index: Int)
    }

    /// The newest trailer.
    let trailer: [String: PDFObject]
    /// The newest first.
    private let sections: [Section]

    /// Consecutive object numbers.
    private struct Section {
        let first: Int
        let count: Int
        let entries: Entries

        enum Entries {
            /// Of a table: where its entries begin, which have twenty bytes each.
            case table(start: Int)
            /// Of a stream: its bytes, where the section begins in them, and how many bytes each of three fields has.
            case stream([UInt8], start: Int, widths: [Int])
        }
    }

    /// Sections are appended when a file is changed; more than this are no file that is meant well.
    private static let greatestSectionCount = 10_000
    /// Of all streams together, in bytes: millions of objects.
    private static let greatestStreamSize = 64 << 20
    private static let tableEntrySize = 20

    init(in bytes: [UInt8]) throws(PictureMetadataError) {
        var next: Int? = try Self.start(in: bytes)
        var seen: Set<Int> = []
        var sections: [Section] = []
        var newest: [String: PDFObject]?
        var streamSize = 0
        while let offset = next, seen.insert(offset).inserted {
            let trailer = try Self.readSections(in: bytes, at: offset, appendingTo: &sections)
            // What hides in a table from readers that know no streams.
            if let hidden = trailer["XRefStm"]?.integer, seen.insert(hidden).inserted {
                _ = try Self.readSections(in: bytes, at: hidden, appendingTo: &sections)
            }
            newest = newest ?? trailer
            next = trailer["Prev"]?.integer
            if case .stream(let rows, _, _) = sections.last?.entries { streamSize += rows.count }
            guard sections.count <= Self.greatestSectionCount, streamSize <= Self.greatestStreamSize else {
                throw .malformed(.pdf, problem: "there are too many cross references", offset: offset)
            }
        }
        trailer = newest ?? [:]
        self.sections = sections
    }

    /// Where the object with a number stands; nil where there is none.
    func place(of number: Int, in bytes: [UInt8]) throws(PictureMetadataError) -> Place? {
        for section in sections where number >= section.first && number - section.first < section.count {
            switch section.entries {
            case .table(let start):
                return try Self.tablePlace(in: bytes, at: start + (number - section.first) * Self.tableEntrySize)
            case .stream(let rows, let start, let widths):
                let size = widths.reduce(0, +)
                return Self.streamPlace(rows[(start + (number - section.first) * size)...], widths: widths)
            }
        }
        return nil
    }

    /// Where the newest cross references begin, which the end of the file says.
    private static func start(in bytes: [UInt8]) throws(PictureMetadataError) -> Int {
        let word = Array("startxref".utf8)
        let end = bytes.suffix(2048)
        guard let place = end.indices.last(where: { end[$0...].starts(with: word) }) else { throw .cutOff(.pdf) }
        var scanner = PDFScanner(bytes, at: place + word.count)
        guard case .integer(let offset) = try scanner.next() else { throw scanner.malformed("an offset is missing") }
        // The number itself may be cut off.
        guard scanner.position < bytes.count else { throw .cutOff(.pdf) }
        return offset
    }

    /// Appends what stands at an offset, in either form, and returns its trailer.
    private static func readSections(
        in bytes: [UInt8], at offset: Int, appendingTo sections: inout [Section]
    ) throws(PictureMetadataError) -> [String: PDFObject] {
        guard 0..<bytes.count ~= offset else { throw .cutOff(.pdf) }
        var scanner = PDFScanner(bytes, at: offset)
        guard scanner.skip(word: "xref") else { return try readStream(in: bytes, at: offset, appendingTo: &sections) }
        while !scanner.skip(word: "trailer") {
            guard case .integer(let first) = try scanner.next(), case .integer(let count) = try scanner.next(),
                first >= 0, count >= 0
            else { throw scanner.malformed("the cross references have no numbers") }
            scanner.passSpace()
            let start = scanner.position
            guard count <= (bytes.count - start) / tableEntrySize else { throw .cutOff(.pdf) }
            sections.append(Section(first: first, count: count, entries: .table(start: start)))
            scanner = PDFScanner(bytes, at: start + count * tableEntrySize)
        }
        guard case .dictionary(let trailer) = try scanner.next() else {
            throw scanner.malformed("a trailer is missing")
        }
        return trailer
    }

    private static func readStream(
        in bytes: [UInt8], at offset: Int, appendingTo sections: inout [Section]
    ) throws(PictureMetadataError) -> [String: PDFObject] {
        let malformed = PictureMetadataError.malformed(
            .pdf, problem: "the cross references that should begin there are missing", offset: offset)
        let stream = try PDFIndirectObject(in: bytes, at: offset, number: nil)
        guard let dictionary = stream.value.dictionary, dictionary["Type"] == .name("XRef"),
            let widths = dictionary["W"]?.array?.compactMap(\.integer), widths.count == 3,
            widths.allSatisfy({ 0...7 ~= $0 }), widths.reduce(0, +) > 0, let size = dictionary["Size"]?.integer
        else { throw malformed }
        let rows = try stream.data(in: bytes, length: dictionary["Length"]?.integer)
        let numbers = dictionary["Index"]?.array?.compactMap(\.integer) ?? [0, size]
        var start = 0
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
            let (first, count) = (numbers[index], numbers[index + 1])
            guard first >= 0, count >= 0, count <= (rows.count - start) / widths.reduce(0, +) else { throw malformed }
            sections.append(
                Section(first: first, count: count, entries: .stream(rows, start: start, widths: widths)))
            start += count * widths.reduce(0, +)
        }
        return dictionary
    }

    /// Of an entry such as `0000000015 00000 n`; nil where the object is deleted.
    private static func tablePlace(in bytes: [UInt8], at start: Int) throws(PictureMetadataError) -> Place? {
        var scanner = PDFScanner(bytes, at: start)
        guard case .integer(let offset) = try scanner.next(), case .integer = try scanner.next() else {
            throw .malformed(.pdf, problem: "a cross reference has no numbers", offset: start)
        }
        if scanner.skip(word: "n") { return .offset(offset) }
        guard scanner.skip(word: "f") else {
            throw .malformed(.pdf, problem: "a cross reference is neither in use nor free", offset: start)
        }
        return nil
    }

    /// Of an entry of up to three numbers, in which the first one says what the others are; nil where the object is
    /// deleted, or of a kind that is not known yet.
    private static func streamPlace(_ bytes: ArraySlice<UInt8>, widths: [Int]) -> Place? {
        var rest = bytes
        var fields: [Int] = []
        for width in widths {
            fields.append(rest.prefix(width).reduce(0) { $0 << 8 | Int($1) })
            rest = rest.dropFirst(width)
        }
        // Where the first field is left out, objects are in use.
        switch widths[0] == 0 ? 1 : fields[0] {
        case 1: return .offset(fields[1])
        case 2: return .stream(fields[1], index: fields[2])
        default: return nil
        }
    }
}
