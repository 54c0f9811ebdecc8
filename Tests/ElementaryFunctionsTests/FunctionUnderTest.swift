import ElementaryFunctions
import Foundation
import Testing

/// A function in scalar and vector form, its counterpart in the C library, and the test points.
struct FunctionUnderTest: CustomTestStringConvertible, Sendable {
    let name: String
    let scalar: @Sendable (Double) -> Double
    let vector: @Sendable (SIMD8<Double>) -> SIMD8<Double>
    let library: @Sendable (Double) -> Double
    let rules: [TestPoints.Rule]

    var testDescription: String { name }

    /// Returns the values at a multiple of eight points by the vector form. In a debug build, the scalar form takes
    /// eight times as long, and another test compares the two.
    func values(at points: [Double]) -> [Double] {
        stride(from: 0, to: points.count, by: 8).flatMap { start in
            let values = vector(SIMD8(points[start..<start + 8]))
            return (0..<8).map { values[$0] }
        }
    }

    /// Returns the correctly rounded values, computed with mpmath, in the order of the points.
    ///
    /// The fixture has the last byte of each bit pattern, and the C library's value is within 128 ulp of the exact one:
    /// only one double meets both conditions.
    func correctlyRounded(at points: [Double]) throws -> [Double] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "bytes"))
        let lastBytes = try Data(contentsOf: url)
        try #require(lastBytes.count == points.count)
        return zip(points, lastBytes).map { point, lastByte in
            let pattern = library(point).bitPattern
            let step = Int8(bitPattern: lastByte &- UInt8(truncatingIfNeeded: pattern))
            return Double(bitPattern: pattern &+ UInt64(bitPattern: Int64(step)))
        }
    }
}

extension FunctionUnderTest {
    static let exp = FunctionUnderTest(
        name: "exp", scalar: Double.exp, vector: SIMD8.exp, library: Foundation.exp,
        rules: [
            .uniform(-1, 1), .uniform(-40, 40), .uniform(-746, 709.7), .bitPatterns(0...1031, signed: true),
        ])
    static let log = FunctionUnderTest(
        name: "log", scalar: Double.log, vector: SIMD8.log, library: Foundation.log,
        rules: [
            .uniform(0, 2), .uniform(0.6, 1.5), .bitPatterns(0...2046, signed: false),
            .bitPatterns(0...0, signed: false),
        ])
    static let log1p = FunctionUnderTest(
        name: "log1p", scalar: Double.log1p(_:), vector: SIMD8.log1p(_:), library: Foundation.log1p,
        rules: [
            .uniform(-1, 1), .uniform(0, 1), .bitPatterns(0...1022, signed: true),
            .bitPatterns(1023...2046, signed: false),
        ])
    static let sin = FunctionUnderTest(
        name: "sin", scalar: Double.sin, vector: SIMD8.sin, library: Foundation.sin, rules: angles)
    static let cos = FunctionUnderTest(
        name: "cos", scalar: Double.cos, vector: SIMD8.cos, library: Foundation.cos, rules: angles)

    static let all = [exp, log, log1p, sin, cos]

    private static let angles: [TestPoints.Rule] = [
        .uniform(-2 * .pi, 2 * .pi), .uniform(-0x1p20, 0x1p20), .quarterTurns(limit: 667_544),
        .bitPatterns(0...1042, signed: true),
    ]
}
