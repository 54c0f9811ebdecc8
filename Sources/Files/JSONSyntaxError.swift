/// First place at which a text is not JSON, and the reason.
package struct JSONSyntaxError: Error, Hashable, Sendable {
    /// Counted from 1.
    package let line: Int
    /// Counted from 1, in characters of Unicode.
    package let column: Int
    /// End of a sentence: "a value is wanted, not 'x'".
    package let reason: String
}
