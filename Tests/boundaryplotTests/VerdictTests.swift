import Foundation
import PNGReader
import Testing

/// Networks stuck in a poor local minimum, as the README's sheet has one.
@Suite("A network that is stuck")
struct StuckNetworkTests {
    private let command = Command()
    private static let sheet = [
        "--hidden", "3,10,20", "--lambda", "0.001,0.1,1", "--sheet", "--step", "0.1", "--dpi", "50",
    ]
    private static let picture = "output/boundary-hidden-20-lambda-0.1"

    @Test("is marked in the README's sheet, its own picture, the table, the JSON and on standard error")
    func marks() throws {
        let outcome = try command.run(Self.sheet + ["--json", "run.json", "--format", "svg"])
        #expect(outcome.status == 0)
        #expect(
            outcome.errors == """
                Warning: 20 hidden units, λ 0.1: cost 0.616, above that of 10 hidden units (0.297): a poor local minimum; \
                --restarts 5 tries other initial weights

                """)
        let rows = outcome.outputLines
        #expect(rows.filter { $0.contains("  stuck  ") }.map { $0.split(separator: " ").prefix(2) } == [["20", "0.1"]])
        #expect(rows.filter { $0.contains("  converged  ") }.count == 8)
        let runs = try RunSummary(command.folder.text("run.json")).runs
        #expect(
            runs.filter { $0.stuck != nil }.map { "\($0.hidden), \($0.lambda), \($0.stuck == true)" } == [
                "20, 0.1, true"
            ])
        let sheet = try command.folder.text("output/boundary-sheet.svg")
        #expect(sheet.contains("1 of 9 stuck in a poor minimum") && sheet.contains("84.5 % · stuck<"))
        #expect(try command.folder.text(Self.picture + ".svg").contains("λ 0.1 · stuck in a poor minimum<"))
        #expect(try !command.folder.text("output/boundary-hidden-10-lambda-0.1.svg").contains("stuck"))
    }

    @Test("is drawn again from its record, alone and on the page")
    func rerun() throws {
        #expect(try command.run(Self.sheet).status == 0)
        for name in [Self.picture, "output/boundary-sheet"] {
            try command.run(["rerun", name + ".png"]).expectSuccess()
        }
    }

    @Test("is no failure with --strict, and no more so after restarts")
    func remedy() throws {
        let arguments = ["--hidden", "10,20", "--lambda", "0.1", "--step", "0.1", "--dpi", "50"]
        let strict = try command.run(arguments + ["--strict"])
        #expect(strict.status == 0 && strict.errors.contains("--restarts 5"))
        try command.run(arguments + ["--restarts", "5"]).expectSuccess()
        // Alone it cannot be known.
        try command.run(arguments + ["--hidden", "20"]).expectSuccess()
    }

    @Test("is marked in a difference and on a curve")
    func otherProducts() throws {
        let arguments = ["--hidden", "3,20", "--lambda", "0.1", "--dpi", "50"]
        let difference = try command.run(["diff", "--step", "0.1", "-o", "d.svg"] + arguments)
        #expect(difference.errors.contains("20 hidden units, λ 0.1: cost 0.616, above that of 3 hidden units (0.319)"))
        #expect(try command.folder.text("d.svg").contains("stuck in a poor minimum"))
        try command.run(["diff", "--step", "0.1", "--restarts", "5", "-o", "e.svg"] + arguments).expectSuccess()
        #expect(try !command.folder.text("e.svg").contains("stuck"))
        let curve = try command.run(["curve", "--restarts", "1", "-o", "c.svg"] + arguments)
        #expect(curve.errors.contains("20 hidden units, λ 0.1"))
        #expect(try command.folder.text("c.svg").contains("1 of 2 stuck in a poor minimum"))
    }

    @Test("A network that did not converge says that instead")
    func unconverged() throws {
        let outcome = try command.run(Self.sheet + ["--max-iterations", "250"])
        #expect(
            outcome.errors.contains("hidden size 20 and λ 0.1 did not converge")
                && !outcome.errors.contains("poor local"))
    }
}

