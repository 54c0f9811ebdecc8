import Plotting
import Testing

@Suite("Tick labels are short and exact")
struct TickLabelTests {
    private func labels(_ range: ClosedRange<Double>, _ binCount: Int) -> TickLabels {
        TickLabels(for: TickLocator(maximumBinCount: binCount).ticks(in: range))
    }

    @Test("All labels of an axis have as many decimals as the finest needs")
    func equalDecimals() {
        #expect(labels(0...1, 4).texts == ["0.00", "0.25", "0.50", "0.75", "1.00"])
        #expect(labels(0...2, 4).texts == ["0.0", "0.5", "1.0", "1.5", "2.0"])
        #expect(labels(0...4, 4).texts == ["0", "1", "2", "3", "4"])
        #expect(labels(0...4000, 4).texts == ["0", "1000", "2000", "3000", "4000"])
    }

    @Test("Negative numbers have a true minus sign, and zero has none")
    func minus() {
        let texts = labels(-1...1, 4).texts
        #expect(texts == ["\u{2212}1.0", "\u{2212}0.5", "0.0", "0.5", "1.0"])
        #expect(labels(-1e-9...1e-9, 2).texts == ["\u{2212}1", "0", "1"])
    }

    @Test("Huge and tiny numbers share a power of ten")
    func commonPower() {
        let huge = labels(0...1e12, 5)
        #expect(huge.texts == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
        #expect(huge.remark == "×10¹²")
        let tiny = labels(0...4e-7, 4)
        #expect(tiny.texts == ["0", "1", "2", "3", "4"])
        #expect(tiny.remark == "×10⁻⁷")
        #expect(labels(0...1, 4).remark.isEmpty)
    }

    @Test("What long numbers share is taken off them")
    func offset() {
        let above = labels(1000000.1...1000000.4, 4)
        #expect(above.texts == ["0.1", "0.2", "0.3", "0.4"])
        #expect(above.remark == "+1000000")
        let below = labels(-1000000.4 ... -1000000.1, 4)
        #expect(below.texts == ["\u{2212}0.4", "\u{2212}0.3", "\u{2212}0.2", "\u{2212}0.1"])
        #expect(below.remark == "\u{2212}1000000")
        let both = labels(1.000000001...1.000000003, 2)
        #expect(both.texts == ["1", "2", "3"])
        #expect(both.remark == "×10⁻⁹ +1")
        #expect(labels(1.5e12...(1.5e12 + 40), 4).remark == "+1.5×10¹²")
    }

    @Test("No ticks have no labels")
    func none() {
        let none = TickLabels(for: Ticks(multiples: [], exponent: 0))
        #expect(none.texts.isEmpty)
        #expect(none.remark.isEmpty)
    }
}
