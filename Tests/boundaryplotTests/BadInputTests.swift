import Foundation
import Testing

/// A command line that is an error.
struct BadInput: CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    /// Words that the message must contain: the option, the value, the accepted values.
    let words: [String]

    init(_ arguments: String..., status: Int32 = 64, says words: String...) {
        self.arguments = arguments
        self.status = status
        self.words = words
    }

    var testDescription: String { arguments.map { $0.isEmpty ? "''" : $0 }.joined(separator: " ") }
}

@Suite("Bad input")
struct BadInputTests {
    /// Usage errors and related mistakes.
    static let values = [
        BadInput("--hidden", "-0", says: "--hidden", "'-0'", "0 or greater"),
        BadInput("--hidden", "-2", says: "--hidden", "'-2'", "0 or greater"),
        BadInput("--hidden", "", says: "--hidden", "''", "0 or greater"),
        BadInput("--hidden", "3,,5", says: "--hidden", "'3,,5'", "a size is missing", "0 or greater"),
        BadInput("--hidden", "3,", says: "--hidden", "'3,'", "a size is missing", "0 or greater"),
        BadInput("--hidden", "abc", says: "--hidden", "'abc'", "0 or greater"),
        BadInput("--hidden", "3,b", says: "--hidden", "'3,b'", "'b' is not a size", "0 or greater"),
        BadInput("--hidden", "3.5", says: "--hidden", "'3.5'", "whole numbers"),
        BadInput("--hidden", "99999999999", status: 69, says: "--hidden 99999999999", "memory", "smaller"),
        BadInput("--hidden", "99999999999999999999", says: "--hidden", "'99999999999999999999'"),
        BadInput("--lambda", "-1", says: "--lambda", "'-1'", "0 or greater"),
        BadInput("--lambda", "nan", says: "--lambda", "'nan'", "0 or greater"),
        BadInput("--lambda", "inf", says: "--lambda", "'inf'", "0 or greater"),
        BadInput("--step", "0", says: "--step", "'0'", "greater than 0"),
        BadInput("--step", "-0.1", says: "--step", "'-0.1'", "greater than 0"),
        BadInput("--step", "nan", says: "--step", "'nan'", "greater than 0"),
        BadInput("--step", "10", says: "--step 10 ", "fewer than two grid values", "largest step that fits is 3.27"),
        BadInput("--step", "1e-9", status: 69, says: "--step 0.000000001", "1.5e+19 grid points", "smallest step"),
        BadInput("--samples", "0", says: "--samples", "'0'", "2 or greater"),
        BadInput("--samples", "1", says: "--samples", "'1'", "2 or greater"),
        BadInput("--samples", "-5", says: "--samples", "'-5'", "2 or greater"),
        BadInput("--samples", "x", says: "--samples", "'x'", "whole number"),
        BadInput("--noise", "-1", says: "--noise", "'-1'", "from 0"),
        BadInput("--noise", "nan", says: "--noise", "'nan'", "from 0"),
        BadInput("--seed", "-1", says: "--seed", "'-1'", "0 to 4294967295"),
        BadInput("--seed", "4294967296", says: "--seed", "'4294967296'", "0 to 4294967295"),
        BadInput("--init-seed", "4294967296", says: "--init-seed", "'4294967296'", "0 to 4294967295"),
        BadInput("--margin", "-1", says: "--margin", "'-1'", "0 or greater"),
        BadInput("--margin", "1e308", says: "--margin", "1e+308", "a smaller one"),
        BadInput("--dpi", "0", says: "--dpi", "'0'", "greater than 0"),
        BadInput("--dpi", "1e9", says: "--dpi 1000000000", "6400000000 × 4800000000 pixels", "32767"),
        BadInput("--dpi", "0.001", says: "--dpi 0.001", "0 × 0 pixels", "1 to 32767"),
        BadInput("--size", "0x0", says: "--size", "'0x0'", "greater than 0", "6.4x4.8"),
        BadInput("--size", "6.4", says: "--size", "'6.4'", "width and height", "6.4x4.8"),
        BadInput("--size", "axb", says: "--size", "'axb'", "width and height", "6.4x4.8"),
        BadInput("--size", "1000x1000", says: "--size 1000x1000", "150000 × 150000 pixels", "32767"),
        BadInput("--tolerance", "-1", says: "--tolerance", "'-1'", "0 or greater"),
        BadInput("--max-iterations", "-1", says: "--max-iterations", "'-1'", "0 or greater"),
        BadInput("--threads", "0", says: "--threads", "'0'", "1 to 1024"),
        BadInput("-j0", says: "-j", "'0'", "1 to 1024"),
        BadInput("--data", "sun", says: "--data", "'sun'", "moons"),
        BadInput("--optimizer", "sgd", says: "--optimizer", "'sgd'", "cg", "lbfgs"),
        BadInput("--format", "bmp", says: "--format", "'bmp'", "png", "svg", "pdf"),
        BadInput("--format", "gif", says: "--format gif", "film", ".png"),
        BadInput("sheet", "--output", "a.gif", says: "--output 'a.gif'", "film", ".png"),
        BadInput("report", "-o", "page.png", says: "--output 'page.png'", ".html"),
        BadInput("report", "-o", "{hidden}.html", says: "--output '{hidden}.html'", "placeholders"),
        BadInput("report", "--emit", "html", says: "--emit", "report"),
        BadInput("report", "--dpi", "90", says: "--dpi"),
        BadInput("report", "--hidden", "1-501", "--lambda", "0.1", says: "500", "501", "--hidden"),
        BadInput("film", "--frames", "0", says: "--frames", "'0'", "2 to 1000"),
        BadInput("film", "--seconds", "-1", says: "--seconds", "'-1'", "600"),
        BadInput("film", "--frames", "900", says: "--frames 900", "--seconds 8", "316"),
        BadInput("film", "--hidden", "2,3", says: "--hidden", "one network"),
        BadInput("film", "--background", "transparent", says: "GIF", "background"),
        BadInput("film", "--emit", "latex", says: "--emit latex", "GIF"),
        BadInput("film", "--no-loop", "-o", "a.png", says: "--no-loop", "page"),
        BadInput("film", "--frames", "9", "--format", "pdf", says: "--frames", "page"),
        BadInput("film", "-o", "{frame}.gif", says: "--output '{frame}.gif'", "GIF"),
        BadInput("film", "-o", "{net}.png", says: "{net}", "{frame}"),
        BadInput("diff", "--unit-lines", says: "--unit-lines"),
        BadInput("curve", "--over", "iterations", "--hidden", "2,3", says: "--over iterations", "one network"),
        BadInput("curve", "--over", "iterations", "--curve-of", "error", says: "--curve-of error", "cost"),
        BadInput("film", "--animate", says: "--animate", "film"),
        BadInput("plot", "--fps", "9", says: "--fps", "'--frames' of 'boundaryplot film'"),
    ]

