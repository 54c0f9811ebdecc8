import Glibc

/// What the user's terminal can do.
enum Terminal {
    /// Whether it cannot rewrite a line.
    static var isDumb: Bool {
        guard let name = getenv("TERM") else { return true }
        return String(cString: name) == "dumb"
    }
}
