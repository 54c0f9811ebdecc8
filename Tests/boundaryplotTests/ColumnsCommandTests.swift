import Foundation
import Testing

@testable import boundaryplot

@Suite("Columns of a file")
struct ColumnsCommandTests {
    private let command = Command()
    private static let quick = ["--max-iterations", "2", "--dpi", "50", "-q"]

    /// Two features, a year, a word and missing values; the names need quotes in a shell.
    private static let text =
        "year,bill length,it's,kind\n"
        + (0..<20).map {
            "\(1990 + $0),\($0 * 7 % 20).5,\($0 == 3 ? "NA" : "\($0 * 3 % 20)"),\(["oak", "elm"][$0 % 2])\n"
        }
        .joined()

    @Test("are listed with kind, values, missing ones, range and use, then the command that draws the file")
    func list() throws {
        try command.folder.write(Self.text, to: "my trees.csv")
        let outcome = try command.run(["columns", "my trees.csv"])
        outcome.expectSuccess()
        #expect(
            outcome.output == """
                column  name         kind          values  missing  range or first values  use
                     1  year         whole number      20        0  1990 to 2009           identifies rows
                     2  bill length  number            20        0  0.5 to 19.5            x
                     3  it's         whole number      19        1  0 to 19                y
                     4  kind         text               2        0  oak, elm               label
                boundaryplot 'my trees.csv' --x 'bill length' --y 'it'\\''s' --label kind

                """)
        let drawn = try command.run(bash: "\"$1\" \((outcome.outputLines.last ?? "").dropFirst(13)) -o a.png -q")
        #expect(drawn.status == 0, "\(drawn.errors)")
    }

    @Test("of a file that cannot be drawn are listed as well")
    func noCommand() throws {
        try command.folder.write("a,b\n1,x\n2,y\n", to: "a.csv")
        let outcome = try command.run(["columns", "a.csv"])
        outcome.expectSuccess()
        #expect(outcome.outputLines.last?.hasPrefix("No command draws this file: two numeric columns") == true)
        try command.run(["columns", "moons"]).expectError(64, saying: ["columns", "file"])
        try command.run(["columns"]).expectError(
            64, saying: ["a file is needed", "'boundaryplot columns flowers.csv'"])
        try command.run(["columns", "a.csv", "--no-standardize"]).expectError(64, saying: ["--no-standardize"])
        let help = try command.run(["columns", "--help"]).output
        #expect(help.contains("--na-values") && !help.contains("--data") && !help.contains("data set"))
    }

    @Test("of which one cell is no number are drawn by both commands without that row")
    func badCell() throws {
        let rows = (0..<20).map { "\($0 * 7 % 20).5,\($0 * 3 % 20).2,\(["oak", "elm"][$0 % 2])\n" }.joined()
        try command.folder.write("h,w,kind\n" + rows + "l2.5,1,oak\n", to: "a.csv")
        let drawing = "boundaryplot a.csv --x h --y w --label kind --skip-bad-rows"
        #expect(try command.run(["columns", "a.csv"]).outputLines.last.map(String.init) == drawing)
        let outcome = try command.run(["a.csv"] + Self.quick)
        #expect(outcome.status == 65 && outcome.errors.contains("line 22, column 1 (h): 'l2.5' is not a number"))
        #expect(outcome.errors.split(separator: "\n").last.map(String.init) == drawing)
        let again = try command.run(bash: "\"$1\" \(drawing.dropFirst(13)) -o a.png --max-iterations 2 -q")
        #expect(again.status == 0, "\(again.errors)")
    }

    @Test("with many classes of text are drawn once the label is named")
    func manyClasses() throws {
        let rows = (0..<200).map { "\($0 * 7 % 20).5,\($0 * 3 % 20).2,kind \($0 % 40)\n" }.joined()
        try command.folder.write("h,w,kind\n" + rows, to: "a.csv")
        let drawing = "boundaryplot a.csv --x h --y w --label kind"
        #expect(try command.run(["columns", "a.csv"]).outputLines.last.map(String.init) == drawing)
        let outcome = try command.run(["a.csv"] + Self.quick)
        #expect(outcome.status == 65 && outcome.errors.split(separator: "\n").last.map(String.init) == drawing)
    }

    @Test(
        "that are wrong end with a command that works",
        arguments: [
            ["--x", "kind"], ["--label", "bill length", "--x", "kind"], ["--x", "bil length"], ["--missing", "error"],
            ["--x", "year", "--y", "year"],
        ])
    func remedy(options: [String]) throws {
        try command.folder.write(Self.text, to: "-t's $x.csv")
        let outcome = try command.run(["plot", "./-t's $x.csv"] + options + Self.quick)
        #expect([64, 65].contains(outcome.status))
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].hasPrefix("Error: "))
        let line = lines.last ?? ""
        #expect(line.hasPrefix("boundaryplot plot './-t'\\''s $x.csv' --x "), "\(line)")
        let again = try command.run(bash: "\"$1\" \(line.dropFirst(13)) --max-iterations 2 --dpi 50 -q")
        #expect(again.status == 0, "\(line): \(again.errors)")
    }

    @Test("of rows that cannot be read are no error with the command that follows")
    func badRow() throws {
        try command.folder.write(Self.text + "1,2\n", to: "a.csv")
        let outcome = try command.run(["a.csv"] + Self.quick)
        #expect(outcome.status == 65)
        #expect(
            outcome.errors.hasSuffix(
                "\nboundaryplot a.csv --x 'bill length' --y 'it'\\''s' --label kind --skip-bad-rows\n"))
    }

    @Test("Words are quoted for a shell, control characters included")
    func quoting() throws {
        let words = ["plain-1.csv", "two words", "it's", "$HOME`x`\"", "", "naïve", "tab\there", "new\nline 'x' \\"]
        let line = "printf '%s|' " + words.map(CommandLineText.quoted).joined(separator: " ")
        let outcome = try command.run(bash: line)
        #expect(outcome.output == words.map { $0 + "|" }.joined())
        #expect(!words.map(CommandLineText.quoted).joined().contains { $0.isNewline })
    }

    @Test("Missing values are left out, with a note, in the summary and in the record; rerun does not choose again")
    func missing() throws {
        try command.folder.write(Self.text, to: "a.csv")
        let outcome = try command.run([
            "a.csv", "--max-iterations", "2", "--dpi", "50", "--json", "a.json", "-o", "a.png",
        ])
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("Note: 1 of 20 rows has no value in it's ('NA'): left out\n"))
        #expect(
            outcome.outputLines.first
                == "a.csv (bill length, it's, kind), 19 points: oak 10, elm 9; --x, --y and --label choose other columns"
        )
        for text in [try command.folder.text("a.json"), try command.run(["inspect", "--json", "a.png"]).output] {
            #expect(text.contains(/"missingRows" ?: ?1\b/) && text.contains(/"missingColumns" ?: ?\[\s*"it's"\s*\]/))
        }
        let record = try command.run(["inspect", "--json", "a.png"]).output
        #expect(record.contains(/"x" ?: ?"bill length"/) && record.contains(/"label" ?: ?"kind"/))
        try command.run(["rerun", "a.png"]).expectSuccess()
        try command.run(["a.csv", "--na-values", "none"] + Self.quick)
            .expectError(65, saying: ["line 5, column 3 (it's): 'NA' is not a number"])
        let data = try command.run(["data", "a.csv"])
        #expect(data.outputLines.count == 20 && data.errors.contains("1 of 20 rows"))
    }

    @Test("predict leaves out rows without a feature, and the others keep their numbers")
    func predict() throws {
        try command.folder.write(Self.text, to: "a.csv")
        #expect(try command.run(["a.csv", "--save-model", "m.json"] + Self.quick).status == 0)
        let outcome = try command.run(["predict", "--model", "m.json", "a.csv"])
        #expect(outcome.status == 0)
        #expect(outcome.outputLines.count == 20)
        #expect(outcome.outputLines[3].hasPrefix("3,") && outcome.outputLines[4].hasPrefix("5,"))
        #expect(outcome.errors == "Note: 1 of 20 rows has no value in it's ('NA'): left out\n")
        try command.run(["predict", "--model", "m.json", "a.csv", "--missing", "error"])
            .expectError(65, saying: ["line 5", "'NA' stands for a missing value"])
        let wrong = try command.run(["predict", "--model", "m.json", "a.csv", "--x", "bill"])
        #expect(wrong.errors.hasSuffix("\nboundaryplot columns a.csv\n"))
    }

    @Test("predict ends an error about a cell with a command that works, and --quiet leaves notes out")
    func predictionRemedy() throws {
        try command.folder.write(Self.text, to: "a.csv")
        #expect(try command.run(["a.csv", "--save-model", "m.json"] + Self.quick).status == 0)
        try command.folder.write(Self.text + "1990,x,2,oak\n", to: "b.csv")
        let bad = try command.run(["predict", "--model", "m.json", "b.csv", "-o", "p.csv"])
        bad.expectError(65, saying: ["line 22, column 2 (bill length): 'x' is not a number"])
        let line = "boundaryplot predict b.csv --model m.json --output p.csv --skip-bad-rows"
        #expect(bad.errorLines.last.map(String.init) == line)
        let again = try command.run(bash: "\"$1\" \(line.dropFirst(13)) --quiet")
        again.expectSuccess()
        #expect(try command.folder.text("p.csv").split(separator: "\n").count == 20)
        let missing = try command.run(["predict", "--model", "m.json", "a.csv", "--missing", "error"])
        #expect(missing.errorLines.last == "boundaryplot predict a.csv --model m.json")
        try command.folder.write("bill length,it's\n", to: "c.csv")
        try command.run(["predict", "--model", "m.json", "c.csv"]).expectError(
            65, saying: ["no rows of data; add some"])
    }

    @Test("Words for missing labels are named, with a way to keep them")
    func missingLabels() throws {
        let rows = (0..<20).map { "\($0 * 7 % 20).5,\($0 * 3 % 20),\(["EU", "AS", "NA"][$0 % 3])\n" }.joined()
        try command.folder.write("w,h,continent\n" + rows, to: "b.csv")
        let noted = try command.run(["b.csv", "--max-iterations", "2", "--dpi", "50"])
        #expect(
            noted.errors.contains(
                "Note: 6 of 20 rows have no value in continent ('NA'): left out; --na-values none makes 'NA' a class\n")
        )
        let kept = try command.run(["b.csv", "--na-values", "none", "--max-iterations", "0", "--dpi", "50"])
        #expect(kept.outputLines.first?.contains("20 points: EU 7, AS 7, NA 6") == true)
    }

    @Test("Labels + and - are two classes, and - is missing beside others")
    func signs() throws {
        func data(_ labels: [String], _ options: String...) throws -> Outcome {
            let rows = (0..<12).map { "\($0 * 5 % 12).5,\($0 * 7 % 12),\(labels[$0 % labels.count])\n" }.joined()
            try command.folder.write("w,h,test\n" + rows, to: "s.csv")
            return try command.run(["data", "s.csv"] + options)
        }
        let both = try data(["-", "+"])
        both.expectSuccess()
        #expect(both.outputLines.filter { $0.hasSuffix(",-") }.count == 6)
        let named = try command.run(["data", "s.csv", "--x", "w", "--y", "h", "--label", "test", "--missing", "error"])
        named.expectSuccess()
        #expect(named.output == both.output)
        let withMissing = try data(["+", "-", "NA"])
        #expect(
            withMissing.outputLines.count == 9
                && withMissing.errors.contains("4 of 12 rows have no value in test ('NA')"))
        let others = try data(["-", "a", "b"])
        #expect(
            others.outputLines.count == 9 && others.errors.contains("test ('-'): left out; --na-values none makes '-'"))
        try command.run(["data", "s.csv", "--x", "w", "--y", "h", "--label", "test", "--missing", "error"])
            .expectError(65, saying: ["line 2, column 3 (test): '-' stands for a missing value"])
        #expect(try data(["+", "-"]).outputLines.dropFirst().first?.hasSuffix(",+") == true)
    }

    @Test("Titles and Excel's sep= above the header are skipped; other lines there are named")
    func titles() throws {
        let rows = (0..<12).map { "\($0 * 5 % 12),5;\($0 * 7 % 12);\(["oak", "elm"][$0 % 2])\r\n" }.joined()
        let table = "w;h;kind\r\n" + rows
        try command.folder.write(table, to: "plain.csv")
        let plain = try command.run(["data", "plain.csv"])
        plain.expectSuccess()
        for (above, titles) in [
            ("sep=;\r\n", nil), ("Trees, 2020\r\n\r\n", "'Trees, 2020' above the table of 'a.csv' is"),
            ("Trees;;\r\nof Berlin\r\n", "'Trees' and 'of Berlin' above the table of 'a.csv' are"),
        ] {
            try command.folder.write(above + table, to: "a.csv")
            let outcome = try command.run(["data", "a.csv"])
            #expect(outcome.status == 0 && outcome.output == plain.output, "\(outcome.errors)")
            #expect(outcome.errors == (titles.map { "Note: \($0) skipped\n" } ?? ""))
        }
        try command.folder.write("Trees; 2020\r\n" + table, to: "a.csv")
        let outcome = try command.run(["a.csv"] + Self.quick)
        outcome.expectError(65, saying: ["line 2: the row has 3 cells, but the first row, 'Trees, 2020', has 2"])
        try command.run(["columns", "a.csv"]).expectError(65, saying: ["line 2", "'Trees, 2020'"])
    }

    @Test("The label column keeps its name; if it has none, or a feature has the same, it gets one that no feature has")
    func labelName() throws {
        for (header, first) in [
            ("w,h,kind", "w,h,kind"), ("w,h,", "w,h,label"), ("label,w,", "label,w,class"), ("w,h,w", "w,h,label"),
            ("label,class,", "label,class,label_2"), ("label,class,class", "label,class,label_2"),
            ("w,h,\"kind, of\"", "w,h,\"kind, of\""),
        ] {
            try command.folder.write(header + "\n1,2,a\n2,1,b\n3,3,a\n", to: "a.csv")
            let outcome = try command.run(["data", "a.csv", "--x", "1", "--y", "2", "--label", "3", "--header", "yes"])
            #expect(outcome.outputLines.first.map(String.init) == first, "\(outcome.errors)")
        }
        try command.folder.write("1,2,a\n2,1,b\n3,3,a\n", to: "a.csv")
        let unnamed = try command.run(["data", "a.csv"])
        #expect(unnamed.outputLines.first == "column 1,column 2,label")
    }

    @Test(
        "Errors name what a reader can change",
        arguments: [
            ("w,h,kind\n1,2,a\n", "only one row of data", "boundaryplot columns a.csv"),
            (
                "w,h,kind\n" + (0..<12).map { "\($0 * 5 % 12),\($0 * 7 % 12),a\n" }.joined(),
                "column 3 (kind): every label is 'a'", "boundaryplot columns a.csv"
            ),
            (
                "w,h,kind\n\"1,234.5\",2,a\n\"2,345.5\",1,b\n",
                "line 2, column 1 (w): '1,234.5' is not a number; write it like",
                "boundaryplot columns a.csv"
            ),
            ("w,h,kind\n5%,2,a\n7%,1,b\n", "line 2, column 1 (w): '5%' is not a number", "boundaryplot columns a.csv"),
            ("w,h,kind\nNA,2,a\n,1,b\n", "column 1 (w) has no value at all", "boundaryplot columns a.csv"),
            ("w,h,kind\n1e300,2,a\n-1e300,3,b\n", "'a.csv', column 'w': x has a range of 2.4e+300", nil),
        ])
    func clearErrors(text: String, words: String, command line: String?) throws {
        try command.folder.write(text, to: "a.csv")
        let outcome = try command.run(["a.csv"] + Self.quick)
        outcome.expectError(65, saying: [words])
        #expect(outcome.errorLines.dropFirst().first.map(String.init) == line)
    }

    @Test("A name of several columns is an error that gives their numbers, with a command that has them")
    func ambiguousName() throws {
        let rows = (0..<12).map { "\($0 * 5 % 12).5,\($0 * 7 % 12),\(["oak", "elm"][$0 % 2]),\($0 * 11 % 12)\n" }
            .joined()
        try command.folder.write("w,h,kind,w\n" + rows, to: "a.csv")
        let outcome = try command.run(["a.csv", "--x", "w"] + Self.quick)
        outcome.expectError(
            64, saying: ["the columns 1 and 4 are all called 'w'; name the one meant by its number, such as 1"])
        #expect(outcome.errorLines.last == "boundaryplot a.csv --x 1 --y h --label kind")
    }

    @Test("Rows that end with a delimiter do not shift the names of the header")
    func trailingDelimiter() throws {
        let rows = (0..<12).map { "\($0 * 5 % 12).5,\($0 * 7 % 12),\(["oak", "elm"][$0 % 2]),\n" }.joined()
        for header in ["w,h,kind\n", "w,h,kind,\n"] {
            try command.folder.write(header + rows, to: "a.csv")
            let outcome = try command.run(["data", "a.csv"])
            outcome.expectSuccess()
            #expect(outcome.outputLines.prefix(2) == ["w,h,kind", "0.5,0.0,oak"])
        }
    }

    @Test("A doubtful header is noted, and --header decides")
    func header() throws {
        let rows = "fir,1,2\n" + (0..<12).map { "\(["oak", "elm"][$0 % 2]),\($0 * 5 % 12),\($0 * 7 % 12)\n" }.joined()
        try command.folder.write(rows, to: "a.csv")
        let doubtful = try command.run(["a.csv", "--max-iterations", "2", "--dpi", "50"])
        #expect(
            doubtful.errors.contains("Note: the first row of 'a.csv' is read as data; --header yes reads it as names\n")
        )
        let named = try command.run(["a.csv", "--header", "yes", "--max-iterations", "2", "--dpi", "50"])
        #expect(!named.errors.contains("Note"))
        #expect(named.outputLines.first?.hasPrefix("a.csv (1, 2, fir), 12 points") == true)
        try command.run(["a.csv", "--header", "maybe"] + Self.quick).expectError(64, saying: ["--header", "maybe"])
    }

    @Test("A compressed file in Latin-1 is read, from a pipe too")
    func compressed() throws {
        try command.folder.write(Self.text.replacing("oak", with: "ch\u{ea}ne"), to: "a.csv")
        let outcome = try command.run(
            bash: "iconv -f utf-8 -t latin1 a.csv | gzip > a.csv.gz; \"$1\" a.csv.gz -o a.svg --max-iterations 2; "
                + "\"$1\" data - < a.csv.gz; cat a.csv.gz | \"$1\" data -")
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("Note: 'a.csv.gz' is not UTF-8 and is read as Latin-1\n"))
        #expect(try command.folder.text("a.svg").contains(">ch\u{ea}ne</text>"))
        let lines = outcome.outputLines.filter { $0.hasSuffix(",ch\u{ea}ne") }
        #expect(lines.count == 20)
    }

    @Test("A class with too few points stays in the training part, with a note", arguments: [[], ["--stratify"]])
    func smallClass(options: [String]) throws {
        try command.folder.write(Self.text + "2020,3.5,4,fir\n", to: "a.csv")
        let arguments = ["a.csv", "--test-fraction", "0.5", "--max-iterations", "2", "--dpi", "50"] + options
        // Some seed holds the only fir out.
        let notes = try (0..<8).map { seed in
            let outcome = try command.run(arguments + ["--split-seed", "\(seed)"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.errors
        }
        #expect(notes.contains { $0.contains("Note: 'fir': too few points to hold some out, so all are trained on\n") })
    }
}
