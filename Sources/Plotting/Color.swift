/// A colour in sRGB with straight (not premultiplied) alpha; every component in 0…1.
public struct Color: Hashable, Sendable {
    /// Red component.
    public var red: Double
    /// Green component.
    public var green: Double
    /// Blue component.
    public var blue: Double
    /// Opacity, from 0 for clear to 1 for opaque.
    public var alpha: Double

    /// Creates a colour from its components, each in 0…1.
    public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }
}
