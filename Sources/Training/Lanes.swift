package import CRowKernels

/// Eight neighbouring points, or one number for each of them.
///
/// Every loop runs over points, eight at a time, whatever the processor's registers hold: so sums have the same order,
/// and the same bits, everywhere.
package typealias Lanes = SIMD8<Double>

extension UnsafeMutablePointer<Lanes> {
    /// The lanes as single numbers, which is how the kernels take them.
    ///
    /// SAFETY: a lane vector is eight doubles, one after the other.
    package var numbers: UnsafeMutablePointer<Double> {
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: Double.self)
    }
}

extension UnsafePointer<Lanes> {
    /// The lanes as single numbers, which is how the kernels take them.
    ///
    /// SAFETY: a lane vector is eight doubles, one after the other.
    package var numbers: UnsafePointer<Double> {
        UnsafeRawPointer(self).assumingMemoryBound(to: Double.self)
    }
}

/// The inner loops for the processor at hand.
package enum Kernels {
    // SAFETY: constants of the program, never written.
    package nonisolated(unsafe) static let widest = rowKernels().pointee
}
