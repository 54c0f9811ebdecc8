import ElementaryFunctions
import Testing

@Suite("Accuracy")
struct AccuracyTests {
    /// One ulp from the correctly rounded value is at most 1.5 ulp from the exact one.
    @Test("A value is at most one double away from the correctly rounded one", arguments: FunctionUnderTest.all)
    func nearTheTruth(_ function: FunctionUnderTest) throws {
        let points = TestPoints.points(function.rules)
        let values = function.values(at: points)
        let expected = try function.correctlyRounded(at: points)

        #expect(mostDoublesApart(values, expected) <= 1)
        let exactShare = Double(zip(values, expected).count { $0 == $1 }) / Double(points.count)
        #expect(exactShare > 0.9)
    }

    @Test("A lane of a vector function has the bits of the scalar function", arguments: FunctionUnderTest.all)
    func lanesAreScalars(_ function: FunctionUnderTest) {
        let points = TestPoints.points(function.rules) + EdgeTests.specialArguments
        expectSameBits(points, function.scalar, function.vector)
    }

    /// A checksum of all bit patterns reveals differences between machines and builds.
    @Test(
        "The bits are the same on every machine",
        arguments: zip(
            FunctionUnderTest.all,
            [
                7_060_516_133_327_024_314, 9_830_279_993_466_952_530, 16_221_341_754_449_156_306,
                6_505_593_642_521_307_716, 746_653_011_333_926_326,
            ] as [UInt64]))
    func sameBits(_ function: FunctionUnderTest, recorded: UInt64) {
        let values = function.values(at: TestPoints.points(function.rules))
        let sum = values.reduce(into: 0 as UInt64) { $0 = $0 &* 31 &+ $1.bitPattern }
        #expect(sum == recorded)
    }

    /// Compares eight points at a time, each in a different lane.
    private func expectSameBits(
        _ points: [Double], _ scalar: (Double) -> Double, _ vector: (SIMD8<Double>) -> SIMD8<Double>
    ) {
        #expect(points.count % 8 == 0)
        let differing = stride(from: 0, to: points.count, by: 8).flatMap { start in
            let values = vector(SIMD8(points[start..<start + 8]))
            return (0..<8).filter { values[$0].bitPattern != scalar(points[start + $0]).bitPattern }
                .map { points[start + $0] }
        }
        #expect(differing == [])
    }

    /// Returns the largest distance of a value from the expected one, in doubles.
    private func mostDoublesApart(_ values: [Double], _ expected: [Double]) -> Int64 {
        zip(values, expected).map { value, expected in
            value == expected ? 0 : abs(Int64(bitPattern: value.bitPattern &- expected.bitPattern))
        }.max() ?? 0
    }
}
