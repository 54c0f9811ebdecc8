import CFreeType
import Geometry
import Plotting

/// A font file opened by FreeType, with glyphs as outlines in the font's own units, free of hinting and rounding.
///
/// Not for use by two threads at once. It owns its FreeType library, as FreeType requires of threads that share
/// nothing.
final class FontFace {
    struct Glyph {
        /// Character of the glyph.
        var scalar: Unicode.Scalar
        var index: UInt32
        /// Advance in font units.
        var advance: Int
        /// Outline in em units, y down; to be filled by the non-zero winding rule.
        var outline: Path
    }

    let unitsPerEm: Double
    /// Height above the baseline and depth below it, in em units, both positive.
    let ascent: Double
    let descent: Double

    let face: FT_Face
    private let library: FT_Library
    private var glyphs: [Unicode.Scalar: Glyph] = [:]

    /// - Throws: `fontUnreadable`.
    init(path: String) throws(RendererError) {
        var library: FT_Library?
        var status = FT_Init_FreeType(&library)
        guard status == 0, let library else { throw .fontUnreadable(path: path, freeTypeError: Int(status)) }
        var face: FT_Face?
        status = FT_New_Face(library, path, 0, &face)
        guard status == 0, let face, face.pointee.units_per_EM > 0 else {
            FT_Done_FreeType(library)
            throw .fontUnreadable(path: path, freeTypeError: Int(status))
        }
        self.library = library
        self.face = face
        unitsPerEm = Double(face.pointee.units_per_EM)
        ascent = Double(face.pointee.ascender) / unitsPerEm
        descent = -Double(face.pointee.descender) / unitsPerEm
    }

    deinit {
        FT_Done_Face(face)
        FT_Done_FreeType(library)
    }

    /// Returns the glyph of a character; the font's sign for a missing one (an empty box) if it lacks the character.
    func glyph(for scalar: Unicode.Scalar) -> Glyph {
        if let glyph = glyphs[scalar] { return glyph }
        let glyph = load(FT_Get_Char_Index(face, FT_ULong(scalar.value)), for: scalar)
        glyphs[scalar] = glyph
        return glyph
    }

    /// Returns true if the font has the character.
    func has(_ scalar: Unicode.Scalar) -> Bool { glyph(for: scalar).index != 0 }

    /// Returns the correction of the advance of `left` before `right`, in font units.
    func kerning(_ left: Glyph, _ right: Glyph) -> Int {
        var delta = FT_Vector()
        // Fails if the font has no kerning, and leaves zero.
        FT_Get_Kerning(face, left.index, right.index, FT_UInt(FT_KERNING_UNSCALED.rawValue), &delta)
        return delta.x
    }

    /// Returns an empty glyph if the font is damaged there: a picture with a gap in a word is better than none.
    private func load(_ index: UInt32, for scalar: Unicode.Scalar) -> Glyph {
        guard FT_Load_Glyph(face, index, FT_Int32(FT_LOAD_NO_SCALE)) == 0, let slot = face.pointee.glyph else {
            return Glyph(scalar: scalar, index: index, advance: 0, outline: Path())
        }
        var builder = OutlineBuilder(unitsPerEm: unitsPerEm)
        var decomposition = OutlineBuilder.decomposition
        withUnsafeMutablePointer(to: &builder) { builder in
            _ = FT_Outline_Decompose(&slot.pointee.outline, &decomposition, builder)
        }
        return Glyph(
            scalar: scalar, index: index, advance: slot.pointee.metrics.horiAdvance, outline: builder.path)
    }
}
