/// The version printed by `--version`, described by the newest entries of the CHANGELOG.
let version = "0.1.0"
