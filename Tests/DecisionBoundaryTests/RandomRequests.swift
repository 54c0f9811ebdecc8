import DecisionBoundary
import ModelSelection
import Training

/// Requests of random values that JSON accepts; the same seed gives the same ones.
struct RandomRequests {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(state: seed) }

    mutating func next() -> Request {
        var request = Request(product())
        if flip() { request.data = data() }
        if flip() {
            request.split =
                flip()
                ? flip() ? nil : SplitSettings(lastCount: whole(1...1000))
                : SplitSettings(
                    testFraction: share(), seed: seed(), isStratified: flip(), repeats: flip() ? 1 : whole(1...1000))
        }
        if flip() { request.classifiers = (0..<whole(0...4)).map { _ in classifier() } }
        if flip() { request.training = training() }
        if flip() { request.grid = grid() }
        if flip() { request.page = page() }
        if flip() { request.regions = regions() }
        if flip() { request.outputs = outputs() }
        request.omitDefaultOptimizer()
        return request
    }

    private mutating func product() -> Product {
        switch whole(0...8) {
        case 0:
            var settings = SurfaceSettings()
            (settings.hasSheet, settings.hasOverlay) = (flip(), flip())
            settings.curve = maybe { $0.curve() }
            return .surface(settings)
        case 1: return .sheet
        case 2: return .curve(curve())
        case 3:
            var settings = TuneSettings()
            settings.folds = whole(2...20)
            settings.hasStratifiedFolds = flip()
            settings.rule = pick(SelectionRule.allCases)
            return .tune(settings)
        case 4: return .pairs
        case 6: return .overlay
        case 7: return .report
        case 5:
            var settings = FilmSettings()
            (settings.frames, settings.seconds, settings.loops) = (whole(2...1000), min(number(), 600), flip())
            settings.frame = maybe { $0.whole(1...1000) }
            return .film(settings)
        default: return .difference
        }
    }

    private mutating func curve() -> CurveSettings {
        CurveSettings(pick(CurveSettings.Measure.allCases), over: pick(CurveSettings.Axis.allCases))
    }

    private mutating func data() -> DataSource {
        switch whole(0...2) {
        case 0:
            var set = GeneratedSet(pick(GeneratedSet.Name.allCases), samples: whole(2...1_000_000), seed: seed())
            set.noise = maybe { $0.number() }
            set.factor = maybe { $0.share() }
            set.centers = maybe { $0.whole(2...100) }
            set.spread = maybe { $0.number() }
            return .generated(set)
        case 1:
            var file = DataFile(text())
            (file.x, file.y, file.label) = (maybe { $0.text() }, maybe { $0.text() }, maybe { $0.text() })
            (file.features, file.projection) = (maybe { [$0.text(), $0.text()] }, flip() ? .pca : nil)
            (file.hasHeader, file.missing) = (maybe { $0.flip() }, flip() ? .omit : .error)
            if flip() { file.missingWords = flip() ? [] : [text(), text()] }
            (file.skipsBadRows, file.isStandardized, file.sha256) = (flip(), flip(), maybe { $0.text() })
            return .file(file)
        default:
            var data = InlineData()
            if flip() { data.features = [text(), text()] }
            if flip() { data.classes = [text(), text(), text()] }
            data.points = (0..<whole(1...20)).map { _ in [signed(), signed()] }
            data.labels = data.points.map { _ in whole(0...1) }
            data.isStandardized = flip()
            return .inline(data)
        }
    }

    private mutating func classifier() -> ClassifierRequest {
        if whole(0...3) == 0 {
            switch whole(0...3) {
            case 0: return .model(path: text())
            case 1: return .supplied(name: text())
            case 2: return .command(text(), name: maybe { $0.text() }, scores: maybe { $0.pick(ScoreKind.allCases) })
            default:
                return .predictions(
                    path: text(), name: maybe { $0.text() }, scores: maybe { $0.pick(ScoreKind.allCases) })
            }
        }
        return .network(
            hidden: (0..<whole(1...3)).map { _ in whole(1...100) }, activation: pick(Activation.allCases),
            lambda: flip() ? 0 : number())
    }

    private mutating func training() -> TrainingRequest {
        var training = TrainingRequest()
        training.optimizer = maybe { $0.pick(TrainingRequest.Optimizer.allCases) }
        training.tolerance = number()
        training.maxIterations = maybe { $0.whole(0...1_000_000) }
        training.initialSeed = seed()
        training.restarts = whole(1...10_000)
        return training
    }

    private mutating func grid() -> GridSettings {
        var grid = GridSettings()
        grid.step = maybe { AxisPair(x: $0.number(), y: $0.number()) }
        grid.margin = maybe { AxisPair($0.number()) }
        grid.xLimits = maybe { random in
            let low = random.signed()
            return [low, low.nextUp + abs(low)]
        }
        grid.yLimits = maybe { _ in [-1, 0.5] }
        return grid
    }

    private mutating func page() -> PageStyle {
        var page = PageStyle()
        page.size = maybe { AxisPair(x: min($0.number(), 1e6), y: min($0.number(), 1e6)) }
        page.dpi = min(number(), 1e9)
        (page.title, page.xLabel, page.yLabel) = (maybe { $0.text() }, maybe { $0.text() }, maybe { $0.text() })
        (page.hasTitle, page.hasLegend, page.hasPoints, page.isTransparent) = (flip(), flip(), flip(), flip())
        page.theme = pick(PageStyle.ThemeName.allCases)
        page.legend = pick(PageStyle.LegendPlace.allCases)
        page.pointSize = 0.1 + 9 * share()
        page.pointOpacity = maybe { $0.share() }
        return page
    }

    private mutating func regions() -> RegionStyle {
        var regions = RegionStyle()
        regions.fill = pick([.regions, .probability, .score])
        regions.levels = maybe { $0.whole(2...20) }
        regions.palette = maybe { $0.text() }
        regions.showsRestarts = flip()
        regions.showsUnitLines = flip()
        return regions
    }

    private mutating func outputs() -> Outputs {
        var outputs = Outputs()
        (outputs.path, outputs.json, outputs.models) = (maybe { $0.text() }, maybe { $0.text() }, maybe { $0.text() })
        outputs.format = maybe { $0.pick(PictureFormat.allCases) }
        (outputs.hasMetadata, outputs.startsOver, outputs.mergesShards) = (flip(), flip(), flip())
        outputs.shard = maybe { random in
            let count = random.whole(1...10_000)
            return Shard(random.whole(1...count), of: count)
        }.flatMap(\.self)
        return outputs
    }

    private mutating func flip() -> Bool { Bool.random(using: &random) }
    private mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func seed() -> UInt32 { UInt32.random(in: 0 ... .max, using: &random) }
    private mutating func share() -> Double { Double.random(in: 0.01..<1, using: &random) }

    /// A positive number of any magnitude, most with 17 digits.
    private mutating func number() -> Double {
        pick([1, 1e-300, 1e-7, 1000, 1e15, 1e300]) * Double.random(in: 0.1..<10, using: &random)
    }

    private mutating func signed() -> Double { flip() ? number() / 1e10 : -number() / 1e10 }

    /// A text with characters that JSON escapes, or that are longer than a byte.
    private mutating func text() -> String {
        let characters = [
            "a", "B", " ", "/", "\"", "\\", "\n", "\u{0}", "\u{7f}", "é", "λ", "🌙", "{hidden}", "e\u{301}", "-",
        ]
        return (0..<whole(0...8)).map { _ in pick(characters) }.joined()
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[whole(0...values.count - 1)] }

    private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? { flip() ? make(&self) : nil }
}

/// SplitMix64 of Steele, Lea and Flood.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