    static let lists = [
        BadInput("--hidden", "5-1", says: "--hidden", "'5-1'", "empty", "1-20"),
        BadInput("--hidden", "1-", says: "--hidden", "'1-'", "not a size", "1-20"),
        BadInput("--hidden", "3-0", says: "--hidden", "'3-0'", "empty"),
        BadInput("--hidden", "0-9:0", says: "--hidden", "'0-9:0'", "not a size"),
        BadInput("--hidden", "1-9:0", says: "--hidden", "'1-9:0'", "not a size", "1-50:5"),
        BadInput("--hidden", "3:2", says: "--hidden", "'3:2'", "not a size"),
        BadInput("--hidden", "1-2-3", says: "--hidden", "'1-2-3'", "not a size"),
        BadInput("--hidden", "1-99999999999", says: "--hidden", "'1-99999999999'", "10000"),
        BadInput("--hidden", "1-9999,1-9999", says: "--hidden", "10000"),
        BadInput("--lambda", "0.1,", says: "--lambda", "'0.1,'", "a number is missing", "0 or greater"),
        BadInput("--lambda", "0.1,-2", says: "--lambda", "'-2'", "0 or greater"),
        BadInput("--lambda", "0.1,x", says: "--lambda", "'x'", "0 or greater"),
        BadInput(
            "--lambda", "0.1,1", "-o", "a-{hidden}.png", says: "--output 'a-{hidden}.png'", "2 pictures", "{lambda}"),
    ]

