/// Round numbers for the ticks of a logarithmic axis: 1, 2 and 5 times the powers of ten, or these powers alone.
package struct LogarithmicTickLocator {
    /// Range of the axis; finite and greater than 0.
    let range: ClosedRange<Double>

    package init(range: ClosedRange<Double>) { self.range = range }

    /// Sets of ticks from the densest to the sparsest, each ascending: 1, 2 and 5 times the powers of ten, the powers,
    /// every second power, every third and so on.
    ///
    /// Each has two ticks or more; a range too short for that has no choices.
    package var choices: [[Ticks]] {
        let exponents =
            Ticks.decimalExponent(of: range.lowerBound)...Ticks.decimalExponent(of: range.upperBound)
        func ticks(_ multiples: [Int], step: Int) -> [Ticks] {
            exponents.filter { $0.isMultiple(of: step) }.flatMap { exponent in
                multiples.map { Ticks(multiples: [$0], exponent: exponent) }
            }.filter { range.contains($0.values[0]) }
        }
        let powers = (1...exponents.count).map { ticks([1], step: $0) }
        return ([ticks([1, 2, 5], step: 1)] + powers).filter { $0.count >= 2 }
    }
}
