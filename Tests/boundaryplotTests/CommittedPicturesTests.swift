import Foundation
import PNGReader
import Testing

/// The folder of pictures that the command has just drawn, for `.ci/run`.
private let drawnPictures = ProcessInfo.processInfo.environment["BOUNDARYPLOT_PICTURES"]

@Suite("The pictures in output/", .enabled(if: drawnPictures != nil, "BOUNDARYPLOT_PICTURES names no folder"))
struct CommittedPictures {
    @Test("are those that the command draws", arguments: [1, 2, 3, 5, 20])
    func sameAsDrawn(hidden: Int) throws {
        let name = "boundary-hidden-\(hidden).png"
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let committed = try DecodedPNG([UInt8](Data(contentsOf: root.appending(path: "output/\(name)"))))
        let folder = URL(filePath: try #require(drawnPictures))
        let drawn = try DecodedPNG([UInt8](Data(contentsOf: folder.appending(path: name))))

        try #require(drawn.width == committed.width && drawn.height == committed.height)
        let difference = zip(drawn.pixels, committed.pixels).count { $0 != $1 }
        #expect(difference == 0, "\(name): \(difference) of \(drawn.pixels.count) components differ from git's")
    }
}
