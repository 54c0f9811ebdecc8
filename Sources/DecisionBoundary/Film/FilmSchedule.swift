import ElementaryFunctions
import Training

/// The network of every frame of a film, and the time that a GIF shows it.
///
/// Frame i of n is at iteration exp(i/(n − 1)·log(1 + last)) − 1: evenly spaced in log(1 + iteration). Beyond its own
/// time the first frame is held for a sixteenth of those of all frames, and the last for a fifth.
struct FilmSchedule {
    /// A frame of a GIF.
    struct Shot: Hashable {
        /// Index of the frame's network among the snapshots of the history.
        let snapshot: Int
        /// The time until the next frame, in hundredths of a second.
        let hundredths: Int
    }

    /// Index of the network of every frame among the snapshots of the history, ascending.
    let snapshots: [Int]

    private static let (firstHold, lastHold) = (1.0 / 16, 1.0 / 5)
    /// Programs show a shorter time as a tenth of a second.
    private static let leastHundredths = 2

    /// Returns the greatest number of frames for which none is too short.
    static func greatestFrameCount(seconds: Double) -> Int {
        Int(100 * seconds / (Double(leastHundredths) * (1 + firstHold + lastHold)))
    }

    /// - Parameter iterations: the iterations of the snapshots, ascending; the first is 0.
    /// - Precondition: two frames or more.
    init(of iterations: [Int], frameCount: Int) {
        let last = Double(iterations[iterations.count - 1])
        var index = 0
        snapshots = (0..<frameCount).map { frame in
            let wanted =
                frame == frameCount - 1
                ? last : Double.exp(Double(frame) / Double(frameCount - 1) * .log1p(last)) - 1
            // The nearest one, the earlier on a tie.
            while index + 1 < iterations.count,
                abs(Double(iterations[index + 1]) - wanted) < abs(Double(iterations[index]) - wanted)
            {
                index += 1
            }
            return index
        }
    }

    /// Returns the frames of a GIF: neighbours of the same network become one.
    ///
    /// Times are differences of rounded times since the beginning, so that their sum is `seconds` but for the last
    /// rounding.
    func shots(seconds: Double) -> [Shot] {
        let count = Double(snapshots.count)
        let total = count * (1 + Self.firstHold + Self.lastHold)
        func start(_ frame: Int) -> Int {
            let share =
                frame == 0
                ? 0 : frame == snapshots.count ? 1 : (Double(frame) + count * Self.firstHold) / total
            return Int((100 * seconds * share).rounded())
        }
        let firsts = snapshots.indices.filter { $0 == 0 || snapshots[$0] != snapshots[$0 - 1] }
        return zip(firsts, firsts.dropFirst() + [snapshots.count]).map { first, next in
            Shot(snapshot: snapshots[first], hundredths: max(Self.leastHundredths, start(next) - start(first)))
        }
    }
}
