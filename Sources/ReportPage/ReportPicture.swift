import Datasets
import Files
import Geometry
import Plotting
import SVGRenderer

/// The picture of one classifier, its panels for all, and the shapes that both use.
struct ReportPicture {
    private let contents: ReportContents
    /// The places of all points in the frame, rounded to a tenth: training points, then held-out points.
    let places: [Point]

    private static let margins = (left: 66.0, top: 34.0, right: 12.0, bottom: 62.0)
    private static let markerRadius = 5.0
    /// The greatest number of classes of points that the page generates.
    private static let generatedClassCount = 8

    init(_ contents: ReportContents) {
        self.contents = contents
        let frame = ReportFrame(limits: contents.limits)
        func rounded(_ value: Double) -> Double { (10 * value).rounded() / 10 }
        places = (contents.training.points + (contents.test?.points ?? [])).map {
            let place = frame.place($0)
            return Point(x: rounded(place.x), y: rounded(place.y))
        }
    }

    private var classCount: Int { contents.training.classCount }

    /// The colours of the classes: `.k1` fills a region, `.m1` a marker.
    var colors: String {
        let others = Palette.standard(classCount: Self.generatedClassCount)
        let count = max(classCount, Self.generatedClassCount)
        func variables(_ palette: Palette, _ others: Palette) -> String {
            (0..<count).map { index in
                let swatch = (index < classCount ? palette : others)[index]
                return "--t\(index):\(swatch.tint.hex);--c\(index):\(swatch.color.hex);"
            }.joined()
        }
        return """
            :root{\(variables(contents.palettes.light, others))}
            @media screen and (prefers-color-scheme:dark){:root{\(variables(contents.palettes.dark, others.adapted(to: .dark)))}}
            \((0..<count).map { ".k\($0){fill:var(--fill,var(--t\($0)))}.m\($0){--m:var(--c\($0))}" }.joined())

            """
    }

