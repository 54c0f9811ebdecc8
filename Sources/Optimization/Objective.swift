/// A differentiable function of many parameters, to be minimised.
public protocol Objective {
    var parameterCount: Int { get }

    /// Returns the value at `parameters` and writes the gradient there into `gradient`.
    ///
    /// It is mutating so that an objective can reuse scratch memory between evaluations.
    ///
    /// - Precondition: both arrays have `parameterCount` elements.
    mutating func evaluate(at parameters: [Double], gradient: inout [Double]) -> Double
}
