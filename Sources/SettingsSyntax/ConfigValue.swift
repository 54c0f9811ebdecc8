/// Value of one key of a settings file.
package enum ConfigValue: Hashable, Sendable {
    /// State of a flag.
    case flag(Bool)
    /// Values of an option as on the command line; more than one for a list.
    case texts([String])
}
