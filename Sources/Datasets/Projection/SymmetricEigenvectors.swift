/// The eigenvalues and eigenvectors of a symmetric matrix, by the cyclic Jacobi method.
///
/// Each rotation makes one element off the diagonal 0; a sweep goes over the upper triangle row by row. The order of all
/// operations is fixed, so the result has the same bits everywhere.
///
/// Reference: G. H. Golub, C. F. Van Loan, *Matrix Computations* (4th edition, 2013), section 8.5.
struct SymmetricEigenvectors {
    /// The eigenvalues, in descending order.
    let values: [Double]
    /// The eigenvectors, of length 1, in the order of their values.
    let vectors: [[Double]]

    /// Sweeps converge quadratically: about ten are needed.
    private static let greatestSweepCount = 50

    /// - Parameter matrix: symmetric; row-major, `order × order`, finite.
    /// - Complexity: O(`order`³) time for each sweep.
    init(of matrix: [Double], order: Int) {
        var matrix = matrix
        var vectors = [Double](repeating: 0, count: order * order)
        for index in 0..<order { vectors[index * order + index] = 1 }
        matrix.withUnsafeMutableBufferPointer { a in
            vectors.withUnsafeMutableBufferPointer { v in
                let limit = Double.ulpOfOne * Double.ulpOfOne * a.reduce(0) { $0 + $1 * $1 }
                for _ in 0..<Self.greatestSweepCount {
                    var remainder = 0.0
                    for p in 0..<order { for q in p + 1..<order { remainder += a[p * order + q] * a[p * order + q] } }
                    if remainder <= limit { break }
                    for p in 0..<order {
                        for q in p + 1..<order where a[p * order + q] != 0 { Self.rotate(a, v, order, p, q) }
                    }
                }
            }
        }
        let diagonal = (0..<order).map { [matrix] in matrix[$0 * order + $0] }
        let descending = diagonal.indices.sorted { (-diagonal[$0], $0) < (-diagonal[$1], $1) }
        values = descending.map { diagonal[$0] }
        self.vectors = descending.map { [vectors] in Array(vectors[$0 * order..<($0 + 1) * order]) }
    }

    /// Makes the element (p, q) 0 by a rotation of the rows and columns p and q of `a`, and of the rows of `v`.
    private static func rotate(
        _ a: UnsafeMutableBufferPointer<Double>, _ v: UnsafeMutableBufferPointer<Double>, _ order: Int, _ p: Int,
        _ q: Int
    ) {
        let (rowP, rowQ, element) = (p * order, q * order, a[p * order + q])
        let cotangent = (a[rowQ + q] - a[rowP + p]) / (2 * element)
        let tangent = (cotangent < 0 ? -1 : 1) / (abs(cotangent) + (cotangent * cotangent + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        let (first, second) = (a[rowP + p] - tangent * element, a[rowQ + q] + tangent * element)
        for rows in [a, v] {
            for k in 0..<order {
                let (x, y) = (rows[rowP + k], rows[rowQ + k])
                rows[rowP + k] = cosine * x - sine * y
                rows[rowQ + k] = sine * x + cosine * y
            }
        }
        (a[rowP + p], a[rowQ + q], a[rowP + q], a[rowQ + p]) = (first, second, 0, 0)
        for k in 0..<order { (a[k * order + p], a[k * order + q]) = (a[rowP + k], a[rowQ + k]) }
    }
}
