import CPageEngine
import Digests
import FoundationEssentials

/// Style and script of the page, which the build embeds from the folder `Page`.
enum PageSources {
    /// The style, without the colours of the classes.
    static var style: String { text(PackageResources.page_css) }

    /// The script: all modules in one scope, in the order in which they need each other.
    static var script: String {
        let modules = [
            PackageResources.run_js, PackageResources.engine_js, PackageResources.trainer_js,
            PackageResources.paths_js, PackageResources.words_js, PackageResources.picture_js,
            PackageResources.compare_js, PackageResources.export_js, PackageResources.cursor_js,
            PackageResources.controls_js, PackageResources.trained_js, PackageResources.panel_js,
            PackageResources.points_js, PackageResources.film_js, PackageResources.start_js,
        ]
        return "(() => {\n'use strict';\n" + modules.map(text).joined() + "})();\n"
    }

    /// The functions of the engine, for the worker.
    static var engineScript: String { text(PackageResources.engine_js) }

    /// The script of the worker, which follows `engineScript`.
    static var workerScript: String { text(PackageResources.worker_js) }

    /// The engine, compressed by gzip, in base 64.
    static var engine: String { Data(bytes: page_engine(), count: page_engine_size()).base64EncodedString() }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The Content-Security-Policy of a page.
enum ContentPolicy {
    /// Returns a policy that allows this style and script, the engine and its worker, pictures made in the page, and no
    /// request.
    static func text(style: String, script: String) -> String {
        """
        default-src 'none'; script-src '\(hash(script))' 'wasm-unsafe-eval'; worker-src blob:; style-src '\(hash(style))'; \
        img-src blob: data:; base-uri 'none'; form-action 'none'
        """
    }

    /// "sha256-" and the hash of a text in base 64.
    static func hash(_ text: String) -> String {
        var hash = SHA256()
        hash.update(text.utf8)
        let digits = hash.finish().compactMap { $0.hexDigitValue }
        let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(16 * digits[$0] + digits[$0 + 1]) }
        return "sha256-\(Data(bytes).base64EncodedString())"
    }
}
