import Testing

@testable import Contouring

@Suite("Interpolation along a side")
struct InterpolateTests {
    @Test("The level is passed in proportion to the values")
    func proportion() {
        #expect(interpolate(from: 2, 1, to: 10, 5, at: 2) == 4)
        #expect(interpolate(from: 2, 5, to: 10, 1, at: 2) == 8)
    }

    @Test("A point with the value of the level is met exactly, for any coordinates")
    func ends() {
        // −0.3 + (0.1 − −0.3) is not 0.1 because of rounding, and so on for most of these.
        for index in 1..<200 {
            let a = -0.3 * Double(index)
            let b = 0.1 / Double(index)
            #expect(interpolate(from: a, 1, to: b, 0, at: 0) == b)
            #expect(interpolate(from: a, 0, to: b, 1, at: 0) == a)
        }
    }

    @Test("The result lies between the two points")
    func between() {
        var random = TestRandom(state: 5)
        for _ in 0..<2000 {
            let a = Double.random(in: -1...1, using: &random)
            let b = a + Double.random(in: 0...1e-3, using: &random)
            let place = interpolate(
                from: a, Double.random(in: -1e-9...0, using: &random), to: b,
                Double.random(in: 0.001...1, using: &random),
                at: 0)
            #expect(a <= place && place <= b)
        }
    }

    @Test("Values of the largest possible difference do not overflow")
    func huge() {
        let huge = Double.greatestFiniteMagnitude
        #expect(interpolate(from: 0, -huge, to: 1, huge, at: 0) == 0.5)
        #expect(interpolate(from: 0, -huge, to: 1, huge, at: huge / 2) == 0.75)
    }
}
