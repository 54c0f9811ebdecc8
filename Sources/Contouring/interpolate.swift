/// Where a value that changes linearly from one point to another passes `level`.
///
/// The place is measured from the nearer of the two points. So it is exactly that point where the value there is the
/// level, and it never lies outside the two.
func interpolate(
    from a: Double, _ valueA: Double, to b: Double, _ valueB: Double, at level: Double
) -> Double {
    let change = valueB - valueA
    guard change.isFinite else {
        return interpolate(from: a, valueA / 2, to: b, valueB / 2, at: level / 2)
    }
    let share = (level - valueA) / change
    return share <= 0.5 ? a + share * (b - a) : b - (valueB - level) / change * (b - a)
}