    static let dataSets = [
        BadInput("--data", "moon", says: "--data", "'moon'", "moons", "gaussian-quantiles"),
        BadInput("--factor", "0.5", says: "--factor", "--data moons", "--noise"),
        BadInput("--data", "circles", "--centers", "3", says: "--centers", "--data circles", "--noise, --factor"),
        BadInput("--data", "blobs", "--noise", "0.1", says: "--noise", "--data blobs", "--centers, --spread"),
        BadInput("--data", "gaussian-quantiles", "--spread", "1", says: "--spread", "--data gaussian-quantiles"),
        BadInput("--data", "circles", "--factor", "1", says: "--factor", "'1'", "below 1"),
        BadInput("--data", "blobs", "--centers", "1", says: "--centers", "'1'", "2 to 100"),
        BadInput("--data", "blobs", "--centers", "101", says: "--centers", "'101'", "2 to 100"),
        BadInput("--data", "blobs", "--spread", "-1", says: "--spread", "'-1'", "from 0"),
        BadInput("--data", "blobs", "--samples", "2", says: "--samples 2", "blobs", "3 or more"),
        BadInput("data", "--data", "gaussian-quantiles", "--samples", "2", says: "--samples 2", "3 or more"),
    ]

    static let styles = [
        BadInput("--xlim", "3,2", says: "--xlim", "'3,2'", "lower first", "-2,3"),
        BadInput("--xlim", "3", says: "--xlim", "'3'", "two numbers"),
        BadInput("--ylim", "a,b", says: "--ylim", "'a,b'", "two numbers"),
        BadInput("--ylim", "0,inf", says: "--ylim", "'0,inf'", "two numbers"),
        BadInput("--xlim", "0,1e9", status: 69, says: "--step 0.01", "smallest step that fits"),
        BadInput("--xlim", "0,0.005", says: "--step 0.01", "largest step that fits"),
        BadInput("--title", "{size}", says: "--title '{size}'", "{hidden}", "{accuracy}"),
        BadInput("--title", "{test}", says: "--title '{test}'", "{hidden}"),
        BadInput("--title", "{", says: "--title '{'", "{ without a }"),
        BadInput("--title", "a", "--no-title", says: "--title", "--no-title"),
        BadInput("tune", "--title", "a", says: "'--title'", "'boundaryplot tune --help'"),
    ]

    static let appearances = [
        BadInput("--fill", "bands", says: "--fill", "'bands'", "probability", "score"),
        BadInput("--fill", "score", "--data", "blobs", says: "--fill score", "two classes", "probability"),
        BadInput("--point-size", "0", says: "--point-size", "'0'", "0.1 to 10"),
        BadInput("--point-opacity", "1.5", says: "--point-opacity", "'1.5'", "above 0 to 1"),
        BadInput("--no-points", "--point-size", "2", says: "--point-size", "--no-points", "contradict"),
        BadInput("--no-points", "--point-opacity", "0.5", says: "--point-opacity", "--no-points", "contradict"),
        BadInput("--no-legend", "--legend", "outside", says: "--legend", "--no-legend", "contradict"),
        BadInput("--legend", "left", says: "--legend", "left", "outside"),
        BadInput("sheet", "--legend", "inside", says: "--legend inside", "panels"),
        BadInput("--levels", "3", says: "--levels", "--fill probability or score"),
        BadInput("--fill", "probability", "--levels", "1", says: "--levels", "'1'", "2 to 20"),
        BadInput("--fill", "probability", "--levels", "21", says: "--levels", "'21'", "2 to 20"),
        BadInput("--palette", "jet", says: "--palette 'jet'", "okabe-ito", "#c00"),
        BadInput("--palette", "#c00,#zz0", says: "--palette", "#zz0", "item 2", "#rrggbb"),
        BadInput("--palette", "#c00", says: "--palette", "1 colour is", "2 classes"),
        BadInput("--theme", "sepia", says: "--theme", "'sepia'", "dark"),
        BadInput("--background", "blue", says: "--background", "'blue'", "transparent"),
        BadInput("--activation", "step", says: "--activation", "'step'", "relu"),
        BadInput("--hidden", "8x", says: "--hidden", "'8x'", "not a size", "8x4"),
        BadInput("--hidden", "8x0", says: "--hidden", "'8x0'", "not a size"),
        BadInput("--hidden", "0x3", says: "--hidden", "'0x3'", "not a size"),
    ]

