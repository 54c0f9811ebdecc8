package import Plotting

extension Path {
    /// Returns the path as the `d` of an SVG `<path>`, rounded to a tenth, without points that change its course by less
    /// than half of that.
    package func svgData() -> String { PathData(thinned(tolerance: 0.05), fractionDigits: 1).text }
}
