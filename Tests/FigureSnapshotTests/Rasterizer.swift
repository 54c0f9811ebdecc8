import Foundation
import Geometry
import PNGReader
import Testing

/// An external program that converts a vector file to pixels, like those of readers.
enum Rasterizer: String, CaseIterable, Sendable {
    case poppler = "pdftoppm"
    case librsvg = "rsvg-convert"

    /// True if all programs are installed.
    static let areInstalled = allCases.allSatisfy { $0.path != nil }

    /// The message of a skipped test.
    static let advice: Comment =
        "needs pdftoppm and rsvg-convert: sudo apt-get install poppler-utils librsvg2-bin"

    private var path: String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(rawValue)" }.first(where: FileManager.default.isExecutableFile(atPath:))
    }

    /// The pixels of a page of `size` points at a resolution.
    func picture(of file: [UInt8], size: Size, dpi: Double) throws -> PixelPicture {
        let folder = FileManager.default.temporaryDirectory.appending(path: "boundaryplot-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "page.vector")
        try Data(file).write(to: input)
        let (width, height) = ((size.width * dpi / 72).rounded(), (size.height * dpi / 72).rounded())
        let process = Process()
        process.executableURL = URL(filePath: try #require(path))
        process.arguments =
            switch self {
            case .poppler:
                ["-png", "-singlefile", "-scale-to-x", "\(Int(width))", "-scale-to-y", "\(Int(height))", input.path]
                    + [folder.appending(path: "page").path]
            case .librsvg:
                ["-w", "\(Int(width))", "-h", "\(Int(height))", "-b", "white", input.path, "-o"]
                    + [folder.appending(path: "page.png").path]
            }
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return PixelPicture(try DecodedPNG([UInt8](Data(contentsOf: folder.appending(path: "page.png")))))
    }
}
