/// Finds lightness and chroma for colours of given hues so that they are told apart.
///
/// From a start the colours are taken in turn, and each is moved to where the sum of what all distances lack of the
/// target, squared, and of its departure from its start is least; until none moves any more. There is no chance in it,
/// and the same colours come out on every machine.
struct ColorSpread {
    /// Where a search starts from, for each colour.
    typealias Start = (_ index: Int) -> (lightness: Double, chroma: Double)

    /// Of the colours that come out, in OKLab.
    var lightness: ClosedRange<Double>
    /// Of the colours that come out, in OKLab, but no greater than that of the colour that gives the hue; greys stay grey.
    var chroma: ClosedRange<Double>
    /// How far colours should be from each other, in OKLab × 100.
    var threshold: Double
    /// Whose eyes count.
    var visions: [ColorVision]
    /// Between neighbouring candidates.
    var lightnessStep = 0.005
    /// Between neighbouring candidates.
    var chromaStep = 0.01

    /// A colour that may be chosen.
    private struct Candidate {
        let lightness: Double
        let chroma: Double
        let color: Color
        /// As each sight sees it.
        let seen: [OKLab]
    }

    /// The colours of the first start from which all keep the threshold; of the best one where none does.
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
                // One that a screen cannot show comes out as another.
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
                return 0.012 * (dl * dl + dc * dc)
            }
        }
        var choice = departures.map(ColorSpread.indexOfLeast)
        // A few rounds are the rule.
        for _ in 0..<40 {
            var hasMoved = false
            for index in candidates.indices {
                let others = candidates.indices.filter { $0 != index }.map { candidates[$0][choice[$0]] }
                var costs = departures[index]
                for (place, candidate) in candidates[index].enumerated() {
                    for other in others {
                        // A little more than is asked for.
                        let lacking = max(0, 1.03 * threshold - distance(candidate, other))
                        costs[place] += 10 * lacking * lacking
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

    /// For the sight that sees the least of it, in OKLab × 100.
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
