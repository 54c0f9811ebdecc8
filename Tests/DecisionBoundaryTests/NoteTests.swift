import DecisionBoundary
import Foundation
import Testing

@Suite("The notes of a plan")
struct NoteTests {
    private func notes(_ product: Product = .surface(), _ change: (inout Request) -> Void) throws -> [RunNote] {
        var request = Request.small(product)
        change(&request)
        return try Plan(request, in: MemoryFiles().environment()).notes
    }

    @Test("A plain request has none")
    func none() throws {
        #expect(try notes { _ in }.isEmpty)
        #expect(try notes(.curve()) { $0.split = SplitSettings(testFraction: 0.3) }.isEmpty)
    }

    @Test("A curve of training points alone is noted, with a way to hold some out")
    func curve() throws {
        let notes = try notes(.curve()) { _ in }
        let texts = notes.map { $0.message.text() }
        #expect(texts == ["the curve shows the training points alone; split.testFraction 0.3 holds some out"])
        #expect(notes.allSatisfy { !$0.isWarning })
    }

    @Test("Colours that look alike are a warning")
    func palette() throws {
        let notes = try notes { $0.regions.palette = "#ff0000,#fe0000" }
        #expect(notes.count == 1 && notes.allSatisfy(\.isWarning))
        #expect(notes[0].message.text().contains("of classes '0' and '1' look alike to "))
    }

    @Test("A class without a held-out point, and rows that were skipped, are noted")
    func data() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "notes-\(UUID().uuidString).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let rows = (0..<20).map { "\($0),\($0 * 7 % 20),\([3, 4].contains($0) ? "rare" : "usual")\n" }
        try ("a,b,c\n" + rows.joined() + "1,x,usual\n").write(toFile: path, atomically: true, encoding: .utf8)
        var file = DataFile(path)
        file.skipsBadRows = true
        // Numbers that ascend are an identifier unless they are named.
        file.x = "a"
        // The first seed with both rare points in the training part.
        let seeds = (0..<50 as Range<UInt32>).lazy.compactMap { seed in
            try? notes {
                $0.data = .file(file)
                $0.split = SplitSettings(testFraction: 0.1, seed: seed)
            }
        }
        let texts = try #require(seeds.first { $0.count == 2 }).map { $0.message.text() }
        #expect(texts.count == 2)
        #expect(texts[0].hasPrefix("1 row of '\(path)' was skipped; the first: "))
        #expect(texts[1] == "no point of class 'rare' is held out; split.stratify holds out some of every class")
    }
}