    static let heldOut = [
        BadInput("--test-fraction", "0", says: "--test-fraction", "'0'", "between 0 and 1"),
        BadInput("--test-fraction", "1", says: "--test-fraction", "'1'", "between 0 and 1"),
        BadInput("--test-fraction", "-0.1", says: "--test-fraction", "'-0.1'", "between 0 and 1"),
        BadInput("--test-fraction", "nan", says: "--test-fraction", "'nan'", "between 0 and 1"),
        BadInput("--test-fraction", "0.999", says: "--test-fraction", "0.999", "a smaller fraction"),
        BadInput("--test-fraction", "0.995", says: "--test-fraction 0.995", "class '", "smaller share"),
        BadInput("--test-fraction", "0.001", "--stratify", says: "--test-fraction", "holds out 1 point", "2 classes"),
        BadInput("--split-seed", "1", says: "--split-seed", "--test-fraction 0.3"),
        BadInput("--stratify", says: "--stratify", "--test-fraction 0.3"),
        BadInput("--test-fraction", "0.3", "--split-seed", "-1", says: "--split-seed", "'-1'", "0 to 4294967295"),
    ]

    static let comparisons = [
        BadInput("--sheet", "--hidden", "1-61", says: "--sheet", "60", "61"),
        BadInput("--sheet", "--hidden", "1-21", "--lambda", "0.1,1,10", says: "--sheet", "60", "63"),
        BadInput("--sheet", "--dpi", "9000", says: "--size", "--dpi 9000"),
        BadInput("--sheet", "--hidden", "1-60", "--dpi", "3000", says: "--sheet", "--dpi 3000", "32767"),
        BadInput("--curve", says: "--curve", "two sizes", "--hidden"),
        BadInput("--hidden", "1-3", "--curve-of", "cost", says: "--curve-of needs --curve"),
        BadInput("--hidden", "1-3", "--curve", "--curve-of", "loss", says: "--curve-of", "'loss'", "error", "cost"),
        BadInput("--restarts", "0", says: "--restarts", "'0'", "1 to 10000"),
        BadInput("--restarts", "x", says: "--restarts", "'x'", "1 to 10000"),
        BadInput("--show-restarts", says: "--show-restarts", "--restarts 10"),
        BadInput("--restarts", "2", "--init-seed", "4294967295", says: "--restarts 2", "--init-seed 4294967295"),
        BadInput(
            "--sheet", "-o", "kept/boundary-sheet.png", says: "--output", "'kept/boundary-sheet.png'", "two files"),
        BadInput("--sheet", "--json", "output/boundary-sheet.png", says: "--json", "picture"),
        BadInput("--sheet", "-o", "folder.d", status: 73, says: "--output", "'folder.d/boundary-sheet.png'", "folder"),
    ]

