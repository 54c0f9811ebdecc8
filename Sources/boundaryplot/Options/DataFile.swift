import Datasets
import DecisionBoundary
import Glibc

/// A CSV file of the user's, and how it is read.
struct DataFile {
    /// As it was given; "-" for standard input.
    let path: String
    /// Where it is read from; another path where the file was moved.
    private let readPath: String
    let columns: CSVColumns
    let skipsBadRows: Bool
    /// Whether features are standardised for training.
    let isStandardized: Bool

    private static let optionNames = ["x", "y", "label", "skip-bad-rows", "no-standardize"]

    /// - Parameter features: the columns that are taken where none are named.
    /// - Throws: `Failure` of status 64 where an option has no use, or the name is meant for a data set or a command.
    init(_ path: String, options: DataOptions, features: [String]?) throws(Failure) {
        self.path = path
        readPath = options.readDataFrom ?? path
        columns = CSVColumns(x: options.x ?? features?[0], y: options.y ?? features?[1], label: options.label)
        skipsBadRows = options.skipBadRows
        isStandardized = !options.noStandardize
        try checkIsFile(wasOption: options.data != nil)
        if let option = options.given.first(where: { !Self.optionNames.contains($0) }) {
            let used = Self.optionNames.map { "--\($0)" }.joined(separator: ", ")
            throw Failure(.usage, "--\(option) is of no use to the file '\(path)', which takes \(used)")
        }
    }

    /// The last part of the path: what is written in pictures.
    var name: String { path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path }

    /// "2 rows of 'a.csv' were skipped; the first: …".
    static func skippedText(_ count: Int, of file: String, first: CSVError) -> String {
        "\(count) \(count == 1 ? "row" : "rows") of '\(file)' \(count == 1 ? "was" : "were") skipped; the first: \(first)"
    }

    /// - Throws: `Failure` of status 64, 65 or 66, of status 69 where the memory for the points is not there.
    func read() throws(Failure) -> CSVDataset {
        try checkMemory()
        do throws(CSVError) {
            return readPath == "-"
                ? try CSVDataset(
                    fileDescriptor: 0, name: name, columns: columns, skipBadRows: skipsBadRows, hashes: true)
                : try CSVDataset(path: readPath, columns: columns, skipBadRows: skipsBadRows, hashes: true)
        } catch {
            throw Failure(error)
        }
    }

    /// A word that could be no path on purpose is a data set or a command that is misspelt.
    private func checkIsFile(wasOption: Bool) throws(Failure) {
        guard readPath == path, path != "-", access(path, F_OK) != 0, !path.contains("/"), !path.contains(".")
        else { return }
        let sets = GeneratedSet.Name.allCases.map(\.rawValue)
        if Double(path) != nil {
            throw Failure(.usage, "'\(path)' is no file; lists are written with commas, such as --hidden 1,2,3")
        }
        if BoundaryPlot.commandNames.contains(path) {
            throw Failure(.usage, "'\(path)' is a command, and no file of that name is here; commands stand first")
        }
        if wasOption {
            let nearest = path.nearest(of: sets) ?? "moons"
            throw Failure(
                .usage,
                """
                --data '\(path)' is neither a file nor a data set; did you mean '\(nearest)'? The sets are \
                \(sets.joined(separator: ", "))
                """)
        }
        let nearest = path.nearest(of: BoundaryPlot.commandNames + sets) ?? "plot"
        throw Failure(
            .usage, "'\(path)' is neither a command nor a file; did you mean 'boundaryplot \(nearest)'?")
    }

    /// A row of the least length has some eight bytes, and takes some seventy while points are kept and standardised;
    /// usual rows have twice as many bytes.
    private func checkMemory() throws(Failure) {
        var status = stat()
        guard readPath != "-", stat(readPath, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
        try MemoryLimit.current.check(
            4 * Double(status.st_size), for: "'\(readPath)'", advice: "fewer rows need less")
    }
}

extension Failure {
    /// What is wrong with a CSV file: status 66 where it cannot be read, 64 where other columns would do, 65 where its
    /// contents are wrong.
    init(_ error: CSVError) {
        let status: Status =
            switch error.problem {
            case .unreadable: .missingInput
            case .missingColumn, .noHeader, .ambiguousColumn, .columnUsedTwice: .usage
            default: .badData
            }
        self.init(status, error.description)
    }
}
