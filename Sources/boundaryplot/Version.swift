/// What `--version` prints; the CHANGELOG's newest heading.
let version = "0.1.0"