    /// Shapes that stand in the page once: regions of every classifier, and markers.
    var definitions: String {
        let regions = contents.entries.enumerated().map { index, entry in
            let paths = entry.regions.enumerated().map { #"<path class="region k\#($0 + 1)" d="\#($1)"/>"# }
            return #"<g id="e\#(index)">\#(paths.joined())</g>"# + "\n"
        }
        let (width, height) = (ReportFrame.width, ReportFrame.height)
        // The line of a region along the frame lies outside of the clip.
        return """
            <svg class="definitions" aria-hidden="true" width="0" height="0"><defs>
            <clipPath id="frame"><path d="M1 1H\(Int(width) - 1)V\(Int(height) - 1)H1z"/></clipPath>
            <clipPath id="panel"><path d="M2 2H\(Int(width) - 2)V\(Int(height) - 2)H2z"/></clipPath>
            <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <path class="hatch" d="M0 0V8"/></pattern>
            <g id="training">\(markers(isHeldOut: false, count: Self.drawnCount))</g>
            <g id="test" class="hollow">\(markers(isHeldOut: true, count: Self.drawnCount))</g>
            \(places.count > Self.panelCount ? fewMarkers : "")\
            \(regions.joined())</defs></svg>
            """
    }

    /// The marker of each class about the origin, as path data.
    var markerShapes: [String] {
        (0..<max(classCount, Self.generatedClassCount)).map { index in
            var path = Path()
            path.appendMarker(.forClass(index), at: Point(x: 0, y: 0))
            return path.svgData()
        }
    }

    /// The maximum number of points of a part that the picture shows.
    static let drawnCount = 4000
    /// The maximum number of points that a small picture shows.
    private static let panelCount = 400

    /// Fewer markers, for the small pictures.
    private var fewMarkers: String {
        let trainCount = contents.training.labels.count
        let count = max(1, Self.panelCount * trainCount / places.count)
        return """
            <g id="few">\(markers(isHeldOut: false, count: count))<g class="hollow">\
            \(markers(isHeldOut: true, count: Self.panelCount - count))</g></g>

            """
    }

    /// Returns the markers of one part, one path for each class.
    ///
    /// - Parameter count: the maximum number of points; of more, every second, third or later one is drawn.
    private func markers(isHeldOut: Bool, count: Int) -> String {
        let trainCount = contents.training.labels.count
        let labels = isHeldOut ? contents.test?.labels ?? [] : contents.training.labels
        let step = Self.step(labels.count, count)
        return (0..<classCount).map { index in
            var path = Path()
            for offset in stride(from: 0, to: labels.count, by: step) where labels[offset] == index {
                path.appendMarker(.forClass(index), at: places[offset + (isHeldOut ? trainCount : 0)])
            }
            return path.elements.isEmpty ? "" : #"<path class="marker m\#(index)" d="\#(path.svgData())"/>"#
        }.joined()
    }

    /// Returns the distance of the drawn points in a part.
    private static func step(_ pointCount: Int, _ count: Int) -> Int {
        max(1, (pointCount + count - 1) / max(1, count))
    }

    /// The distance of the drawn points of the training part and of the held-out part.
    private var steps: [Int] {
        [contents.training.labels.count, contents.test?.labels.count ?? 0].map { Self.step($0, Self.drawnCount) }
    }

    /// Sentence on the points that are not drawn; empty if all are.
    private var remark: String {
        let texts = zip(steps, ["training", "held-out"]).filter { $0.0 > 1 }.map { "one of \($0.0) \($0.1) points" }
        return texts.isEmpty ? "" : "<p>Drawn: \(texts.joined(separator: ", ")). Scores are of all points.</p>"
    }

    /// The picture of the classifier that is shown first.
    var html: String {
        let entry = contents.entries[contents.selected]
        let labels = contents.training.labels + (contents.test?.labels ?? [])
        let (trainCount, steps) = (contents.training.labels.count, steps)
        let mistakes = places.indices.filter { index in
            let isDrawn = index < trainCount ? index % steps[0] == 0 : (index - trainCount) % steps[1] == 0
            return isDrawn && entry.classes[index] != labels[index]
        }.map { places[$0] }
        let (width, height, margins) = (ReportFrame.width, ReportFrame.height, Self.margins)
        let box = [
            -margins.left, -margins.top, width + margins.left + margins.right, height + margins.top + margins.bottom,
        ].map { "\(Int($0))" }.joined(separator: " ")
        return """
            <figure class="picture">
            <svg id="picture" viewBox="\(box)" role="img" aria-labelledby="shown">
            <g clip-path="url(#frame)"><path class="k0" d="M0 0H\(Int(width))V\(Int(height))H0z"/>\
            <use id="regions" href="#e\(contents.selected)"/><g id="difference" class="difference"></g>\
            <use id="pinned-lines" class="pinned-lines" href="#" hidden=""/></g>
            <path class="frame" d="M0 0H\(Int(width))V\(Int(height))H0z"/>
            <path id="mistakes" class="mistakes" d="\(mistakes.map(Self.ring).joined())"/>
            <use href="#training"/><use id="held-out" href="#test"/>
            \(ticks)
            <g id="cursor" class="cursor" visibility="hidden"><path d="M-9 0H9M0 -9V9"/></g>
            </svg>
            <figcaption>\(legend)\(remark)</figcaption>
            </figure>
            """
    }

    /// A circle around a marker. The script draws the same.
    private static func ring(_ place: Point) -> String {
        "M\(DecimalText.shortest(place.x - 8)) \(DecimalText.shortest(place.y))a8 8 0 1 0 16 0a8 8 0 1 0-16 0"
    }

    private var ticks: String {
        let (limits, frame) = (contents.limits, ReportFrame(limits: contents.limits))
        let (width, height) = (ReportFrame.width, ReportFrame.height)
        func number(_ value: Double) -> String { DecimalText.fixed(value, decimals: 1) }
        func ticks(_ range: ClosedRange<Double>) -> (labels: TickLabels, values: [Double]) {
            let ticks = TickLocator(maximumBinCount: 6).ticks(in: range)
            return (TickLabels(for: ticks), ticks.values)
        }
        let (x, y) = (ticks(limits.minX...limits.maxX), ticks(limits.minY...limits.maxY))
        let xTicks = zip(x.values, x.labels.texts).map { value, text in
            let place = number(frame.place(Point(x: value, y: 0)).x)
            return
                #"<path class="tick" d="M\#(place) \#(Int(height))v6"/><text class="across" x="\#(place)" y="\#(Int(height))" dy="1.35em">\#(text)</text>"#
        }
        let yTicks = zip(y.values, y.labels.texts).map { value, text in
            let place = number(frame.place(Point(x: 0, y: value)).y)
            return
                #"<path class="tick" d="M0 \#(place)h-6"/><text class="up" x="-11" y="\#(place)" dy=".35em">\#(text)</text>"#
        }
        func title(_ name: String, _ remark: String) -> String {
            HTMLText.escaped([name, remark].filter { !$0.isEmpty }.joined(separator: " "))
        }
        return """
            <g id="ticks">\(xTicks.joined())\(yTicks.joined())\
            <text class="across axis" x="\(Int(width / 2))" y="\(Int(height))" dy="2.55em">\
            \(title(contents.xTitle, x.labels.remark))</text>\
            <text class="axis" x="-60" y="-12">\(title(contents.yTitle, y.labels.remark))</text></g>
            """
    }

    private var legend: String {
        func symbol(_ marker: String) -> String {
            #"<svg class="symbol" viewBox="-9 -9 18 18" aria-hidden="true">\#(marker)</svg>"#
        }
        func marker(_ shape: MarkerShape, _ name: String) -> String {
            var path = Path()
            path.appendMarker(shape, at: Point(x: 0, y: 0))
            return #"<path class="marker \#(name)" d="\#(path.svgData())"/>"#
        }
        let classes = contents.training.classNames.enumerated().map { index, name in
            let region = #"<path class="k\#(index)" d="M-9-9H9V9H-9z"/>"#
            return
                "<li class=\"class\">\(symbol(region + marker(.forClass(index), "m\(index)")))\(HTMLText.escaped(name))</li>"
        }
        let heldOut =
            "<li class=\"held-out\"\(contents.test == nil ? " hidden" : "")>\(symbol("<g class=\"hollow\">\(marker(.circle, "grey"))</g>"))held out</li>"
        let mistake =
            "<li>\(symbol("<path class=\"mistakes\" d=\"\(Self.ring(Point(x: 0, y: 0)))\"/>" + marker(.circle, "grey")))mistake</li>"
        return "<ul class=\"legend\">\(classes.joined())\(heldOut)\(mistake)</ul>"
    }

    /// A small picture of every classifier, with its name and scores.
    var sheet: String {
        let (width, height) = (Int(ReportFrame.width), Int(ReportFrame.height))
        let points =
            places.count > Self.panelCount
            ? ##"<use href="#few"/>"##
            : ##"<use href="#training"/>"## + (contents.test == nil ? "" : ##"<use href="#test"/>"##)
        let panels = contents.entries.enumerated().map { index, entry in
            let name = HTMLText.escaped(entry.name)
            let score = entry.accuracies.test.map { "test \($0)" } ?? "accuracy \(entry.accuracies.training)"
            return """
                <li><a href="\(HTMLText.escaped(entry.fragment))"><svg viewBox="0 0 \(width) \(height)" aria-hidden="true">\
                <path class="k0" d="M0 0H\(width)V\(height)H0z"/><g clip-path="url(#panel)"><use href="#e\(index)"/></g>\(points)</svg>\
                <b>\(name)</b> \(score)</a></li>
                """
        }
        return "<ul class=\"panels\">\(panels.joined(separator: "\n"))</ul>"
    }
}