@Suite("Comparable numbers")
struct ComparableNumberTests {
    private let command = Command()

    @Test("the majority class of the training points is the baseline, in one line and in the JSON")
    func baseline() throws {
        let outcome = try command.run(
            Command.small + ["--samples", "200", "--test-fraction", "0.3", "--hidden", "1,2", "--json", "run.json"])
        // The numbers of scikit-learn's DummyClassifier(strategy="most_frequent") on the same split.
        #expect(outcome.outputLines.last == "Baseline: always class 1 is right for 46.7 % of the test points")
        let baseline = try #require(try RunSummary(command.folder.text("run.json")).baseline)
        #expect(baseline.class == "1" && baseline.accuracy == 72.0 / 140 && baseline.testAccuracy == 28.0 / 60)
        let plain = try command.run(Command.small)
        #expect(plain.outputLines.last == "Baseline: always class 0 is right for 50.0 % of the points")
    }

    @Test("a network below the baseline is marked")
    func belowBaseline() throws {
        try command.folder.write(
            "a,b,c\n" + (0..<40).map { "\($0 % 7),\($0 % 5),\($0 < 4 ? "rare" : "common")\n" }.joined(), to: "t.csv")
        let outcome = try command.run(
            ["t.csv", "--hidden", "0,1", "--max-iterations", "0", "--dpi", "50", "--json", "run.json"])
        let runs = try RunSummary(command.folder.text("run.json")).runs
        #expect(runs.contains { $0.accuracy < 0.9 })
        for (row, run) in zip(outcome.outputLines.dropFirst(2), runs) {
            #expect(row.contains("  below baseline  ") == (run.accuracy < 0.9))
        }
        #expect(outcome.outputLines.last == "Baseline: always class common is right for 90.0 % of the points")
    }

    @Test("cross-entropies of both parts are side by side, without the λ term")
    func crossEntropies() throws {
        let outcome = try command.run(
            ["--hidden", "3", "--lambda", "1", "--test-fraction", "0.3", "--step", "0.1", "--json", "run.json"])
        let run = try #require(try RunSummary(command.folder.text("run.json")).runs.first)
        let cells = outcome.outputLines[1].split(separator: #/ {2,}/#).map { $0.drop { $0 == " " } }
        let numbers = try #require(cells.first { $0.contains(" / ") }).split(separator: " / ").compactMap { Double($0) }
        try #require(numbers.count == 2)
        #expect(abs(numbers[0] - (run.trainCrossEntropy ?? .nan)) < 0.51e-4)
        #expect(abs(numbers[1] - (run.testCost ?? .nan)) < 0.51e-4)
        #expect(numbers[0] < (run.cost ?? .nan) - 0.01)
    }

    @Test("recall is in the JSON; --per-class prints it with the confusion matrix")
    func perClass() throws {
        let iris = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Examples/iris.csv").path
        let arguments = [iris, "--hidden", "0,4", "--test-fraction", "0.3", "--step", "0.1", "--dpi", "50"]
        let outcome = try command.run(arguments + ["--per-class", "--json", "run.json"])
        let blocks = outcome.output.split(separator: "\n\n").dropFirst()
        let runs = try RunSummary(command.folder.text("run.json")).runs
        #expect(blocks.count == 2)
        for (block, run) in zip(blocks, runs) {
            let matrix = try #require(run.confusion.test)
            let recalls = try #require(run.recall?.test)
            let lines = block.split(separator: "\n")
            #expect(lines[0] == "hidden size \(run.hidden), 45 held-out points; rows are classes, columns predictions")
            #expect(lines[1].split(separator: " ") == ["class", "setosa", "versicolor", "virginica", "recall"])
            for (index, line) in lines.dropFirst(2).enumerated() {
                let cells = line.split(separator: " ")
                #expect(cells.dropFirst().prefix(3).compactMap { Int($0) } == matrix[index])
                let recall = Double(matrix[index][index]) / Double(matrix[index].reduce(0, +))
                #expect(recalls[index] == recall)
                #expect(abs((Double(cells[4]) ?? .nan) - 100 * recall) < 0.051)
            }
            #expect(lines.count == 5 && run.recall?.train?.count == 3)
        }
        try command.run(arguments + ["--per-class", "-q"]).expectError(64, saying: ["--per-class", "--quiet"])
    }

    @Test("--per-class bounds long names, and leaves out the matrix of many classes and the recall of no points")
    func manyClasses() throws {
        let name = String(repeating: "n", count: 60)
        let classes = ["a\u{1b}[31m", name] + (0..<8).map { "class \($0)" }
        let text = "a,b,c\n" + (0..<40).map { "\($0),\($0 * 7 % 40),\(classes[$0 % 10])\n" }.joined()
        try command.folder.write(text, to: "t.csv")
        let outcome = try command.run(
            [
                "t.csv", "--x", "a", "--y", "b", "--label", "c", "--max-iterations", "0", "--dpi", "50", "--per-class",
                "--test-fraction", "0.1",
            ])
        let block = try #require(outcome.output.split(separator: "\n\n").last)
        #expect(block.split(separator: "\n").allSatisfy { $0.count <= 110 } && !block.contains("\u{1b}"))
        #expect(block.contains("nnnn…") && block.contains("no points"))

        let blobs = try command.run(
            [
                "--data", "blobs", "--centers", "12", "--max-iterations", "0", "--step", "0.5", "--dpi", "50",
                "--per-class",
            ])
        let lines = try #require(blobs.output.split(separator: "\n\n").last).split(separator: "\n")
        #expect(lines[0].hasSuffix("training points; --json has the confusion matrix"))
        #expect(lines[1].split(separator: " ") == ["class", "points", "recall"] && lines.count == 2 + 12)
    }
}

@Suite("--hidden 0")
struct LogisticRegressionCommandTests {
    private let command = Command()