    static let otherCommands = [
        BadInput("tune", "--folds", "1", says: "--folds", "'1'", "2 or greater"),
        BadInput("tune", "--folds", "161", says: "--folds 161"),
        BadInput("tune", "--folds", "161", "--no-stratify", says: "--folds 161", "160"),
        BadInput("tune", "--test-fraction", "0", says: "--test-fraction", "'0'", "between 0 and 1"),
        BadInput("tune", "--test-fraction", "1", says: "--test-fraction", "'1'", "between 0 and 1"),
        BadInput("tune", "--hidden", "-1", says: "--hidden", "'-1'", "0 or greater"),
        BadInput("tune", "--lambda", "-1", says: "--lambda", "0 or greater"),
        BadInput("tune", "-o", "a.png", says: "--output 'a.png'", "folder"),
        BadInput("tune", "--restarts", "0", says: "--restarts", "'0'", "1 to 10000"),
        BadInput("tune", "-o", "file", status: 73, says: "--output", "'file'", "not a folder"),
        BadInput("diff", "--hidden", "3", says: "two networks", "give 1", "two sizes"),
        BadInput("diff", "--hidden", "3,3", says: "two networks", "give 1"),
        BadInput("diff", "--hidden", "1,2,3", says: "two networks", "give 3"),
        BadInput("diff", "--hidden", "1,2", "--lambda", "0.1,1", says: "two networks", "give 4"),
        BadInput("diff", "-o", "{hidden}.png", says: "--output '{hidden}.png'", "one picture"),
        BadInput("diff", "-o", "a.eps", says: "--output 'a.eps'", ".png, .svg or .pdf"),
        BadInput("diff", "--restarts", "0", says: "--restarts", "'0'", "1 to 10000"),
        BadInput("diff", "--show-restarts", says: "'--show-restarts'", "'boundaryplot diff --help'"),
        BadInput("tuen", says: "'tuen'", "'boundaryplot tune'"),
    ]

    static let paths = [
        BadInput("--output", "", says: "--output", "empty", ".png"),
        BadInput("--output", "-", "--hidden", "1,2", says: "--output -", "one picture", "these are 2"),
        BadInput("--output", "-", "--sheet", says: "--output -", "--sheet", "a folder"),
        BadInput("--output", "-", "--json", "-", says: "--output -", "--json -", "one of them"),
        BadInput("--emit", "html", "--json", "-", says: "--json -", "--emit", "one of them"),
        BadInput("--emit", "pdf", says: "--emit", "'pdf'", "markdown", "latex", "html"),
        BadInput("tune", "--output", "-", says: "--output '-'", "several files"),
        BadInput("--hidden", "1 2 3", says: "'1 2 3'", "1,2,3,5,20"),
        BadInput("-hidden", "3", says: "'-hidden'", "'--hidden'"),
        BadInput("-o", "a.png", "--json", "./a.png", says: "--json './a.png'"),
        BadInput("--output", "a.jpg", says: "--output 'a.jpg'", ".png"),
        BadInput("--output", "a.svg", "--format", "pdf", says: "--output 'a.svg'", "--format pdf", ".pdf"),
        BadInput(
            "--output", "{hidden}.png", "--format", "svg", says: "--output '{hidden}.png'", "--format svg", ".svg"),
        BadInput("--output", "a-{hidden}", says: "--output 'a-{hidden}'", ".png"),
        BadInput("--output", "{size}.png", says: "--output '{size}.png'", "{hidden}, {lambda} and {activation}"),
        BadInput("--output", "{hidden.png", says: "--output '{hidden.png'", "{ without a }", "{hidden}"),
        BadInput("--hidden", "2,3", "--output", "a.png", says: "--output 'a.png'", "2 pictures", "{hidden}"),
        BadInput("--hidden", "2,3", "-o", "{lambda}.png", says: "--output '{lambda}.png'", "2 pictures", "{hidden}"),
        BadInput("--output", "a\nb.jpg", says: "--output", "b.jpg"),
        BadInput("--output", "file", status: 73, says: "--output", "'file'", "there is a file of that name"),
        BadInput("--output", "file/sub", status: 73, says: "--output", "'file/sub'"),
        BadInput("--output", "file/a.png", status: 73, says: "--output", "'file'", "not a folder"),
        BadInput("--output", "folder.png", status: 73, says: "--output", "'folder.png'", "there is a folder"),
        BadInput("--output", "/proc", status: 73, says: "--output", "'/proc/boundary-hidden-3.png'"),
        BadInput("--output", "/proc/new", status: 73, says: "--output", "'/proc/new'"),
        BadInput("--output", "/proc/a.png", status: 73, says: "--output", "'/proc/a.png'"),
        BadInput("--json", "", says: "--json", "empty", "standard output"),
        BadInput("--json", "missing/a.json", status: 73, says: "--json", "'missing/a.json'", "no such"),
        BadInput("--json", "folder.png", status: 73, says: "--json", "'folder.png'", "there is a folder"),
        BadInput("--json", "/proc/a.json", status: 73, says: "--json", "'/proc/a.json'"),
        BadInput("-o", "a.png", "--json", "a.png", says: "--json", "'a.png'", "picture"),
    ]

