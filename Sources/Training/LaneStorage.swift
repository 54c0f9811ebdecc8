/// Memory for rows of lane vectors that begins at a multiple of 64 bytes, where the kernels are fastest.
///
/// Swift's arrays begin at multiples of 16 bytes, whatever they hold.
struct LaneStorage: Sendable {
    /// In bytes: what a cache line and the widest registers hold.
    static let alignment = 64

    /// With room to move the first lane vector to such a multiple.
    private var numbers: [Double]
    /// Where the first lane vector is, in bytes from the beginning of the array.
    private var offset: Int
    private let byteCount: Int

    /// - Parameters:
    ///   - vectorCount: the number of lane vectors.
    ///   - isCleared: whether all are 0 at first. Else each has to be written before it is read, and those that never are
    ///     take no memory but addresses where there are many.
    init(vectorCount: Int, isCleared: Bool = true) {
        byteCount = vectorCount * MemoryLayout<Lanes>.stride
        let count = (vectorCount + 1) * Lanes.scalarCount
        numbers =
            isCleared
            ? Array(repeating: 0, count: count) : Array(unsafeUninitializedCapacity: count) { $1 = count }
        offset = numbers.withUnsafeBytes { bytes in
            bytes.baseAddress.map { $0.alignedUp(toMultipleOf: Self.alignment) - $0 } ?? 0
        }
    }

    /// - Parameter body: takes the first lane vector; its pointer is of use within the call alone.
    mutating func withUnsafeMutableLanes<Result>(
        _ body: (UnsafeMutablePointer<Lanes>) -> Result
    ) -> Result {
        numbers.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { preconditionFailure("lane storage is never empty") }
            let start = base.alignedUp(toMultipleOf: Self.alignment)
            // The array of a copy begins elsewhere.
            if base + offset != start {
                start.copyMemory(from: base + offset, byteCount: byteCount)
                offset = start - base
            }
            // SAFETY: the array has room for a lane vector more than asked for, and a lane vector is eight of its
            // numbers.
            return body(start.assumingMemoryBound(to: Lanes.self))
        }
    }

    /// - Parameter body: takes the first lane vector; its pointer is of use within the call alone.
    func withUnsafeLanes<Result>(_ body: (UnsafePointer<Lanes>) -> Result) -> Result {
        numbers.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { preconditionFailure("lane storage is never empty") }
            // SAFETY: as above.
            return body((base + offset).assumingMemoryBound(to: Lanes.self))
        }
    }
}
