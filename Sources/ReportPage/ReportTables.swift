import Files

/// The map of errors by size and λ, and the table of all scores.
struct ReportTables {
    private let contents: ReportContents

    init(_ contents: ReportContents) { self.contents = contents }

    /// A cell for every network; empty for fewer than two sizes or λ.
    var map: String {
        let (sizes, lambdas) = (contents.sizes, contents.lambdas)
        guard sizes.count > 1, lambdas.count > 1 else { return "" }
        let errors = contents.entries.filter { $0.place != nil }.map { $0.errors.test ?? $0.errors.training }
        let (least, most) = (errors.min() ?? 0, errors.max() ?? 0)
        let rows = sizes.map { size in
            let cells = lambdas.map { lambda in
                guard let index = contents.index(size: size, lambda: lambda) else { return "<td></td>" }
                let entry = contents.entries[index]
                let error = entry.errors.test ?? entry.errors.training
                let shade = most > least ? Int(((error - least) / (most - least) * 6).rounded()) : 0
                return
                    "<td class=\"h\(shade)\" data-entry=\"\(index)\">\(DecimalText.fixed(100 * error, decimals: 1))</td>"
            }
            return "<tr><th scope=\"row\">\(size)</th>\(cells.joined())</tr>"
        }
        let part = contents.test == nil ? "training" : "held-out"
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="Map of errors"><table class="errors">\
            <caption>Error on the \(part) points in per cent, by hidden units (down) and λ (across)</caption>\
            <thead><tr><th scope="col">units</th>\(lambdas.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>\
            <tbody>\(rows.joined())</tbody></table></div>
            """
    }

    /// A row for every classifier.
    var scores: String {
        let isTested = contents.test != nil
        let rows = contents.entries.map { entry in
            let test = isTested ? "<td>\(entry.accuracies.test ?? "")</td><td>\(entry.gap ?? "")</td>" : ""
            return """
                <tr><th scope="row"><a href="\(HTMLText.escaped(entry.fragment))">\(HTMLText.escaped(entry.name))</a></th>\
                <td>\(entry.accuracies.training)</td>\(test)<td>\(HTMLText.escaped(entry.status))</td></tr>
                """
        }
        let test = isTested ? "<th scope=\"col\">test (95 % interval)</th><th scope=\"col\">gap in points</th>" : ""
        return """
            <p>\(HTMLText.escaped(contents.baseline))</p><div class="scroll" tabindex="0" role="region" aria-label="Table of scores"><table>\
            <thead><tr><th scope="col">classifier</th><th scope="col">\(isTested ? "train" : "accuracy")</th>\(test)<th scope="col">ended</th></tr></thead>\
            <tbody>\(rows.joined(separator: "\n"))</tbody></table></div>
            """
    }
}
