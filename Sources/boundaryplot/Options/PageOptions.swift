public import ArgumentParser
public import DecisionBoundary
import Pictures
import Plotting

/// The files of pictures and their size.
struct PictureOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "A folder for the pictures, created if missing; or, except for tune, a file ending in .png, .svg, .pdf or, for "
                + "film, .gif; or - for standard output. In a file name of plot, {hidden}, {lambda} and {activation} are "
                + "replaced by the values of each network; in one of film, {frame} by the number of each frame. "
                + "(default: output)",
            valueName: "path"),
        completion: .file(extensions: PictureFormat.allCases.map(\.rawValue)))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The format of pictures: png, svg, pdf or, for film, gif. (default: the extension of --output, else png, for "
                + "film gif)", valueName: "name"
        ))
    var format: PictureFormat?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Width and height of a picture in inches. (default: 6.4x4.8; larger for a sheet, flatter for a heat map)",
            valueName: "WxH"),
        transform: OptionValue.size)
    var size: AxisPair?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Pixels per inch. (default: 150)", valueName: "number"),
        transform: { try OptionValue.number($0, accepted: "a number greater than 0") { $0 > 0 } })
    var dpi: Double?

    @Flag(
        help: "Leave out the record of settings, data, scores and weights that inspect and rerun read.")
    var noMetadata = false

    func applyOutputs(to request: inout Request) {
        if let output { request.outputs.path = output }
        if let format { request.outputs.format = format }
        if noMetadata { request.outputs.hasMetadata = false }
    }

    func apply(to request: inout Request) {
        applyOutputs(to: &request)
        request.page.size = size
        if let dpi { request.page.dpi = dpi }
    }
}

/// Title and legend.
struct TitleOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The title of every picture. In the picture of one network, {hidden}, {lambda}, {cost}, {accuracy} and "
                + "{test} are replaced by its values; other pictures then keep their own title. (default: a description of the picture)",
            valueName: "text"))
    var title: String?

    @Flag(help: "Leave out the title and the line below it.")
    var noTitle = false

    @Flag(help: "Leave out the legend.")
    var noLegend = false

    @Option(
        help: ArgumentHelp(
            "The place of the legend: inside, in a corner of the plot; outside, to its right or below it; or auto, inside "
                + "unless every corner hides points. That of a sheet is always outside. (default: auto)",
            valueName: "place"))
    var legend: PageStyle.LegendPlace?

    func apply(to request: inout Request) {
        if let legend { request.page.legend = legend }
        request.page.title = title
        request.page.hasTitle = !noTitle
        request.page.hasLegend = !noLegend
    }
}

/// Axis titles.
struct AxisTitleOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The title of the x axis. (default: the feature's name)", valueName: "text"))
    var xLabel: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The title of the y axis. (default: the feature's name)", valueName: "text"))
    var yLabel: String?

    func apply(to request: inout Request) {
        request.page.xLabel = xLabel
        request.page.yLabel = yLabel
    }
}

/// Axis titles and points.
struct LabelOptions: ParsableArguments {
    @OptionGroup var titles: AxisTitleOptions

    @Flag(help: "Leave out the points.")
    var noPoints = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The size of points as a multiple of the default, which is smaller for many points and in small panels. "
                + "(default: 1)", valueName: "factor"),
        transform: { try OptionValue.number($0, accepted: "a number from 0.1 to 10") { (0.1...10).contains($0) } })
    var pointSize: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The opacity of points, or of the darkest shade of a density. (default: 1 for up to 2000 points, less for "
                + "more)", valueName: "share"),
        transform: { try OptionValue.number($0, accepted: "a number from above 0 to 1") { $0 > 0 && $0 <= 1 } })
    var pointOpacity: Double?

    func apply(to request: inout Request) {
        if let pointSize { request.page.pointSize = pointSize }
        request.page.pointOpacity = pointOpacity
        titles.apply(to: &request)
        request.page.hasPoints = !noPoints
    }
}

/// The fill of regions.
struct FillOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The fill of regions: regions, one tint per class; probability or, for two classes, score, in bands. "
                + "(default: regions)", valueName: "name"))
    var fill: RegionStyle.Fill?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The number of bands per class; those of a probability have equal widths. (default: 5; for probability 6, with "
                + "edges at 0.5, 0.6, 0.75, 0.9, 0.99 and 0.999)", valueName: "count"),
        transform: OptionValue.wholeNumber(in: RegionFill.levelCounts))
    var levels: Int?

    func apply(to request: inout Request) {
        if let fill { request.regions.fill = fill }
        request.regions.levels = levels
    }
}

/// The lines of a network's units.
struct UnitLineOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Draw the line on which each unit of the first hidden layer is undecided: the wider and darker, the greater its "
                + "weight in the decision."))
    var unitLines = false

    func apply(to request: inout Request) {
        request.regions.showsUnitLines = unitLines
    }
}

/// The colours of classes.
struct PaletteOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The colours of the classes: spectral, okabe-ito, petroff, viridis, gray, or a list such as '#c00,#36f'. "
                + "(default: spectral for two classes, eight colours for more)", valueName: "name"),
        completion: .list(Palette.Name.allCases.map(\.rawValue)))
    var palette: String?

    func apply(to request: inout Request) {
        request.regions.palette = palette
    }
}

/// The appearance of a decision surface.
struct SurfaceOptions: ParsableArguments {
    @OptionGroup var titles: TitleOptions
    @OptionGroup var labels: LabelOptions
    @OptionGroup var fill: FillOptions
    @OptionGroup var palette: PaletteOptions
    @OptionGroup var units: UnitLineOptions

    func apply(to request: inout Request) {
        units.apply(to: &request)
        titles.apply(to: &request)
        labels.apply(to: &request)
        fill.apply(to: &request)
        palette.apply(to: &request)
    }
}

/// The colours of pages.
struct ThemeOptions: ParsableArguments {
    enum Background: String, CaseIterable, ExpressibleByArgument {
        case theme
        case transparent
    }

    @Option(
        help: ArgumentHelp(
            "The theme of every page: light, dark, or print for paper. (default: light)", valueName: "name"))
    var theme: PageStyle.ThemeName?

    @Option(
        help: ArgumentHelp(
            "The background of every page: theme, the colour of the theme, or transparent. (default: theme)",
            valueName: "name"))
    var background: Background?

    func apply(to request: inout Request) {
        if let theme { request.page.theme = theme }
        request.page.isTransparent = background == .transparent
    }
}

extension PictureFormat: ExpressibleByArgument {}
extension RegionStyle.Fill: ExpressibleByArgument {}
extension PageStyle.ThemeName: ExpressibleByArgument {}
extension PageStyle.LegendPlace: ExpressibleByArgument {}
