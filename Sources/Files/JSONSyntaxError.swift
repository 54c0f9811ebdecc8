/// The position and reason of a syntax error in JSON.
package struct JSONSyntaxError: Error, Hashable, Sendable {
    /// Line, counted from 1.
    package let line: Int
    /// Column, counted from 1 in Unicode characters.
    package let column: Int
    /// Reason, as the end of a sentence: "a value is wanted, not 'x'".
    package let reason: String
}
