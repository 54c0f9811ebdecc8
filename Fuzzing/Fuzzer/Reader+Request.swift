@testable import DecisionBoundary

extension Reader {
    /// A request that is read is written as text that reads as the same request.
    func checkRequest(_ bytes: [UInt8]) {
        guard let request = try? Request(json: bytes) else { return }
        guard let text = try? request.json, let again = try? Request(json: Array(text.utf8)) else {
            preconditionFailure("a request that was read cannot be written and read again")
        }
        precondition(again == request, "a request changes when it is written and read again")
    }

    /// Every line of a journal that is read is written as a line that reads as the same fit.
    func checkJournal(_ bytes: [UInt8]) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let entry = Journal.Entry(line: Array(line)) else { continue }
            guard let text = try? JSONText.line(of: entry), let again = Journal.Entry(line: text) else {
                preconditionFailure("a fit that was read cannot be written and read again")
            }
            precondition(
                again.candidate == entry.candidate && again.score.json() == entry.score.json(),
                "a fit changes when it is written and read again")
        }
    }
}
