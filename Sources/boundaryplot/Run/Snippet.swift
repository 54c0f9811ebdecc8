import DecisionBoundary
import Files
import Geometry

/// Text that puts a picture into a report: a link at its true size, with alternative text and a caption.
struct Snippet {
    /// What the report is written in.
    enum Language: String, CaseIterable {
        case markdown
        case latex
        case html
    }

    let language: Language

    /// The text for one picture, which ends with a line feed.
    func text(for file: PictureFile) -> String {
        switch language {
        case .markdown: markdown(file)
        case .latex: latex(file)
        case .html: html(file)
        }
    }

    /// Markdown has no sizes: the image is HTML, which it may contain.
    private func markdown(_ file: PictureFile) -> String {
        "\(image(file))\n\n*\(Self.markdownText(file.words.caption))*\n"
    }

    private func html(_ file: PictureFile) -> String {
        """
        <figure>
          \(image(file))
          <figcaption>\(Self.htmlText(file.words.caption))</figcaption>
        </figure>

        """
    }

    /// In CSS pixels, of which an inch has 96.
    private func image(_ file: PictureFile) -> String {
        let (width, height) = (
            DecimalText.fixed(file.size.width / 72 * 96, decimals: 0),
            DecimalText.fixed(file.size.height / 72 * 96, decimals: 0)
        )
        return """
            <img src="\(Self.htmlText(Self.url(file.path)))" alt="\(Self.htmlText(file.words.altText))" width="\(width)" \
            height="\(height)">
            """
    }

    private func latex(_ file: PictureFile) -> String {
        let (width, height) = (
            DecimalText.significant(file.size.width / 72, digits: 6),
            DecimalText.significant(file.size.height / 72, digits: 6)
        )
        let (name, ending) = file.nameAndEnding
        let isVector = ending == ".svg"
        let command = isVector ? "includesvg" : "includegraphics"
        // \\includesvg, of the package svg, knows no alternative text and wants no ending.
        let options =
            "width=\(width)in,height=\(height)in" + (isVector ? "" : ",alt={\(Self.latexText(file.words.altText))}")
        let path = isVector ? String(file.path.dropLast(ending.count)) : file.path
        return """
            \\begin{figure}
              \\centering
              \\\(command)[\(options)]{\(Self.latexPath(path))}
              \\caption{\(Self.latexText(file.words.caption))}
              \\label{fig:\(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) })}
            \\end{figure}

            """
    }

    private static func htmlText(_ text: String) -> String {
        text.replacing(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
    }

    /// What Markdown takes for emphasis, links or HTML is escaped.
    private static func markdownText(_ text: String) -> String {
        text.replacing([
            "\\": "\\\\", "*": "\\*", "_": "\\_", "`": "\\`", "[": "\\[", "]": "\\]", "<": "&lt;", ">": "&gt;",
            "&": "&amp;",
        ])
    }

    /// What TeX takes for commands is escaped; what its usual fonts lack is set as mathematics.
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

    /// A path as a relative reference (RFC 3986): bytes that it has no room for are written in hexadecimal.
    private static func url(_ path: String) -> String {
        path.utf8.map { byte in
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
    /// Each character that has an entry replaced by it, all in one pass.
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
