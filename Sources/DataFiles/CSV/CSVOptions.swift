/// Rules for reading the cells and rows of a CSV file.
public struct CSVOptions: Hashable, Sendable {
    /// The words for a missing value, apart from an empty cell, which is always one.
    public static let defaultMissingWords = [
        "NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NAN", "null", "NULL", "None", "?", ".", "-",
    ]

    /// True if the first row has the names of the columns, false if it has data; nil to recognise this.
    public var hasHeader: Bool?
    /// The words for a missing value. A number also stands for other spellings of the same value.
    public var missingWords = Self.defaultMissingWords
    /// True if rows that lack a used value are left out and counted; false if they are errors.
    public var leavesOutMissing = true
    /// True if rows that are faulty by themselves (`CSVError.concernsOneRow`) are skipped and counted; false if they are
    /// errors.
    public var skipsBadRows = false
    /// True if the bytes of the file are hashed.
    public var hashes = false
    /// The limit on the memory for points and, if a pipe must be read twice, for its bytes; nil without a limit.
    public var greatestByteCount: Int?

    /// True if a file may have a header alone; false if that is an error.
    var allowsNoRows = false

    /// Creates the default rules.
    public init() {}
}
