extension Unicode.Scalar {
    /// Joiners, variation selectors and control characters have no picture, not even that of a missing glyph.
    var isVisible: Bool {
        // Most letters of a picture are these, and properties take a search in a table.
        if (0x20..<0x7F).contains(value) { return true }
        return !properties.isDefaultIgnorableCodePoint && properties.generalCategory != .control
    }

    /// Whether it ends a line, or commands something else that is no matter of a line of text.
    var isBreakOrControl: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Itself, or the replacement character for those that are never to be one, which Cairo takes in no text.
    var interchangeable: Unicode.Scalar {
        value >= 0xFDD0 && properties.isNoncharacterCodePoint ? "\u{FFFD}" : self
    }

    /// Whether text with it is more than its characters side by side from left to right: a letter of a script that runs
    /// to the left, some of which join their letters, a mark that stands on another character, or a sign that turns the
    /// direction.
    ///
    /// Other scripts that want shaping are not listed, since DejaVu Sans has none but Lao, whose marks are marks. (The
    /// Unicode Standard: blocks of right-to-left scripts.)
    var needsShaping: Bool {
        switch value {
        case 0..<0x300: false
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF: true
        default:
            switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: !properties.isDefaultIgnorableCodePoint
            default: properties.isBidiControl
            }
        }
    }
}
