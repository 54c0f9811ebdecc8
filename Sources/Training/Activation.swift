/// The function that hidden units apply to their logits.
///
/// Files and the command line use the name of the case.
public enum Activation: String, CaseIterable, Hashable, Sendable {
    /// σ(z) = 1 / (1 + e^−z), with σ′ = a·(1 − a).
    case sigmoid
    /// The hyperbolic tangent, with tanh′ = 1 − a².
    case tanh
    /// The rectifier max(z, 0), with the derivative 1 if z > 0 and 0 otherwise.
    case relu

    /// Returns the bound of the initial parameters of a layer, which are uniform between its negative and itself.
    ///
    /// - sigmoid, tanh: √6 / √(units in + units out). Glorot & Bengio 2010, Understanding the difficulty of training
    ///   deep feedforward neural networks, formula 16.
    /// - relu: √(6 / units in), a variance of 2 / units in. He, Zhang, Ren & Sun 2015, Delving deep into rectifiers,
    ///   formula 10.
    func initialLimit(inputCount: Int, outputCount: Int) -> Double {
        switch self {
        case .sigmoid, .tanh: 6.0.squareRoot() / Double(inputCount + outputCount).squareRoot()
        case .relu: (6 / Double(inputCount)).squareRoot()
        }
    }
}
