import CPNGWriter
import Dispatch

extension Bitmap {
    /// Returns the picture as a PNG file: 8-bit RGB, or a palette if it has at most 256 colours; RGBA if it was drawn
    /// on a clear page.
    ///
    /// The same picture gives the same bytes with the same versions of libpng and zlib, for any number of threads.
    ///
    /// - Parameters:
    ///   - dpi: resolution that the file states (`pHYs`, in whole pixels per metre), in pixels per inch.
    ///   - texts: texts, written in this order.
    ///   - threads: the greatest number of threads that compress the picture; 1 or more.
    /// - Throws: `unusableTextKeyword`, `outOfMemory` or `encodingFailed`.
    public func png(dpi: Double, texts: [PNGText] = [], threads: Int = 1) throws(RendererError) -> [UInt8] {
        if let text = texts.first(where: { !$0.isKeywordAllowed }) { throw .unusableTextKeyword(text.keyword) }
        var picture = cpng_picture()
        picture.width = UInt32(width)
        picture.height = UInt32(height)
        picture.pixels = UnsafePointer(buffer.words.baseAddress)
        picture.has_alpha = buffer.hasAlpha ? 1 : 0
        picture.pixels_per_metre = Self.pixelsPerMetre(dpi)
        picture.threads = threads
        picture.perform = { count, work, job in
            // SAFETY: every worker writes to strips of its own, which are read after all are done.
            nonisolated(unsafe) let job = job
            DispatchQueue.concurrentPerform(iterations: count) { work?(job, $0) }
        }
        guard !buffer.hasAlpha, let palette = ColorPalette(of: buffer.words) else {
            return try encode(picture, texts: texts)
        }
        return try palette.colors.withUnsafeBufferPointer { colors throws(RendererError) in
            try palette.indices.withUnsafeBufferPointer { indices throws(RendererError) in
                picture.indices = indices.baseAddress
                picture.palette = colors.baseAddress
                picture.palette_count = Int32(colors.count)
                return try encode(picture, texts: texts)
            }
        }
    }

    private func encode(_ picture: cpng_picture, texts: [PNGText]) throws(RendererError) -> [UInt8] {
        var picture = picture
        var encoded = cpng_encoded()
        picture.text_count = Int32(texts.count)
        let status = Self.zeroTerminated(texts).withUnsafeBytes { values in
            picture.texts = values.baseAddress?.assumingMemoryBound(to: CChar.self)
            return texts.map { UInt8($0.isCompressible ? 1 : 0) }.withUnsafeBufferPointer { compressible in
                picture.compressible_texts = compressible.baseAddress
                return cpng_encode(&picture, &encoded)
            }
        }
        defer { cpng_encoded_free(&encoded) }
        switch status {
        case cpng_status_success: return [UInt8](UnsafeBufferPointer(start: encoded.bytes, count: encoded.count))
        case cpng_status_out_of_memory: throw .outOfMemory(width: width, height: height)
        default: throw .encodingFailed(message: encoded.errorMessage)
        }
    }

    /// Returns pixels per metre; 0, which writes no resolution, if PNG cannot state it.
    private static func pixelsPerMetre(_ dpi: Double) -> UInt32 {
        let rounded = (dpi / 0.0254).rounded()
        // A PNG number has 31 bits.
        return rounded >= 1 && rounded <= Double(Int32.max) ? UInt32(rounded) : 0
    }

    /// Returns keywords and values in turn, each ended by a zero byte; PNG forbids zero bytes within them.
    private static func zeroTerminated(_ texts: [PNGText]) -> [UInt8] {
        texts.flatMap { [$0.keyword, $0.value] }.flatMap { $0.utf8.filter { $0 != 0 } + [0] }
    }
}

extension cpng_encoded {
    fileprivate var errorMessage: String {
        withUnsafeBytes(of: message) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
