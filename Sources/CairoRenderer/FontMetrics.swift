import CPango
import Parallelism
public import Plotting

/// Widths of text as `CairoCanvas` draws it, so that any other canvas can have the same layout.
///
/// The widths are those of DejaVu Sans. Text with characters that it lacks, with letters that join or with a script
/// that runs to the left is set by Pango, which is opened at the first such text. Both faces are loaded at once, so
/// that measuring cannot fail. Not for use by two threads at once.
public struct FontMetrics: TextMeasuring {
    /// True if Pango is installed and has fonts. The first call opens it, which takes some milliseconds.
    ///
    /// Without Pango all text is set by DejaVu Sans alone: characters that it lacks are boxes, letters do not join, and
    /// all text runs to the right. Then `missingCharacters(in:)` returns all these characters.
    public static var hasPango: Bool { TextShaper() != nil }

    /// True if Pango can be installed for this program; false if Cairo is linked into it, as in the wheel.
    public static var canUsePango: Bool { cpango_has_shared_cairo() != 0 }

    /// Returns true if the threads that Pango needs can be started, for pictures drawn on up to `threads` threads.
    public static func canStartPango(threads: Int) -> Bool {
        canStartThreads(min(threads, usableProcessorCount) * (1 + TextShaper.threadCount))
    }

    /// Both of its faces are loaded, so its methods do not throw.
    private let typesetter: Typesetter

    /// - Throws: `fontNotFound` or `fontUnreadable`.
    public init() throws(RendererError) {
        try self.init(typesetter: Typesetter())
    }

    init(typesetter: Typesetter) throws(RendererError) {
        _ = (try typesetter.face(.regular), try typesetter.face(.bold))
        self.typesetter = typesetter
    }

    /// Returns the characters of `text` that Pango has to draw, each once, in their order.
    public func charactersForPango(in text: String) -> [Character] {
        (try? typesetter.charactersForShaper(in: text)) ?? []
    }

    /// Returns the size of `text` from the fonts' own unhinted widths and kerning.
    public func extents(of text: String, font: Font) -> TextExtents {
        (try? typesetter.extents(of: text, font: font)) ?? TextExtents(advance: 0, ascent: 0, descent: 0)
    }

    /// Returns the characters of `text` that a bitmap or a PDF cannot show correctly, each once, in their order.
    ///
    /// These are characters that no installed font has, which are drawn as boxes; without Pango (see `hasPango`) also
    /// all that need it. Pango is not opened for text that does not need it.
    public func missingCharacters(in text: String) -> [Character] {
        (try? typesetter.missingCharacters(in: text)) ?? []
    }
}
