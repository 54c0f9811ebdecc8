import Datasets
import Files
import Geometry
import ModelSelection
import Optimization
import Pictures
import SavedModels
import Training

/// The JSON summary of a run, schema 1. Keys may be added; keys that do not apply are absent.
extension Plan {
    private static let schema = 1
    private var dpi: Double { request.page.dpi }

    func summary(of result: RunResult) -> JSONValue {
        JSONValue([
            "schema": Self.schema, "data": dataSummary,
            "runs": zip(result.classifiers, request.classifiers).map { summary(of: $0, as: $1) },
            "difference": result.difference.map {
                JSONValue([
                    "area": $0.areaShare, "points": $0.pointShare, "pointCount": $0.pointCount,
                    "train": $0.training.json(isTested: false), "test": $0.test?.json(isTested: true),
                ])
            },
            "comparison": result.comparison?.json("best"),
            "image": (result.difference?.file).map(summary), "sheet": result.sheet.map(summary),
            "curve": result.curve.map { curve in
                JSONValue([
                    "image": summary(of: curve.file), "of": curve.measure.rawValue,
                    "best": curve.best.map {
                        JSONValue([
                            "lambda": $0.candidate.lambda, "hidden": HiddenLayers($0.candidate.hidden).text,
                            "value": $0.value, "deviation": $0.deviation,
                            "interval": $0.interval.map { [$0.low, $0.high] },
                        ])
                    },
                ])
            },
        ])
    }

    /// Returns the summary of a tuning.
    func summary(of tuning: Tuning, chosen: ClassifierResult) -> JSONValue {
        let settings = request.tuning ?? TuneSettings()
        let winner = tuning.validations[tuning.winner]
        return JSONValue([
            "schema": Self.schema, "data": dataSummary,
            "selection": JSONValue([
                "folds": folds[0].count, "repeats": folds.count > 1 ? folds.count : nil,
                "stratify": settings.hasStratifiedFolds, "seed": request.split?.seed ?? 0,
                // The validation fold of each training point, in the order of the split.
                "rule": settings.rule.rawValue, "foldOfPoint": folds[0].foldOfPoint,
                "foldOfPointByRepeat": folds.count > 1 ? folds.map { $0.foldOfPoint.json } : nil,
            ]),
            "candidates": zip(tuning.validations, tuning.comparison.tests).map { validation, test in
                JSONValue([
                    "hidden": HiddenLayers(validation.candidate.hidden).text, "lambda": validation.candidate.lambda,
                    "validationError": validation.validationError.json,
                    "validationCost": validation.validationCost.json, "trainError": validation.trainingError.json,
                    "trainCrossEntropy": validation.trainingCost.json, "folds": validation.scores.map(\.json),
                    "comparison": test.json,
                ])
            },
            "winner": JSONValue([
                "hidden": HiddenLayers(winner.candidate.hidden).text, "lambda": winner.candidate.lambda,
                "validationError": winner.validationError.mean, "standardError": winner.validationError.standardError,
                "run": summary(of: chosen, as: .network(winner.candidate)),
            ]),
            "heatmap": summary(of: tuning.heatMap), "curve": summary(of: tuning.curve),
        ])
    }

    /// The origin and the division of the points.
    var dataSummary: JSONValue {
        var (set, file): (GeneratedSet?, DataFile?) = (nil, nil)
        switch loaded.source {
        case .generated(let origin): set = origin
        case .file(let origin): file = origin
        case .inline: break
        }
        let isTrained = request.classifiers.contains { $0.candidate != nil }
        let standardization = isTrained ? data.standardization : models.first?.value.standardization
        return JSONValue([
            "source": set?.name.rawValue ?? file.map { $0.path == "-" ? "standard input" : "file" } ?? "inline",
            "path": file.flatMap { $0.path == "-" ? nil : $0.path }, "sha256": file?.sha256,
            // Column titles: a name, or "column 3".
            "columns": loaded.columnTitles.map { JSONValue(["x": $0[0], "y": $0[1], "label": $0[2]]) },
            "skippedRows": loaded.file?.skippedRowCount, "missingRows": loaded.file?.missingRowCount,
            "missingColumns": loaded.file.flatMap { $0.missingColumns.isEmpty ? nil : $0.missingColumns },
            "encoding": loaded.file.map { $0.isLatin1 ? "latin-1" : "utf-8" }, "samples": loaded.dataset.points.count,
            "noise": set?.noise, "factor": set?.factor, "centers": set?.centers, "spread": set?.spread,
            "seed": set?.seed, "features": data.training.featureNames, "classes": data.training.classNames,
            "split": data.split.map {
                JSONValue([
                    "testFraction": $0.testFraction, "seed": $0.seed, "stratify": $0.isStratified,
                    "repeats": request.repeats > 1 ? request.repeats : nil,
                    "trainCount": data.training.points.count, "testCount": data.test?.points.count,
                ])
            },
            "standardization": standardization.map {
                JSONValue([
                    "mean": [$0.mean.x, $0.mean.y], "deviation": [$0.deviation.x, $0.deviation.y],
                ])
            },
        ])
    }

