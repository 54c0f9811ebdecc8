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
            <div class="switches">\(box("show-held-out", "Held-out points", isHidden: contents.test == nil))\
            \(box("show-mistakes", "Mistakes"))<button type="button" id="pin" aria-pressed="false">Pin to compare</button>\
            <button type="button" id="film" aria-describedby="film-reason" hidden>Film</button>\
            <span id="film-reason" hidden></span></div>
            </div>
            """
    }

    /// Film, scores, readout and exports, below the picture.
    var words: String {
        """
        <div id="film-panel" role="group" aria-label="Film" hidden><div class="slider"><label for="film-place">Iteration</label>\
        <input type="range" id="film-place" min="0" value="0" step="1"><output id="film-iteration" for="film-place"></output></div>
        <div class="switches"><button type="button" id="film-play">Play</button>\
        <button type="button" id="film-close">Close film</button><span id="film-costs"></span></div>
        <figure id="film-costs-figure" hidden><figcaption>Cost by iteration, training points dashed, held-out points solid</figcaption>\
        <svg id="film-curve" viewBox="-50 -8 458 130" role="img" aria-label="Cost by iteration"></svg></figure></div>
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

    private func box(_ name: String, _ label: String, isHidden: Bool = false) -> String {
        "<label\(isHidden ? " hidden" : "")><input type=\"checkbox\" id=\"\(name)\" checked> \(label)</label>"
    }
}
