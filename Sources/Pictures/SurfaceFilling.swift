import ElementaryFunctions
import Files
import Geometry
import Plotting

/// The filled regions of one surface: background colour, areas in drawing order, and a colour bar for bands.
struct SurfaceFilling {
    let background: Color
    let areas: [AreaMark]
    let colorBar: ColorBar?

    init(of surface: DecisionSurface, style: SurfaceStyle) {
        let bands = (0..<surface.classCount).map(style.bands(ofClass:))
        let scale = style.hasBands ? BandScale(style.fill, scoreLimit: surface.scoreLimit) : nil
        background = bands[0][0]
        // Regions in their first colour come first, then the nested bands of each class.
        var areas = (1..<surface.classCount).map { AreaMark(surface.region(ofClass: $0), color: bands[$0][0]) }
        if let scale {
            for (index, colors) in bands.enumerated() {
                areas += zip(scale.margins, colors.dropFirst()).map { margin, color in
                    AreaMark(surface.area(ofClass: index, marginAbove: margin), color: color)
                }
            }
        }
        self.areas = areas
        colorBar = scale?.colorBar(bands)
    }
}

extension SurfaceStyle {
    /// Returns the margins that a surface is traced at for this style.
    ///
    /// - Parameter scoreLimit: the limit of the score unless the fill has its own; see `DecisionSurface.scoreLimit`.
    public func margins(scoreLimit: Double?) -> [Double] {
        // Names are written in the regions of single classes, those above margin 0.
        (namesRegions ? [0] : []) + (hasBands ? BandScale(fill, scoreLimit: scoreLimit)?.margins ?? [] : [])
    }
}

/// The limits between the bands of a fill.
private struct BandScale {
    /// Margins between successive bands of a class, ascending; one fewer than bands.
    let margins: [Double]
    /// The edges of the bands of each class; of both classes together if `isDiverging`.
    private let edges: [Axes.Tick]
    private let title: String
    private let isDiverging: Bool

    /// Creates the scale of a fill; nil for plain regions.
    init?(_ fill: RegionFill, scoreLimit: Double?) {
        switch fill {
        case .regions: return nil
        case .probability(let levels): self = .probability(levels: levels)
        case .score(let levels, let limit): self = .score(levels: levels, limit: limit ?? scoreLimit ?? 1)
        }
    }

    private init(margins: [Double], edges: [Axes.Tick], title: String, isDiverging: Bool) {
        (self.margins, self.edges, self.title, self.isDiverging) = (margins, edges, title, isDiverging)
    }

    func colorBar(_ bands: [[Color]]) -> ColorBar {
        let bars = isDiverging ? [bands[0].reversed() + bands[1]] : bands
        let title = bands.count > 2 ? "\(title) against the runner-up" : title
        return ColorBar(title: title, edges: edges, bars: bars, isOpen: isDiverging)
    }

    static func probability(levels: Int?) -> BandScale {
        let values =
            levels.map { levels in (0...levels).map { 0.5 + 0.5 * Double($0) / Double(levels) } }
            ?? RegionFill.probabilities
        // Bands of equal width have the fewest decimals that distinguish the edges, at most three.
        let decimals = (1...3).first { decimals in
            let power = [10.0, 100, 1000][decimals - 1]
            return values.allSatisfy { abs(power * $0 - (power * $0).rounded()) < 1e-9 }
        }
        return BandScale(
            margins: values.dropFirst().dropLast().map { 2 * .log($0 / (1 - $0)) },
            edges: values.map { value in
                let text =
                    levels == nil ? DecimalText.shortest(value) : DecimalText.fixed(value, decimals: decimals ?? 3)
                return Axes.Tick(value, label: text)
            },
            title: "probability", isDiverging: false)
    }

    static func score(levels: Int, limit: Double) -> BandScale {
        // The smallest round step for which `levels` steps reach the limit.
        let found = TickLocator(maximumBinCount: levels).ticks(in: 0...limit)
        let multiple = found.multiples.count >= 2 ? found.multiples[1] - found.multiples[0] : 1
        let ticks = Plotting.Ticks(
            multiples: (-levels...levels).map { $0 * multiple }, exponent: found.exponent)
        let labels = TickLabels(for: ticks)
        let values = ticks.values
        return BandScale(
            margins: Array(values[(levels + 1)..<(2 * levels)]),
            edges: zip(values, labels.texts).map { Axes.Tick($0, label: $1) },
            title: labels.remark.isEmpty ? "score" : "score (\(labels.remark))", isDiverging: true)
    }
}

extension DecisionSurface {
    /// The number of responses, at least, from which `scoreLimit(of:)` is computed if a grid has as many.
    public static let scoreSampleCount = 10_007

    /// Returns the limit of the score: approximately the 95th percentile of the absolute responses; 1 if that is 0.
    ///
    /// - Parameter responses: every n-th response of a grid.
    public static func scoreLimit(of responses: [Double]) -> Double {
        let sample = responses.map(abs).filter(\.isFinite).sorted()
        guard !sample.isEmpty else { return 1 }
        let limit = sample[min(sample.count - 1, sample.count * 19 / 20)]
        return limit > 0 ? limit : 1
    }
}
