import ElementaryFunctions
import Geometry
import Plotting

/// The marks and the legend of a validation curve.
struct ValidationCurveDrawing {
    private let curve: ValidationCurve
    private let limits: Rectangle
    private let lines: [ValidationCurveLine]
    /// True if points are far enough apart; a marker takes about 1.5 % of an axis.
    private let hasPoints: Bool

    /// The places with a bar: the best one, and others that are far enough from it and from each other.
    private let barIndices: [Int]

    private let colors: CurveColors

    init(_ curve: ValidationCurve, in limits: Rectangle, theme: Theme) {
        let colors = CurveColors(on: theme.ground)
        self.colors = colors
        self.curve = curve
        self.limits = limits
        let heldOut = curve.series.indices.filter { curve.series[$0].isHeldOut }
        let networks = curve.comparesNetworks ? colors.networks(count: curve.series.count) : nil
        lines = curve.series.indices.map { index in
            ValidationCurveLine(
                curve.series[index], of: curve,
                color: networks?[index] ?? colors.line(heldOutIndex: heldOut.firstIndex(of: index)),
                shape: networks == nil ? .circle : CurveColors.shape(ofNetwork: index),
                bandOpacity: colors.bandOpacity, coreColor: theme.markerCoreColor)
        }
        let scale = AxisScale(curve.axis.scale, domain: limits.minX...limits.maxX, start: 0, end: 1)
        let positions = (0..<curve.axis.count).map { scale(curve.axis.position($0)) }
        hasPoints = zip(positions, positions.dropFirst()).allSatisfy { $1 - $0 >= 0.015 }
        // Bars that nearly touch would be a hatch.
        var barIndices = curve.bestIndex.map { [$0] } ?? []
        for index in positions.indices
        where barIndices.allSatisfy({ abs(positions[$0] - positions[index]) >= 0.02 }) {
            barIndices.append(index)
        }
        self.barIndices = barIndices.sorted()
    }

    /// The ends of a cap of 1.2 % of the axis around `x`.
    private func caps(_ x: Double) -> [Double] {
        [-0.006, 0.006].map { share in
            curve.axis.scale == .linear
                ? x + share * (limits.maxX - limits.minX) : x * .exp(share * .log(limits.maxX / limits.minX))
        }
    }

    /// The line and the index of the best place; nil if its value is not finite.
    private var best: (line: ValidationCurveLine, index: Int)? {
        guard let index = curve.bestIndex, lines.indices.contains(curve.bestSeriesIndex) else { return nil }
        let line = lines[curve.bestSeriesIndex]
        return line.series.isHeldOut && line.series.values[index].isFinite ? (line, index) : nil
    }

    /// The marks from back to front: bands, bars, the vertical line of the best place, lines, points, the star of the
    /// best place.
    var marks: [any Mark] {
        var marks: [any Mark] = lines.flatMap(\.bands)
        marks += lines.compactMap { $0.bars(at: barIndices, caps: caps) } as [any Mark]
        if let best {
            let x = best.line.point(best.index).x
            let upright = Polyline([Point(x: x, y: limits.minY), Point(x: x, y: limits.maxY)])
            marks.append(LineMark(strips: [upright], color: colors.guide, widthFactor: 0.6, isGuide: true))
        }
        marks += lines.map(\.lineMark) as [any Mark]
        marks += lines.map { $0.pointMark(hasPoints: hasPoints) } as [any Mark]
        if let best { marks.append(PointMark([best.line.point(best.index)], marker: best.line.star)) }
        return marks
    }

    var legend: Legend {
        guard let best else { return Legend(lineEntries) }
        let value = curve.measure.text(best.line.series.values[best.index])
        let unit = curve.measure == .error ? " %" : ""
        let names = (curve.comparesNetworks ? [best.line.series.name] : []) + [curve.axis.name(best.index)]
        return Legend(lineEntries + bestEntries(": " + (names + [value + unit]).joined(separator: ", ")))
    }

    /// The legend of several curves, each with its own best place.
    var sharedLegend: Legend { Legend(lineEntries + bestEntries(" " + curve.axis.noun)) }

    private var lineEntries: [Legend.Entry] {
        let hasBand = curve.series.contains { $0.deviations != nil }
        let band = Legend.Entry("± 1 standard deviation", symbol: Legend.Symbol(area: colors.plainBand))
        return lines.map { $0.entry(hasPoints: hasPoints) } + (hasBand ? [band] : []) + lines.compactMap(\.barEntry)
    }

    private func bestEntries(_ ending: String) -> [Legend.Entry] {
        best.map { [Legend.Entry(curve.bestName + ending, symbol: Legend.Symbol(marker: $0.line.star))] } ?? []
    }
}
