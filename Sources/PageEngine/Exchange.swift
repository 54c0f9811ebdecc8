/// The memory through which the page and the engine exchange numbers.
///
/// The page reserves room, writes its numbers there, calls a function, and reads the result. A function returns the count of
/// numbers in its result. If it failed, the count is negative, and the result is a message, one number for each byte of UTF-8.
struct Exchange: ~Copyable {
    /// The numbers of the page, valid until the next reservation.
    var input: UnsafeMutableBufferPointer<Double> = .allocate(capacity: 0)
    /// The numbers of the last function, valid until the next one finishes.
    var output: UnsafeMutableBufferPointer<Double> = .allocate(capacity: 0)

    // The page is the only caller, on one thread.
    nonisolated(unsafe) static var shared = Exchange()

    /// Makes room for numbers of the page.
    mutating func reserve(_ count: Int) {
        input.deallocate()
        input = .allocate(capacity: max(1, count))
    }

    /// Returns input numbers as counts or indices.
    func integers(_ range: Range<Int>) -> [Int] { range.map { Int(input[$0]) } }

    /// Returns input numbers.
    func numbers(_ range: Range<Int>) -> [Double] { range.map { input[$0] } }

    /// Makes numbers the result.
    mutating func finish(_ numbers: [Double]) -> Int {
        output.deallocate()
        output = .allocate(capacity: max(1, numbers.count))
        _ = output.initialize(fromContentsOf: numbers)
        return numbers.count
    }

    /// Makes a message the result.
    mutating func fail(_ message: String) -> Int {
        -finish(message.utf8.map { Double($0) })
    }
}

/// Reserves room for numbers of the page, and returns it.
@_cdecl("page_reserve")
public func reserve(_ count: Int) -> UnsafeMutablePointer<Double>? {
    Exchange.shared.reserve(count)
    return Exchange.shared.input.baseAddress
}

/// Returns the result of the last function, valid until the next one is called.
@_cdecl("page_result")
public func result() -> UnsafePointer<Double>? {
    UnsafePointer(Exchange.shared.output.baseAddress)
}
