import Pictures
import Plotting
import Testing

@Suite("The gap between training and test")
struct TagTests {
    @Test(
        "is written in percentage points",
        arguments: [
            (0.0173, "gap 1.7 pp"), (-0.0286, "gap \u{2212}2.9 pp"), (0, "gap 0.0 pp"), (-0.0001, "gap 0.0 pp"),
        ])
    func text(gap: Double, text: String) { #expect(Tag(gap: gap, on: .light).text == text) }

    @Test(
        "is the stronger the greater, up to 20 points; a negative one is as faint as none",
        arguments: Theme.Ground.allCases)
    func color(ground: Theme.Ground) {
        func lightness(_ gap: Double) -> Double {
            let color = Tag(gap: gap, on: ground).color
            return 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue
        }
        let steps = [0, 0.02, 0.05, 0.1, 0.15, 0.2].map(lightness)
        let sign = ground == .dark ? 1.0 : -1
        #expect(zip(steps, steps.dropFirst()).allSatisfy { sign * ($1 - $0) > 0.01 })
        #expect(lightness(-0.3) == lightness(0) && lightness(0.5) == lightness(0.2))
    }
}