extension ReportEntry {
    /// The fragment of an address that shows the classifier.
    var fragment: String {
        func encoded(_ text: String) -> String {
            text.utf8.map { byte in
                let character = Character(Unicode.Scalar(byte))
                let isPlain = byte < 0x80 && (character.isLetter || character.isNumber || "-_.~".contains(character))
                return isPlain ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
            }.joined()
        }
        guard let place else { return "#classifier=\(encoded(name.withoutControlCharacters))" }
        return "#hidden=\(encoded(place.size))&lambda=\(encoded(place.lambda))"
    }
}

extension Path {
    /// Adds the marker of a class.
    fileprivate mutating func appendMarker(_ shape: MarkerShape, at place: Point) {
        for element in shape.outline(radius: 5).elements {
            func moved(_ point: Point) -> Point { Point(x: point.x + place.x, y: point.y + place.y) }
            switch element {
            case .move(let to): elements.append(.move(to: moved(to)))
            case .line(let to): elements.append(.line(to: moved(to)))
            case .curve(let to, let first, let second):
                elements.append(.curve(to: moved(to), control1: moved(first), control2: moved(second)))
            case .close: elements.append(.close)
            }
        }
    }
}

extension Color {
    /// The colour as CSS writes it, without its opacity.
    fileprivate var hex: String {
        "#"
            + [red, green, blue].map { component in
                let byte = Int((255 * min(max(component, 0), 1)).rounded())
                return (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
    }
}
