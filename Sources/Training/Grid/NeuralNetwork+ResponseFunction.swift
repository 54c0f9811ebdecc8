public import Geometry
public import Meshgrid

extension NeuralNetwork: ResponseFunction {
    public var fieldCount: Int { classCount - 1 }

    public func rows(over grid: RegularGrid) -> NetworkRows {
        NetworkRows(of: self, over: grid)
    }
}
