import Foundation
import PublicSuites
import Testing

@testable import DataFiles
@testable import Datasets

private let suite = PublicSuite("csv-spectrum")

@Suite("csv-spectrum", .enabled(if: suite != nil, "Scripts/suites runs it"))
struct CSVPublicSuiteTests {
    @Test("every cell is that of the suite's JSON, by row and column")
    func cells() throws {
        let suite = try #require(suite)
        // The JSON of the coordinates, which are not UTF-8, is of another row.
        let files = suite.files("csv").filter { $0.hasPrefix("csvs/") && !$0.contains("location_coordinates") }
        #expect(files.count > 10)
        for file in files {
            let name = file.dropFirst("csvs/".count).dropLast(".csv".count)
            let rows = try JSONDecoder().decode(
                [[String: String]].self, from: Data(try suite.bytes("json/\(name).json")))
            // The first row has the names, whether or not the reader takes it for a header.
            let read = try CSVText(bytes: try suite.bytes(file)).rows().get()
            let header = try #require(read.first)
            #expect(read.dropFirst().map { Dictionary(zip(header, $0)) { $1 } } == rows, "\(file)")
        }
    }
}
