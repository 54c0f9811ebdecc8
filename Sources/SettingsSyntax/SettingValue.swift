/// What a settings file says of one key.
package enum SettingValue: Hashable, Sendable {
    /// Whether a flag is given.
    case flag(Bool)
    /// The value of an option as the command line would have it; a list has several.
    case texts([String])
}
