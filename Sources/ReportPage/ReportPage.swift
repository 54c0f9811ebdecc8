import Datasets
import Files
import FoundationEssentials
import Geometry

/// A self-contained HTML page that shows classifiers, and compares them.
///
/// Without its script, and in print, it has a picture of every classifier, the curves and a table of the scores.
package struct ReportPage {
    private let contents: ReportContents
    private let picture: ReportPicture

    package init(_ contents: ReportContents) {
        self.contents = contents
        picture = ReportPicture(contents)
    }

    /// The page as HTML.
    ///
    /// - Throws: an error if names cannot be encoded as JSON.
    package func html() throws -> String {
        let (style, script) = (PageSources.style + picture.colors, PageSources.script)
        let curves = ReportCurves(contents).html
        let map = ReportTables(contents).map
        func section(_ name: String, _ heading: String, _ html: String) -> String {
            html.isEmpty
                ? ""
                : "<section class=\"\(name)\" aria-labelledby=\"\(name)\"><h2 id=\"\(name)\">\(heading)</h2>\(html)</section>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(ContentPolicy.text(style: style, script: script))">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="generator" content="boundaryplot">
            <title>\(HTMLText.escaped(contents.title))</title>
            <style>\(style)</style>
            </head>
            <body>
            \(picture.definitions)
            <header><h1>\(HTMLText.escaped(contents.title))</h1><p>\(HTMLText.escaped(contents.subtitle))</p></header>
            <main>
            <div class="explore">
            <section class="view" aria-labelledby="shown">
            \(ReportControls(contents).html)
            \(picture.html)
            \(ReportControls(contents).words)
            </section>
            <div class="side">
            \(section("curves", "Error by size and λ", curves))\(section("map", "Size × λ", map))\
            \(TrainingPanel(contents).html)</div>
            </div>
            \(section("sheet", "All boundaries", picture.sheet))\
            \(section("scores", "All scores", ReportTables(contents).scores))</main>
            <footer><p>Made by boundaryplot. The page makes no request.</p></footer>
            <script type="text/plain" id="engine">\(PageSources.engine)</script>
            <script type="text/plain" id="engine-source">\(PageSources.engineScript)</script>
            <script type="text/plain" id="worker-source">\(PageSources.workerScript)</script>
            <script type="application/json" id="run">\(HTMLText.script(json: try json()))</script>
            <script>\(script)</script>
            </body>
            </html>

            """
    }

    /// The one object that the script reads.
    private func json() throws -> String {
        let labels = contents.training.labels + (contents.test?.labels ?? [])
        let data = JSONValue([
            "sizes": contents.sizes, "lambdas": contents.lambdas,
            "entries": contents.entries.map { entry in
                JSONValue([
                    "name": entry.name.withoutControlCharacters, "hidden": entry.place?.size,
                    "lambda": entry.place?.lambda, "sentence": entry.sentence.withoutControlCharacters,
                    "command": entry.command, "classes": Self.text(of: entry.classes),
                    "network": entry.network,
                ])
            },
            "labels": Self.text(of: labels), "trainCount": contents.training.labels.count,
            "drawnCount": ReportPicture.drawnCount,
            "places": picture.places.flatMap { [$0.x, $0.y] }, "points": coordinates, "markers": picture.markerShapes,
            "settings": contents.settings,
            "classNames": contents.training.classNames.map(\.withoutControlCharacters),
            "limits": [contents.limits.minX, contents.limits.minY, contents.limits.maxX, contents.limits.maxY],
            "axes": [contents.xTitle.withoutControlCharacters, contents.yTitle.withoutControlCharacters],
            "selected": contents.selected,
            "record": try contents.record.map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) },
        ])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(data), as: UTF8.self)
    }

    /// x and y of all points in data units, as little-endian numbers of 64 bits in base 64.
    private var coordinates: String {
        let points = contents.training.points + (contents.test?.points ?? [])
        let bytes = points.flatMap { point in
            [point.x, point.y].flatMap { number in
                (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
            }
        }
        return Data(bytes).base64EncodedString()
    }

    /// A character for each class, 0 for the first.
    private static func text(of classes: [Int]) -> String {
        String(String.UnicodeScalarView(classes.compactMap { Unicode.Scalar(UInt32(48 + $0)) }))
    }
}
