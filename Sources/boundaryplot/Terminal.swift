import Glibc

/// Properties of the terminal.
enum Terminal {
    /// Text that returns to the start of the line and clears it.
    static let clearedLine = "\r\u{1B}[K"

    /// True if the terminal cannot rewrite a line.
    static var isDumb: Bool {
        guard let name = getenv("TERM") else { return true }
        return String(cString: name) == "dumb"
    }
}
