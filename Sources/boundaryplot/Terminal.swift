#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the user's terminal can do.
enum Terminal {
    /// Whether it cannot rewrite a line.
    static var isDumb: Bool {
        guard let name = getenv("TERM") else { return true }
        return String(cString: name) == "dumb"
    }
}
