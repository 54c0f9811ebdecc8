import ElementaryFunctions
import Testing

@Suite("Accuracy")
struct AccuracyTests {
    /// One ulp from the correctly rounded value is at most 1.5 ulp from the true one; the issue allows 2.
    @Test("A value is at most one double away from the correctly rounded one", arguments: FunctionUnderTest.all)
    func nearTheTruth(_ function: FunctionUnderTest) throws {
        let points = TestPoints.points(function.rules)
        let values = points.map(function.scalar)
        let expected = try function.correctlyRounded(at: points)

        #expect(mostDoublesApart(values, expected) <= 1)
        let exactShare = Double(zip(values, expected).count { $0 == $1 }) / Double(points.count)
        #expect(exactShare > 0.9)
    }

    @Test("log1p on the unit interval is at most one double away from the correctly rounded one")
    func unitIntervalNearTheTruth() throws {
        let points = TestPoints.points(FunctionUnderTest.log1p.rules)
        let expected = try FunctionUnderTest.log1p.correctlyRounded(at: points)
        let inside = points.indices.filter { (0...1).contains(points[$0]) }

        #expect(inside.count > 40_000)
        #expect(
            mostDoublesApart(inside.map { Double.log1p(unitInterval: points[$0]) }, inside.map { expected[$0] }) <= 1)
    }

    @Test("A lane of a vector has the bits of the scalar", arguments: FunctionUnderTest.all)
    func lanesAreScalars(_ function: FunctionUnderTest) {
        let points = TestPoints.points(function.rules) + EdgeTests.specialArguments
        expectSameBits(points, function.scalar, function.vector)
    }

    @Test("A lane of log1p on the unit interval has the bits of the scalar")
    func unitIntervalLanesAreScalars() {
        let points =
            TestPoints.points([.uniform(0, 1), .bitPatterns(0...1022, signed: false)]) + [0, 1, .nan, 0, 1, 0, 1, 0]
        expectSameBits(points, Double.log1p(unitInterval:), SIMD8.log1p(unitInterval:))
    }

    /// Takes eight points at a time, each in another lane than its neighbours.
    private func expectSameBits(
        _ points: [Double], _ scalar: (Double) -> Double, _ vector: (SIMD8<Double>) -> SIMD8<Double>
    ) {
        #expect(points.count % 8 == 0)
        var differing: [Double] = []
        for start in stride(from: 0, to: points.count, by: 8) {
            let values = vector(SIMD8(points[start..<start + 8]))
            for lane in 0..<8 where values[lane].bitPattern != scalar(points[start + lane]).bitPattern {
                differing.append(points[start + lane])
            }
        }
        #expect(differing == [])
    }

    /// The most doubles that one has to go from a value to the expected one.
    private func mostDoublesApart(_ values: [Double], _ expected: [Double]) -> Int64 {
        zip(values, expected).map { value, expected in
            value == expected ? 0 : abs(Int64(bitPattern: value.bitPattern &- expected.bitPattern))
        }.max() ?? 0
    }
}
