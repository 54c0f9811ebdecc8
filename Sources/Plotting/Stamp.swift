/// A small drawing that is placed at many points, such as a marker with its edge.
public struct Stamp: Hashable, Sendable {
    /// A filled shape.
    public struct Layer: Hashable, Sendable {
        /// Outline about the stamp's origin, in points, y down; filled by the even-odd rule.
        public var path: Path
        /// Colour of the inside.
        public var color: Color

        /// Creates a shape filled with one colour.
        public init(_ path: Path, color: Color) {
            self.path = path
            self.color = color
        }
    }

    /// Shapes in drawing order, each over the ones before.
    public var layers: [Layer]

    /// Creates a drawing of these shapes, in drawing order.
    public init(_ layers: [Layer]) {
        self.layers = layers
    }
}
