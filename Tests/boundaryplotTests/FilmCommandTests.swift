import Foundation
import Testing

@Suite("boundaryplot film")
struct FilmCommandTests {
    private let command = Command()

    private static let small = ["film"] + Command.small + ["--hidden", "3", "--test-fraction", "0.3"]

    private struct Summary: Decodable {
        struct Film: Decodable {
            struct Image: Decodable {
                let path: String
                let width: Int
                let height: Int
            }

            struct Frame: Decodable {
                let iteration: Int
                let cost: Double
                let testCost: Double?
                let seconds: Double?
            }

            let images: [Image]
            let frames: [Frame]
        }

        let film: Film
    }

    private func summary(_ arguments: [String]) throws -> Summary.Film {
        let outcome = try command.run(Self.small + ["--json", "-", "-q"] + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8)).film
    }

    @Test("writes a GIF by default, prints its path, and inspect and rerun read it")
    func gif() throws {
        let outcome = try command.run(Self.small)
        #expect(outcome.status == 0 && outcome.outputLines.last == "output/boundary-film.gif")
        #expect(command.folder.names == ["output/", "output/boundary-film.gif"])
        let inspected = try command.run(["inspect", "output/boundary-film.gif"])
        #expect(inspected.output.hasPrefix("picture  GIF, a network at several iterations of its training\n"))
        let again = try command.run(["rerun", "output/boundary-film.gif", "-o", "again.gif"])
        again.expectSuccess()
        #expect(try command.folder.bytes("again.gif") == command.folder.bytes("output/boundary-film.gif"))
    }

    @Test("lists iterations, costs and times in the JSON")
    func json() throws {
        let film = try summary(["--frames", "20", "--seconds", "2.5"])
        #expect(film.images.map(\.path) == ["output/boundary-film.gif"] && film.images[0].width == 320)
        #expect(film.frames.map(\.iteration) == [0, 1, 2, 3, 4, 5])
        #expect(film.frames.allSatisfy { $0.testCost != nil })
        #expect(abs(film.frames.compactMap(\.seconds).reduce(0, +) - 2.5) < 1e-9)
        let pages = try summary(["--frames", "3", "-o", "f-{frame}.svg"])
        #expect(pages.images.map(\.path) == ["f-1.svg", "f-2.svg", "f-3.svg"])
        #expect(pages.frames.allSatisfy { $0.seconds == nil })
    }

    @Test("has titles with a capital letter, also without hidden units")
    func titles() throws {
        for (name, title) in [
            ("f-{frame}.svg", "No hidden units after 0 of"), ("sheet.svg", "No hidden units during training"),
        ] {
            let words = ["film"] + Command.small + ["--hidden", "0", "-o", name, "-q"]
            #expect(try command.run(words + (name == "sheet.svg" ? [] : ["--frames", "2"])).status == 0)
            let file = name.replacing("{frame}", with: "1")
            #expect(try command.folder.text(file).contains(title))
        }
    }

    @Test("prints the first and the last path of single frames")
    func pages() throws {
        let outcome = try command.run(Self.small + ["--frames", "12", "-o", "frames/{frame}.png"])
        #expect(outcome.status == 0 && outcome.outputLines.last == "12 frames: frames/01.png to frames/12.png")
        #expect(command.folder.names.count == 13)
    }

    private static let viewer = """
        import sys
        from PIL import Image
        picture = Image.open(sys.argv[1])
        print(picture.size, picture.info.get("loop"), end=" ")
        for index in range(picture.n_frames):
            picture.seek(index)
            picture.load()
            print(picture.info["duration"], end=" ")
        """

    private static let hasViewers =
        (try? Command().run(bash: "command -v gifsicle && python3 -c 'import PIL'"))?.status == 0

    @Test(
        "has the frames and the times asked for in two other programs",
        .enabled(if: hasViewers, "needs gifsicle and Pillow: sudo apt-get install gifsicle python3-pil"),
        arguments: [true, false])
    func viewers(loops: Bool) throws {
        let film = try summary(["--frames", "30", "--seconds", "3", "-o", "a.gif"] + (loops ? [] : ["--no-loop"]))
        let times = film.frames.compactMap(\.seconds)
        let list = try command.run(bash: "gifsicle -I a.gif").output
        #expect(list.contains("\(times.count) images") && list.contains("loop forever") == loops)
        #expect(list.matches(of: #/delay ([0-9.]+)s/#).map { Double($0.1) } == times)
        let line = try command.run(bash: "python3 -c '\(Self.viewer)' a.gif").output
        let milliseconds = times.map { "\(Int((1000 * $0).rounded())) " }.joined()
        #expect(line == "(320, 240) \(loops ? "0" : "None") \(milliseconds)")
    }

    @Test("ends at once when it is interrupted, and leaves nothing")
    func interruption() throws {
        let running = try command.start([
            "film", "--hidden", "3", "--max-iterations", "200", "--frames", "100", "--dpi", "100", "--step", "0.001",
            "-o", "long.gif",
        ])
        usleep(1_500_000)
        running.interrupt()
        let outcome = try running.outcome(within: 60)
        outcome.expectError(130, saying: ["interrupted"])
        #expect(command.folder.names == [])
    }
}
