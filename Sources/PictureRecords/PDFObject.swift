/// A value in a PDF file (ISO 32000-1, 7.3).
enum PDFObject: Equatable {
    case integer(Int)
    /// Without its slash.
    case name(String)
    case string([UInt8])
    case array([PDFObject])
    case dictionary([String: PDFObject])
    /// An object that stands elsewhere, by its number.
    case reference(Int)
    /// `true`, `false`, `null`, operators, numbers that are not whole, and what else has no meaning for metadata.
    case word(String)

    var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    var name: String? {
        if case .name(let value) = self { value } else { nil }
    }

    var string: [UInt8]? {
        if case .string(let value) = self { value } else { nil }
    }

    var array: [PDFObject]? {
        if case .array(let value) = self { value } else { nil }
    }

    var dictionary: [String: PDFObject]? {
        if case .dictionary(let value) = self { value } else { nil }
    }
}
