/// The controls that train networks in the page, hidden unless its engine runs.
struct TrainingPanel {
    private let contents: ReportContents

    init(_ contents: ReportContents) { self.contents = contents }

    var html: String {
        """
        <section id="trainer" class="trainer" aria-labelledby="train-heading" hidden><h2 id="train-heading">Train in this page</h2>
        <fieldset><legend>Network</legend><div class="fields">\
        \(field("layers", "Hidden layers", #"type="text" inputmode="text" autocomplete="off" spellcheck="false""#))\
        \(field("lambda", "λ", #"type="number" min="0" step="any""#))\
        \(choice("activation", "Activation", ["sigmoid", "tanh", "relu"]))\
        \(choice("optimizer", "Optimiser", ["cg", "lbfgs"]))\
        \(field("seed", "Seed", #"type="number" min="0" step="1""#))\
        \(field("restarts", "Restarts", #"type="number" min="1" max="100" step="1""#))</div></fieldset>
        \(generator)<fieldset><legend>Points</legend><div class="switches">\
        <label><input type="checkbox" id="edit-points"> Edit points</label>\
        <button type="button" id="undo" disabled>Undo</button>\
        <button type="button" id="own-points" disabled>Back to the report's points</button></div>
        <div id="edit-panel" hidden><div id="edit-classes" role="radiogroup" aria-label="Class of new points"></div>
        <p>A click in the picture adds a point, a click on a point deletes it. Keys on the picture: Enter adds, Delete removes \
        the nearest.</p></div></fieldset>
        <div class="switches"><button type="button" id="stop" disabled>Stop</button><span id="train-progress"></span></div>
        <p id="train-status" role="status"></p>
        <p id="other-points" hidden>Curves, map, boundaries and table are of the report's own points. Choosing a network there \
        brings these points back.</p></section>
        """
    }

    /// The controls of generated points; empty for other points, which cannot be generated again.
    private var generator: String {
        guard contents.isGenerated else { return "" }
        return """
            <fieldset><legend>Data</legend><div class="fields">\
            \(choice("set", "Set", ["moons", "circles", "blobs", "gaussian-quantiles", "xor", "spirals"]))\
            \(field("samples", "Samples", #"type="number" min="2" max="2000" step="1""#))\
            \(field("noise", "Noise", #"type="number" min="0" max="10" step="any""#))\
            \(field("factor", "Factor", #"type="number" min="0" max="0.99" step="any""#))\
            \(field("centers", "Centers", #"type="number" min="2" max="8" step="1""#))\
            \(field("spread", "Spread", #"type="number" min="0" max="10" step="any""#))\
            \(field("data-seed", "Seed of the data", #"type="number" min="0" step="1""#))\
            \(field("held-out-share", "Held-out share", #"type="number" min="0" max="0.9" step="any""#))</div></fieldset>

            """
    }

    private func field(_ name: String, _ label: String, _ attributes: String) -> String {
        row(name, label, #"<input id="train-\#(name)" \#(attributes) aria-describedby="train-\#(name)-error">"#)
    }

    private func choice(_ name: String, _ label: String, _ values: [String]) -> String {
        let options = values.map { "<option>\($0)</option>" }.joined()
        return row(
            name, label, #"<select id="train-\#(name)" aria-describedby="train-\#(name)-error">\#(options)</select>"#)
    }

    private func row(_ name: String, _ label: String, _ control: String) -> String {
        #"<div class="field"><label for="train-\#(name)">\#(label)</label>\#(control)<span class="error" id="train-\#(name)-error"></span></div>"#
    }
}
