import Datasets
import DecisionBoundary
import Files
import Geometry
import Plotting
import Training

/// What is said of a picture in place of it and below it.
struct PictureWords: Sendable {
    /// For those who search in files.
    let title: String
    /// How the picture came about: data, networks, scores.
    let description: String
    /// What the picture shows, for those who do not see it: one sentence.
    let altText: String
    /// What stands below the picture: title and second line as a sentence.
    let caption: String
    /// How it was made, for programs; nil where the picture is not to say.
    let record: String?

    /// - Parameter subtitle: the second line, parts of which are parted by " · ".
    init(title: String, subtitle: String, description: String, altText: String, record: String?) {
        self.record = record
        self.title = title
        self.description = description
        // Names may have line breaks, which no report has a use for.
        self.altText = altText.singleLine
        let parts = subtitle.split(separator: " · ").joined(separator: ", ").singleLine
        let heading = title.singleLine
        caption = [heading, parts].filter { !$0.isEmpty }.joined(separator: ": ") + "."
    }
}

extension PictureWords {
    /// "Decision regions of a network with 3 hidden units over x1 from −1.85 to 2.75 and x2 from −1.43 to 1.84, for the
    /// classes 0 and 1; 98.0 % of 200 points on the right side of the boundary."
    static func altText(of network: TrainedNetwork, data: DataParts, limits: Rectangle) -> String {
        let (x, y) = (data.training.featureNames[0], data.training.featureNames[1])
        func range(_ low: Double, _ high: Double) -> String {
            "from \(DecimalText.significant(low, digits: 3)) to \(DecimalText.significant(high, digits: 3))"
        }
        return """
            Decision regions of a network with \(network.candidate.unitsText) over \(x) \
            \(range(limits.minX, limits.maxX)) and \(y) \(range(limits.minY, limits.maxY)), for the classes \
            \(data.training.classNames.listed); \(shares(of: network, data: data)) on the right side of the boundary
            """
    }

    /// "98.0 % of 200 points", or "98.6 % of 140 points to train on and 95.0 % of 60 points held out".
    static func shares(of network: TrainedNetwork, data: DataParts) -> String {
        let training = "\(DecimalText.percent(network.report.accuracy)) of \(data.training.points.count) points"
        guard let test = data.test, let score = network.testScore else { return training }
        return
            "\(training) to train on and \(DecimalText.percent(score.accuracy)) of \(test.points.count) points held out"
    }
}

extension [String] {
    /// "a, b and c"; of more than eight the first ones, and how many are left.
    var listed: String {
        if count > 8 { return prefix(7).joined(separator: ", ") + " and \(count - 7) more" }
        return count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
    }
}
