/// The eigenvalues and eigenvectors of a symmetric matrix without negative eigenvalues, by the cyclic Jacobi method.
///
/// A rotation makes two rows of the matrix orthogonal; a sweep goes over all pairs of rows in order. In the end the rows
/// are the eigenvectors, as long as their eigenvalues. This one-sided form needs rows alone, which lie in memory one after
/// the other. The order of all operations is fixed, so the result has the same bits everywhere.
///
/// Reference: M. R. Hestenes, *Inversion of matrices by biorthogonalization and related results* (1958).
struct SymmetricEigenvectors {
    /// The eigenvalues, in descending order.
    let values: [Double]
    /// The eigenvectors, of length 1, in the order of their values; 0 for values that are 0.
    let vectors: [[Double]]

    /// Ten to fifteen sweeps are needed: convergence is quadratic.
    private static let greatestSweepCount = 60

    /// - Parameter matrix: symmetric, without negative eigenvalues; row-major, `order × order`, finite.
    /// - Complexity: O(`order`³) time for each sweep.
    init(of matrix: [Double], order: Int) {
        var matrix = matrix
        matrix.withUnsafeMutableBufferPointer { Self.orthogonalize(rows: $0, order: order) }
        let rows = (0..<order).map { [matrix] in Array(matrix[$0 * order..<($0 + 1) * order]) }
        let lengths = rows.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        let descending = lengths.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
        values = descending.map { lengths[$0] }
        vectors = descending.map { index in
            lengths[index] > 0 ? rows[index].map { $0 / lengths[index] } : rows[index]
        }
    }

    private static func orthogonalize(rows: UnsafeMutableBufferPointer<Double>, order: Int) {
        var squares = [Double](repeating: 0, count: order)
        for _ in 0..<greatestSweepCount {
            for p in 0..<order { squares[p] = product(rows, p * order, p * order, order) }
            // Rows below this length are rounding.
            let rounding = squares.reduce(0, +) * Double(order * order) * Double.ulpOfOne * Double.ulpOfOne
            var hasRotated = false
            for p in 0..<order {
                for q in p + 1..<order where min(squares[p], squares[q]) > rounding {
                    let product = product(rows, p * order, q * order, order)
                    guard abs(product) > 4 * Double.ulpOfOne * (squares[p] * squares[q]).squareRoot() else { continue }
                    let cotangent = (squares[q] - squares[p]) / (2 * product)
                    let tangent = (cotangent < 0 ? -1 : 1) / (abs(cotangent) + (cotangent * cotangent + 1).squareRoot())
                    let cosine = 1 / (tangent * tangent + 1).squareRoot()
                    let sine = tangent * cosine
                    for k in 0..<order {
                        let (x, y) = (rows[p * order + k], rows[q * order + k])
                        rows[p * order + k] = cosine * x - sine * y
                        rows[q * order + k] = sine * x + cosine * y
                    }
                    squares[p] -= tangent * product
                    squares[q] += tangent * product
                    hasRotated = true
                }
            }
            if !hasRotated { return }
        }
    }

    /// Returns the inner product of two rows: eight sums in turn, which are added in order.
    private static func product(
        _ values: UnsafeMutableBufferPointer<Double>, _ first: Int, _ second: Int, _ count: Int
    ) -> Double {
        var sums = SIMD8<Double>(repeating: 0)
        var index = 0
        while index + 8 <= count {
            var (x, y) = (SIMD8<Double>(), SIMD8<Double>())
            for lane in 0..<8 {
                x[lane] = values[first + index + lane]
                y[lane] = values[second + index + lane]
            }
            sums += x * y
            index += 8
        }
        var sum = 0.0
        for lane in 0..<8 { sum += sums[lane] }
        while index < count {
            sum += values[first + index] * values[second + index]
            index += 1
        }
        return sum
    }
}
