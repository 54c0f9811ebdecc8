package import Datasets
package import Files
package import Geometry
package import Plotting

/// The contents of a page: data, classifiers and their scores.
package struct ReportContents: Sendable {
    package var title: String
    /// The line below the title.
    package var subtitle: String
    /// The sentence on the classifier that always gives the most frequent class.
    package var baseline: String
    /// The command or request of the page, as JSON; nil to leave it out.
    package var record: String?
    /// The settings with which the page trains networks, as its script reads them; see `Plan+Report`.
    package var settings: JSONValue
    package var training: Dataset
    /// The held-out points; nil if no points are held out.
    package var test: Dataset?
    /// The limits of the pictures, in data units.
    package var limits: Rectangle
    package var xTitle: String
    package var yTitle: String
    /// The colours of the classes on a light and on a dark page.
    package var palettes: (light: Palette, dark: Palette)
    /// One classifier or more; those with a place are a network of every size with each λ.
    package var entries: [ReportEntry]
    /// The index of the classifier that is shown first.
    package var selected: Int

    /// Creates the contents of a page.
    package init(
        title: String, subtitle: String, baseline: String, record: String?, settings: JSONValue,
        training: Dataset, test: Dataset?, limits: Rectangle, xTitle: String, yTitle: String,
        palettes: (light: Palette, dark: Palette),
        entries: [ReportEntry], selected: Int
    ) {
        self.title = title
        self.subtitle = subtitle
        self.baseline = baseline
        self.record = record
        self.settings = settings
        self.training = training
        self.test = test
        self.limits = limits
        self.xTitle = xTitle
        self.yTitle = yTitle
        self.palettes = palettes
        self.entries = entries
        self.selected = selected
    }

    /// True if the points are those of a generator.
    var isGenerated: Bool {
        if case .object(let fields) = settings, case .object = fields["generated"] { true } else { false }
    }
    /// The sizes of the networks as text, in order.
    var sizes: [String] { distinct(entries.compactMap { $0.place?.size }) }
    /// The λ of the networks as text, in order.
    var lambdas: [String] { distinct(entries.compactMap { $0.place?.lambda }) }

    /// Returns the index of the network at a place; nil if there is none.
    func index(size: String, lambda: String) -> Int? {
        entries.firstIndex { $0.place == ReportEntry.Place(size: size, lambda: lambda) }
    }

    private func distinct(_ texts: [String]) -> [String] {
        texts.reduce(into: []) { texts, text in if !texts.contains(text) { texts.append(text) } }
    }
}

/// A classifier of a page.
package struct ReportEntry: Sendable {
    /// Size and λ of a network, as text.
    package struct Place: Hashable, Sendable {
        package let size: String
        package let lambda: String

        package init(size: String, lambda: String) { (self.size, self.lambda) = (size, lambda) }
    }

    /// The name, different from those of the others.
    package var name: String
    /// Size and λ; nil for classifiers that the run has not trained.
    package var place: Place?
    /// The scores in words.
    package var sentence: String
    /// The accuracies as text: on the training points, and with its interval on the held-out points.
    package var accuracies: (training: String, test: String?)
    /// The difference of the accuracies in percentage points as text; nil if no points are held out.
    package var gap: String?
    /// The end of the training, or the origin of the classifier.
    package var status: String
    /// The shares of misclassified points.
    package var errors: (training: Double, test: Double?)
    /// The limits of the 95 % interval of the error on the held-out points.
    package var interval: ClosedRange<Double>?
    /// The predicted class of every point: training points, then held-out points.
    package var classes: [Int]
    /// The regions of classes 1 to K − 1, each painted over those before, as SVG path data; see `ReportFrame`.
    package var regions: [String]
    /// The shell command that draws the classifier.
    package var command: String
    /// The network for points in data units, as the script reads it; nil for classifiers of other programs.
    package var network: JSONValue?

    /// Creates a classifier of a page.
    package init(
        name: String, place: Place?, sentence: String, accuracies: (training: String, test: String?), gap: String?,
        status: String, errors: (training: Double, test: Double?), interval: ClosedRange<Double>?, classes: [Int],
        regions: [String], command: String, network: JSONValue?
    ) {
        self.name = name
        self.place = place
        self.sentence = sentence
        self.accuracies = accuracies
        self.gap = gap
        self.status = status
        self.errors = errors
        self.interval = interval
        self.classes = classes
        self.regions = regions
        self.command = command
        self.network = network
    }
}
