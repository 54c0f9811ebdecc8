import PictureRecords
import PublicSuites
import Testing

private let suite = PublicSuite("pngsuite")

@Suite("pngsuite", .enabled(if: suite != nil, "Scripts/suites runs it"))
struct PNGPublicSuiteTests {
    @Test("whole pictures of other programs have no record, and damaged ones are at most an error")
    func records() throws {
        let suite = try #require(suite)
        let files = suite.files("png")
        #expect(files.count > 150)
        for file in files {
            let name = file.split(separator: "/").last ?? ""
            let bytes = try suite.bytes(file)
            let record = Result { () throws(PictureRecordError) in try EmbeddedRecord.find(in: bytes) }
            // The names of damaged files begin with an x. The damage may be behind the place of a record.
            if case .failure(let error) = record {
                #expect(name.hasPrefix("x"), "\(file): \(error)")
            } else {
                #expect(try record.get() == nil, "\(file)")
            }
        }
    }
}
