import Glibc

/// An open descriptor, which is closed at the end of its life.
final class Descriptor {
    let number: CInt

    init(_ number: CInt) { self.number = number }

    deinit { close(number) }
}
