/// A width and a height, in the unit of the space that it measures.
public struct Size: Hashable, Sendable {
    /// The extent along x.
    public var width: Double
    /// The extent along y.
    public var height: Double

    /// A size from its extents.
    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
}