    @Test("trains logistic regression, which every command takes")
    func commands() throws {
        let quick = ["--samples", "20", "--max-iterations", "5", "--dpi", "50", "-q"]
        let runs: [([String], String)] = [
            (["--hidden", "0", "--save-model", "m.json"], "output/boundary-hidden-0.png"),
            (["sheet", "--hidden", "0-2", "-o", "s.png"], "s.png"),
            (["curve", "--hidden", "0-2", "-o", "c.png"], "c.png"),
            (["diff", "--hidden", "0,2", "-o", "d.png"], "d.png"),
            (["tune", "--hidden", "0,1", "--lambda", "1", "--folds", "2", "-o", "t"], "t/tune-heatmap.png"),
        ]
        for (arguments, picture) in runs {
            #expect(try command.run(arguments + quick).status == 0, "\(arguments)")
            try command.run(["rerun", picture]).expectSuccess()
        }
        try command.folder.write("x1,x2\n0,1\n1,-0.5\n", to: "new.csv")
        #expect(try command.run(["predict", "--model", "m.json", "new.csv"]).outputLines.count == 3)
        #expect(try command.run(["--model", "m.json", "-o", "m.png"] + Command.small + ["-q"]).status == 64)
        #expect(
            try command.run(["--model", "m.json", "-o", "m.png", "-q", "--samples", "20", "--dpi", "50"]).status == 0)
        #expect(try command.run(["inspect", "m.png"]).output.contains("no hidden units"))
    }

    @Test("has the row 0 in the table, and a straight boundary in the pictures' words")
    func words() throws {
        let outcome = try command.run(["--hidden", "0", "--dpi", "50", "--step", "0.1", "--format", "svg"])
        #expect(outcome.outputLines[1].split(separator: " ").prefix(2) == ["0", "0.598830"])
        let svg = try command.folder.text("output/boundary-hidden-0.svg")
        #expect(svg.contains("Decision Boundary without hidden units (logistic regression)"))
        #expect(svg.contains("Decision regions of a network with no hidden units over"))
    }
}
