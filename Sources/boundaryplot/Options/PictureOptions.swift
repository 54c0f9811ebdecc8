import ArgumentParser
import DecisionBoundary
import Files
import Geometry
import Plotting

/// What a picture looks like and where it goes.
struct PictureOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder for the pictures, made where missing. Or, but for tune, a file, ending in .png, .svg or .pdf; of "
                + "plot, {hidden} and {lambda} in its name stand for their values.",
            valueName: "path"),
        completion: .file(extensions: PictureFormat.allCases.map(\.rawValue)))
    var output = "output"

    @Option(
        help: ArgumentHelp(
            "The kind of picture: png, svg or pdf. (default: as --output ends, else png)", valueName: "name"))
    var format: PictureFormat?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Width and height of a picture in inches. (default: 6.4x4.8; a sheet grows, a heat map is flatter)",
            valueName: "WxH"),
        transform: PageSize.init)
    var size: PageSize?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Pixels per inch. (default: 150)", valueName: "number"),
        transform: { try OptionValue.number($0, accepted: "a number greater than 0") { $0 > 0 } })
    var dpi = 150.0

    @Flag(
        help: "Leave out what a picture says of its making: settings, data, scores and weights, for inspect and rerun.")
    var noMetadata = false

    /// What writes down how pictures are made; nil where they are not to say it.
    func recorder(
        words: [String], data: DataSummary, optimizer: TrainingOptions.Optimizer, model: String? = nil
    ) -> PictureRecorder? {
        noMetadata ? nil : PictureRecorder(words: words, data: data, optimizer: optimizer, model: model)
    }

    /// The page for one network.
    var pageSize: PageSize { size ?? PageSize(width: 6.4, height: 4.8) }

    /// The page for several panels, in points: that of `--size`, or, where none is given, one that grows with them.
    ///
    /// - Parameter columnCount: how many stand side by side; nil where that is left to the page.
    func sheetSize(panelCount: Int, columnCount: Int? = nil) -> Size {
        size?.points ?? Sheet.pageSize(panelCount: panelCount, columnCount: columnCount, base: pageSize.points)
    }
}

/// The size of a page in inches, as `--size` has it.
struct PageSize: CustomStringConvertible {
    let width: Double
    let height: Double

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// - Throws: `ValidationError` where the text is not two positive numbers.
    init(_ text: String) throws {
        let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        guard sides.count == 2, sides.allSatisfy({ $0 > 0 && $0.isFinite }) else {
            throw ValidationError("width and height in inches, both greater than 0, are accepted, such as 6.4x4.8")
        }
        self.init(width: sides[0], height: sides[1])
    }

    /// The size in points (1/72 inch).
    var points: Size { Size(width: 72 * width, height: 72 * height) }

    var description: String { "\(DecimalText.shortest(width))x\(DecimalText.shortest(height))" }
}
