/// Memory for rows of lane vectors that begins at a multiple of 64 bytes, where the kernels are fastest.
///
/// Swift's arrays begin at multiples of 16 bytes, whatever they hold.
package struct LaneStorage: Sendable {
    /// In bytes: what a cache line and the widest registers hold.
    package static let alignment = 64

    /// With room to move the beginning.
    private var numbers: [Double]

    /// - Parameter vectorCount: the number of lane vectors, all 0 at first.
    package init(vectorCount: Int) {
        numbers = Array(repeating: 0, count: (vectorCount + 1) * Lanes.scalarCount)
    }

    /// - Parameter body: takes the first lane vector; its pointer is of use within the call alone.
    package mutating func withUnsafeMutableLanes<Result>(
        _ body: (UnsafeMutablePointer<Lanes>) -> Result
    ) -> Result {
        numbers.withUnsafeMutableBytes { bytes in
            let start = bytes.first(alignedTo: Self.alignment)
            return body(start.assumingMemoryBound(to: Lanes.self))
        }
    }

    /// - Parameter body: takes the first lane vector; its pointer is of use within the call alone.
    package func withUnsafeLanes<Result>(_ body: (UnsafePointer<Lanes>) -> Result) -> Result {
        numbers.withUnsafeBytes { bytes in
            let start = UnsafeMutableRawBufferPointer(mutating: bytes).first(alignedTo: Self.alignment)
            return body(UnsafePointer(start.assumingMemoryBound(to: Lanes.self)))
        }
    }
}

extension UnsafeMutableRawBufferPointer {
    /// The first address in the buffer that is a multiple of `alignment`.
    ///
    /// - Precondition: the buffer holds one.
    fileprivate func first(alignedTo alignment: Int) -> UnsafeMutableRawPointer {
        guard let start = baseAddress else { preconditionFailure("lane storage is never empty") }
        return start.alignedUp(toMultipleOf: alignment)
    }
}
