import Foundation
import PNGReader
import Testing

/// The folder of new pictures, set by `.ci/run`.
private let drawnPictures = ProcessInfo.processInfo.environment["BOUNDARYPLOT_PICTURES"]

@Suite("The pictures in output/", .enabled(if: drawnPictures != nil, "BOUNDARYPLOT_PICTURES names no folder"))
struct CommittedPictures {
    private static let names =
        [1, 2, 3, 5, 20].map { "boundary-hidden-\($0).png" } + [
            "held-out/boundary-sheet.png", "held-out/boundary-overlay.png", "held-out/boundary-curve.png",
            "tuned/tune-heatmap.png", "iris/boundary-sheet.png", "wine/boundary-hidden-4.png",
            "wine-six/boundary-hidden-3.png",
        ]

    @Test("are those that the README's commands draw", arguments: names)
    func sameAsDrawn(name: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let committed = try DecodedPNG([UInt8](Data(contentsOf: root.appending(path: "output/\(name)"))))
        let folder = URL(filePath: try #require(drawnPictures))
        let drawn = try DecodedPNG([UInt8](Data(contentsOf: folder.appending(path: name))))

        try #require(drawn.width == committed.width && drawn.height == committed.height)
        let difference = zip(drawn.pixels, committed.pixels).count { $0 != $1 }
        #expect(difference == 0, "\(name): \(difference) of \(drawn.pixels.count) components differ from git's")
    }
}
