import Datasets
import Digests
import Files
import Foundation
import Geometry
import Plotting
import ReportPage
import Testing

@Suite("A page of several classifiers")
struct ReportPageTests {
    private static let hostile = "</script><img src=x onerror=\"alert('1')\">&\u{202E}\u{7}javascript:"

    private func entry(_ name: String, size: String?, lambda: String?) -> ReportEntry {
        let place = size.flatMap { size in lambda.map { ReportEntry.Place(size: size, lambda: $0) } }
        return ReportEntry(
            name: name, place: place, sentence: "Right for \(name).", accuracies: ("50.0 %", "100.0 % (5–100)"),
            gap: "−50.0", status: "converged", errors: (0.5, 0), interval: 0...0.95, classes: [0, 1, 1],
            regions: ["m0 0h20v\(name.utf8.count)z"], command: "boundaryplot '\(name)'", network: nil)
    }

    private func html(
        name: String = "others", _ change: (inout ReportContents) -> Void = { _ in }
    ) throws -> String {
        func dataset(_ points: [Point], _ labels: [Int]) -> Dataset {
            Dataset(points: points, labels: labels, featureNames: [name, "y"], classNames: ["0", name])
        }
        var contents = ReportContents(
            title: name, subtitle: "3 points", baseline: "Always right.", record: #"{"product":"report"}"#,
            settings: JSONValue(["restarts": 5]), training: dataset([Point(x: 0, y: 0), Point(x: 1, y: 1)], [0, 0]),
            test: dataset([Point(x: 1, y: 0)], [1]), limits: Rectangle(minX: -1, minY: -1, maxX: 2, maxY: 2),
            xTitle: name, yTitle: "y", palettes: (.spectral, Palette.spectral.adapted(to: .dark)),
            entries: [
                entry("1 unit", size: "1", lambda: "0.1"), entry("2 units", size: "2", lambda: "0.1"),
                entry("1 unit, 1", size: "1", lambda: "1"), entry("2 units, 1", size: "2", lambda: "1"),
                entry(name, size: nil, lambda: nil),
            ], selected: 1)
        change(&contents)
        return try ReportPage(contents).html()
    }

