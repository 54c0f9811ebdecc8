public import Geometry

/// Reason that a picture could not be drawn or encoded; its description says what to do.
public enum RendererError: Error, Hashable, Sendable {
    /// A side of the page is not a positive finite length, or is less than half a pixel.
    case unusablePageSize(Size, dpi: Double)

    /// The resolution is not a positive finite number.
    case unusableResolution(dpi: Double)

    /// A side has more pixels than Cairo can draw on.
    case tooManyPixels(width: Double, height: Double)

    /// Memory for the pixels or for the encoded picture was refused.
    case outOfMemory(width: Int, height: Int)

    /// Neither the known folders nor fontconfig have the font file.
    case fontNotFound(fileName: String)

    /// FreeType cannot use the font file.
    case fontUnreadable(path: String, freeTypeError: Int)

    /// Cairo refused an operation.
    case drawingFailed(operation: String, message: String)

    /// PNG does not allow the keyword of a text.
    case unusableTextKeyword(String)

    /// libpng or giflib refused the picture.
    case encodingFailed(message: String)
}

extension RendererError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unusablePageSize(let size, let dpi):
            """
            a page of \(size.width) × \(size.height) points at \(dpi) dpi has no pixels; \
            both sides must be positive and at least one pixel
            """
        case .unusableResolution(let dpi):
            "a resolution of \(dpi) dpi is not possible; it must be a positive number"
        case .tooManyPixels(let width, let height):
            """
            a picture of \(width) × \(height) pixels is too large; Cairo draws at most \(PixelSize.greatestSide) pixels \
            a side: choose a smaller size or dpi
            """
        case .outOfMemory(let width, let height):
            "no memory for a picture of \(width) × \(height) pixels; choose a smaller size or dpi"
        case .fontNotFound(let fileName):
            "the font file \(fileName) (DejaVu Sans) was not found; install the package fonts-dejavu-core"
        case .fontUnreadable(let path, let freeTypeError):
            """
            the font file \(path) cannot be used (FreeType error \(freeTypeError)); \
            reinstall the package fonts-dejavu-core
            """
        case .drawingFailed(let operation, let message):
            "Cairo could not \(operation): \(message)"
        case .unusableTextKeyword(let keyword):
            """
            "\(keyword)" cannot be the keyword of a text in a PNG; it must be 1 to 79 printable ASCII characters \
            without spaces at its ends or two in a row
            """
        case .encodingFailed(let message):
            "the picture could not be encoded: \(message)"
        }
    }
}
