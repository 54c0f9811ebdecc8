/// Memory for rows of lane vectors. It begins at a multiple of 64 bytes, for which the kernels are fastest.
///
/// Swift's arrays begin at multiples of 16 bytes, whatever they hold.
struct LaneStorage: Sendable {
    /// The size of a cache line and of the widest registers, in bytes.
    static let alignment = 64

    /// The array, with room to move the first lane vector to such a multiple.
    private var numbers: [Double]
    /// The offset of the first lane vector in the array, in bytes.
    private var offset: Int
    private let byteCount: Int

    /// - Parameters:
    ///   - vectorCount: the number of lane vectors.
    ///   - isCleared: true to set all to 0. Otherwise each has to be written before it is read; in a large array
    ///     vectors that are never written take no memory.
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

    /// Calls `body` with a pointer to the first lane vector, which is valid during the call.
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

    /// Calls `body` with a pointer to the first lane vector, which is valid during the call.
    func withUnsafeLanes<Result>(_ body: (UnsafePointer<Lanes>) -> Result) -> Result {
        numbers.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { preconditionFailure("lane storage is never empty") }
            // SAFETY: as above.
            return body((base + offset).assumingMemoryBound(to: Lanes.self))
        }
    }
}
