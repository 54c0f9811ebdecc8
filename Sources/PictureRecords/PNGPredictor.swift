/// The differences between rows of bytes that a PDF's compression may begin with (ISO 32000-1, 7.4.4.4), which are those
/// of PNG (ISO/IEC 15948, 9.2).
struct PNGPredictor {
    /// Bytes in a row.
    private let width: Int

    /// What `DecodeParms` say; nil where nothing was predicted.
    ///
    /// - Throws: `unsupportedFilter` for rows of anything but bytes, which only images are.
    init?(_ parameters: [String: PDFObject]) throws(PictureMetadataError) {
        let predictor = parameters["Predictor"]?.integer ?? 1
        guard predictor != 1 else { return nil }
        let width = parameters["Columns"]?.integer ?? 1
        guard 10...15 ~= predictor, 1...1 << 16 ~= width, parameters["Colors"]?.integer ?? 1 == 1,
            parameters["BitsPerComponent"]?.integer ?? 8 == 8
        else { throw .unsupportedFilter("FlateDecode with predictor \(predictor)") }
        self.width = width
    }

    /// The rows as they were before; each of them has a number of its filter in front.
    func undone(_ bytes: [UInt8]) throws(PictureMetadataError) -> [UInt8] {
        guard bytes.count.isMultiple(of: width + 1) else { throw .badCompression(.pdf) }
        var rows: [UInt8] = []
        var above = [UInt8](repeating: 0, count: width)
        for start in stride(from: 0, to: bytes.count, by: width + 1) {
            var row = Array(bytes[(start + 1)...(start + width)])
            for x in row.indices {
                let (left, up) = (x > 0 ? row[x - 1] : 0, above[x])
                switch bytes[start] {
                case 0: break
                case 1: row[x] &+= left
                case 2: row[x] &+= up
                case 3: row[x] &+= UInt8((Int(left) + Int(up)) / 2)
                case 4: row[x] &+= Self.paeth(left, up, x > 0 ? above[x - 1] : 0)
                default: throw .badCompression(.pdf)
                }
            }
            rows += row
            above = row
        }
        return rows
    }

    /// The one of left, up and upper left that is nearest to left + up − upper left; ties in this order (9.4).
    private static func paeth(_ left: UInt8, _ up: UInt8, _ upperLeft: UInt8) -> UInt8 {
        let estimate = Int(left) + Int(up) - Int(upperLeft)
        let distances = [left, up, upperLeft].map { abs(estimate - Int($0)) }
        if distances[0] <= distances[1] && distances[0] <= distances[2] { return left }
        return distances[1] <= distances[2] ? up : upperLeft
    }
}
