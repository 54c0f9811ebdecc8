import Files
import Foundation
import MersenneTwister
import Testing

@Suite("Numbers as text")
struct DecimalTextTests {
    @Test(
        "A fixed number of decimals",
        arguments: [
            (0.134197, 4, "0.1342"), (0, 4, "0.0000"), (1, 0, "1"), (2.5, 0, "3"), (99.95, 1, "100.0"),
            (-1.25, 1, "-1.3"),
            (0.00004, 4, "0.0000"), (0.00005, 4, "0.0001"), (123456.789, 2, "123456.79"),
            (1e15, 1, "1000000000000000.0"),
            (0.999999, 3, "1.000"), (0.05, 1, "0.1"), (10, 3, "10.000"), (-12.3456, 3, "-12.346"),
        ])
    func fixed(value: Double, decimals: Int, text: String) {
        #expect(DecimalText.fixed(value, decimals: decimals) == text)
    }

    @Test("Nothing is negative that is rounded to zero", arguments: [-0.0, -1e-9, -0.00004999])
    func negativeZero(value: Double) {
        #expect(DecimalText.fixed(value, decimals: 4) == "0.0000")
        #expect(DecimalText.fixed(value, decimals: 0) == "0")
    }

    @Test(
        "A number that is not finite or too large for decimals has the format of Swift",
        arguments: [
            (1e20, "1e+20"), (-1e300, "-1e+300"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
        ])
    func withoutDecimals(value: Double, text: String) {
        #expect(DecimalText.fixed(value, decimals: 4) == text)
    }

    @Test("Random numbers are written as the C library writes them", arguments: [0, 1, 4, 6])
    func likePrintf(decimals: Int) {
        var random = RandomState(seed: 1)
        for _ in 0..<500 {
            let value = random.normal(standardDeviation: 100)
            let text = String(format: "%.\(decimals)f", value)
            #expect(DecimalText.fixed(value, decimals: decimals) == (text == "-0" ? "0" : text))
        }
    }

    @Test(
        "The fewest digits that read back, without an exponent for ordinary magnitudes",
        arguments: [
            (3, "3"), (0, "0"), (-0.0, "0"), (0.001, "0.001"), (1e-05, "0.00001"), (1.5e-07, "0.00000015"),
            (-2.25e-05, "-0.0000225"), (1e-12, "0.000000000001"), (1e-13, "1e-13"), (0.1 + 0.2, "0.30000000000000004"),
            (150, "150"), (-150.5, "-150.5"), (1e15, "1000000000000000"), (1e20, "1e+20"), (1.5e300, "1.5e+300"),
            (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (.leastNonzeroMagnitude, "5e-324"),
        ])
    func shortest(value: Double, text: String) {
        #expect(DecimalText.shortest(value) == text)
    }

    @Test("What is written reads back exactly")
    func readsBack() {
        var random = RandomState(seed: 2)
        for exponent in -14...20 {
            for _ in 0..<20 {
                let value = random.normal() * pow(10, Double(exponent))
                #expect(Double(DecimalText.shortest(value)) == value)
            }
        }
    }

    @Test(
        "A share in per cent has one decimal",
        arguments: [
            (0.98, "98.0 %"), (1, "100.0 %"), (0, "0.0 %"), (0.845, "84.5 %"), (0.98765, "98.8 %"), (1.0 / 3, "33.3 %"),
        ] as [(Double, String)])
    func percent(share: Double, text: String) {
        #expect(DecimalText.percent(share) == text)
    }
}
