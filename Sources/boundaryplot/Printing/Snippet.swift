import DecisionBoundary
import Files
import Geometry

/// Code that embeds a picture in a report: a link, alternative text and a caption.
struct Snippet {
    /// The languages of reports.
    enum Language: String, CaseIterable {
        case markdown
        case latex
        case html
    }

    let language: Language

    /// Returns the code for one picture, which ends with a line feed.
    func text(for file: PictureFile) -> String {
        switch language {
        case .markdown: markdown(file)
        case .latex: latex(file)
        case .html: html(file)
        }
    }

    /// The caption follows after a line break in the same paragraph: pandoc would make the alternative text the
    /// caption of an image that stands alone. Markdown has no syntax for sizes, but pictures carry their resolution.
    private func markdown(_ file: PictureFile) -> String {
        """
        ![\(Self.markdownText(file.text.altText))](\(Self.url(file.path)))\\
        *\(Self.markdownText(file.text.caption))*

        """
    }

    /// The size is in CSS pixels, 96 per inch.
    private func html(_ file: PictureFile) -> String {
        let (width, height) = (
            DecimalText.fixed(file.size.width / 72 * 96, decimals: 0),
            DecimalText.fixed(file.size.height / 72 * 96, decimals: 0)
        )
        return """
            <figure>
              <img src="\(Self.htmlText(Self.url(file.path)))" alt="\(Self.htmlText(file.text.altText))" width="\(width)" \
            height="\(height)">
              <figcaption>\(Self.htmlText(file.text.caption))</figcaption>
            </figure>

            """
    }

    /// The width is the true one, or that of the line if it is less; the height follows.
    private func latex(_ file: PictureFile) -> String {
        let (width, height) = (
            DecimalText.significant(file.size.width / 72, digits: 6),
            DecimalText.significant(file.size.height / 72, digits: 6)
        )
        let (name, ending) = file.nameAndEnding
        let isVector = ending == ".svg"
        let command = isVector ? "includesvg" : "includegraphics"
        // \\includesvg of the package svg accepts no alternative text and expects a name without ending.
        let options =
            "width=\\ifdim\(width)in>\\linewidth\\linewidth\\else\(width)in\\fi"
            + (isVector ? "" : ",alt={\(Self.latexText(file.text.altText))}")
        let path = isVector ? String(file.path.dropLast(ending.count)) : file.path
        return """
            \\begin{figure}
              \\centering
              % True size: \(width)in by \(height)in
              \\\(command)[\(options)]{\(Self.latexPath(path))}
              \\caption{\(Self.latexText(file.text.caption))}
              \\label{fig:\(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) })}
            \\end{figure}

            """
    }

    private static func htmlText(_ text: String) -> String {
        text.replacing(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
    }

    /// Escapes the special characters of Markdown.
    private static func markdownText(_ text: String) -> String {
        text.replacing([
            "\\": "\\\\", "*": "\\*", "_": "\\_", "`": "\\`", "[": "\\[", "]": "\\]", "<": "&lt;", ">": "&gt;",
            "&": "&amp;",
        ])
    }

    /// Escapes the special characters of TeX, and sets characters that its usual fonts lack as mathematics.
    private static func latexText(_ text: String) -> String {
        text.replacing([
            "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%",
            "_": "\\_",
            "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "λ": "$\\lambda$", "×": "$\\times$", "−": "$-$",
            "±": "$\\pm$", "…": "\\dots{}", "·": "\\textperiodcentered{}",
        ])
    }

    private static func latexPath(_ path: String) -> String {
        path.replacing(["#": "\\#", "%": "\\%", "{": "\\{", "}": "\\}"])
    }

    /// Returns a path as a relative reference (RFC 3986) with percent-encoded bytes.
    private static func url(_ path: String) -> String {
        path.pathBytes.map { byte in
            let character = Character(Unicode.Scalar(byte))
            if character.isASCII && (character.isLetter || character.isNumber || "-._~/".contains(character)) {
                return String(character)
            }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }
}

extension String {
    /// Returns the text with characters replaced, in one pass.
    fileprivate func replacing(_ replacements: [Character: String]) -> String {
        reduce(into: "") { text, character in text += replacements[character] ?? String(character) }
    }
}

extension PictureFile {
    /// "boundary-hidden-3" and ".png".
    fileprivate var nameAndEnding: (name: String, ending: String) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: ".") else { return (name, "") }
        return (String(name[..<dot]), String(name[dot...]))
    }
}
