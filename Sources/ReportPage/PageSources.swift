import Digests

/// Style and script of the page, which the build embeds from the folder `Page`.
enum PageSources {
    /// The style, without the colours of the classes.
    static var style: String { text(PackageResources.page_css) }

    /// The script: all modules in one scope, in the order in which they need each other.
    static var script: String {
        let modules = [
            PackageResources.run_js, PackageResources.picture_js, PackageResources.compare_js,
            PackageResources.export_js, PackageResources.cursor_js, PackageResources.controls_js,
            PackageResources.start_js,
        ]
        return "(() => {\n'use strict';\n" + modules.map(text).joined() + "})();\n"
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The Content-Security-Policy of a page.
enum ContentPolicy {
    /// Returns a policy that allows this style, this script and pictures made in the page, and no request.
    static func text(style: String, script: String) -> String {
        """
        default-src 'none'; script-src '\(hash(script))'; style-src '\(hash(style))'; img-src blob: data:; \
        base-uri 'none'; form-action 'none'
        """
    }

    /// "sha256-" and the hash of a text in base 64.
    static func hash(_ text: String) -> String {
        var hash = SHA256()
        hash.update(text.utf8)
        let digits = hash.finish().compactMap(\.hexDigitValue)
        let bits = digits.flatMap { digit in (0..<4).map { digit >> (3 - $0) & 1 } }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        // 256 bits are 43 digits of six bits, the last two bits 0, and a sign of padding.
        let padded = bits + [0, 0]
        let text = stride(from: 0, to: padded.count, by: 6).map { start in
            alphabet[padded[start..<start + 6].reduce(0) { 2 * $0 + $1 }]
        }
        return "sha256-\(String(text))="
    }
}
