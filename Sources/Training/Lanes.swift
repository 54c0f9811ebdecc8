import CRowKernels

/// Eight neighbouring points, or one number for each of them.
///
/// Every loop runs over points, eight at a time, whatever the processor's registers hold: so sums have the same order,
/// and the same bits, everywhere.
typealias Lanes = SIMD8<Double>

extension UnsafeMutablePointer<Lanes> {
    /// The lanes as single numbers, which is how the kernels take them.
    ///
    /// SAFETY: a lane vector is eight doubles, one after the other.
    var numbers: UnsafeMutablePointer<Double> {
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: Double.self)
    }
}

extension UnsafePointer<Lanes> {
    /// The lanes as single numbers, which is how the kernels take them.
    ///
    /// SAFETY: a lane vector is eight doubles, one after the other.
    var numbers: UnsafePointer<Double> {
        UnsafeRawPointer(self).assumingMemoryBound(to: Double.self)
    }
}

/// The inner loops for the processor at hand.
enum Kernels {
    // SAFETY: constants of the program, never written.
    nonisolated(unsafe) static let widest = rowKernels().pointee
}
