import Glibc

/// Properties of the terminal.
enum Terminal {
    /// True if the terminal cannot rewrite a line.
    static var isDumb: Bool {
        guard let name = getenv("TERM") else { return true }
        return String(cString: name) == "dumb"
    }
}
