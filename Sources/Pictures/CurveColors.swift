import Plotting

/// The colours of a validation curve on one background. Readers with any colour vision can tell them apart.
struct CurveColors: Hashable {
    /// The calm colour of the training part.
    let training: Color
    /// The strong colours of the held-out parts, used in turn.
    let heldOut: [Color]
    /// The colour of the vertical line at the best place.
    let guide: Color
    private let ground: Theme.Ground
    /// The opacity of a band, which has the colour of its line.
    let bandOpacity: Double
    /// The colour of bands in the legend, for all series.
    let plainBand: Color

    init(on ground: Theme.Ground) {
        let band: Color
        self.ground = ground
        switch ground {
        case .light:
            training = Color(bytes: 112, 138, 178)
            heldOut = [Color(bytes: 196, 74, 12), Color(bytes: 0, 70, 90)]
            guide = Color(bytes: 172, 172, 180)
            bandOpacity = 0.16
            band = Color(bytes: 110, 110, 118)
        case .dark:
            training = Color(bytes: 118, 146, 190)
            heldOut = [Color(bytes: 255, 158, 84), Color(bytes: 196, 240, 246)]
            guide = Color(bytes: 92, 92, 102)
            bandOpacity = 0.2
            band = Color(bytes: 190, 190, 198)
        case .print:
            // Three different lightnesses, for printers without colours.
            training = Color(bytes: 122, 146, 184)
            heldOut = [Color(bytes: 150, 48, 0), Color(bytes: 0, 36, 50)]
            guide = Color(bytes: 150, 150, 150)
            bandOpacity = 0.16
            band = Color(bytes: 110, 110, 110)
        }
        plainBand = band.opacity(bandOpacity)
    }

    /// Returns colours for lines of different networks.
    func networks(count: Int) -> [Color] {
        let palette = Palette.standard(classCount: max(3, count)).adapted(to: ground)
        return (0..<count).map { palette[$0].color }
    }

    /// Returns the shape of the points of a line of networks; a star marks the best place instead.
    static func shape(ofNetwork index: Int) -> MarkerShape {
        let shapes = MarkerShape.allCases.filter { $0 != .star }
        return shapes[index % shapes.count]
    }

    /// Returns the colour of a line.
    ///
    /// - Parameter heldOutIndex: index among the held-out parts; nil for the training part.
    func line(heldOutIndex: Int?) -> Color {
        heldOutIndex.map { heldOut[$0 % heldOut.count] } ?? training
    }
}
