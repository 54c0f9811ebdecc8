/// A face of the DejaVu Sans family at a size.
public struct Font: Hashable, Sendable {
    /// How heavy the letters are.
    public enum Weight: Hashable, Sendable {
        case regular
        case bold
    }

    /// The em size in points.
    public var size: Double
    /// How heavy the letters are.
    public var weight: Weight

    /// A face at an em size in points.
    public init(size: Double, weight: Weight = .regular) {
        self.size = size
        self.weight = weight
    }
}
