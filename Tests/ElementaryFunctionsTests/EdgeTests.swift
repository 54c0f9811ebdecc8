import ElementaryFunctions
import Testing

@Suite("Special arguments")
struct EdgeTests {
    /// Arguments at the limits of the functions; their number is a multiple of eight.
    static let specialArguments: [Double] = [
        0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, -.leastNormalMagnitude,
        .leastNormalMagnitude.nextDown, 1, -1, (1.0).nextUp, (1.0).nextDown, (-1.0).nextUp, (-1.0).nextDown,
        709.782712893384,
        709.7827128933841, -745.1332191019411, -745.1332191019412, -746, 710, .greatestFiniteMagnitude,
        -.greatestFiniteMagnitude, .infinity, -.infinity, .nan,
    ]

    @Test("exp")
    func exponential() {
        expect(Double.exp(0), 1)
        expect(Double.exp(-0.0), 1)
        expect(Double.exp(.leastNonzeroMagnitude), 1)
        expect(Double.exp(-.leastNormalMagnitude), 1)
        expect(Double.exp(.infinity), .infinity)
        expect(Double.exp(-.infinity), 0)
        expect(Double.exp(.greatestFiniteMagnitude), .infinity)
        expect(Double.exp(-.greatestFiniteMagnitude), 0)
        #expect(Double.exp(.nan).isNaN)
    }

    @Test("exp overflows and underflows at the same arguments as the correctly rounded result")
    func exponentialLimits() {
        expect(Double.exp(709.782712893384), 0x1.fffffffffff2ap1023)
        expect(Double.exp(709.7827128933841), .infinity)
        expect(Double.exp(-745.1332191019411), .leastNonzeroMagnitude)
        expect(Double.exp(-745.1332191019412), 0)
        expect(Double.exp(-708.3964185322641), 0x1.000000000007cp-1022)
        expect(Double.exp(-744), 2 * .leastNonzeroMagnitude)
    }

    @Test("log")
    func logarithm() {
        expect(Double.log(1), 0)
        expect(Double.log(0), -.infinity)
        expect(Double.log(-0.0), -.infinity)
        expect(Double.log(.infinity), .infinity)
        expect(Double.log(.leastNonzeroMagnitude), -744.4400719213812)
        expect(Double.log(.leastNormalMagnitude), -708.3964185322641)
        expect(Double.log(.greatestFiniteMagnitude), 709.782712893384)
        expect(Double.log((1.0).nextUp), (0x1p-52).nextDown)
        expect(Double.log((1.0).nextDown), -0x1p-53)
        for outside in [-.leastNonzeroMagnitude, -1, -.greatestFiniteMagnitude, -.infinity, .nan] as [Double] {
            #expect(Double.log(outside).isNaN)
        }
    }

    @Test("log1p")
    func logarithmOnePlus() {
        for exact in [0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, -.leastNormalMagnitude, 0x1p-60]
            as [Double]
        {
            expect(Double.log1p(exact), exact)
        }
        expect(Double.log1p(-1), -.infinity)
        expect(Double.log1p((-1.0).nextUp), -36.7368005696771)
        expect(Double.log1p(.infinity), .infinity)
        expect(Double.log1p(.greatestFiniteMagnitude), 709.782712893384)
        for outside in [(-1.0).nextDown, -2, -.greatestFiniteMagnitude, -.infinity, .nan] as [Double] {
            #expect(Double.log1p(outside).isNaN)
        }
    }

    @Test("sin")
    func sine() {
        for exact in [0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, -0x1p-30]
            as [Double]
        {
            expect(Double.sin(exact), exact)
        }
        expect(Double.sin(.pi / 2), 1)
        expect(Double.sin(.pi), 1.2246467991473532e-16)
        expect(Double.sin(-.pi), -1.2246467991473532e-16)
        expect(Double.sin(2 * .pi), -2.4492935982947064e-16)
    }

    @Test("cos")
    func cosine() {
        expect(Double.cos(0), 1)
        expect(Double.cos(-0.0), 1)
        expect(Double.cos(.leastNonzeroMagnitude), 1)
        expect(Double.cos(.pi / 2), 6.123233995736766e-17)
        expect(Double.cos(.pi), -1)
        expect(Double.cos(-.pi), -1)
        expect(Double.cos(2 * .pi), 1)
    }

    @Test("sin and cos are NaN outside of their domain")
    func outsideOfTheAngles() {
        #expect(!Double.sin(0x1p20).isNaN)
        #expect(!Double.cos(-0x1p20).isNaN)
        for outside in [(0x1p20).nextUp, -.greatestFiniteMagnitude, .infinity, -.infinity, .nan] as [Double] {
            #expect(Double.sin(outside).isNaN)
            #expect(Double.cos(outside).isNaN)
        }
    }

    /// Compares bits, and so the signs of zeros too.
    private func expect(_ value: Double, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(value.bitPattern == expected.bitPattern, "\(value) is not \(expected)", sourceLocation: sourceLocation)
    }
}
