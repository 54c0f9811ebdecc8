import Foundation
import Testing

@Suite("Data and predictions that another program hands over")
struct HandedOverTests {
    private let command = Command()

    private static let points =
        #"{"points": [[0, 0], [0, 1], [1, 0], [1, 1]], "labels": [0, 1, 1, 0], "classes": ["no", "yes"], "features": ["a", "b"]}"#

    @Test("--data-json reads points, from a file or standard input")
    func dataJSON() throws {
        try command.folder.write(Self.points, to: "points.json")
        let expected = "a,b,label\n0.0,0.0,no\n0.0,1.0,yes\n1.0,0.0,yes\n1.0,1.0,no\n"
        #expect(try command.run(["data", "--data-json", "points.json"]).output == expected)
        #expect(try command.run(bash: #""$@" <points.json"#, ["data", "--data-json", "-"]).output == expected)
        let small = ["--hidden", "2", "--max-iterations", "0", "--dpi", "50"]
        for options in [[], ["--no-standardize"]] {
            try command.run(["--data-json", "points.json", "-o", "a.png"] + small + options).expectSuccess()
            let request = #"{"data": \#(Self.points.dropLast()), "standardize": \#(options.isEmpty)}}"#
            try command.folder.write(
                request.replacing(
                    "}}",
                    with:
                        #"}, "classifiers": [{"hidden": [2]}], "training": {"maxIterations": 0}, "page": {"dpi": 50}}"#),
                to: "request.json")
            try command.run(["--request", "request.json", "-o", "b.png"]).expectSuccess()
            #expect(try command.folder.bytes("a.png") == command.folder.bytes("b.png"))
            // The points are in the picture.
            try command.run(["rerun", "a.png"]).expectSuccess()
        }
        // The command line overrides a settings file.
        try command.folder.write(#"{"data-json": "points.json"}"#, to: "config.json")
        #expect(try command.run(["data", "--config", "config.json"]).output == expected)
        #expect(try command.run(["data", "moons", "--config", "config.json"]).outputLines.count == 201)
    }

    @Test(
        "--data-json says what is wrong",
        arguments: [
            (#"{"points": [[0, 0], [0]], "labels": [0, 1]}"#, [], 65, ["points[1]", "two finite numbers"]),
            (#"{"points": [[0, 0]], "labels": "x"}"#, [], 65, ["'points.json'", "labels"]),
            (#"{"set": "moons"}"#, [], 65, ["--data-json 'points.json'", "no points"]),
            (#"{"pionts": []}"#, [], 65, ["--data-json 'points.json'", "pionts"]),
            ("x", [], 65, ["--data-json 'points.json'"]),
            (Self.points, ["--x", "a"], 64, ["--x does not apply to --data-json 'points.json'"]),
            (Self.points, ["moons"], 64, ["'moons' and --data-json 'points.json' are two sources"]),
            (Self.points, ["--data", "xor"], 64, ["--data 'xor' and --data-json 'points.json' are two sources"]),
        ] as [(String, [String], Int32, [String])])
    func wrongDataJSON(text: String, options: [String], status: Int32, words: [String]) throws {
        try command.folder.write(text, to: "points.json")
        try command.run(["plot", "--data-json", "points.json"] + options).expectError(status, saying: words)
        try command.run(["plot", "--data-json", "none.json"]).expectError(66, saying: ["--data-json", "'none.json'"])
    }

    @Test("grid --npy prints the numbers of the CSV as an array")
    func npy() throws {
        for options in [["--step", "0.1"], ["--samples", "3", "--step", "2", "--margin", "1"]] {
            let lines = try command.run(["grid"] + options).outputLines.dropFirst()
            try command.run(bash: #""$@" >points.npy"#, ["grid", "--npy"] + options).expectSuccess()
            let bytes = try command.folder.bytes("points.npy")
            let headerEnd = try #require(bytes.firstIndex(of: 10)) + 1
            #expect(bytes.prefix(8) == [0x93] + Array("NUMPY".utf8) + [1, 0] && headerEnd % 64 == 0)
            #expect(Int(bytes[8]) + 256 * Int(bytes[9]) + 10 == headerEnd)
            let header = String(decoding: bytes[10..<headerEnd], as: UTF8.self)
            #expect(header.hasPrefix("{'descr': '<f8', 'fortran_order': False, 'shape': (\(lines.count), 2), }"))
            let values = bytes[headerEnd...].withUnsafeBytes { buffer in
                (0..<buffer.count / 8).map { buffer.loadUnaligned(fromByteOffset: $0 * 8, as: Double.self) }
            }
            #expect(values == lines.flatMap { $0.split(separator: ",").compactMap { Double($0) } })
        }
    }

    @Test("predictions from a descriptor are drawn with any name, and are not in the record")
    func descriptor() throws {
        let answers = try command.run(["grid", "--step", "0.1"]).outputLines.dropFirst().map {
            $0.hasPrefix("-") ? "0" : "1"
        }
        try command.folder.write("class\n" + answers.joined(separator: "\n"), to: "answers.csv")
        for number in [5, 7] {
            try command.run(
                bash: #""$@" \#(number)<answers.csv"#,
                [
                    "--step", "0.1", "--dpi", "50", "--predictions", #""C = 1, 50 %"=/dev/fd/\#(number)"#, "-o",
                    "\(number).png", "--json", "run.json",
                ]
            ).expectSuccess()
            let text = try command.folder.text("run.json")
            #expect(text.contains("C = 1, 50 %") && !text.contains("/fd/"))
        }
        #expect(try command.folder.bytes("5.png") == command.folder.bytes("7.png"))
        #expect(try command.run(["inspect", "5.png"]).output.contains("answers  C = 1, 50 %, class, sha256 "))
        try command.run(["rerun", "5.png"]).expectError(64, saying: ["'5.png'", "handed over"])
    }
}
