import Testing

@testable import DataFiles
@testable import Datasets

@Suite("The choice of columns")
struct ColumnChoiceTests {
    /// A file with 30 rows, each column by its name and the cell of a row.
    private func file(_ columns: [(String, (Int) -> String)]) -> CSVText {
        let rows = (0..<30).map { row in columns.map { $0.1(row) }.joined(separator: ",") + "\n" }
        return CSVText(columns.map(\.0).joined(separator: ",") + "\n" + rows.joined())
    }

    private static func measurement(_ row: Int) -> String { "\(row * 7 % 30).\(row % 10)" }
    private static func other(_ row: Int) -> String { "\(row * 11 % 30 - 4).5" }
    private static func word(_ row: Int) -> String { ["a", "b", "c"][row % 3] }

    private func chosen(_ columns: [(String, (Int) -> String)], _ named: CSVColumns = CSVColumns()) throws -> [String] {
        let read = try file(columns).read(named).get()
        return [read.xColumn, read.yColumn, read.labelColumn].map(\.title)
    }

    @Test(
        "Identifiers are no features",
        arguments: [
            "", "Unnamed: 0", "id", "ID", "Index", "rownames", "row.names", "case", "passenger_id", "customerId",
            "...1",
        ])
    func identifiers(name: String) throws {
        // Not ascending, so that the name decides.
        #expect(
            try chosen([(name, { "\(30 - $0)" }), ("u", Self.measurement), ("v", Self.other), ("w", Self.word)])
                == ["u", "v", "w"])
    }

    @Test("Whole numbers that strictly ascend are no features from ten rows on, and can be named")
    func ascending() throws {
        let columns: [(String, (Int) -> String)] = [
            ("year", { "\(1990 + $0)" }), ("u", Self.measurement), ("v", Self.other), ("w", Self.word),
        ]
        #expect(try chosen(columns) == ["u", "v", "w"])
        #expect(try chosen(columns, CSVColumns(x: "year")) == ["year", "u", "w"])
        #expect(try chosen(columns, CSVColumns(y: "year")) == ["u", "year", "w"])
        let few = CSVText("n,u,w\n" + (0..<9).map { "\($0),\($0 * 4 % 9),\(Self.word($0))\n" }.joined())
        #expect(try few.read().get().dataset.featureNames == ["n", "u"])
    }

    @Test("Constant columns are no features, and columns with few values come after those with more")
    func fewValues() throws {
        #expect(
            try chosen([
                ("constant", { _ in "3" }), ("code", { "\($0 % 4)" }), ("u", Self.measurement), ("v", Self.other),
                ("w", Self.word),
            ]) == ["u", "v", "w"])
        #expect(
            try chosen([("code", { "\($0 % 4)" }), ("u", Self.measurement), ("w", Self.word)]) == ["u", "code", "w"])
    }

    @Test("All features are those that can be chosen, in the order of the file, beside the label")
    func everyFeature() throws {
        let columns: [(String, (Int) -> String)] = [
            ("id", { "\(30 - $0)" }), ("code", { "\($0 % 4)" }), ("u", Self.measurement), ("constant", { _ in "3" }),
            ("rare", { $0 % 3 == 0 ? Self.other($0) : "" }), ("w", Self.word), ("v", Self.other),
            ("year", { "\(1990 + $0)" }),
        ]
        for label in ["w", nil] {
            let named = CSVColumns(features: CSVColumns.everyFeature, label: label)
            let read = try file(columns).read(named).get()
            #expect(read.columns == CSVColumns(features: ["code", "u", "v"], label: "w"))
            guard case .features(let table) = read.rows else {
                Issue.record("the rows are points")
                continue
            }
            #expect(table.featureNames == ["code", "u", "v"] && table.rowCount == 30)
            #expect(Array(table.row(1)) == [1, 7.1, 7.5])
        }
        let some = try file(columns).read(CSVColumns(features: ["v", "year", "u"])).get()
        #expect(some.featureColumns.map(\.title) == ["v", "year", "u"] && some.labelColumn.title == "w")
        #expect(
            file([("u", Self.measurement), ("w", Self.word), ("z", Self.word)])
                .read(CSVColumns(features: CSVColumns.everyFeature)).isFailure)
    }

    @Test("A column is numeric as far as the file goes, and a word far down that nobody asked for is no error")
    func lateWord() throws {
        let rows = (0..<700).map {
            "\($0 == 611 ? "136A" : "\($0 * 7 % 50)"),\($0 % 13),\($0 * 3 % 17),\(Self.word($0))\n"
        }
        let text = CSVText("tag,u,v,w\n" + rows.joined())
        #expect(try text.read().get().dataset.featureNames == ["u", "v"])
        guard case .failure(let error) = text.read(CSVColumns(x: "tag")) else {
            Issue.record("a word is read as a number")
            return
        }
        #expect(error.description.hasPrefix("'data.csv', line 613, column 1 (tag): '136A' is not a number"))
    }

    @Test("The label is the best by name, then text before whole numbers before others, then the last")
    func label() throws {
        let base: [(String, (Int) -> String)] = [("u", Self.measurement), ("v", Self.other)]
        func label(_ columns: [(String, (Int) -> String)]) throws -> String { try chosen(base + columns)[2] }
        let (whole, fraction): ((Int) -> String, (Int) -> String) = ({ "\($0 % 3)" }, { "\($0 % 3).5" })
        #expect(try label([("Species", whole), ("w", Self.word)]) == "Species")
        #expect(try label([("target", whole), ("class", whole), ("w", Self.word)]) == "class")
        #expect(try label([("w", Self.word), ("k", whole), ("f", fraction)]) == "w")
        #expect(try label([("k", whole), ("f", fraction)]) == "k")
        #expect(try label([("f", fraction)]) == "f")
        #expect(try label([("w", Self.word), ("t", { $0 % 2 == 0 ? "true" : "false" })]) == "t")
        #expect(try label([("w", Self.word), ("names", { "n\($0)" })]) == "w")
        #expect(try label([("y", { "\($0).5" }), ("w", Self.word)]) == "w", "a measurement is no label")
    }

    @Test("Named features are not the label, and a label with known classes comes first")
    func named() throws {
        let columns: [(String, (Int) -> String)] = [
            ("u", Self.measurement), ("v", Self.other), ("w", Self.word), ("k", { "\($0 % 2)" }),
        ]
        #expect(try chosen(columns, CSVColumns(x: "k")) == ["k", "u", "w"])
        #expect(try chosen(columns, CSVColumns(label: "k")) == ["u", "v", "k"])
        var known = CSVColumns(x: "u", y: "v")
        known.classNames = ["0", "1"]
        #expect(try chosen(columns, known) == ["u", "v", "k"])
    }

    @Test("A column that lacks most values, or is constant where the others have values, is not chosen")
    func missing() throws {
        #expect(
            try chosen([
                ("rare", { $0 % 9 == 0 ? "\($0).5" : "NA" }), ("u", Self.measurement), ("v", Self.other),
                ("w", Self.word),
            ]) == ["u", "v", "w"])
        #expect(
            try chosen([
                ("u", { $0 < 20 ? "\($0 * 7 % 20)" : "" }), ("late", { $0 < 20 ? "1" : "\($0 * 3 % 10)" }),
                ("v", Self.other), ("w", Self.word),
            ]) == ["u", "v", "w"])
        #expect(
            try chosen([
                ("u", { $0 < 20 ? "\($0 * 7 % 20)" : "" }), ("v", Self.other), ("w", Self.word),
                ("late", { $0 < 20 ? "no" : "yes" }),
            ]) == ["u", "v", "w"])
    }

    @Test("More than 30 different numbers are no classes, and the error names the column")
    func measurementAsLabel() {
        let rows = (0..<31).map { "\($0 * 7 % 31),\($0 * 4 % 29),\($0)\n" }.joined()
        guard case .failure(let error) = CSVText("u,v,price\n" + rows).read(CSVColumns(label: "price")) else {
            Issue.record("a measurement is a label")
            return
        }
        #expect(
            error.description == """
                'data.csv', column 3 (price): 31 different numbers as labels look like a measurement; choose a label with \
                2 to 30 classes
                """)
    }

    @Test("The profile has kind, values, missing values and range of every column, and a choice that can be named")
    func profile() throws {
        let profile = try file([
            ("", { "\($0 + 1)" }), ("u", Self.measurement), ("n", { $0 == 3 ? "NA" : "\($0 % 12)" }), ("w", Self.word),
            ("t", { $0 % 2 == 0 ? "yes" : "no" }), ("none", { _ in "" }),
        ]).profile().get()
        #expect(profile.rowCount == 30)
        #expect(profile.columns.map(\.kind) == [.wholeNumber, .number, .wholeNumber, .text, .truth, .empty])
        #expect(profile.columns.map(\.valueCount) == [30, 30, 12, 3, 2, 0])
        #expect(profile.columns.map(\.missingCount) == [0, 0, 1, 0, 0, 30])
        #expect(profile.columns.map(\.isIdentifier) == [true, false, false, false, false, false])
        #expect(profile.columns[2].range == 0...11)
        #expect(profile.columns[3].firstValues == ["a", "b", "c"])
        #expect(profile.chosen == CSVColumns(x: "u", y: "n", label: "t"))
    }

    @Test("Columns that share a name are found again by number")
    func repeatedNames() throws {
        let text = file([("u", Self.measurement), ("u", Self.other), ("w", Self.word)])
        let read = try text.read().get()
        #expect(read.columns == CSVColumns(x: "1", y: "2", label: "w"))
        #expect(try text.read(read.columns).get().dataset == read.dataset)
    }
}
