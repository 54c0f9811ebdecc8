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
            "schema": Self.schema, "data": dataSummary, "baseline": baselineSummary,
            "runs": result.classifiers.indices.map { index in
                // All pairs of features have one classifier.
                summary(
                    of: result.classifiers[index],
                    as: request.classifiers[request.product == .pairs ? 0 : index])
            },
            "difference": result.difference.map {
                JSONValue([
                    "area": $0.areaShare, "points": $0.pointShare, "pointCount": $0.pointCount,
                    "train": $0.training.json(isTested: false), "test": $0.test?.json(isTested: true),
                ])
            },
            "comparison": result.comparison?.json("best"),
            "image": (result.difference?.file).map(summary),
            "sheet": result.sheet.map { summary(ofSheet: $0, of: result.classifiers.map(\.scored)) },
            "overlay": result.overlay.map { summary(ofSheet: $0, of: result.classifiers.map(\.scored)) },
            "report": result.report.map { JSONValue(["path": $0.path, "bytes": $0.byteCount]) },
            "film": result.film.map { film in
                JSONValue([
                    "images": film.files.map(summary),
                    "frames": film.frames.map {
                        JSONValue([
                            "iteration": $0.iteration, "cost": $0.cost, "testCost": $0.testCost, "seconds": $0.seconds,
                        ])
                    },
                ])
            },
            "curve": result.curve.map { curve in
                JSONValue([
                    "image": summary(of: curve.file),
                    "of": (curve.history == nil ? curve.settings.measure : .cost).rawValue,
                    "over": curve.settings.axis.rawValue,
                    "values": curve.history == nil ? curve.places.map { $0.json(of: curve.settings.measure) } : nil,
                    "history": curve.history.map { history in
                        JSONValue([
                            "cost": history.costs, "testCost": history.testCosts.isEmpty ? nil : history.testCosts,
                            "bestIteration": history.bestIteration,
                        ])
                    },
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

    /// Returns the summary of a tuning as the text of `tune.json`.
    func summaryText(of tuning: Tuning, chosen: ClassifierResult) throws -> [UInt8] {
        let settings = request.tuning ?? TuneSettings()
        let winner = tuning.validations[tuning.winner]
        let withoutCandidates = JSONValue([
            "schema": Self.schema, "data": dataSummary, "baseline": baselineSummary,
            "selection": JSONValue([
                "folds": folds[0].count, "repeats": folds.count > 1 ? folds.count : nil,
                "stratify": settings.hasStratifiedFolds, "seed": request.split?.seed ?? 0,
                // The validation fold of each training point, in the order of the split.
                "rule": settings.rule.rawValue, "foldOfPoint": folds[0].foldOfPoint,
                "foldOfPointByRepeat": folds.count > 1 ? folds.map { $0.foldOfPoint.json } : nil,
            ]),
            "winner": JSONValue([
                "hidden": HiddenLayers(winner.candidate.hidden).text, "lambda": winner.candidate.lambda,
                "validationError": winner.validationError.mean, "standardError": winner.validationError.standardError,
                "run": summary(of: chosen, as: .network(winner.candidate)),
            ]),
            "heatmap": summary(of: tuning.heatMap), "curve": summary(of: tuning.curve),
        ])
        let stuckFits = tuning.stuckFits
        let candidates = tuning.validations.indices.lazy.map { index in
            let (validation, test) = (tuning.validations[index], tuning.comparison.tests[index])
            return JSONValue([
                "hidden": HiddenLayers(validation.candidate.hidden).text, "lambda": validation.candidate.lambda,
                "validationError": validation.validationError.json,
                "validationCost": validation.validationCost.json, "trainError": validation.trainingError.json,
                "trainCrossEntropy": validation.trainingCost.json,
                "folds": zip(validation.scores, stuckFits[index]).map { $0.json(isStuck: $1) },
                "comparison": test.json,
            ])
        }
        return try JSONText.bytes(of: withoutCandidates, adding: "candidates", candidates)
    }

    private var baselineSummary: JSONValue {
        let baseline = baseline
        return JSONValue([
            "class": data.training.classNames[baseline.classIndex], "accuracy": baseline.accuracy,
            "testAccuracy": baseline.testAccuracy,
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
            // Projected columns are in `projection`.
            "columns": loaded.columnTitles.map {
                data.projection == nil
                    ? JSONValue(["x": $0[0], "y": $0[1], "label": $0[2]]) : JSONValue(["label": $0.last])
            },
            "skippedRows": loaded.file?.skippedRowCount, "missingRows": loaded.file?.missingRowCount,
            "missingColumns": loaded.file.flatMap { $0.missingColumns.isEmpty ? nil : $0.missingColumns },
            "encoding": loaded.file.map { $0.isLatin1 ? "latin-1" : "utf-8" }, "samples": loaded.rows.count,
            "noise": set?.noise, "factor": set?.factor, "centers": set?.centers, "spread": set?.spread,
            "seed": set?.seed, "features": data.training.featureNames, "classes": data.training.classNames,
            "split": data.split.map {
                let isRandom = $0.lastCount == nil
                return JSONValue([
                    "last": $0.lastCount, "testFraction": isRandom ? $0.testFraction : nil,
                    "seed": isRandom ? $0.seed : nil, "stratify": isRandom ? $0.isStratified : nil,
                    "repeats": request.repeats > 1 ? request.repeats : nil,
                    "trainCount": data.training.points.count, "testCount": data.test?.points.count,
                ])
            },
            "projection": data.projection.map {
                JSONValue([
                    "features": $0.featureNames, "mean": $0.mean, "deviation": $0.deviation,
                    "components": $0.components, "explainedVarianceRatio": $0.explainedVarianceRatio,
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
        let (surface, scored) = (result.surface, result.scored)
        // Records do not have these.
        guard case .object(let scores) = summary(of: scored, as: classifier),
            case .object(let further) = JSONValue([
                "recall": JSONValue([
                    "train": scored.trainingScore.recallValues, "test": scored.testScore?.recallValues,
                ]),
                "grid": surface.map {
                    JSONValue(["x": $0.grid.x.json, "y": $0.grid.y.json, "labelCounts": $0.labelCounts])
                },
                "image": result.picture.flatMap { file in
                    guard let limits = surface?.limits else { return nil }
                    return JSONValue([
                        "path": file.path, "width": file.width, "height": file.height, "dpi": dpi,
                        "altText": file.text.altText, "axes": result.plotRectangle?.json,
                        "xlim": [limits.minX, limits.maxX], "ylim": [limits.minY, limits.maxY],
                    ])
                },
                "splits": result.splits.isEmpty ? nil : result.splits.map(\.json),
                "seconds": surface.map { _ in
                    JSONValue([
                        "train": result.seconds.train, "grid": result.seconds.grid, "draw": result.seconds.draw,
                        "write": result.seconds.write,
                    ])
                },
            ])
        else { return summary(of: scored, as: classifier) }
        return .object(scores.merging(further) { first, _ in first })
    }

    /// Returns the summary of a classifier; rows of the confusion matrix are true classes, columns predicted classes.
    func summary(of scored: ScoredClassifier, as classifier: ClassifierRequest) -> JSONValue {
        let (network, training) = (scored.network, scored.network?.training)
        let report = network?.report
        return JSONValue([
            "name": network == nil ? scored.classifier.name : nil,
            "features": request.product == .pairs ? scored.features : nil,
            "hidden": network.map { HiddenLayers($0.candidate.hidden).text },
            "layers": report?.network.shape.unitCounts, "activation": network?.candidate.activation.rawValue,
            "lambda": report?.lambda, "initSeed": training?.initialSeed,
            "optimizer": training.flatMap { _ in network }.map {
                request.training.optimizer(for: $0.candidate).rawValue
            },
            "model": classifier.modelPath, "command": classifier.command,
            "predictions": classifier.recorded.predictionsPath.flatMap { $0 == "-" ? nil : $0 },
            "sha256": scored.sha256,
            "scores": classifier.isExternal ? scored.kind?.rawValue ?? "class" : nil,
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
            "termination": training.flatMap { _ in report?.termination.rawValue },
            "stuck": network?.isStuck == true ? true : nil, "theta": report?.network.theta,
        ])
    }

    /// Returns the summary of a sheet or an overlay; `best` is the index of the best classifier among the runs.
    private func summary(ofSheet file: PictureFile, of scored: [ScoredClassifier]) -> JSONValue {
        guard case .object(var members) = summary(of: file) else { return .null }
        if let best = scored.bestOnTest { members["best"] = .number(Double(best)) }
        return .object(members)
    }

    /// Returns the summary of a picture of several classifiers.
    private func summary(of file: PictureFile) -> JSONValue {
        JSONValue([
            "path": file.path, "width": file.width, "height": file.height, "dpi": dpi, "altText": file.text.altText,
        ])
    }
}

extension CurvePlace {
    /// The place, and mean and deviation of the measure over its restarts.
    fileprivate func json(of measure: CurveSettings.Measure) -> JSONValue {
        let (train, test) = (statistics(of: measure, isHeldOut: false), statistics(of: measure, isHeldOut: true))
        return JSONValue([
            "hidden": HiddenLayers(candidate.hidden).text, "lambda": candidate.lambda, "samples": pointCount,
            "train": train?.mean, "test": test?.mean, "trainDeviation": isRepeated ? train?.deviation : nil,
            "testDeviation": isRepeated ? test?.deviation : nil,
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

extension Score {
    /// The recall of every class; NaN, and so null in JSON, for a class without points.
    fileprivate var recallValues: [Double] { recalls.map { $0 ?? .nan } }
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
    ///
    /// - Parameter isStuck: true if the fit is stuck in a poor local minimum, which is known after all fits.
    func json(isStuck: Bool = false) -> JSONValue {
        JSONValue([
            "fold": fold, "cost": trainingCost, "trainCrossEntropy": trainingCrossEntropy,
            "accuracy": trainingAccuracy, "validationAccuracy": validationAccuracy, "validationCost": validationCost,
            "validationErrors": validationErrorCount, "validationCount": validationCount,
            "correct": String(misclassified.map { $0 ? "0" : "1" }), "iterations": iterations,
            "evaluations": evaluations, "termination": termination.rawValue, "stuck": isStuck ? true : nil,
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
