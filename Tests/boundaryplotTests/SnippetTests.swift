import Foundation
import FoundationXML
import Testing

@Suite("--emit")
struct SnippetTests {
    private let command = Command()
    private static let title = ##"50 % & <more> "_x_" {hidden} ~^\#$"##

    private func snippet(_ arguments: [String]) throws -> Outcome {
        let outcome = try command.run(arguments + ["--max-iterations", "0", "--step", "0.1"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome
    }

    @Test("prints HTML with the image at its true size, a caption and alternative text, which the JSON has too")
    func html() throws {
        let outcome = try snippet(["--emit", "html", "--size", "3x2", "-o", "a b.png", "--json", "run.json"])
        let altText = try RunSummary(command.folder.text("run.json")).runs[0].image.altText
        #expect(altText.hasPrefix("Decision regions of a network with 3 hidden units over x1 from "))
        #expect(altText.hasSuffix("% of 200 points on the right side of the boundary"))
        let root = try XMLElement(xmlString: outcome.output.replacing(/<img [^>]*/) { $0.output + "/" })
        let image = try #require(root.elements(forName: "img").first)
        #expect(image.attribute(forName: "src")?.stringValue == "a%20b.png")
        #expect(image.attribute(forName: "alt")?.stringValue == altText)
        // An inch has 96 CSS pixels.
        #expect(image.attribute(forName: "width")?.stringValue == "288")
        #expect(image.attribute(forName: "height")?.stringValue == "192")
        let caption = try #require(root.elements(forName: "figcaption").first?.stringValue)
        #expect(caption.hasPrefix("Decision Boundary for hidden layer size 3: accuracy "))
        #expect(outcome.errors.hasPrefix("hidden "), "the table gives way")
    }

    @Test("escapes the special characters of the language")
    func escapes() throws {
        let markdown = try snippet(["--emit", "markdown", "--title", Self.title]).output
        #expect(markdown.contains(##"*50 % &amp; &lt;more&gt; "\_x\_" 3 ~^\\#$: accuracy"##))
        let latex = try snippet(["--emit", "latex", "--title", Self.title]).output
        #expect(
            latex.contains(
                ##"\caption{50 \% \& <more> "\_x\_" 3 \textasciitilde{}\textasciicircum{}\textbackslash{}\#\$: accuracy"##
            ))
        #expect(latex.contains(#"$\lambda$ 0.001, untrained.}"#))
    }

    @Test("prints Markdown with an image of its own syntax, and the caption after a line break")
    func markdown() throws {
        try command.folder.write("[a] *b*,y,label\n0,0,u\n1,1,v\n", to: "points.csv")
        let output = try snippet(["points.csv", "--emit", "markdown", "-o", "a (b).png"]).output
        let image =
            #/!\[Decision regions of a network .*\\\[a\\\] \\\*b\\\* .*\]\(a%20%28b%29\.png\)\\\n\*Decision Boundary .*\*\n/#
        #expect(output.wholeMatch(of: image) != nil, "\(output)")
    }

    @Test("prints LaTeX with the package of the file's format", arguments: ["png", "pdf", "svg"])
    func latex(format: String) throws {
        let output = try snippet(["--emit", "latex", "--format", format]).output
        let path = "output/boundary-hidden-3"
        let width = #"[width=\ifdim6.4in>\linewidth\linewidth\else6.4in\fi"#
        #expect(output.contains("  % True size: 6.4in by 4.8in\n"))
        #expect(
            format == "svg"
                ? output.contains(#"\includesvg\#(width)]{\#(path)}"#)
                : output.contains(#"\includegraphics\#(width),alt={Decision regions of a network"#)
                    && output.contains("]{\(path).\(format)}"))
        #expect(output.contains(#"\label{fig:boundary-hidden-3}"#))
    }

    @Test("names every picture of a run, in order", arguments: ["plot", "diff"])
    func severalPictures(name: String) throws {
        let plot = ["--hidden", "1,2", "--test-fraction", "0.3", "--sheet", "--curve"]
        let output = try snippet([name] + (name == "plot" ? plot : []) + ["--emit", "html"]).output
        let sources = output.matches(of: /src="output\/([^"]+)"/).map { String($0.1) }
        #expect(
            sources
                == (name == "plot"
                    ? ["boundary-hidden-1.png", "boundary-hidden-2.png", "boundary-sheet.png", "boundary-curve.png"]
                    : ["boundary-diff-hidden-3-hidden-20.png"]))
        let texts = output.matches(of: /alt="([^"]+)"/).map { String($0.1) }
        #expect(Set(texts).count == sources.count)
    }
}
