extension Color {
    /// Creates an opaque colour from components of 0…255.
    public init(bytes red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.init(red: Double(red) / 255, green: Double(green) / 255, blue: Double(blue) / 255)
    }

    /// Creates an opaque colour from `0xRRGGBB`.
    init(rgb: UInt32) {
        self.init(bytes: UInt8(rgb >> 16 & 0xff), UInt8(rgb >> 8 & 0xff), UInt8(rgb & 0xff))
    }

    /// The colour rounded to 8 bits a component, as a picture keeps it.
    var roundedToBytes: Color {
        func rounded(_ component: Double) -> Double { (255 * component).rounded() / 255 }
        return Color(red: rounded(red), green: rounded(green), blue: rounded(blue), alpha: alpha)
    }

    /// Opaque white.
    public static let white = Color(bytes: 255, 255, 255)
    /// Opaque black.
    public static let black = Color(bytes: 0, 0, 0)
}
