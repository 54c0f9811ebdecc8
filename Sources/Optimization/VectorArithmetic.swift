// Arithmetic of vectors as long as the parameters. Sums have eight running totals, which a processor adds at once where one
// would wait for itself: so their order, and their bits, are the same everywhere.

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
    combine(a, b, into: &target, lanes: { $0 + factor * $1 }, single: { $0 + factor * $1 })
}

/// target = factor·b − a
func write(minus a: [Double], plus factor: Double, times b: [Double], to target: inout [Double]) {
    combine(a, b, into: &target, lanes: { factor * $1 - $0 }, single: { factor * $1 - $0 })
}

/// target += factor·a
func add(_ factor: Double, times a: [Double], to target: inout [Double]) {
    precondition(a.count == target.count, "vectors are equally long")
    a.withUnsafeBytes { a in
        target.withUnsafeMutableBytes { target in
            forEachLanes(of: a.count) { offset in
                let sum: Lanes = target.lanes(at: offset) + factor * a.lanes(at: offset)
                target.storeBytes(of: sum, toByteOffset: offset, as: Lanes.self)
            } single: { offset in
                let sum: Double = target.single(at: offset) + factor * a.single(at: offset)
                target.storeBytes(of: sum, toByteOffset: offset, as: Double.self)
            }
        }
    }
}

/// max |aᵢ|; not a number where one component is none.
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
    precondition(a.count == b.count, "vectors are equally long")
    var totals = Lanes.zero
    var rest = 0.0
    a.withUnsafeBytes { a in
        b.withUnsafeBytes { b in
            forEachLanes(of: a.count) { offset in
                totals += lanes(a.lanes(at: offset), b.lanes(at: offset))
            } single: { offset in
                rest += single(a.single(at: offset), b.single(at: offset))
            }
        }
    }
    let fours = totals.lowHalf + totals.highHalf
    let twos = fours.lowHalf + fours.highHalf
    return (twos[0] + twos[1]) + rest
}

@inline(__always)
private func combine(
    _ a: [Double], _ b: [Double], into target: inout [Double], lanes: (Lanes, Lanes) -> Lanes,
    single: (Double, Double) -> Double
) {
    precondition(a.count == b.count && a.count == target.count, "vectors are equally long")
    a.withUnsafeBytes { a in
        b.withUnsafeBytes { b in
            target.withUnsafeMutableBytes { target in
                forEachLanes(of: a.count) { offset in
                    target.storeBytes(
                        of: lanes(a.lanes(at: offset), b.lanes(at: offset)), toByteOffset: offset, as: Lanes.self)
                } single: { offset in
                    target.storeBytes(
                        of: single(a.single(at: offset), b.single(at: offset)), toByteOffset: offset, as: Double.self)
                }
            }
        }
    }
}

/// The places of a vector of `byteCount` bytes, in bytes: eight components at a time, then those that are left.
@inline(__always)
private func forEachLanes(of byteCount: Int, _ lanes: (Int) -> Void, single: (Int) -> Void) {
    let end = byteCount - byteCount % MemoryLayout<Lanes>.stride
    for offset in stride(from: 0, to: end, by: MemoryLayout<Lanes>.stride) { lanes(offset) }
    for offset in stride(from: end, to: byteCount, by: MemoryLayout<Double>.stride) { single(offset) }
}

extension UnsafeRawBufferPointer {
    fileprivate func lanes(at offset: Int) -> Lanes { loadUnaligned(fromByteOffset: offset, as: Lanes.self) }
    fileprivate func single(at offset: Int) -> Double { load(fromByteOffset: offset, as: Double.self) }
}

extension UnsafeMutableRawBufferPointer {
    fileprivate func lanes(at offset: Int) -> Lanes { loadUnaligned(fromByteOffset: offset, as: Lanes.self) }
    fileprivate func single(at offset: Int) -> Double { load(fromByteOffset: offset, as: Double.self) }
}
