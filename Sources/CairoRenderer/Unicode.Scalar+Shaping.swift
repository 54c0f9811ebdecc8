extension Unicode.Scalar {
    /// False for joiners, variation selectors and control characters, which have no picture, not even that of a missing
    /// glyph.
    var isVisible: Bool {
        // Fast path for most letters of a picture; properties need a search in a table.
        if (0x20..<0x7F).contains(value) { return true }
        return !properties.isDefaultIgnorableCodePoint && properties.generalCategory != .control
    }

    /// True if it ends a line or is another control character.
    var isBreakOrControl: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// The scalar itself, or U+FFFD for a noncharacter, which Cairo accepts in no text.
    var interchangeable: Unicode.Scalar {
        value >= 0xFDD0 && properties.isNoncharacterCodePoint ? "\u{FFFD}" : self
    }

    /// True if text with it is more than its characters side by side from left to right: a letter of a script that runs
    /// to the left, a mark on another character, or a sign that changes the direction.
    ///
    /// Other scripts that need shaping are not listed, since DejaVu Sans has none of them except Lao, whose marks are
    /// marks. (The Unicode Standard: blocks of right-to-left scripts.)
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
