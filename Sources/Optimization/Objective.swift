/// A differentiable function of many parameters, to be made small.
public protocol Objective {
    var parameterCount: Int { get }

    /// Returns the value at `parameters` and writes the gradient there into `gradient`.
    ///
    /// Mutating, so that an objective may keep its scratch memory from one evaluation to the next.
    ///
    /// - Precondition: both arrays hold `parameterCount` numbers.
    mutating func evaluate(at parameters: [Double], gradient: inout [Double]) -> Double
}
