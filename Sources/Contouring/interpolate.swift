/// Returns the coordinate at which a value passes `level` if it changes linearly between two points.
///
/// The result is computed from the nearer point. So it equals that point if its value is the level, and is never outside
/// the two points.
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
