public import ArgumentParser
public import DecisionBoundary

/// The columns of several features, and their projection.
struct FeatureOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Columns of the features by name, or by number, separated by commas; all for every numeric one that varies and "
                + "identifies no rows. More than two need --project. (files only; default: --x and --y)",
            valueName: "list"))
    var features: String?

    @Option(
        help: ArgumentHelp(
            "Draw a projection of the features onto two axes: pca, the first two principal components of the "
                + "standardised features of the training part. (files only; default: none)",
            valueName: "method"))
    var project: DataFile.ProjectionMethod?

    func apply(to file: inout DataFile) {
        file.features = features.map(Self.names)
        file.projection = project
    }

    /// Returns the names of a list, without spaces around them.
    static func names(in list: String) -> [String] {
        list.split(separator: ",", omittingEmptySubsequences: false).map { name in
            let start = name.drop { $0 == " " }
            return start.lastIndex { $0 != " " }.map { String(start[...$0]) } ?? ""
        }
    }
}

extension DataFile.ProjectionMethod: ExpressibleByArgument {}
