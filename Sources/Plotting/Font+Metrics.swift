extension Font {
    /// Height of capitals and digits above the baseline, in points; DejaVu Sans draws them 0.729 em high.
    var capHeight: Double { 0.729 * size }
}
