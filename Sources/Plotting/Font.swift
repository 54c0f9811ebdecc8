/// A face of the DejaVu Sans family at a size.
public struct Font: Hashable, Sendable {
    /// Weight of the letters.
    public enum Weight: Hashable, Sendable {
        case regular
        case bold
    }

    /// Em size in points.
    public var size: Double
    /// Weight of the letters.
    public var weight: Weight

    /// Creates a face at an em size in points.
    public init(size: Double, weight: Weight = .regular) {
        self.size = size
        self.weight = weight
    }
}
