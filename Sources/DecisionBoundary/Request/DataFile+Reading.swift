package import DataFiles
import Datasets
import Files
import Geometry
import Glibc

extension DataFile {
    /// The rules for reading the file.
    package var options: CSVOptions {
        var options = CSVOptions()
        options.hasHeader = hasHeader
        options.missingWords = missingWords
        options.leavesOutMissing = missing == .omit
        options.skipsBadRows = skipsBadRows
        options.hashes = true
        let limit = MemoryLimit.current.bytes
        options.greatestByteCount = limit < 0x1p62 ? Int(limit) : nil
        return options
    }

    /// The named columns.
    package var columns: CSVColumns {
        features.map { CSVColumns(features: $0, label: label) } ?? CSVColumns(x: x, y: y, label: label)
    }

    /// Reads the columns of the file with their values.
    ///
    /// - Throws: `RunError` if the file cannot be read, or has no rows.
    package func profile() throws(RunError) -> CSVProfile {
        do throws(CSVError) {
            return path == "-"
                ? try CSVProfile(fileDescriptor: 0, name: name, columns: columns, options: options)
                : try CSVProfile(path: path, columns: columns, options: options)
        } catch {
            throw RunError(error)
        }
    }

    /// Returns a way out of an error in the file: columns and options with which it can be drawn, if there are any.
    ///
    /// - Parameter path: the path that was read.
    func remedy(after error: CSVError, path: String) -> RunError.Remedy? {
        switch error.problem {
        case .unreadable, .binary, .damagedGzip, .tooLarge, .lineTooLong, .unterminatedQuote: return nil
        default: break
        }
        var file = self
        file.path = path
        file.sha256 = nil
        var status = stat()
        // A pipe cannot be read again.
        guard path != "-", stat(path.systemPath, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return .list(file)
        }
        if case .missingValue = error.problem { file.missing = .omit }
        let projected = projection == nil ? [] : [CSVColumns(features: CSVColumns.everyFeature, label: label)]
        for columns in [columns] + projected + [CSVColumns(label: label), CSVColumns()] {
            for skipsBadRows in [self.skipsBadRows, true] {
                file.skipsBadRows = skipsBadRows
                guard let chosen = try? CSVProfile(path: path, columns: columns, options: file.options).chosen,
                    let read = try? CSVDataset(path: path, columns: chosen, options: file.options),
                    read.rows.vary
                else { continue }
                (file.x, file.y, file.label) = (chosen.x, chosen.y, chosen.label)
                file.features = chosen.features
                file.projection = chosen.features == nil ? nil : projection
                return .draw(file)
            }
        }
        file.skipsBadRows = self.skipsBadRows
        return (try? CSVProfile(path: path, options: options)).map { _ in .list(file) }
    }
}

extension LabelledRows {
    /// True if the rows vary along two axes.
    fileprivate var vary: Bool {
        switch self {
        case .points(let dataset): dataset.bounds.width > 0 && dataset.bounds.height > 0
        case .features(let table): (try? Projection(of: table, rows: Array(table.labels.indices))) != nil
        }
    }
}
