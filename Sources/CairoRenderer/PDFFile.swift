import CCairo
import Geometry

/// The bytes of a PDF file, to which Cairo appends.
final class PDFFile {
    private(set) var bytes: [UInt8] = []

    /// Creates a surface that appends to this file; the file must outlive it.
    func surface(of size: Size) -> OpaquePointer? {
        cairo_pdf_surface_create_for_stream(
            { file, bytes, count in
                guard let file, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                let buffer = UnsafeBufferPointer(start: bytes, count: Int(count))
                Unmanaged<PDFFile>.fromOpaque(file).takeUnretainedValue().bytes.append(contentsOf: buffer)
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(self).toOpaque(), size.width, size.height)
    }
}