    private func summary(of result: ClassifierResult, as classifier: ClassifierRequest) -> JSONValue {
        guard case .object(let scores) = summary(of: result.scored, as: classifier) else { return .null }
        guard let surface = result.surface,
            case .object(let picture) = JSONValue([
                "grid": JSONValue([
                    "x": surface.grid.x.json, "y": surface.grid.y.json, "labelCounts": surface.labelCounts,
                ]),
                "image": result.picture.map { file in
                    let limits = surface.limits
                    return JSONValue([
                        "path": file.path, "width": file.width, "height": file.height, "dpi": dpi,
                        "altText": file.text.altText, "axes": result.plotRectangle?.json,
                        "xlim": [limits.minX, limits.maxX], "ylim": [limits.minY, limits.maxY],
                    ])
                },
                "seconds": JSONValue([
                    "train": result.seconds.train, "grid": result.seconds.grid, "draw": result.seconds.draw,
                    "write": result.seconds.write,
                ]),
            ])
        else {
            guard !result.splits.isEmpty else { return .object(scores) }
            return .object(scores.merging(["splits": result.splits.map(\.json).json]) { first, _ in first })
        }
        return .object(scores.merging(picture) { first, _ in first })
    }

    /// Returns the summary of a classifier; rows of the confusion matrix are true classes, columns predicted classes.
    func summary(of scored: ScoredClassifier, as classifier: ClassifierRequest) -> JSONValue {
        let (network, training) = (scored.network, scored.network?.training)
        let report = network?.report
        return JSONValue([
            "name": network == nil ? scored.classifier.name : nil,
            "hidden": network.map { HiddenLayers($0.candidate.hidden).text },
            "layers": report?.network.shape.unitCounts, "activation": network?.candidate.activation.rawValue,
            "lambda": report?.lambda, "initSeed": training?.initialSeed,
            "optimizer": training.flatMap { _ in network }.map {
                request.training.optimizer(for: $0.candidate).rawValue
            },
            "model": classifier.modelPath,
            "cost": report?.cost, "trainCrossEntropy": scored.trainingScore.crossEntropy,
            "accuracy": scored.trainingScore.accuracy, "testAccuracy": scored.testScore?.accuracy,
            "testAccuracyInterval": scored.testAccuracyInterval.map { [$0.low, $0.high] },
            "testCost": scored.testScore?.crossEntropy,
            "confusion": JSONValue(["train": scored.trainingScore.confusion, "test": scored.testScore?.confusion]),
            "restarts": training.flatMap { $0.hasRestarts ? $0.restartSummaries : nil },
            "restartSpread": training.flatMap { $0.hasRestarts ? $0.restartSpread : nil },
            "iterations": training.flatMap { _ in report?.iterations },
            "evaluations": training.flatMap { _ in report?.evaluations },
            "gradientNorm": training.flatMap { _ in report?.gradientNorm },
            "termination": training.flatMap { _ in report?.termination.rawValue }, "theta": report?.network.theta,
        ])
    }

    /// Returns the summary of a picture of several classifiers.
    private func summary(of file: PictureFile) -> JSONValue {
        JSONValue([
            "path": file.path, "width": file.width, "height": file.height, "dpi": dpi, "altText": file.text.altText,
        ])
    }
}

extension TrainingFacts {
    fileprivate var restartSummaries: [JSONValue] {
        restarts.reports.indices.map { index in
            let report = restarts.reports[index]
            let testScore = testScores.isEmpty ? nil : testScores[index]
            return JSONValue([
                "initSeed": restarts.initialSeeds[index], "cost": report.cost, "accuracy": report.accuracy,
                "testAccuracy": testScore?.accuracy, "testCost": testScore?.crossEntropy,
                "termination": report.termination.rawValue,
            ])
        }
    }

