import Training

extension Template {
    /// The text for each network.
    ///
    /// - Throws: `Failure` of status 64 where it is the same for two of them.
    func paths(
        of candidates: [Candidate], text: String, option: String, things: String, advice: String = ""
    ) throws(Failure) -> [String] {
        let paths = candidates.map { candidate in
            filled { $0 == "hidden" ? candidate.hiddenText : candidate.lambdaText }
        }
        guard Set(paths).count == paths.count else {
            let placeholders = [
                ("{hidden}", Set(candidates.map(\.hidden)).count), ("{lambda}", Set(candidates.map(\.lambda)).count),
            ]
            let missing = placeholders.filter { $1 > 1 && !text.contains($0) }.map(\.0).joined(separator: " and ")
            throw Failure(
                .usage,
                "\(option) '\(text)' names one file for \(paths.count) \(things); put \(missing) into the name\(advice)"
            )
        }
        return paths
    }
}
