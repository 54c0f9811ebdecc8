import Plotting

/// Sets and measures the text of one picture; loads a face at its first use, which takes less than drawing one line.
final class TextLayout {
    private let typesetter = Typesetter()
    private var faces: [Font.Weight: FontFace] = [:]

    func line(_ text: String, weight: Font.Weight) throws(RendererError) -> Typesetter.Line {
        typesetter.line(text, weight: weight, face: try face(weight))
    }

    func extents(of text: String, font: Font) throws(RendererError) -> TextExtents {
        typesetter.extents(of: text, font: font, face: try face(font.weight))
    }

    private func face(_ weight: Font.Weight) throws(RendererError) -> FontFace {
        if let face = faces[weight] { return face }
        let face = try FontFace(path: FontFile.path(weight))
        faces[weight] = face
        return face
    }
}
