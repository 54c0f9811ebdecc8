import Files
import ModelSelection

/// A completed shard of a tuning.
package struct ShardResult: Sendable {
    package let shard: Shard
    /// The path of its journal.
    package let path: String
    /// The number of its fits.
    package let fitCount: Int
    /// The number of its fits that earlier runs have made.
    package let knownCount: Int
    /// The number of fits of all shards.
    package let totalCount: Int
}

extension Plan {
    /// Makes the fits of a shard that its journal lacks, and appends them to it.
    func make(_ shard: Shard) throws -> ShardResult {
        guard environment.write == nil else {
            throw RunError(
                .badRequest, "\(.shard) \(shard): a shard is written to disk, and this program takes the files itself")
        }
        let journal = try openJournal(shard.journalName)
        try warnOfOtherDivisions(than: shard)
        let known = Set(journal.contents.fits.map { Fit(candidate: $0.fit.candidate, fold: $0.fit.score.fold) })
        let (all, dealt) = (fits, shard.dealt(fits))
        _ = try scores(of: dealt, journal: journal)
        return ShardResult(
            shard: shard, path: journal.path, fitCount: dealt.count, knownCount: dealt.count { known.contains($0) },
            totalCount: all.count)
    }

    /// Reads the scores of all fits from the journals of all shards. No file is changed, so shards may be running.
    ///
    /// - Throws: `RunError` if shards are missing or incomplete, belong to another request, or are of different divisions.
    func mergedScores() throws -> [Fit: FoldScore] {
        let folder = paths.folders[0]
        let shards = try shards(in: folder)
        var scores: [Fit: FoldScore] = [:]
        let head = journalRequest
        for shard in shards {
            try environment.checkCancellation()
            let path = paths.path(beside: shard.journalName)
            let contents = try Journal.Contents(
                journalBytes(path), path: path, request: head, merged: shard)
            try add(
                contents ?? Journal.Contents(), of: path, to: &scores,
                remedy: "\(.shard) \(shard) with \(.startsOver) makes it again")
        }
        let fits = fits
        let missing = fits.indices.filter { scores[fits[$0]] == nil }
        let count = shards[0].count
        guard missing.isEmpty else {
            let lacking = Set(missing.map { $0 % count + 1 })
            let begun = Set(shards.map(\.index))
            let lists = [("missing", lacking.subtracting(begun)), ("incomplete", lacking.intersection(begun))]
            let texts = lists.filter { !$1.isEmpty }.map { "\($0) of \(count) shards: \(Self.ranges(of: $1.sorted()))" }
            throw RunError(
                .badData,
                """
                '\(folder)' has \(fits.count - missing.count) of \(fits.count) fits; \(texts.joined(separator: "; ")); \
                \(.shard) \(lacking.min() ?? 1)/\(count), with the same options, makes the first of them
                """)
        }
        environment.report(.fitsBegun(known: fits.count, total: fits.count, missing: []))
        return scores
    }

    /// Prints a warning if the folder has journals of another number of shards, which cannot be merged with this one.
    private func warnOfOtherDivisions(than shard: Shard) throws(RunError) {
        let folder = paths.folders[0]
        guard let other = try journaledShards(in: folder).first(where: { $0.count != shard.count }) else { return }
        environment.note(
            .warning(
                """
                '\(folder)' has shards of another division too, such as '\(paths.path(beside: other.journalName))'; only \
                shards of one number can be merged, so move the others
                """))
    }

    /// Returns the shards that have journals in a folder, by number of shards and number.
    private func journaledShards(in folder: String) throws(RunError) -> [Shard] {
        do throws(FileError) {
            return try InputFolder.names(folder).compactMap(Shard.init(journalName:))
                .sorted { ($0.count, $0.index) < ($1.count, $1.index) }
        } catch {
            throw RunError(error, .path)
        }
    }

    /// Returns the shards that have journals in a folder, by number.
    ///
    /// - Throws: `RunError` if there is none, or they are of different divisions.
    private func shards(in folder: String) throws(RunError) -> [Shard] {
        let shards = try journaledShards(in: folder)
        guard let first = shards.first, let last = shards.last else {
            throw RunError(
                .badData, "there are no shards in '\(folder)'; \(.shard) 1/2 and \(.shard) 2/2 make the two halves")
        }
        guard first.count == last.count else {
            let (one, other) = (paths.path(beside: first.journalName), paths.path(beside: last.journalName))
            throw RunError(
                .badData,
                "'\(one)' and '\(other)' are of different divisions; only shards of one number can be merged, so move the others"
            )
        }
        return shards
    }

    private func journalBytes(_ path: String) throws(RunError) -> [UInt8] {
        do throws(FileError) {
            return try InputFile.bytes(path)
        } catch {
            throw RunError(error, .path)
        }
    }

    /// Returns "2,5-9", a list as job arrays take it.
    private static func ranges(of numbers: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ",")
    }
}
