import DecisionBoundary
import Files
import FoundationEssentials
import PictureRecords

/// A picture that says how it was made.
struct RecordedPicture {
    static let format = "boundaryplot-picture"
    static let version = 1

    let path: String
    let bytes: [UInt8]
    let kind: PictureKind
    /// The record as it stands in the picture.
    let text: String
    let contents: Contents

    /// What of the record is read.
    struct Contents: Decodable {
        let format: String
        let version: Int
        let command: String
        let picture: PictureRecorder.Kind
        let arguments: [String]
        let data: Data
        let networks: [Network]

        struct Data: Decodable {
            let source: String
            let path: String?
            let sha256: String?
            let samples: Int
            let features: [String]
            let classes: [String]
        }

        struct Network: Decodable {
            let layers: [Int]
            let activation: String
            let lambda: Double
            let cost: JSONNumber
            let accuracy: Double
            let testAccuracy: Double?
            let termination: String?
            let model: String?
            let theta: [JSONNumber]
        }
    }

    /// - Throws: `Failure` of status 66 where the file cannot be read, of status 65 where it is no picture, has no record,
    ///   or has one that cannot be read.
    init(path: String) throws(Failure) {
        self.path = path
        bytes = try InputFile.bytes(path, option: nil)
        let found: String?
        do throws(PictureRecordError) {
            found = try EmbeddedRecord.find(in: bytes)
        } catch {
            throw Failure(.badData, "'\(path)': \(error)")
        }
        guard let kind = PictureKind(of: bytes), let text = found else {
            throw Failure(
                .badData, "'\(path)' does not say how it was made: another program's, or made with --no-metadata")
        }
        (self.kind, self.text) = (kind, text)
        contents = try Self.contents(of: text, path: path)
    }

    private static func contents(of text: String, path: String) throws(Failure) -> Contents {
        let contents: Contents
        do {
            contents = try JSONDecoder().decode(Contents.self, from: Data(text.utf8))
        } catch {
            throw Failure(.badData, "'\(path)': what it says of its making cannot be read, or is of another program")
        }
        guard contents.format == format else {
            throw Failure(.badData, "'\(path)': what it says of its making is of another program")
        }
        guard contents.version == version else {
            throw Failure(
                .badData, "'\(path)': its record is of version \(contents.version), and this program knows \(version)")
        }
        return contents
    }

    /// The words that make the picture again; whatever the record says, they say nothing of files that are written.
    ///
    /// - Throws: `Failure` of status 65 where they are those of no command that draws.
    func making() throws(Failure) -> [String] {
        let making = MakingWords([contents.command] + contents.arguments)
        guard making.command == contents.command else {
            throw Failure(
                .badData, "'\(path)': its record names the command '\(contents.command)', which draws nothing")
        }
        return [making.command] + making.words
    }
}
