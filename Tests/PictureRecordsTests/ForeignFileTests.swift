import Foundation
import PictureRecords
import Testing

@Suite("Files of other programs")
struct ForeignFileTests {
    @Test("The record in a file of Pillow, Matplotlib and Python's XML is found")
    func found() throws {
        let files = try Fixture.read().files
        #expect(Set(files.map(\.writer)).count == 7 && files.count == 26)
        for file in files {
            #expect(find(in: Array(file.file)) == .success(file.record), "\(file.writer)")
        }
    }

    @Test("What Matplotlib says of its SVG files is no record")
    func none() throws {
        #expect(try find(in: Array(Fixture.read().foreignSVG)) == .success(nil))
    }
}

/// Files written by `Scripts/oracles/picture_records.py`.
private struct Fixture: Decodable {
    struct File: Decodable {
        let writer: String
        let record: String
        let file: Data
    }

    let files: [File]
    let foreignSVG: Data

    static func read() throws -> Fixture {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/files", withExtension: "json"))
        return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
    }
}
