import Files
import Plotting

/// Error against size for each λ, or against λ if there is one size.
struct ReportCurves {
    private let contents: ReportContents
    private let width = 400.0
    private let height = 220.0

    init(_ contents: ReportContents) { self.contents = contents }

    /// The curves as HTML; empty for fewer than two networks along the axis.
    var html: String {
        let (sizes, lambdas) = (contents.sizes, contents.lambdas)
        let isOverSizes = sizes.count > 1
        guard isOverSizes || lambdas.count > 1 else { return "" }
        let lines: [(name: String, labels: [String], entries: [Int])] =
            isOverSizes
            ? lambdas.map { lambda in
                ("λ \(lambda)", sizes, sizes.compactMap { contents.index(size: $0, lambda: lambda) })
            }
            : [("\(sizes[0]) hidden units", lambdas, lambdas.compactMap { contents.index(size: sizes[0], lambda: $0) })]
        let key = """
            <ul class="legend"><li><svg class="symbol" viewBox="-9 -9 18 18" aria-hidden="true"><path class="line train" d="M-9 0H9"/></svg>training points</li>\
            \(contents.test == nil ? "" : "<li><svg class=\"symbol\" viewBox=\"-9 -9 18 18\" aria-hidden=\"true\"><path class=\"line test\" d=\"M-9 0H9\"/></svg>held-out points, with 95 % intervals</li>")</ul>
            """
        return
            "<div class=\"lines\">\(lines.map { figure($0.name, $0.labels, $0.entries, isOverSizes) }.joined())</div>\(key)"
    }

    private var greatest: Double {
        let entries = contents.entries.filter { $0.place != nil }
        return max(
            0.02,
            entries.flatMap { [$0.errors.training, $0.errors.test ?? 0, $0.interval?.upperBound ?? 0] }.max() ?? 0)
            * 1.08
    }

    private func figure(_ name: String, _ labels: [String], _ indices: [Int], _ isOverSizes: Bool) -> String {
        let entries = indices.map { contents.entries[$0] }
        func number(_ value: Double) -> String { DecimalText.fixed(value, decimals: 1) }
        func x(_ position: Int) -> String { number((Double(position) + 0.5) / Double(entries.count) * width) }
        func y(_ error: Double) -> String { number(height * (1 - min(error / greatest, 1))) }
        func line(_ name: String, _ values: [Double]) -> String {
            let points = values.enumerated().map { "\(x($0)) \(y($1))" }.joined(separator: "L")
            return "<path class=\"line \(name)\" d=\"M\(points)\"/>"
        }
        let tests = entries.compactMap(\.errors.test)
        let whiskers = entries.enumerated().compactMap { position, entry in
            entry.interval.map { "M\(x(position)) \(y($0.lowerBound))V\(y($0.upperBound))" }
        }.joined()
        let places = zip(indices, entries).enumerated().map { position, entry in
            let band = width / Double(entries.count)
            return """
                <g class="place" data-entry="\(entry.0)"><path class="target" d="M\(number(Double(position) * band)) 0h\(number(band))v\(Int(height))h-\(number(band))z"/>\
                <circle class="dot" cx="\(x(position))" cy="\(y(entry.1.errors.test ?? entry.1.errors.training))" r="4.5"/></g>
                """
        }
        let step = max(1, (labels.count + 7) / 8)
        let labelTexts = labels.enumerated().filter { $0.offset % step == 0 }.map {
            "<text class=\"across\" x=\"\(x($0.offset))\" y=\"\(Int(height))\" dy=\"1.3em\">\($0.element)</text>"
        }
        let ticks = TickLocator(maximumBinCount: 4).ticks(in: 0...greatest)
        let tickTexts = ticks.values.map { value in
            "<path class=\"grid\" d=\"M0 \(y(value))H\(Int(width))\"/><text class=\"up\" x=\"-6\" y=\"\(y(value))\" dy=\".35em\">\(DecimalText.shortest((1000 * value).rounded() / 10))</text>"
        }
        let title = "Error in per cent by \(isOverSizes ? "hidden units" : "λ"), \(name)"
        return """
            <figure class="curve" data-name="\(name)"><figcaption>Error in %, <b>\(name)</b></figcaption>\
            <svg viewBox="-44 -8 452 280" role="img" aria-label="\(title)">\(tickTexts.joined())\
            <path class="whiskers" d="\(whiskers)"/>\(line("train", entries.map(\.errors.training)))\
            \(tests.count == entries.count ? line("test", tests) : "")\(places.joined())\(labelTexts.joined())\
            <text class="across axis" x="\(Int(width / 2))" y="\(Int(height))" dy="2.6em">\(isOverSizes ? "hidden units" : "λ")</text></svg></figure>
            """
    }
}
