public import Geometry
public import Meshgrid
public import Training

extension NeuralNetwork: ResponseFunction {
    public var fieldCount: Int { classCount - 1 }

    public func rows(over grid: RegularGrid) -> NetworkRows {
        NetworkRows(of: self, over: grid)
    }
}
