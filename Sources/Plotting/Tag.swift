/// A short text on a coloured ground, at the right end of a panel's first line.
public struct Tag: Hashable, Sendable {
    /// The text, dark on a light ground and white on a dark one.
    public var text: String
    /// A shorter text for panels in which `text` has no room; optional.
    public var shortText: String?
    /// Colour of the ground; opaque.
    public var color: Color

    /// Creates a tag from its parts.
    public init(_ text: String, shortText: String? = nil, color: Color) {
        self.text = text
        self.shortText = shortText
        self.color = color
    }
}