    static let words = [
        BadInput("--hiden", "3", says: "'--hiden'", "'--hidden'"),
        BadInput("--lamda=1", says: "'--lamda'", "'--lambda'"),
        BadInput("--verson", says: "'--verson'", "'--version'"),
        BadInput("plot", "--smaples", "3", says: "'--smaples'", "'--samples'"),
        BadInput("data", "--sampels", "3", says: "'--sampels'", "'--samples'"),
        BadInput("data", "--hidden", "3", says: "'--hidden'", "'boundaryplot data --help'"),
        BadInput("--elephant", says: "'--elephant'", "'boundaryplot plot --help'"),
        BadInput("-x", says: "'-x'", "'--x'"),
        BadInput("elephant", says: "'elephant'", "neither a command nor a file", "'boundaryplot --help'"),
        BadInput("--data", "elephant", says: "--data 'elephant'", "nor a data set; the sets are moons"),
        BadInput("plto", says: "'plto'", "'boundaryplot plot'"),
        BadInput("dat", says: "'dat'", "'boundaryplot data'"),
        BadInput("plot", "data", says: "'data'", "is a command"),
        BadInput("--hidden", "1", "2", says: "'2'", "commas", "1,2,3"),
        BadInput("--hidden", "1", "2", "3", says: "'3'", "'boundaryplot plot --help'", "commas"),
        BadInput("--hidden", says: "'--hidden <list>'", "'boundaryplot plot --help'"),
        BadInput("--lambda", "--seed", "1", says: "--lambda", "'--seed'", "0 or greater"),
        BadInput("--quiet=3", says: "'--quiet'", "'3'"),
    ]

    /// What users of scikit-learn, Keras, Matplotlib and R type.
    static let synonyms = [
        BadInput("--test-size", "0.3", says: "'--test-size'", "did you mean '--test-fraction'?"),
        BadInput("--max_iter=5", says: "'--max_iter'", "did you mean '--max-iterations'?"),
        BadInput("tune", "--epochs", "5", says: "'--epochs'", "did you mean '--max-iterations'?"),
        BadInput("--random-state", "1", says: "did you mean '--seed', '--init-seed' or '--split-seed'?"),
        BadInput("data", "--random-state", "1", says: "did you mean '--seed' or '--split-seed'?"),
        BadInput("data", "--subset", "train", says: "did you mean '--part'?"),
        BadInput("--out", "a.png", says: "did you mean '--output'?"),
        BadInput("diff", "--alpha", "1", says: "did you mean '--lambda'?"),
        BadInput("--xlabel", "a", says: "did you mean '--x-label'?"),
        BadInput("--lr", "0.1", says: "'--lr'", "there is no learning rate", "line search"),
        BadInput("--cv", "5", says: "'--cv'", "did you mean '--folds' of 'boundaryplot tune'?"),
        BadInput("tune", "--cv", "5", says: "did you mean '--folds'?"),
        BadInput("--hidden_layer_sizes", "3", says: "did you mean '--hidden'?"),
        BadInput("--n-jobs", "2", says: "did you mean '--threads'?"),
        BadInput(
            "sheet", "--folds", "2",
            says: "'--folds' is not an option of 'boundaryplot sheet', but of 'boundaryplot tune'"),
    ]

