import CairoRenderer
import Foundation
import Geometry
import Plotting
import Testing

@Suite("Animations")
struct AnimationTests {
    /// A square that moves to the right over a tinted page; the third frame equals the second.
    private func square(_ times: [Int], loops: Bool = true) throws -> Animation {
        Animation(
            try times.enumerated().map { index, time in
                let left = 3.0 * Double(index == 2 ? 1 : index)
                let bitmap = try pixels(24, 10) { canvas in
                    canvas.fill(
                        .rectangle(Rectangle(minX: 0, minY: 0, maxX: 24, maxY: 10)),
                        color: Color(bytes: 255, 230, 235))
                    canvas.fill(
                        .rectangle(Rectangle(minX: left + 0.5, minY: 2, maxX: left + 4.5, maxY: 6)), color: .pureRed)
                }
                return Animation.Frame(bitmap, hundredths: time)
            }, loops: loops)
    }

    @Test(
        "Other programs find the frames, their times, the repetition and every pixel",
        .enabled(if: GIFViewer.areInstalled, GIFViewer.advice))
    func viewers() throws {
        for loops in [true, false] {
            let times = [50, 2, 7, 300]
            let animation = try square(times, loops: loops)
            let file = try animation.gif(comment: "{\"name\":\"x\"}", threads: 2)
            let list = try GIFViewer.gifsicle.output(of: file)
            #expect(list.contains("4 images") && list.contains("loop forever") == loops)
            #expect(list.contains("comment {\"name\":\"x\"}"))
            #expect(list.matches(of: #/delay ([0-9.]+)s/#).map { Double($0.1) } == [0.5, 0.02, 0.07, 3])
            let frames = try GIFViewer.pillow.output(of: file).split(separator: "\n")
            let expected = animation.frames.map { frame in
                let bitmap = frame.bitmap
                let hex = (0..<bitmap.height).flatMap { row in
                    (0..<bitmap.width).map { column in
                        let pixel = bitmap[column, row]
                        return String(format: "%02x%02x%02x", pixel.red, pixel.green, pixel.blue)
                    }
                }.joined()
                return "\(10 * frame.hundredths) \(bitmap.width)x\(bitmap.height) \(hex)"
            }
            #expect(frames.map(String.init) == expected)
        }
    }

    @Test("Threads change no byte, and an error ends the work")
    func threads() throws {
        let animation = try square([10, 10, 10, 10])
        #expect(try animation.gif(threads: 1) == animation.gif(threads: 4))
        struct Stop: Error {}
        #expect(throws: Stop.self) { try animation.gif(threads: 2) { throw Stop() } }
    }

    @Test("A single frame does not repeat, and no comment is written if there is none")
    func single() throws {
        let file = try square([10]).gif()
        #expect(file.starts(with: "GIF89a".utf8) && file.last == 0x3B)
        let text = String(decoding: file, as: UTF8.self)
        #expect(!text.contains("NETSCAPE") && !file.contains(sequence: [0x21, 0xFE]))
    }

    @Test(
        "Of more than 255 colours the flat ones stay, and none is far from its substitute",
        .enabled(if: GIFViewer.areInstalled, GIFViewer.advice))
    func manyColors() throws {
        let flat = [Color(bytes: 255, 209, 215), Color(bytes: 218, 216, 255), Color(bytes: 158, 1, 66)]
        let bitmap = try pixels(80, 60) { canvas in
            for (index, color) in flat.enumerated() {
                let top = 10.0 * Double(index)
                canvas.fill(.rectangle(Rectangle(minX: 0, minY: top, maxX: 80, maxY: top + 10)), color: color)
            }
            // 2,400 more colours.
            for row in 30..<60 {
                for column in 0..<80 {
                    let color = Color(bytes: UInt8(3 * column), UInt8(4 * row), UInt8(column + row))
                    canvas.fill(
                        .rectangle(
                            Rectangle(
                                origin: Point(x: Double(column), y: Double(row)), size: Size(width: 1, height: 1))),
                        color: color)
                }
            }
        }
        let file = try Animation([.init(bitmap, hundredths: 10)]).gif()
        let line = try GIFViewer.pillow.output(of: file).split(separator: "\n")[0]
        let hex = Array(line.split(separator: " ")[2].utf8)
        func component(_ index: Int) -> Int {
            Int(String(decoding: hex[2 * index..<2 * index + 2], as: UTF8.self), radix: 16) ?? -1
        }
        var (greatest, colors): (Int, Set<[Int]>) = (0, [])
        for row in 0..<60 {
            for column in 0..<80 {
                let start = 3 * (row * 80 + column)
                let (pixel, found) = (bitmap[column, row], (0..<3).map { component(start + $0) })
                colors.insert(found)
                let differences = zip(found, [pixel.red, pixel.green, pixel.blue]).map { abs($0 - Int($1)) }
                if row < 30 { #expect(differences == [0, 0, 0]) }
                greatest = max(greatest, differences.max() ?? 0)
            }
        }
        #expect(colors.count <= 255 && colors.count > 60)
        #expect(greatest > 0 && greatest <= 24, "\(greatest)")
    }
}

extension [UInt8] {
    fileprivate func contains(sequence: [UInt8]) -> Bool {
        indices.dropLast(sequence.count - 1).contains { self[$0..<$0 + sequence.count].elementsEqual(sequence) }
    }
}

/// A program that reads GIF files.
private enum GIFViewer: CaseIterable {
    case gifsicle
    case pillow

    static let areInstalled = allCases.allSatisfy { viewer in
        switch viewer {
        case .gifsicle: (try? viewer.output(["gifsicle", "--version"])) != nil
        case .pillow: (try? viewer.output(["python3", "-c", "import PIL"])) != nil
        }
    }

    static let advice: Comment = "needs gifsicle and Pillow: sudo apt-get install gifsicle python3-pil"

    /// The list of gifsicle; of Pillow for each frame a line of its time in milliseconds, its size and its pixels.
    func output(of file: [UInt8]) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).gif").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(file).write(to: URL(filePath: path))
        switch self {
        case .gifsicle: return try output(["gifsicle", "-I", path])
        case .pillow:
            let program = """
                import sys
                from PIL import Image
                picture = Image.open(sys.argv[1])
                for index in range(picture.n_frames):
                    picture.seek(index)
                    print(picture.info["duration"], "%dx%d" % picture.size, picture.convert("RGB").tobytes().hex())
                """
            return try output(["python3", "-c", program, path])
        }
    }

    private func output(_ words: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self)
    }
}
