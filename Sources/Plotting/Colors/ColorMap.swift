/// A map from numbers in 0…1 to colours, interpolated in sRGB between evenly spaced ones.
public struct ColorMap: Hashable, Sendable {
    /// Two or more colours, evenly spaced from 0 to 1.
    public let colors: [Color]

    /// - Precondition: two or more colours.
    public init(_ colors: [Color]) {
        precondition(colors.count >= 2, "a colour map must have at least two colours")
        self.colors = colors
    }

    /// Returns the colour of `value`. Values outside of 0…1 have the colour of the nearer end, NaN that of the lower
    /// end.
    public func callAsFunction(_ value: Double) -> Color {
        let position = min(max(0, value), 1) * Double(colors.count - 1)
        // `max(0, NaN)` is NaN, which no comparison lets through.
        guard position > 0 else { return colors[0] }
        let index = min(Int(position), colors.count - 2)
        let (lower, upper) = (colors[index], colors[index + 1])
        let share = position - Double(index)
        func mix(_ component: KeyPath<Color, Double>) -> Double {
            lower[keyPath: component] * (1 - share) + upper[keyPath: component] * share
        }
        return Color(red: mix(\.red), green: mix(\.green), blue: mix(\.blue), alpha: mix(\.alpha))
    }

    /// From crimson through pale yellow to violet; Cynthia Brewer's Spectral in eleven colours (colorbrewer2.org).
    public static let spectral = ColorMap(
        [0x9e0142, 0xd53e4f, 0xf46d43, 0xfdae61, 0xfee08b, 0xffffbf, 0xe6f598, 0xabdda4, 0x66c2a5, 0x3288bd, 0x5e4fa2]
            .map(Color.init(rgb:)))
}