    static let repeated = [
        BadInput("--hidden", "3", "--hidden=20", says: "--hidden is given more than once", "--hidden 3,20"),
        BadInput("tune", "-o", "a", "--output", "b", says: "--output is given more than once"),
        BadInput("-q", "-j2", "--quiet", says: "--quiet is given more than once; once is enough"),
        BadInput("--legend", "none", says: "'none'", "did you mean '--no-legend'?"),
        BadInput("--no-header", says: "'--header no' reads"), BadInput("--verbose", says: "--quiet"),
        BadInput("--encoding", "latin1", says: "UTF-8 and Latin-1"), BadInput("--skiprows=2", says: "title lines"),
        BadInput("--sep", ",", says: "the delimiter is recognised"),
        BadInput("predict", "--no-header", says: "'--no-header'", "'--header no' reads"),
        BadInput("predict", "a.csv", says: "--model <file>", "'boundaryplot predict --help'"),
        BadInput("predict", "a.csv", "--label", "x", says: "'boundaryplot predict', which reads no labels"),
        BadInput("columns", "--palette", "x", says: "'boundaryplot plot' and 5 others"),
        BadInput("a.csv", "--seed", "1", says: "--seed", "--init-seed", "--split-seed"),
        BadInput("tune", "--samples", "2", says: "2 points", "1 of the most frequent class", "more data"),
        BadInput("tune", "--samples", "8", says: "--folds 5 is too many for 6 points", "use --folds 2 to 3"),
        BadInput("-qj", "2", "--threads", "3", says: "--threads is given more than once"),
        BadInput("predict", "--model", "a", "--model", "b", "c", says: "--model is given more than once"),
        BadInput("inspect", "a.png", "--json", "--json", says: "--json is given more than once"),
        BadInput("rerun", "a.png", "--data", "a", "--data=b", says: "--data is given more than once"),
        BadInput("--config", "a.toml", "--config", "b.toml", says: "--config is given more than once"),
    ]

    @Test(
        "ends with one line that names option, value and accepted values; no file is created or changed",
        arguments: values + lists + appearances + dataSets + styles + heldOut + comparisons + otherCommands + paths
            + words + synonyms + repeated)
    func message(_ input: BadInput) throws {
        let command = Command()
        try command.folder.write("kept", to: "output/boundary-hidden-3.png")
        try command.folder.write("kept", to: "file")
        try command.folder.makeFolder("folder.png")
        try command.folder.makeFolder("folder.d/boundary-sheet.png")
        try command.folder.makeFolder("kept")
        let names = command.folder.names

        let outcome = try command.run(input.arguments, within: 10, overriding: false)

        outcome.expectError(input.status, saying: input.words)
        #expect(outcome.output == "")
        #expect(!outcome.errors.hasSuffix(".\n"), "messages have no full stop: \(outcome.errors)")
        #expect(command.folder.names == names)
        #expect(command.folder.files.values.allSatisfy { $0 == Data("kept".utf8) })
    }

    @Test("values suggested for --step 10 and 1e-9 fit")
    func namedSteps() throws {
        let command = Command()
        let quick = ["--max-iterations", "0", "--dpi", "50", "-q", "--step"]
        #expect(try command.run(quick + ["3.27"]).status == 0)
        #expect(try command.run(quick + ["3.28"]).status == 64)
        let message = try command.run(quick + ["1e-9"]).errors
        let step = try #require(message.firstMatch(of: /fits is ([0-9.]+)/)).1
        #expect((1e-6...1e-2).contains(Double(step) ?? 0), "\(message)")
    }
}