    private func content(_ pattern: Regex<(Substring, Substring)>, in html: String) throws -> String {
        String(try #require(html.firstMatch(of: pattern)).1)
    }

    @Test("the policy has the hashes of its style and its script, and allows no request")
    func policy() throws {
        let html = try html()
        let policy = try content(#/Content-Security-Policy" content="([^"]*)"/#, in: html)
        for (directive, pattern) in [
            ("style-src", #/<style>((?s:.*?))<\/style>/#), ("script-src", #/<script>((?s:.*?))<\/script>/#),
        ] {
            var hash = SHA256()
            hash.update(try content(pattern, in: html).utf8)
            let hex = Array(hash.finish())
            let bytes = stride(from: 0, to: hex.count, by: 2).compactMap {
                UInt8(String(hex[$0...($0 + 1)]), radix: 16)
            }
            #expect(policy.contains("\(directive) 'sha256-\(Data(bytes).base64EncodedString())'"))
        }
        #expect(
            policy.hasPrefix("default-src 'none';") && !policy.contains("unsafe-inline") && !policy.contains("http"))
        #expect(policy.components(separatedBy: "unsafe").count == 2 && policy.contains("'wasm-unsafe-eval';"))
        #expect(html.firstMatch(of: #/<[a-z]+ [^>]*\son[a-z]+=/#) == nil)
        #expect(html.firstMatch(of: #/<[a-z]+ [^>]*style=/#) == nil)
        #expect(html.firstMatch(of: #/(?:src|href)="(?!#)/#) == nil)
    }

    @Test("has every contour once, and every classifier in the sheet and the table")
    func classifiers() throws {
        let html = try html()
        for (index, name) in ["1 unit", "2 units", "1 unit, 1", "2 units, 1", "others"].enumerated() {
            #expect(html.components(separatedBy: "d=\"m0 0h20v\(name.utf8.count)z\"").count >= 2)
            #expect(html.components(separatedBy: "id=\"e\(index)\"").count == 2)
            #expect(html.contains("<b>\(name)</b>"))
            #expect(html.contains("\">\(name)</a></th>"))
        }
        #expect(html.components(separatedBy: "class=\"region").count == 6)
        #expect(html.contains("href=\"#e1\"") && html.contains("Right for 2 units. Always right."))
        #expect(html.contains("href=\"#hidden=2&amp;lambda=0.1\"") && html.contains("href=\"#classifier=others\""))
    }

    @Test("keeps hostile names as text, without marks of direction")
    func hostileNames() throws {
        let html = try html(name: Self.hostile)
        #expect(
            html.components(separatedBy: "<script").count == 6 && html.components(separatedBy: "</script").count == 6)
        #expect(
            !html.contains("<img") && !html.unicodeScalars.contains("\u{202E}")
                && !html.unicodeScalars.contains("\u{7}"))
        #expect(html.contains("&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;\u{FFFD}"))
        let json = try content(#/<script type="application\/json" id="run">((?s:.*?))<\/script>/#, in: html)
        let run = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let entries = try #require(run["entries"] as? [[String: Any]])
        #expect(entries[4]["command"] as? String == "boundaryplot '\(Self.hostile)'")
        #expect((run["record"] as? [String: Any])?["product"] as? String == "report")
    }

    @Test("one network needs neither sliders, curve nor map; one size has a curve over λ")
    func fewNetworks() throws {
        let one = try html {
            $0.entries.removeSubrange(1...)
            $0.selected = 0
        }
        #expect(
            !one.contains("id=\"size\"") && !one.contains("id=\"lambda\"") && !one.contains("class=\"curve\"")
                && !one.contains("class=\"errors\""))
        let oneSize = try html { $0.entries = [$0.entries[0], $0.entries[2]] }
        #expect(oneSize.components(separatedBy: "class=\"curve\"").count == 2 && !oneSize.contains("class=\"errors\""))
        #expect(oneSize.contains("id=\"lambda\"") && !oneSize.contains("id=\"size\""))
    }

    @Test("of many points some are drawn, and it says so")
    func manyPoints() throws {
        func dataset(_ count: Int) -> Dataset {
            Dataset(
                points: (0..<count).map {
                    Point(x: Double($0) / Double(count), y: Double($0 * 7 % count) / Double(count))
                },
                labels: (0..<count).map { $0 % 2 })
        }
        func markers(_ id: String, in html: String) throws -> Int {
            let start = try #require(html.range(of: "<g id=\"\(id)\"")).upperBound
            let end = try #require(html.range(of: "</g>\n", range: start..<html.endIndex)).lowerBound
            return html[start..<end].matches(of: #/ d="([^"]*)"/#).reduce(0) { count, match in
                count + match.1.count { $0 == "M" || $0 == "m" }
            }
        }
        let html = try html { contents in
            (contents.training, contents.test) = (dataset(9000), dataset(1001))
            for index in contents.entries.indices {
                contents.entries[index].classes = Array(repeating: 0, count: 10001)
            }
        }
        #expect(try markers("training", in: html) == 3000 && markers("test", in: html) == 1001)
        #expect(try markers("few", in: html) <= 400)
        #expect(html.contains("<p>Drawn: one of 3 training points. Scores are of all points.</p>"))
        #expect(html.components(separatedBy: "href=\"#few\"").count == 6)
        // Every drawn point of class 1 is a mistake.
        let mistakes = try content(#/id="mistakes" class="mistakes" d="([^"]*)"/#, in: html)
        #expect(mistakes.count { $0 == "M" } == 2000)
    }

    @Test("the record can be left out, and so can held-out points")
    func optional() throws {
        let html = try html {
            $0.record = nil
            $0.test = nil
            for index in $0.entries.indices { ($0.entries[index].errors.test, $0.entries[index].interval) = (nil, nil) }
        }
        #expect(
            !html.contains("\"record\"") && html.contains("<label hidden><input type=\"checkbox\" id=\"show-held-out\"")
                && !html.contains("gap in points"))
        #expect(html.contains("Error on the training points"))
    }
}
