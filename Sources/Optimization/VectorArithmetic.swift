// Arithmetic of vectors that are as long as the parameters. Sums have eight running totals: this allows SIMD instructions
// and fixes the order of the additions, so that the bits are the same on every processor.

private typealias Lanes = SIMD8<Double>

/// aᵀb.
package func dot(_ a: [Double], _ b: [Double]) -> Double {
    sum(a, b, lanes: { $0 * $1 }, single: { $0 * $1 })
}

/// aᵀ(a − b).
func dot(_ a: [Double], minus b: [Double]) -> Double {
    sum(a, b, lanes: { $0 * ($0 - $1) }, single: { $0 * ($0 - $1) })
}

/// target = a + factor·b
func write(_ a: [Double], plus factor: Double, times b: [Double], to target: inout [Double]) {
    combine(a, b, into: &target) { $0 + factor * $1 }
}

/// target = factor·b − a
func write(minus a: [Double], plus factor: Double, times b: [Double], to target: inout [Double]) {
    combine(a, b, into: &target) { factor * $1 - $0 }
}

/// target += factor·a
func add(_ factor: Double, times a: [Double], to target: inout [Double]) {
    precondition(a.count == target.count, "vectors must have equal lengths")
    target.withUnsafeMutableBufferPointer { target in
        a.withUnsafeBufferPointer { a in
            for index in target.indices { target[index] += factor * a[index] }
        }
    }
}

/// max |aᵢ|; NaN if a component is NaN.
func maximumNorm(_ a: [Double]) -> Double {
    var norm = 0.0
    for component in a where !(abs(component) <= norm) {
        norm = abs(component)
        if norm.isNaN { break }
    }
    return norm
}

@inline(__always)
private func sum(
    _ a: [Double], _ b: [Double], lanes: (Lanes, Lanes) -> Lanes, single: (Double, Double) -> Double
) -> Double {
    precondition(a.count == b.count, "vectors must have equal lengths")
    var totals = Lanes.zero
    var rest = 0.0
    a.withUnsafeBytes { a in
        b.withUnsafeBytes { b in
            let end = a.count - a.count % MemoryLayout<Lanes>.stride
            for offset in stride(from: 0, to: end, by: MemoryLayout<Lanes>.stride) {
                totals += lanes(
                    a.loadUnaligned(fromByteOffset: offset, as: Lanes.self),
                    b.loadUnaligned(fromByteOffset: offset, as: Lanes.self))
            }
            for offset in stride(from: end, to: a.count, by: MemoryLayout<Double>.stride) {
                rest += single(
                    a.load(fromByteOffset: offset, as: Double.self), b.load(fromByteOffset: offset, as: Double.self))
            }
        }
    }
    let fours = totals.lowHalf + totals.highHalf
    let twos = fours.lowHalf + fours.highHalf
    return (twos[0] + twos[1]) + rest
}

@inline(__always)
private func combine(
    _ a: [Double], _ b: [Double], into target: inout [Double], _ operation: (Double, Double) -> Double
) {
    precondition(a.count == b.count && a.count == target.count, "vectors must have equal lengths")
    target.withUnsafeMutableBufferPointer { target in
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                for index in target.indices { target[index] = operation(a[index], b[index]) }
            }
        }
    }
}
