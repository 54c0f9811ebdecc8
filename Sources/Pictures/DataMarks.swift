import Datasets
import Geometry
import Plotting

/// The marks that show the points of the data, and their entries in the legend.
///
/// Points are drawn one by one, or, if very many places differ, as the density of each class. Equal points of one class
/// share a marker, whose area grows with their number. Markers of several classes or parts at one place lie in each other,
/// the largest number outside, so that the visible area of each is proportional to its number.
struct DataMarks {
    private(set) var marks: [any Mark] = []
    /// Entries after those of the classes.
    private(set) var entries: [Legend.Entry] = []
    /// True if there are so many points that the boundary is drawn over them.
    private(set) var coversBoundary = false

    /// Greatest number of places that are drawn one by one.
    static let densityLimit = 20_000
    /// Greatest number of opaque markers.
    static let opaqueLimit = 2_000
    /// Greatest number of markers that lie over the boundary.
    static let boundaryLimit = 500

    /// - Parameters:
    ///   - parts: training points and, if there are any, held-out points.
    ///   - limits: limits of the picture in data units.
    init(
        of parts: [ScoredPoints], limits: Rectangle, palette: Palette, theme: Theme, elements: PictureElements
    ) {
        guard elements.hasPoints else { return }
        if let places = Self.places(of: parts) {
            let mark = Self.mark(of: places, classCount: parts[0].dataset.classCount, palette, theme, elements)
            marks = [mark]
            coversBoundary = mark.points.count > Self.boundaryLimit
            let kinds = Set(places.flatMap(\.groups).map(\.kind))
            if parts.count > 1 { entries.append(.init("held out", symbol: .init(marker: .grey(.heldOut, theme)))) }
            for (kind, name) in [(Kind.missed, "misclassified"), (.missedHeldOut, "misclassified, held out")]
            where kinds.contains(kind) {
                entries.append(.init(name, symbol: .init(marker: .grey(kind, theme))))
            }
            let greatest = places.flatMap(\.groups).map(\.count).max() ?? 1
            if greatest > 1 {
                entries.append(
                    .init("larger: up to \(greatest) equal points", symbol: .init(marker: .grey(.plain, theme))))
            }
        } else {
            let density = PointDensity(of: parts, limits: limits)
            marks = [density.mark(palette: palette, opacity: elements.pointOpacity)]
            let outliers = parts.map(\.dataset).flatMap { dataset in
                zip(dataset.points, dataset.labels).filter { density.isOutlier($0, ofClass: $1) }
            }
            var mark = PointMark(
                outliers.map(\.0),
                markers: parts[0].dataset.classNames.indices.map { Marker(.plain, ofClass: $0, palette, theme) },
                markerIndices: outliers.map(\.1))
            mark.scale = elements.pointScale
            // Not quite opaque, and so without edges.
            mark.opacity = elements.pointOpacity ?? 0.9
            marks.append(mark)
            coversBoundary = true
            entries.append(
                .init("darker: more points", symbol: .init(area: theme.frameColor.opacity(2 * PointDensity.opacity))))
        }
    }

    /// Kind of a point, in drawing order: mistakes of held-out points are the rarest and of the most interest.
    enum Kind: Int, CaseIterable {
        case plain, heldOut, missed, missedHeldOut
    }

    /// Equal points of one class and kind.
    private struct Group {
        let label: Int
        let kind: Kind
        var count: Int
    }

    /// Points of any class and kind at one place.
    private struct Place {
        let point: Point
        var groups: [Group]

        mutating func add(_ label: Int, _ kind: Kind) {
            if let index = groups.firstIndex(where: { $0.label == label && $0.kind == kind }) {
                groups[index].count += 1
            } else {
                groups.append(Group(label: label, kind: kind, count: 1))
            }
        }
    }

    /// Returns the places in the order of their first points; nil if there are more than can be drawn one by one.
    private static func places(of parts: [ScoredPoints]) -> [Place]? {
        var places: [Place] = []
        var indices: [Point: Int] = [:]
        for (part, kinds) in zip(parts, [(Kind.plain, Kind.missed), (.heldOut, .missedHeldOut)]) {
            let dataset = part.dataset
            for index in dataset.points.indices {
                let point = dataset.points[index]
                let kind = part.misclassified[index] ? kinds.1 : kinds.0
                if let place = indices[point] {
                    places[place].add(dataset.labels[index], kind)
                    continue
                }
                guard places.count < densityLimit else { return nil }
                indices[point] = places.count
                places.append(Place(point: point, groups: [Group(label: dataset.labels[index], kind: kind, count: 1)]))
            }
        }
        return places
    }

    /// Returns the mark of all places: by the last kind of each, those of many points first.
    private static func mark(
        of places: [Place], classCount: Int, _ palette: Palette, _ theme: Theme, _ elements: PictureElements
    ) -> PointMark {
        func order(_ index: Int) -> (Int, Int, Int) {
            let groups = places[index].groups
            return (groups.map(\.kind.rawValue).max() ?? 0, -groups.reduce(0) { $0 + $1.count }, index)
        }
        var (points, markerIndices, weights): ([Point], [Int], [Double]) = ([], [], [])
        for (_, _, index) in places.indices.map(order).sorted(by: <) {
            let groups = places[index].groups.sorted {
                ($1.count, $0.label, $0.kind.rawValue) < ($0.count, $1.label, $1.kind.rawValue)
            }
            var rest = groups.reduce(0) { $0 + $1.count }
            for group in groups {
                points.append(places[index].point)
                markerIndices.append(group.label * Kind.allCases.count + group.kind.rawValue)
                weights.append(Double(rest))
                rest -= group.count
            }
        }
        let markers = (0..<classCount).flatMap { label in
            Kind.allCases.map { Marker($0, ofClass: label, palette, theme) }
        }
        var mark = PointMark(points, markers: markers, markerIndices: markerIndices)
        if weights.contains(where: { $0 > 1 }) { mark.weights = weights }
        mark.scale = elements.pointScale
        mark.opacity = elements.pointOpacity ?? opacity(count: points.count)
        return mark
    }

    /// Returns the default opacity: 1 for a few thousand points, then falling from 0.8 with ∜n.
    private static func opacity(count: Int) -> Double {
        count <= opaqueLimit ? 1 : 0.8 * (Double(opaqueLimit) / Double(count)).squareRoot().squareRoot()
    }
}

extension Marker {
    /// Creates the marker of points of a class: hollow if they are held out, with a ring if they are misclassified.
    ///
    /// The ring of held-out points is twice as wide, since their mistakes alone tell of over-fitting.
    init(_ kind: DataMarks.Kind, ofClass index: Int, _ palette: Palette, _ theme: Theme) {
        self.init(kind, shape: .forClass(index), color: palette[index].color, theme)
    }

    /// Returns a grey marker of a kind, for the legend.
    static func grey(_ kind: DataMarks.Kind, _ theme: Theme) -> Marker {
        Marker(kind, shape: .circle, color: theme.frameColor, theme)
    }

    private init(_ kind: DataMarks.Kind, shape: MarkerShape, color: Color, _ theme: Theme) {
        let isHeldOut = kind == .heldOut || kind == .missedHeldOut
        let isMissed = kind == .missed || kind == .missedHeldOut
        self.init(
            shape: shape, color: color, coreColor: isHeldOut ? theme.markerCoreColor : nil,
            ring: isMissed ? Flag(color: theme.ringColor, widthFactor: isHeldOut ? 2 : 1) : nil)
    }
}
