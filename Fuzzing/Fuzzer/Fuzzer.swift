import Glibc

/// The reader that is fuzzed, which the environment names: libFuzzer takes no arguments of others.
private let reader: Reader = {
    guard let name = getenv("BOUNDARYPLOT_READER").map({ String(cString: $0) }), let reader = Reader(rawValue: name)
    else {
        let names = Reader.allCases.map(\.rawValue).joined(separator: ", ")
        print("Fuzzer: BOUNDARYPLOT_READER names no reader; \(names) are accepted")
        exit(64)
    }
    return reader
}()

/// Called by libFuzzer for every input (https://llvm.org/docs/LibFuzzer.html).
///
/// - Returns: 0, whatever was read: every input may go into the corpus.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    reader.check(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
