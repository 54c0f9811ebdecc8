/// What `--version` prints; the version that the CHANGELOG's newest entries are for.
let version = "0.1.0"