    fileprivate var restartSpread: JSONValue {
        func spread(_ values: [Double]) -> JSONValue? { values.isEmpty ? nil : SampleStatistics(of: values).json }
        return JSONValue([
            "cost": restarts.costs.json, "accuracy": restarts.accuracies.json,
            "testAccuracy": spread(testScores.map(\.accuracy)),
            "testCost": spread(testScores.compactMap(\.crossEntropy)),
        ])
    }
}

extension SplitScore {
    fileprivate var json: JSONValue {
        JSONValue([
            "splitSeed": splitSeed, "initSeed": initialSeed, "cost": cost, "accuracy": accuracy,
            "trainCrossEntropy": crossEntropy, "testAccuracy": testAccuracy, "testCost": testCrossEntropy,
            "termination": termination.rawValue,
        ])
    }
}

extension Disagreement {
    /// - Parameter isTested: true for held-out points; on training points a test would mislead.
    fileprivate func json(isTested: Bool) -> JSONValue {
        JSONValue([
            "count": count, "firstRight": test.firstOnly, "secondRight": test.secondOnly, "neitherRight": neitherCount,
            "pValue": isTested ? test.pValue : nil, "withinChance": isTested ? test.isWithinChance : nil,
        ])
    }
}

extension ChanceComparison {
    /// The tests in the order of the classifiers; `referenceKey` names the index of the reference.
    fileprivate func json(_ referenceKey: String) -> JSONValue {
        guard case .object(let members) = JSONValue(["tests": tests.map(\.json)]) else { return .null }
        return .object(members.merging([referenceKey: reference.json]) { first, _ in first })
    }
}

extension McNemarTest {
    /// The comparison of a classifier with the best one of a run.
    fileprivate var json: JSONValue {
        JSONValue([
            "onlyThisRight": firstOnly, "onlyBestRight": secondOnly, "pValue": pValue, "withinChance": isWithinChance,
        ])
    }
}

extension SampleStatistics {
    fileprivate var json: JSONValue {
        JSONValue(["mean": mean, "deviation": deviation, "least": least, "greatest": greatest])
    }
}

extension SampledAxis {
    fileprivate var json: JSONValue { JSONValue(["start": start, "step": step, "count": count]) }
}

extension Rectangle {
    /// The rectangle by its least coordinates and its sides.
    fileprivate var json: JSONValue { JSONValue(["x": minX, "y": minY, "width": width, "height": height]) }
}

extension FoldScore {
    /// The JSON of a fit in `tune.json` and in journals.
    var json: JSONValue {
        JSONValue([
            "fold": fold, "cost": trainingCost, "trainCrossEntropy": trainingCrossEntropy,
            "accuracy": trainingAccuracy, "validationAccuracy": validationAccuracy, "validationCost": validationCost,
            "validationErrors": validationErrorCount, "validationCount": validationCount,
            "correct": String(misclassified.map { $0 ? "0" : "1" }), "iterations": iterations,
            "evaluations": evaluations, "termination": termination.rawValue,
        ])
    }

    /// Reads a fit; nil if a member is missing or invalid. The counts of points and errors are those of `correct`, which
    /// may contradict the others.
    init?(_ json: JSONValue) {
        guard case .object(let members) = json, case .string(let text) = members["termination"],
            let termination = Termination(rawValue: text)
        else { return nil }
        func number(_ name: String) -> Double? {
            switch members[name] {
            case .number(let number): number
            case .null: .nan
            default: nil
            }
        }
        func count(_ name: String) -> Int? { number(name).flatMap { Int(exactly: $0) }.flatMap { $0 >= 0 ? $0 : nil } }
        guard let fold = count("fold"), let cost = number("cost"), let accuracy = number("accuracy"),
            let crossEntropy = number("trainCrossEntropy"), let validationCost = number("validationCost"),
            let errors = count("validationErrors"), let points = count("validationCount"), points > 0, errors <= points,
            case .string(let correct) = members["correct"], correct.utf8.allSatisfy({ $0 == 48 || $0 == 49 }),
            let iterations = count("iterations"), let evaluations = count("evaluations"), (0...1).contains(accuracy),
            ![cost, crossEntropy, validationCost].contains(where: { $0 < 0 })
        else { return nil }
        self.init(
            fold: fold, trainingCost: cost, trainingAccuracy: accuracy, trainingCrossEntropy: crossEntropy,
            validationCost: validationCost, misclassified: correct.utf8.map { $0 == 48 }, iterations: iterations,
            evaluations: evaluations, termination: termination)
        guard number("validationAccuracy") == Double(points - errors) / Double(points) else { return nil }
    }
}
