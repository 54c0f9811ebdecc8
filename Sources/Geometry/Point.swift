/// A position in the plane, in data units (y up) or in points of the page (y down), as the user of it says.
public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}
