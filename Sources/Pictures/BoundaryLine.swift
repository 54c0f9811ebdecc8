public import Plotting

/// The line of one classifier's boundary among those of several: colour, width and dashes.
///
/// Lines go from a broad bright one to a narrow one of the theme's boundary colour, so that lightness alone gives their
/// order. From five lines on, every second one is dashed.
public struct BoundaryLine: Hashable, Sendable {
    /// The greatest number of lines that readers can tell apart.
    public static let greatestCount = 10

    /// The colour of the line.
    public let color: Color
    /// The width of the line as a multiple of the theme's `boundaryWidth`.
    public let widthFactor: Double
    /// Lengths of dashes and gaps in turn, as multiples of the theme's `boundaryWidth`; empty for a solid line.
    public let dash: [Double]

    /// Returns the lines of several classifiers, in their order.
    ///
    /// - Parameter count: the number of lines, up to `greatestCount`.
    public static func lines(count: Int, in theme: Theme) -> [BoundaryLine] {
        precondition(count <= greatestCount, "more lines than readers can tell apart")
        let colors = ColorMap(theme.ground == .dark ? darkColors : lightColors)
        return (0..<count).map { index in
            let share = count == 1 ? 1 : Double(index) / Double(count - 1)
            // The last line is solid, since the largest network has the most details.
            let isDashed = count >= leastDashedCount && !(count - 1 - index).isMultiple(of: 2)
            let widthFactor = widestFactor + (narrowestFactor - widestFactor) * share
            return BoundaryLine(
                color: share == 1 ? theme.boundaryColor : colors(share),
                widthFactor: isDashed ? dashedShare * widthFactor : widthFactor, dash: isDashed ? dash : [])
        }
    }

    private static let widestFactor = 2.6
    private static let narrowestFactor = 0.9
    private static let leastDashedCount = 5
    /// The width of a dashed line as a share of that of a solid one, so that a broad line beneath shows along both sides.
    private static let dashedShare = 0.7
    private static let dash = [4, 1.8]

    /// From ochre through blue-green and blue to nearly black. A purer green would look like ochre without red cones.
    private static let lightColors = [
        Color(bytes: 218, 162, 0), Color(bytes: 74, 160, 138), Color(bytes: 12, 114, 142), Color(bytes: 42, 60, 146),
        Color(bytes: 20, 20, 28),
    ]
    /// From blue through teal and green to nearly white.
    private static let darkColors = [
        Color(bytes: 66, 96, 196), Color(bytes: 18, 142, 166), Color(bytes: 62, 182, 112), Color(bytes: 206, 210, 78),
        Color(bytes: 244, 244, 248),
    ]
}

extension [LineMark] {
    /// Returns wider lines in the ground's colour, to lie beneath all of these: the halo of a later line would hide an
    /// earlier one.
    func halos(on theme: Theme) -> [LineMark] {
        map { line in
            LineMark(
                strips: line.strips, loops: line.loops, color: theme.groundColor.opacity(0.85),
                widthFactor: line.widthFactor + 2)
        }
    }
}
