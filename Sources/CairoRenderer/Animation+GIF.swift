import CGIF
import Parallelism

extension Animation {
    /// Returns the animation as a GIF file (GIF89a) of at most 255 colours, which are those of the frames if these have
    /// no more; others become the nearest.
    ///
    /// A frame has only the rectangle that changes, and in it only the pixels that do. The same frames give the same
    /// bytes with the same version of giflib, for any number of threads.
    ///
    /// - Parameters:
    ///   - comment: text of the comment before the first frame, as UTF-8 without zero bytes; none if empty.
    ///   - threads: the greatest number of frames compressed at once; 1 or more.
    ///   - check: called before every frame; an error ends the work.
    /// - Throws: `RendererError.encodingFailed`, or the errors of `check`.
    public func gif(
        comment: String = "", threads: Int = 1, checking check: @Sendable () throws -> Void = {}
    ) throws -> [UInt8] {
        let palette = AnimationPalette(of: self, threads: threads)
        try check()
        let pictures = mapBlocks(frames.count, threads: threads) { palette.indices(of: frames[$0].bitmap) }
        let parts = mapBlocksUntilFailure(frames.count, threads: threads) { index -> [UInt8] in
            try check()
            let file = try GIFFile(width: width, height: height, colors: palette.colors)
            if index == 0 { try file.begin(loops: loops && frames.count > 1, comment: comment) }
            try file.write(
                pictures[index], after: index > 0 ? pictures[index - 1] : nil, hundredths: frames[index].hundredths)
            return try file.finished(isFirst: index == 0, isLast: index == frames.count - 1)
        }
        return try parts.flatMap { try $0?.get() ?? [] }
    }
}

/// A GIF file of one frame, whose parts are those of an animation's file.
private final class GIFFile {
    private var bytes: [UInt8] = []
    /// nil after the end.
    private var file: UnsafeMutablePointer<GifFileType>?
    private let width: Int
    private let height: Int
    /// The index of a pixel that does not change.
    private let unchanged: UInt8
    /// The number of bytes before the first block.
    private var headerLength = 0

    init(width: Int, height: Int, colors: [UInt32]) throws(RendererError) {
        (self.width, self.height) = (width, height)
        unchanged = UInt8(colors.count)
        var error: CInt = 0
        file = EGifOpen(
            Unmanaged.passUnretained(self).toOpaque(),
            { file, bytes, count in
                guard let user = file?.pointee.UserData else { return 0 }
                Unmanaged<GIFFile>.fromOpaque(user).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return count
            }, &error)
        guard file != nil else { throw Self.error(error) }
        EGifSetGifVersion(file, true)
        // The number of colours is a power of two.
        let bits = max(1, GifBitSize(CInt(colors.count + 1)))
        let table = (0..<1 << bits).map { index in
            let color = index < colors.count ? colors[index] : 0
            return GifColorType(
                Red: GifByteType(color >> 16 & 0xff), Green: GifByteType(color >> 8 & 0xff),
                Blue: GifByteType(color & 0xff))
        }
        let map = GifMakeMapObject(CInt(table.count), table)
        defer { GifFreeMapObject(map) }
        guard map != nil else { throw .outOfMemory(width: width, height: height) }
        try check(EGifPutScreenDesc(file, CInt(width), CInt(height), 8, 0, map))
        headerLength = bytes.count
    }

    deinit {
        if file != nil { EGifCloseFile(file, nil) }
    }

    private static func error(_ code: CInt) -> RendererError {
        .encodingFailed(message: GifErrorString(code).map { String(cString: $0) } ?? "giflib gives no reason")
    }

    private func check(_ status: CInt) throws(RendererError) {
        guard status == GIF_OK else { throw Self.error(file?.pointee.Error ?? 0) }
    }

    /// Writes what stands before the first frame.
    func begin(loops: Bool, comment: String) throws(RendererError) {
        if loops {
            // Netscape's extension; 0 repetitions are endless.
            try check(EGifPutExtensionLeader(file, APPLICATION_EXT_FUNC_CODE))
            try check(EGifPutExtensionBlock(file, 11, "NETSCAPE2.0"))
            try check(EGifPutExtensionBlock(file, 3, [1, 0, 0] as [UInt8]))
            try check(EGifPutExtensionTrailer(file))
        }
        if !comment.isEmpty { try check(EGifPutComment(file, comment)) }
    }

    /// Writes the pixels of a frame that differ from those of the frame before, which stay.
    ///
    /// - Parameter previous: the indices of the frame before; nil for the first.
    func write(_ picture: [UInt8], after previous: [UInt8]?, hundredths: Int) throws(RendererError) {
        let rectangle = changes(from: previous, to: picture)
        var control = GraphicsControlBlock(
            DisposalMode: DISPOSE_DO_NOT, UserInputFlag: false, DelayTime: CInt(hundredths),
            TransparentColor: previous == nil ? NO_TRANSPARENT_COLOR : CInt(unchanged))
        var bytes = [UInt8](repeating: 0, count: 4)
        let length = EGifGCBToExtension(&control, &bytes)
        try check(EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, CInt(length), bytes))
        try check(
            EGifPutImageDesc(
                file, CInt(rectangle.columns.lowerBound), CInt(rectangle.rows.lowerBound),
                CInt(rectangle.columns.count), CInt(rectangle.rows.count), false, nil))
        var line = [UInt8](repeating: 0, count: rectangle.columns.count)
        for row in rectangle.rows {
            let start = row * width + rectangle.columns.lowerBound
            for column in line.indices {
                let index = picture[start + column]
                line[column] = index == previous?[start + column] ? unchanged : index
            }
            try check(EGifPutLine(file, &line, CInt(line.count)))
        }
    }

    /// Returns the smallest rectangle with all changed pixels; the first pixel if none has changed.
    private func changes(from previous: [UInt8]?, to picture: [UInt8]) -> (columns: Range<Int>, rows: Range<Int>) {
        guard let previous else { return (0..<width, 0..<height) }
        var (columns, rows): (Range<Int>?, Range<Int>?)
        for row in 0..<height {
            let pixels = row * width..<(row + 1) * width
            guard let first = pixels.first(where: { picture[$0] != previous[$0] }),
                let last = pixels.last(where: { picture[$0] != previous[$0] })
            else { continue }
            let changed = first - pixels.lowerBound..<last - pixels.lowerBound + 1
            columns =
                min(
                    columns?.lowerBound ?? width, changed.lowerBound)..<max(
                    columns?.upperBound ?? 0, changed.upperBound)
            rows = (rows?.lowerBound ?? row)..<row + 1
        }
        return (columns ?? 0..<1, rows ?? 0..<1)
    }

    /// Closes the file and returns its bytes, without the header unless it is the first, and without the end unless it
    /// is the last.
    func finished(isFirst: Bool, isLast: Bool) throws(RendererError) -> [UInt8] {
        var error: CInt = 0
        let status = EGifCloseFile(file, &error)
        file = nil
        guard status == GIF_OK else { throw Self.error(error) }
        return Array(bytes.dropFirst(isFirst ? 0 : headerLength).dropLast(isLast ? 0 : 1))
    }
}
