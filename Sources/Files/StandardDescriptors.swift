import Glibc

/// The descriptors 0, 1 and 2 of the process.
package enum StandardDescriptors {
    /// Occupies those that are closed, so that no file that is opened later becomes standard output.
    ///
    /// Reading from them and writing to them fails as if they were closed. Call it before any file is opened.
    package static func occupy() {
        // `open` returns the lowest free number. "/" exists where /dev/null does not.
        for number: CInt in 0...2 where fcntl(number, F_GETFD) < 0 { _ = open("/", FilePlace.pathOnly) }
    }
}
