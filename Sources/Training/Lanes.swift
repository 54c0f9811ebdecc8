/// Eight neighbouring points, or one number for each of them.
///
/// Every loop runs over points, eight at a time, whatever the processor's registers hold: so sums have the same order, and
/// the same bits, everywhere.
public typealias Lanes = SIMD8<Double>

extension Lanes {
    /// |x| in every lane.
    var magnitude: Lanes {
        let allButSign = SIMD8<UInt64>(repeating: 0x7fff_ffff_ffff_ffff)
        return unsafeBitCast(unsafeBitCast(self, to: SIMD8<UInt64>.self) & allButSign, to: Lanes.self)
    }

    /// The sum of the lanes, halves first.
    var total: Double {
        let four = lowHalf + highHalf
        let two = four.lowHalf + four.highHalf
        return two.x + two.y
    }
}
