/// Search for lightness and chroma of colours with given hues, so that readers can tell the colours apart.
///
/// From a start, the colours are taken in turn until none moves any more. Each is moved to the candidate with the least
/// cost: the squared shortfall of its distances from the other colours, plus the squared departures from its start and
/// from the strength that all share. The
/// search has no randomness: it gives the same colours on every machine.
struct ColorSpread {
    /// Lightness and chroma from which a colour's search starts.
    typealias Start = (_ index: Int) -> (lightness: Double, chroma: Double)

    /// Range of lightness of the result, in OKLab.
    var lightness: ClosedRange<Double>
    /// Range of chroma of the result, in OKLab, limited by the chroma of the colour that gives the hue. Greys stay
    /// grey.
    var chroma: ClosedRange<Double>
    /// Least distance wanted between two colours, in OKLab × 100.
    var threshold: Double
    /// Kinds of colour vision for which the distance holds.
    var visions: [ColorVision]
    /// Strength of a tint: its distance from a ground, in OKLab. All colours get this strength as nearly as the threshold
    /// allows. Nil if only lightness and chroma of the start matter.
    var strength: (ground: OKLab, distance: Double, weight: Double)?
    /// Lightness between neighbouring candidates.
    var lightnessStep = 0.005
    /// Chroma between neighbouring candidates.
    var chromaStep = 0.01

    /// A colour to choose from.
    private struct Candidate {
        let lightness: Double
        let chroma: Double
        let color: Color
        /// The colour as each kind of vision sees it.
        let seen: [OKLab]
    }

    /// Returns the colours from the first start that keeps the threshold, or from the best start if none does.
    func colors(withHuesOf own: [Color], from starts: [Start]) -> [Color] {
        let candidates = own.map(candidates(withHueOf:))
        var best: (choice: [Int], distance: Double)?
        for start in starts {
            let choice = choice(among: candidates, from: start)
            let distance = leastDistance(choice, among: candidates)
            if distance > best?.distance ?? -1 { best = (choice, distance) }
            if distance >= threshold { break }
        }
        return zip(candidates, best?.choice ?? []).map { $0[$1].color }
    }

    private func candidates(withHueOf color: Color) -> [Candidate] {
        let own = OKLab(color)
        let isGrey = own.chroma < 0.01
        let least = min(chroma.lowerBound, own.chroma)
        let greatest = min(chroma.upperBound, own.chroma)
        let chromas = isGrey ? [0] : Array(stride(from: least, through: greatest + 1e-9, by: chromaStep))
        var candidates: [Candidate] = []
        for lightness in stride(from: lightness.lowerBound, through: lightness.upperBound + 1e-9, by: lightnessStep) {
            for chroma in chromas {
                let factor = isGrey ? 0 : chroma / own.chroma
                let wanted = OKLab(lightness: lightness, a: own.a * factor, b: own.b * factor)
                let color = wanted.color.roundedToBytes
                // A colour that a screen cannot show becomes another.
                let seen = visions.map { OKLab(color, seenWith: $0) }
                if OKLab(color).distance(to: wanted) > 0.006, !candidates.isEmpty { continue }
                candidates.append(Candidate(lightness: lightness, chroma: chroma, color: color, seen: seen))
            }
        }
        return candidates
    }

    private func choice(among candidates: [[Candidate]], from start: Start) -> [Int] {
        let departures = candidates.indices.map { index in
            let (lightness, chroma) = start(index)
            return candidates[index].map { candidate in
                let (dl, dc) = (100 * (candidate.lightness - lightness), 100 * (candidate.chroma - chroma))
                let departure = 0.012 * (dl * dl + dc * dc)
                guard let strength else { return departure }
                let ds = 100 * (OKLab(candidate.color).distance(to: strength.ground) - strength.distance)
                return departure + strength.weight * ds * ds
            }
        }
        var choice = departures.map(ColorSpread.indexOfLeast)
        // A few rounds suffice nearly always.
        for _ in 0..<40 {
            var hasMoved = false
            for index in candidates.indices {
                let others = candidates.indices.filter { $0 != index }.map { candidates[$0][choice[$0]] }
                var costs = departures[index]
                for (place, candidate) in candidates[index].enumerated() {
                    for other in others {
                        // Slightly more than the threshold.
                        let lacking = max(0, 1.03 * threshold - distance(candidate, other))
                        costs[place] += 40 * lacking * lacking
                    }
                }
                let least = ColorSpread.indexOfLeast(costs)
                if costs[least] < costs[choice[index]] - 1e-12 {
                    choice[index] = least
                    hasMoved = true
                }
            }
            if !hasMoved { break }
        }
        return choice
    }

    /// Returns the least distance over all kinds of vision, in OKLab × 100.
    private func distance(_ first: Candidate, _ second: Candidate) -> Double {
        var least = Double.infinity
        for vision in first.seen.indices { least = min(least, first.seen[vision].distance(to: second.seen[vision])) }
        return 100 * least
    }

    private func leastDistance(_ choice: [Int], among candidates: [[Candidate]]) -> Double {
        var least = Double.infinity
        for second in choice.indices {
            for first in 0..<second {
                least = min(least, distance(candidates[first][choice[first]], candidates[second][choice[second]]))
            }
        }
        return least
    }

    private static func indexOfLeast(_ numbers: [Double]) -> Int {
        numbers.indices.min { numbers[$0] < numbers[$1] } ?? 0
    }
}
