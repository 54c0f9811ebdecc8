import Foundation
import MersenneTwister
import Testing

@Suite("RandomState")
struct RandomStateTests {
    @Test("32-bit words are numpy's", arguments: try NumpyDraws.all())
    func words(_ expected: NumpyDraws) {
        var random = expected.state
        #expect(expected.words.map { _ in random.word() } == expected.words)

        var far = expected.state
        for _ in 0..<10_000 { _ = far.word() }
        #expect(expected.wordsAfter10000.map { _ in far.word() } == expected.wordsAfter10000)
    }

    @Test("randomSample is numpy's random_sample", arguments: try NumpyDraws.all())
    func randomSample(_ expected: NumpyDraws) {
        var random = expected.state
        #expect(expected.randomSample.map { _ in random.randomSample() } == expected.randomSample)
    }

    @Test("uniform is numpy's", arguments: try NumpyDraws.all())
    func uniform(_ expected: NumpyDraws) {
        var random = expected.state
        #expect(expected.uniform.map { _ in random.uniform(low: -2.5, high: 1e3) } == expected.uniform)
    }

    /// Our logarithm and that of the C library, which numpy uses, sometimes differ in the last bit.
    @Test(
        "normal is within 2 ulp of numpy's, and equal in 98 of 100 cases", arguments: try NumpyDraws.all())
    func normal(_ expected: NumpyDraws) {
        var random = expected.state
        let values = expected.normal.map { _ in random.normal() }
        let ulpsApart = zip(values, expected.normal).map { abs($0 - $1) / $1.ulp }
        #expect((ulpsApart.max() ?? 0) <= 2)
        #expect(ulpsApart.count { $0 == 0 } > values.count * 98 / 100)
    }

    @Test("normal with a mean and a standard deviation is numpy's", arguments: try NumpyDraws.all())
    func normalScaled(_ expected: NumpyDraws) {
        var random = expected.state
        for value in expected.normalScaled {
            #expect(abs(random.normal(mean: -3.25, standardDeviation: 0.2) - value) <= 2 * value.ulp)
        }
    }

    @Test("permutation is numpy's", arguments: try NumpyDraws.all())
    func permutation(_ expected: NumpyDraws) {
        for permutation in expected.permutations {
            var random = expected.state
            #expect(random.permutation(permutation.count) == permutation)
        }
    }

    @Test("shuffle is numpy's", arguments: try NumpyDraws.all())
    func shuffle(_ expected: NumpyDraws) {
        var random = expected.state
        var letters = Array("abcdefghij")
        random.shuffle(&letters)
        #expect(String(letters) == expected.shuffled)
    }

    @Test("A slice is shuffled like an array", arguments: try NumpyDraws.all())
    func shuffleSlice(_ expected: NumpyDraws) {
        var random = expected.state
        var letters = Array("--abcdefghij--")
        random.shuffle(&letters[2..<12])
        #expect(String(letters) == "--\(expected.shuffled)--")
    }

    @Test("randint is numpy's for widths of 1 to 2⁶⁴ - 1", arguments: try NumpyDraws.all())
    func randint(_ expected: NumpyDraws) throws {
        let ranges = try NumpyDraws.ranges()
        #expect(ranges.count == expected.randint.count)
        for (range, values) in zip(ranges, expected.randint) {
            var random = expected.state
            #expect(values.map { _ in String(random.randint(range)) } == values, "\(range)")
        }
    }

    @Test("choice is numpy's choice without replacement", arguments: try NumpyDraws.all())
    func choice(_ expected: NumpyDraws) {
        for ((count, size), values) in zip([(1, 1), (10, 0), (10, 4), (10, 10), (500, 20)], expected.choice) {
            var random = expected.state
            #expect(random.choice(size, outOf: count) == values)
        }
    }

    @Test("Draws of different kinds share one stream and keep the cached Gaussian", arguments: try NumpyDraws.all())
    func mixed(_ expected: NumpyDraws) {
        var random = expected.state
        var values = [random.normal(), random.randomSample(), Double(random.randint(0..<1000))]
        values.append(random.normal(mean: 1, standardDeviation: 2))
        values += random.permutation(5).map(Double.init)
        values += [
            random.uniform(low: 3, high: 4), random.normal(), Double(random.randint(0..<1 << 40)), random.normal(),
        ]
        #expect(values.count == expected.mixed.count)
        for (value, expected) in zip(values, expected.mixed) { #expect(abs(value - expected) <= 2 * expected.ulp) }
    }

    @Test("A copy continues independently")
    func copies() {
        var random = RandomState(seed: 7)
        _ = random.normal()
        var copy = random
        let first = (0..<1000).map { _ in random.normal() }
        #expect((0..<1000).map { _ in copy.normal() } == first)
    }

    @Test("A range of one number and an empty shuffle use no word")
    func drawsThatTakeNothing() {
        var random = RandomState(seed: 7)
        var untouched = random
        var nothing: [Int] = []
        #expect(random.randint(3..<4) == 3)
        #expect(random.permutation(1) == [0])
        random.shuffle(&nothing)
        #expect(random.word() == untouched.word())
    }
}
