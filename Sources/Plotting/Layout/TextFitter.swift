/// Makes text fit a width.
struct TextFitter<Measure: TextMeasuring> {
    let measure: Measure
    /// Smallest size of a font, in points.
    let minimumFontSize: Double

    /// Least size of text, as a share of its font's size, before it is broken or cut.
    static var leastShrink: Double { 0.75 }

    func line(_ text: String, font: Font) -> TextLine {
        TextLine(text, font: font, measuring: measure)
    }

    /// Returns the font in which `text` fits `width`, or else the smallest allowed.
    func shrunk(_ font: Font, for text: String, width: Double) -> Font {
        let least = min(font.size, max(minimumFontSize, TextFitter.leastShrink * font.size))
        let advance = line(text, font: font).width
        guard advance > width else { return font }
        // Slightly smaller than in proportion, as the widths of hardly any face grow exactly with its size.
        var smaller = font
        smaller.size = max(least, font.size * max(0, width) / advance * 0.999)
        return smaller
    }

    /// Returns `text` if it fits `width`, else its longest beginning that fits before an ellipsis; nil if none fits.
    func cut(_ text: String, font: Font, width: Double) -> TextLine? {
        let whole = line(text, font: font)
        if whole.width <= width { return whole }
        let characters = Array(text)
        func beginning(_ count: Int) -> TextLine {
            var kept = characters[..<count]
            while kept.last == " " { kept.removeLast() }
            return line(String(kept) + "…", font: font)
        }
        var fitting = 0
        var failing = characters.count
        while failing - fitting > 1 {
            let middle = (fitting + failing) / 2
            if beginning(middle).width <= width { fitting = middle } else { failing = middle }
        }
        return fitting > 0 ? beginning(fitting) : nil
    }

    /// Returns `text` in one line: set smaller first, then cut; nil if it is empty or nothing fits.
    func oneLine(_ text: String, font: Font, width: Double) -> TextLine? {
        guard !text.isEmpty else { return nil }
        return cut(text, font: shrunk(font, for: text, width: width), width: width)
    }

    /// Returns `text` in one line or two: set smaller first, then broken so that the longer line is as short as
    /// possible, then cut in the second line.
    func upToTwoLines(_ text: String, font: Font, width: Double) -> [TextLine] {
        let smaller = shrunk(font, for: text, width: width)
        let whole = line(text, font: smaller)
        if text.isEmpty || whole.width <= width { return text.isEmpty ? [] : [whole] }

        let words = text.split(separator: " ")
        var best: [TextLine] = []
        var filled: (first: TextLine, rest: String)?
        // A line that overflows does so with more words, too: a title of any length takes few measurements.
        for count in 1..<max(1, words.count) {
            let first = line(words[..<count].joined(separator: " "), font: smaller)
            guard first.width <= width else { break }
            let rest = words[count...].joined(separator: " ")
            filled = (first, rest)
            let second = line(rest, font: smaller)
            let longer = max(first.width, second.width)
            if longer <= width, best.isEmpty || longer < max(best[0].width, best[1].width) {
                best = [first, second]
            }
        }
        if !best.isEmpty { return best }
        // If no break lets both lines fit, fill the first line, with part of a word if necessary, and cut the second.
        if let filled, let second = cut(filled.rest, font: smaller, width: width) {
            return [filled.first, second]
        }
        return cut(text, font: smaller, width: width).map { [$0] } ?? []
    }

    /// Returns `text` in one line: set smaller first, then without its last parts between " · ", then cut.
    func parts(_ text: String, font: Font, width: Double) -> TextLine? {
        guard !text.isEmpty else { return nil }
        let smaller = shrunk(font, for: text, width: width)
        let separator = " · "
        var kept = TextFitter.parts(of: text)
        while kept.count > 1, line(kept.joined(separator: separator), font: smaller).width > width {
            kept.removeLast()
        }
        let shorter = kept.joined(separator: separator)
        return cut(shorter, font: shrunk(font, for: shorter, width: width), width: width)
    }

    /// Returns the lines in the smallest of their fonts; nil stays nil.
    func even(_ lines: [TextLine?]) -> [TextLine?] {
        guard let font = lines.compactMap({ $0?.font }).min(by: { $0.size < $1.size }) else { return lines }
        return lines.map { $0.map { line($0.text, font: font) } }
    }

    private static func parts(of text: String) -> [String] {
        var parts = [""]
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if word == "·" {
                parts.append("")
            } else {
                let last = parts.count - 1
                parts[last] += parts[last].isEmpty ? String(word) : " " + word
            }
        }
        return parts
    }
}
