import Plotting

/// The colours of a validation curve on one ground; every sight tells them from the ground and from each other.
struct CurveColors: Hashable {
    /// Calm, of the training part.
    let training: Color
    /// Strong, of the held-out parts in turn.
    let heldOut: [Color]
    /// Of the upright line at the best size.
    let guide: Color
    /// Of a band, which has its line's colour.
    let bandOpacity: Double
    /// What stands for the bands of all series.
    let plainBand: Color

    init(on ground: Theme.Ground) {
        let band: Color
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
            // Of three lightnesses, for printers without colours.
            training = Color(bytes: 122, 146, 184)
            heldOut = [Color(bytes: 150, 48, 0), Color(bytes: 0, 36, 50)]
            guide = Color(bytes: 150, 150, 150)
            bandOpacity = 0.16
            band = Color(bytes: 110, 110, 110)
        }
        plainBand = band.opacity(bandOpacity)
    }

    /// The colour of a line.
    ///
    /// - Parameter heldOutIndex: which of the held-out parts it is; nil for the training part.
    func line(heldOutIndex: Int?) -> Color {
        heldOutIndex.map { heldOut[$0 % heldOut.count] } ?? training
    }
}
