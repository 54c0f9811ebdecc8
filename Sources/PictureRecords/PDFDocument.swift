/// What a PDF file (ISO 32000) says of itself, found by its cross references as a viewer finds it.
///
/// Both forms are read: tables, which Cairo 1.16 writes, and streams with objects packed into streams, which later
/// versions and other programs write. Text that only a packet of XMP has is not looked for.
struct PDFDocument {
    /// From the header on, where offsets count from.
    private let bytes: [UInt8]
    private let references: PDFCrossReferences

    /// The header may have anything before it, but must begin in the first bytes (Annex H.3, note 13).
    static func header(in file: [UInt8]) -> Int? {
        let start = file.prefix(1024)
        return start.indices.first { start[$0...].starts(with: "%PDF-".utf8) }
    }

    /// - Throws: `cutOff`, `malformed`, or another error where the cross references cannot be read.
    init(_ file: [UInt8]) throws(PictureMetadataError) {
        bytes = Array(file[(Self.header(in: file) ?? 0)...])
        references = try PDFCrossReferences(in: bytes)
    }

    /// `Keywords` of the document's information; nil where there are none.
    func keywords() throws(PictureMetadataError) -> String? {
        guard references.trailer["Encrypt"] == nil else { throw .encrypted }
        guard let information = try resolved(references.trailer["Info"])?.dictionary,
            let keywords = try resolved(information["Keywords"])?.string
        else { return nil }
        guard let text = PDFTextString.text(of: keywords) else { throw .notUnicode(.pdf) }
        return text
    }

    /// The value itself, wherever it stands; nil where there is none.
    private func resolved(_ value: PDFObject?) throws(PictureMetadataError) -> PDFObject? {
        guard case .reference(let number) = value else { return value }
        switch try references.place(of: number, in: bytes) {
        case .none: return nil
        case .offset(let offset): return try PDFIndirectObject(in: bytes, at: offset, number: number).value
        case .stream(let stream, let index): return try packedObject(index, inStream: stream)
        }
    }

    /// An object that is packed into an object stream (7.5.7).
    private func packedObject(_ index: Int, inStream number: Int) throws(PictureMetadataError) -> PDFObject {
        guard case .offset(let offset) = try references.place(of: number, in: bytes) else {
            throw .malformed(.pdf, problem: "an object stream is missing, and wanted", offset: 0)
        }
        let stream = try PDFIndirectObject(in: bytes, at: offset, number: number)
        let malformed = PictureMetadataError.malformed(
            .pdf, problem: "an object stream lacks an object", offset: offset)
        let content = try stream.data(in: bytes, length: resolvedLength(of: stream))
        guard let first = stream.value.dictionary?["First"]?.integer, 0...content.count ~= first else {
            throw malformed
        }
        // Numbers and places of the objects, in turn.
        var header = PDFScanner(Array(content[..<first]), at: 0)
        var place = 0
        for _ in 0...max(0, min(index, first)) {
            guard case .integer = try header.next(), case .integer(let next) = try header.next() else {
                throw malformed
            }
            place = next
        }
        guard 0..<content.count - first ~= place else { throw malformed }
        var scanner = PDFScanner(content, at: first + place)
        return try scanner.next()
    }

    /// A stream's length may stand elsewhere; never in a stream.
    private func resolvedLength(of stream: PDFIndirectObject) throws(PictureMetadataError) -> Int? {
        let length = stream.value.dictionary?["Length"]
        guard case .reference(let number) = length else { return length?.integer }
        guard case .offset(let offset) = try references.place(of: number, in: bytes) else { return nil }
        return try PDFIndirectObject(in: bytes, at: offset, number: number).value.integer
    }
}
