import Testing

@testable import Optimization

@Suite("Vector arithmetic")
struct VectorArithmeticTests {
    // Integers, whose sums are exact in any order.
    private func vector(_ count: Int, from start: Int) -> [Double] { (0..<count).map { Double(start + $0 % 11) } }

    @Test("Products and sums equal their definitions for any length", arguments: [0, 1, 7, 8, 9, 16, 23, 102])
    func definitions(count: Int) {
        let (a, b) = (vector(count, from: -3), vector(count, from: 2))
        #expect(dot(a, b) == zip(a, b).reduce(0) { $0 + $1.0 * $1.1 })
        #expect(dot(a, minus: b) == zip(a, b).reduce(0) { $0 + $1.0 * ($1.0 - $1.1) })
        var target = a
        write(a, plus: 0.5, times: b, to: &target)
        #expect(target == zip(a, b).map { $0 + 0.5 * $1 })
        write(minus: a, plus: 0.5, times: b, to: &target)
        #expect(target == zip(a, b).map { 0.5 * $1 - $0 })
        add(-2, times: b, to: &target)
        #expect(target == zip(a, b).map { 0.5 * $1 - $0 - 2 * $1 })
    }

    @Test("NaN propagates from any index", arguments: [0, 7, 8, 17, 18])
    func notANumber(index: Int) {
        var a = vector(19, from: 1)
        a[index] = .nan
        #expect(dot(a, a).isNaN)
        #expect(maximumNorm(a).isNaN)
    }

    @Test("The maximum norm is the largest magnitude at any index", arguments: [0, 3, 8, 18])
    func norm(index: Int) {
        var a = vector(19, from: 1)
        a[index] = -100
        #expect(maximumNorm(a) == 100)
        a[index] = -.infinity
        #expect(maximumNorm(a) == .infinity)
        #expect(maximumNorm([]) == 0)
    }
}
