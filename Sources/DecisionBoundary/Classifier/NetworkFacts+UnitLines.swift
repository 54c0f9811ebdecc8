import Pictures
import Training

extension NetworkFacts {
    /// The lines of the units of the first layer, in data units; empty without hidden layers.
    var unitLines: [UnitLine] {
        let units = inDataUnits(report.network).firstLayerLines
        let greatest = units.map(\.influence).max() ?? 0
        return units.map { unit in
            UnitLine(
                bias: unit.bias, weightX: unit.weightX, weightY: unit.weightY,
                share: greatest > 0 ? unit.influence / greatest : 0)
        }
    }
}

extension Plan {
    /// The end of an alternative text.
    var unitLinesRemark: String {
        request.regions.showsUnitLines
            ? "; with the lines on which units of the first hidden layer are undecided, bolder for greater weights" : ""
    }

    /// Returns the unit lines of a network if they are requested.
    func unitLines(of scored: ScoredClassifier) -> [UnitLine] {
        request.regions.showsUnitLines ? scored.network?.unitLines ?? [] : []
    }
}
