extension Theme {
    /// Dark on white.
    public static let light = Theme()

    /// Light on nearly black.
    public static let dark = {
        var theme = Theme()
        theme.ground = .dark
        theme.pageColor = Color(bytes: 27, 28, 33)
        theme.titleColor = Color(bytes: 238, 238, 242)
        theme.subtitleColor = Color(bytes: 164, 164, 174)
        theme.labelColor = Color(bytes: 208, 208, 214)
        theme.frameColor = Color(bytes: 152, 152, 160)
        theme.boundaryColor = Color(bytes: 236, 236, 242)
        theme.markerEdgeColor = Color(bytes: 14, 14, 18)
        theme.markerCoreColor = Color(bytes: 14, 14, 18)
        theme.ringColor = .white
        theme.legendColor = Color(bytes: 22, 23, 28).opacity(0.82)
        theme.legendEdgeColor = Color(bytes: 96, 96, 106)
        return theme
    }()

    /// Black on white, for paper and printers without colours.
    public static let print = {
        var theme = Theme()
        theme.ground = .print
        theme.titleColor = .black
        theme.subtitleColor = Color(bytes: 60, 60, 60)
        theme.labelColor = .black
        theme.frameColor = .black
        theme.boundaryColor = .black
        theme.legendColor = Color.white.opacity(0.9)
        theme.legendEdgeColor = Color(bytes: 110, 110, 110)
        return theme
    }()

    /// The theme on a transparent page; regions and legend are unchanged.
    public var withTransparentPage: Theme {
        var theme = self
        theme.pageColor = pageColor.opacity(0)
        return theme
    }

    /// Colour that pale colours fade into: the page's, whether it is painted or not.
    public var groundColor: Color { pageColor.opacity(1) }
}
