/// A colour for every number from 0 to 1, interpolated in sRGB between evenly spaced ones.
public struct ColorMap: Hashable, Sendable {
    /// Two or more, evenly spaced from 0 to 1.
    public let colors: [Color]

    /// - Precondition: two or more colours.
    public init(_ colors: [Color]) {
        precondition(colors.count >= 2, "a colour map has two or more colours")
        self.colors = colors
    }

    /// The colour of `value`; of the nearer end for one outside of 0…1, of the lower end for one that is not a number.
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
    public static let spectral = ColorMap([
        Color(bytes: 158, 1, 66), Color(bytes: 213, 62, 79), Color(bytes: 244, 109, 67), Color(bytes: 253, 174, 97),
        Color(bytes: 254, 224, 139), Color(bytes: 255, 255, 191), Color(bytes: 230, 245, 152),
        Color(bytes: 171, 221, 164),
        Color(bytes: 102, 194, 165), Color(bytes: 50, 136, 189), Color(bytes: 94, 79, 162),
    ])
}
