/// What the hidden units of a network make of their logits; the outputs stay logits.
///
/// The name of a case is that of the function in files and on the command line.
public enum Activation: String, CaseIterable, Hashable, Sendable {
    /// σ(z) = 1 / (1 + e^−z), with σ′ = a·(1 − a).
    case sigmoid
    /// The hyperbolic tangent, with tanh′ = 1 − a².
    case tanh
    /// The rectifier max(z, 0), with the derivative 1 where z > 0 and 0 elsewhere, at 0 too.
    case relu

    /// The bound of a layer's initial parameters, which are uniform on both sides of 0.
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
