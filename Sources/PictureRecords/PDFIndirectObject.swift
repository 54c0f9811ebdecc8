/// An object that others refer to by its number, `12 0 obj …` (ISO 32000-1, 7.3.10), perhaps with a stream.
struct PDFIndirectObject {
    let value: PDFObject
    /// Where the stream's data begins; nil where there is none.
    let streamStart: Int?
    private let offset: Int

    /// - Parameters:
    ///   - offset: where the object begins.
    ///   - number: the number that it must have; nil where any will do.
    init(in bytes: [UInt8], at offset: Int, number: Int?) throws(PictureMetadataError) {
        guard 0..<bytes.count ~= offset else {
            throw .malformed(.pdf, problem: "it should have, but has not, an object", offset: offset)
        }
        var scanner = PDFScanner(bytes, at: offset)
        guard case .integer(let found) = try scanner.next(), number == nil || number == found,
            case .integer = try scanner.next(), scanner.skip(word: "obj")
        else { throw .malformed(.pdf, problem: "the object that should begin there is missing", offset: offset) }
        value = try scanner.next()
        streamStart = scanner.skipToStream() ? scanner.position : nil
        self.offset = offset
    }

    /// The stream's data, unpacked.
    ///
    /// - Parameter length: how many bytes it takes in the file.
    /// - Throws: `malformed`, `badCompression`, `tooLong`, or `unsupportedFilter` for all but `FlateDecode`.
    func data(in bytes: [UInt8], length: Int?) throws(PictureMetadataError) -> [UInt8] {
        guard let dictionary = value.dictionary, let streamStart, let length else {
            throw .malformed(.pdf, problem: "the stream that should begin there is missing", offset: offset)
        }
        guard 0...bytes.count - streamStart ~= length else { throw .cutOff(.pdf) }
        let packed = bytes[streamStart..<streamStart + length]
        guard let filter = Self.only(dictionary["Filter"]) else { return Array(packed) }
        guard filter == .name("FlateDecode") else { throw .unsupportedFilter(filter.name ?? "several filters") }
        let unpacked: [UInt8]
        do throws(Inflater.Failure) {
            unpacked = try Inflater.inflated(packed, upTo: EmbeddedRecord.greatestLength)
        } catch {
            throw PictureMetadataError(error, in: .pdf)
        }
        let parameters = Self.only(dictionary["DecodeParms"])?.dictionary ?? [:]
        return try PNGPredictor(parameters)?.undone(unpacked) ?? unpacked
    }

    /// What stands alone, or in an array of one; an empty array is nothing.
    private static func only(_ value: PDFObject?) -> PDFObject? {
        guard let array = value?.array else { return value == .word("null") ? nil : value }
        return array.count > 1 ? value : array.first
    }
}
