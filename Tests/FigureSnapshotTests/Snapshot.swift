import CairoRenderer
import Foundation
import PNGReader
import Plotting
import Testing

/// A committed picture for comparison with a figure.
///
/// `RECORD_SNAPSHOTS=1 swift test --filter FigureSnapshotTests` records the pictures and fails, so that a recording is
/// not taken for a test. Check the pictures, then run the tests without the variable. Recording is not possible if `CI`
/// is set.
struct Snapshot {
    let name: String

    /// The handling of snapshots in a test run.
    enum Mode {
        case compare, record, refuseToRecord

        init(environment: [String: String]) {
            self =
                switch (environment["RECORD_SNAPSHOTS"], environment["CI"]) {
                case ("1", nil), ("1", ""): .record
                case ("1", _): .refuseToRecord
                default: .compare
                }
        }
    }

    /// Expects `figure` to look like its snapshot.
    func expect(
        _ figure: Figure, dpi: Double, mode: Mode = Mode(environment: ProcessInfo.processInfo.environment),
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let bitmap = try CairoRenderer(dpi: dpi).bitmap(size: figure.size) { figure.draw(on: &$0) }
        try expect(bitmap, dpi: dpi, mode: mode, sourceLocation)
    }

    /// Expects `sheet` to look like its snapshot.
    func expect(
        _ sheet: Sheet, dpi: Double, mode: Mode = Mode(environment: ProcessInfo.processInfo.environment),
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let bitmap = try CairoRenderer(dpi: dpi).bitmap(size: sheet.size) { sheet.draw(on: &$0) }
        try expect(bitmap, dpi: dpi, mode: mode, sourceLocation)
    }

    private func expect(_ bitmap: Bitmap, dpi: Double, mode: Mode, _ sourceLocation: SourceLocation) throws {
        switch mode {
        case .compare: try compare(PixelPicture(bitmap), sourceLocation)
        case .record:
            try Data(bitmap.png(dpi: dpi)).write(to: file)
            Issue.record(
                "recorded \(name): look at \(file.path), then run without RECORD_SNAPSHOTS",
                sourceLocation: sourceLocation)
        case .refuseToRecord:
            Issue.record("RECORD_SNAPSHOTS is refused where CI is set", sourceLocation: sourceLocation)
        }
    }

    private func compare(_ actual: PixelPicture, _ sourceLocation: SourceLocation) throws {
        guard let recorded = try? Data(contentsOf: file) else {
            Issue.record("there is no \(file.path); RECORD_SNAPSHOTS=1 records it", sourceLocation: sourceLocation)
            return
        }
        let difference = PictureDifference(
            expected: PixelPicture(try DecodedPNG([UInt8](recorded))), actual: actual)
        guard !difference.isTolerable else { return }
        let folder = FileManager.default.temporaryDirectory.appending(path: "boundaryplot-snapshots")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let sideBySide = folder.appending(path: "\(name).png")
        try Data(difference.sideBySide.png()).write(to: sideBySide)
        Issue.record(
            "\(name): \(difference); expected | difference | actual are in \(sideBySide.path)",
            sourceLocation: sourceLocation)
    }

    private var file: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name).png")
    }
}
