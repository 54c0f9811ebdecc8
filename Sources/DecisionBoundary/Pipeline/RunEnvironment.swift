public import Datasets
import Parallelism
public import Training

/// The environment of a run: threads, progress, cancellation and files.
public struct RunEnvironment: Sendable {
    /// The maximum number of threads, 1 or more; does not change the results.
    public var threads: Int
    /// Called as the run advances, from several threads at once.
    public var report: @Sendable (RunProgress) -> Void
    /// Checked before every iteration and every picture; the run ends if it returns true.
    public var isCancelled: @Sendable () -> Bool
    /// Called with every file instead of writing it to disk; nil writes to disk, and "-" to standard output.
    public var write: (@Sendable (_ bytes: [UInt8], _ path: String) throws -> Void)?
    /// The classifiers of the calling program, by the names in the request. Each closure is called once with the
    /// training part, in data units, and returns a fitted classifier.
    public var classifiers: [String: @Sendable (_ training: Dataset) throws -> any Classifier] = [:]
    /// The shell commands that the request may run as classifiers. Any other is an error: a request may come from
    /// somebody else's file.
    public var commands: Set<String> = []
    /// The most seconds for the answer of a command; nil without a limit.
    public var commandTimeout: Double?
    /// Input files, beside those of the request, that must not be overwritten.
    package var inputs: [String] = []
    /// The data file to read instead of the file of the request; optional.
    package var dataPath: String?
    /// The record to embed in every picture instead of its own; optional.
    package var record: String?
    /// True if the record of the picture to draw again says that its network is stuck in a poor local minimum.
    var isRecordedStuck = false
    /// Called with notes during the run.
    package var note: @Sendable (RunNote) -> Void = { _ in }

    /// Creates an environment with all usable processors, without progress or cancellation, that writes to disk.
    public init(
        threads: Int? = nil, report: @escaping @Sendable (RunProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false },
        write: (@Sendable ([UInt8], String) throws -> Void)? = nil
    ) {
        self.threads = threads ?? usableProcessorCount
        self.report = report
        self.isCancelled = isCancelled
        self.write = write
    }

    /// - Throws: `RunError` of the kind `cancelled` if the run is cancelled.
    func checkCancellation() throws(RunError) {
        if isCancelled() { throw .cancelled }
    }
}

/// A progress event of a run.
public enum RunProgress: Sendable {
    /// A training has completed an iteration.
    ///
    /// - Parameter classifier: index of the classifier in the request.
    case iteration(classifier: Int, iterations: Int, cost: Double)
    /// A classifier has answered so many of the points and grid points of its picture.
    case answer(pointCount: Int)
    /// A classifier has been trained, evaluated and drawn.
    case classifierDone
    /// A tuning begins; `known` of its `total` fits come from an earlier run.
    case fitsBegun(known: Int, total: Int, missing: [Candidate])
    /// A fit of a tuning is complete.
    case fitDone(Candidate)
}

/// A note or warning of a run.
public struct RunNote: Hashable, Sendable {
    /// True if the result may mislead.
    public let isWarning: Bool
    /// One sentence.
    public let message: RequestMessage

    static func note(_ message: RequestMessage) -> RunNote { RunNote(isWarning: false, message: message) }
    static func warning(_ message: RequestMessage) -> RunNote { RunNote(isWarning: true, message: message) }
}
