/// The controls of the page, hidden unless its script runs, and the scores of the classifier that is shown.
struct ReportControls {
    let contents: ReportContents

    init(_ contents: ReportContents) { self.contents = contents }

    /// The name of the classifier, and the controls that change it.
    var html: String {
        let entry = contents.entries[contents.selected]
        return """
            <h2 id="shown">\(HTMLText.escaped(entry.name))</h2>
            <div class="controls" hidden>
            \(slider("size", "Hidden units", contents.sizes, entry.place?.size))\
            \(slider("lambda", "λ", contents.lambdas, entry.place?.lambda))\(others)
            <div class="switches">\(contents.test == nil ? "" : box("show-held-out", "Held-out points"))\
            \(box("show-mistakes", "Mistakes"))<button type="button" id="pin" aria-pressed="false">Pin to compare</button></div>
            </div>
            """
    }

    /// Scores, readout and exports, below the picture.
    var words: String {
        """
        <p id="readout" class="controls" hidden>Move the pointer over the picture, or focus it and use the arrow keys, to \
        read coordinates and class.</p>
        <p id="sentence" role="status">\(HTMLText.escaped(contents.entries[contents.selected].sentence)) \
        \(HTMLText.escaped(contents.baseline))</p>
        <p id="comparison" role="status" hidden></p>
        <div class="controls" hidden>
        <div class="exports"><button type="button" id="copy">Copy command</button>\
        <button type="button" id="save-svg">Save SVG</button><button type="button" id="save-png">Save PNG</button>\
        <span id="done" role="status"></span></div>
        <details><summary>Command that draws this picture</summary><pre id="command" tabindex="0"></pre></details>
        </div>
        """
    }

    /// Returns a slider over several values; empty for one value.
    private func slider(_ name: String, _ label: String, _ values: [String], _ selected: String?) -> String {
        guard values.count > 1 else { return "" }
        let index = selected.flatMap { values.firstIndex(of: $0) } ?? 0
        return """
            <div class="slider"><label for="\(name)">\(label)</label><input type="range" id="\(name)" min="0" \
            max="\(values.count - 1)" step="1" value="\(index)" aria-valuetext="\(values[index])">\
            <output id="\(name)-value" for="\(name)">\(values[index])</output></div>
            """
    }

    /// Buttons of the classifiers that have neither size nor λ.
    private var others: String {
        let indices = contents.entries.indices.filter { contents.entries[$0].place == nil }
        guard !indices.isEmpty else { return "" }
        let buttons = indices.map { index in
            "<button type=\"button\" data-entry=\"\(index)\" aria-pressed=\"false\">\(HTMLText.escaped(contents.entries[index].name))</button>"
        }
        return "<div class=\"others\" role=\"group\" aria-label=\"Other classifiers\">\(buttons.joined())</div>"
    }

    private func box(_ name: String, _ label: String) -> String {
        "<label><input type=\"checkbox\" id=\"\(name)\" checked> \(label)</label>"
    }
}
