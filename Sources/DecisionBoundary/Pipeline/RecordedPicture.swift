import Files
import FoundationEssentials
import Glibc
import Parallelism
package import PictureRecords

/// A picture with an embedded record.
package struct RecordedPicture: Sendable {
    package let path: String
    package let bytes: [UInt8]
    /// PNG, SVG or PDF.
    package let kind: PictureKind
    /// The text of the record.
    package let text: String
    package let contents: Contents

    /// The decoded part of a record.
    package struct Contents: Decodable, Sendable {
        private let format: String
        package let version: Int
        package let picture: PictureSubject
        /// The request; only since version 2.
        package let request: Request?
        /// The command; only in version 1, with `arguments`.
        package let command: String?
        package let arguments: [String]?
        package let data: Data
        package let networks: [Network]

        fileprivate var head: Head { Head(format: format, version: version) }

        private enum CodingKeys: CodingKey {
            case format, version, picture, request, command, arguments, data, networks
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            format = try container.decode(String.self, forKey: .format)
            version = try container.decode(Int.self, forKey: .version)
            picture = try container.decode(PictureSubject.self, forKey: .picture)
            var request = try container.decodeIfPresent(Request.self, forKey: .request)
            request?.training.restarts = try container.decode(RecordedRestarts.self, forKey: .request).count
            self.request = request
            command = try container.decodeIfPresent(String.self, forKey: .command)
            arguments = try container.decodeIfPresent([String].self, forKey: .arguments)
            data = try container.decode(Data.self, forKey: .data)
            networks = try container.decode([Network].self, forKey: .networks)
        }

        package struct Data: Decodable, Sendable {
            package let source: String
            package let path: String?
            package let sha256: String?
            package let samples: Int
            package let features: [String]
            package let classes: [String]
        }

        /// A classifier; what has no meaning for its kind is nil.
        package struct Network: Decodable, Sendable {
            /// The name; nil for a network.
            package let name: String?
            /// The numbers of units, inputs and outputs included; nil for a classifier that is no network.
            package let layers: [Int]?
            package let activation: String?
            package let lambda: Double?
            package let command: String?
            package let predictions: String?
            /// SHA-256 of the file of predictions.
            package let sha256: String?
            /// What the scores of a command or of predictions are.
            package let scores: String?
            package let cost: Double?
            package let accuracy: Double
            package let testAccuracy: Double?
            /// The two limits; only since version 2.
            package let testAccuracyInterval: [Double]?
            package let termination: String?
            let stuck: Bool?
            package let model: String?
            package let theta: [Double?]?
        }
    }

    /// The number of restarts in the request of a record; 1 if the record does not say, whatever the product.
    private struct RecordedRestarts: Decodable {
        struct Training: Decodable {
            let restarts: Int?
        }

        private let training: Training?

        var count: Int { training?.restarts ?? 1 }
    }

    /// The part that records of all versions have.
    fileprivate struct Head: Decodable {
        let format: String
        let version: Int
    }

    /// - Throws: `RunError` if the file is unreadable or not a picture, or has no valid record.
    package init(path: String) throws(RunError) {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try InputFile.bytes(path)
        } catch {
            throw RunError(error)
        }
        try self.init(bytes, path: path)
    }

    private init(_ bytes: [UInt8], path: String) throws(RunError) {
        (self.path, self.bytes) = (path, bytes)
        let found: String?
        do throws(PictureRecordError) {
            found = try EmbeddedRecord.find(in: bytes)
        } catch {
            throw RunError(.badData, "'\(path)': \(error)")
        }
        guard let kind = PictureKind(of: bytes), let text = found else {
            throw RunError(
                .badData, "'\(path)' has no record of its making: another program made it, or --no-metadata left it out"
            )
        }
        (self.kind, self.text) = (kind, text)
        guard PictureRecord.isReadable(text) else {
            throw RunError(
                .badData,
                "'\(path)': its record would need more than 48 MiB to be read, and no picture has one as large")
        }
        let record = FoundationEssentials.Data(text.utf8)
        let unreadable = RunError(.badData, "'\(path)': its record cannot be read, or is another program's")
        // Only the head of a record of another version may be known.
        let contents = try? JSONDecoder().decode(Contents.self, from: record)
        guard let head = try? contents?.head ?? JSONDecoder().decode(Head.self, from: record),
            head.format == PictureRecord.format
        else { throw unreadable }
        guard head.version <= PictureRecord.version else {
            throw RunError(
                .badData,
                """
                '\(path)': its record has version \(head.version), and this program knows versions up to \
                \(PictureRecord.version); use a newer boundaryplot
                """)
        }
        guard let contents else { throw unreadable }
        try Self.checkArguments(of: contents, path: path)
        self.contents = contents
    }

    /// The most arguments of a record of version 1, whose parser takes quadratic time.
    private static let greatestArgumentCount = 1000

    private static func checkArguments(of contents: Contents, path: String) throws(RunError) {
        guard let count = contents.arguments?.count, count > greatestArgumentCount else { return }
        throw RunError(
            .badData,
            "'\(path)': its record has \(count) arguments, more than \(greatestArgumentCount); the record was edited")
    }

    /// Draws the picture again from its record, in memory.
    ///
    /// - Parameters:
    ///   - request: the request of the record; for version 1, the translated arguments.
    ///   - data: the file to read instead of the recorded one; optional.
    package func remade(
        _ request: Request, data: String?, in environment: RunEnvironment
    ) throws -> RecordedPicture {
        try checkRegular(data == nil ? request.inputs : request.classifierInputs)
        // A tuning records the chosen network alone.
        let networkCount = request.tuning == nil ? request.classifiers.count : 1
        // The number of pairs of features depends on the data.
        guard contents.version == 1 || request.product == .pairs || contents.networks.count == networkCount else {
            throw RunError(
                .badData,
                """
                '\(path)': its record has \(contents.networks.count) results for \(request.classifiers.count) classifiers; \
                it was edited
                """)
        }
        let files = Guarded<[String: [UInt8]]>([:])
        var (request, environment) = (request, environment)
        environment.write = { bytes, path in files.withLock { $0[path] = bytes } }
        environment.dataPath = data
        if contents.version == 1 { environment.record = text }
        if contents.picture == .network { environment.isRecordedStuck = contents.networks.first?.stuck ?? false }
        // Changed data are detected by comparison, so the expected hash is removed.
        if case .file(var file) = request.data {
            file.sha256 = nil
            request.data = .file(file)
        }
        let ending = kind.rawValue.lowercased()
        request.outputs = Outputs()
        request.outputs.format = PictureFormat(rawValue: ending)
        let isSingle = request.tuning == nil
        request.outputs.path = isSingle ? "picture.\(ending)" : "pictures"
        let subject = contents.picture == .winner ? .network : contents.picture
        let result = try request.run(in: environment)
        guard let file = result.files.first(where: { $0.subject == subject }),
            let bytes = files.withLock({ $0[file.path] })
        else { throw RunError(.badData, "'\(path)': its record describes another picture; it was edited") }
        return try RecordedPicture(bytes, path: path)
    }

    /// - Throws: `RunError` if the record names a pipe or a device, which a run would wait for.
    private func checkRegular(_ inputs: [String]) throws(RunError) {
        var status = stat()
        for input in inputs where stat(input.systemPath, &status) == 0 && status.st_mode & S_IFMT != S_IFREG {
            throw RunError(.badData, "'\(input)' is not a regular file, and a record names no other")
        }
    }
}
