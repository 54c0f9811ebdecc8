import CExpat

/// Finds the record in an SVG file: the text of a `metadata` element right under the root.
///
/// Only text of the element itself counts, not that of elements in it, such as editors put there.
final class SVGReader {
    /// True if the root is `svg`.
    private(set) var isSVG = false
    /// The first text that is wanted; nil before it is found.
    private(set) var text: String?

    private let parser: XML_Parser?
    private let isWanted: (String) -> Bool
    private let stopsAtRoot: Bool
    private var depth = 0
    /// Name of the element that is looked for, with the root's prefix.
    private var wantedName = ""
    /// Text of the `metadata` element that is open; nil outside of one.
    private var openText: [UInt8]?
    /// Reason for which this reader has stopped the parser.
    private var problem: String?

    /// Deeper elements are an error: no picture has them.
    private static let greatestDepth = 1000

    /// Returns whether a file is XML, and `svg` its root.
    static func hasRoot(_ file: [UInt8]) -> Bool {
        let reader = SVGReader(stopsAtRoot: true) { _ in false }
        try? reader.read(file)
        return reader.isSVG
    }

    /// Returns the first text that is wanted; nil if there is none. What comes after it is not read.
    ///
    /// - Throws: `cutOff` or `damaged`, also for a file that declares entities.
    static func first(
        in file: [UInt8], where isWanted: @escaping (String) -> Bool
    ) throws(PictureRecordError) -> String? {
        let reader = SVGReader(stopsAtRoot: false, where: isWanted)
        try reader.read(file)
        return reader.text
    }

    private init(stopsAtRoot: Bool, where isWanted: @escaping (String) -> Bool) {
        parser = XML_ParserCreate(nil)
        self.stopsAtRoot = stopsAtRoot
        self.isWanted = isWanted
    }

    deinit {
        XML_ParserFree(parser)
    }

    private func read(_ file: [UInt8]) throws(PictureRecordError) {
        guard let parser, let count = CInt(exactly: file.count) else {
            throw .damaged(.svg, problem: "it is too large")
        }
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { reader, name, _ in SVGReader.of(reader)?.begin(name) },
            { reader, _ in SVGReader.of(reader)?.end() })
        XML_SetCharacterDataHandler(parser) { reader, bytes, count in SVGReader.of(reader)?.append(bytes, Int(count)) }
        // A few short entities can stand for gigabytes.
        XML_SetEntityDeclHandler(parser) { reader, _, _, _, _, _, _, _, _ in
            SVGReader.of(reader)?.isSVG = true
            SVGReader.of(reader)?.stop("it declares entities, which are not read")
        }
        let status = file.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, count, 0) }
        }
        if let problem { throw .damaged(.svg, problem: problem) }
        if text != nil || stopsAtRoot && isSVG { return }
        guard status == XML_STATUS_OK else {
            let message = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "no XML"
            let (line, column) = (XML_GetCurrentLineNumber(parser), XML_GetCurrentColumnNumber(parser) + 1)
            throw .damaged(.svg, problem: "\(message) at line \(line), column \(column)")
        }
        guard XML_Parse(parser, nil, 0, 1) == XML_STATUS_OK else { throw .cutOff(.svg) }
    }

    private static func of(_ userData: UnsafeMutableRawPointer?) -> SVGReader? {
        userData.map { Unmanaged<SVGReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func stop(_ problem: String? = nil) {
        self.problem = problem
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    private func begin(_ name: UnsafePointer<XML_Char>?) {
        depth += 1
        guard depth <= Self.greatestDepth else { return stop("its elements are nested too deeply") }
        guard depth <= 2, let name = name.map({ String(cString: $0) }) else { return }
        if depth == 1 {
            isSVG = name == "svg" || name.hasSuffix(":svg")
            wantedName = name.dropLast(3) + "metadata"
            if stopsAtRoot || !isSVG { stop() }
        } else if name == wantedName {
            openText = []
        }
    }

    private func end() {
        if depth == 2, let bytes = openText {
            openText = nil
            let found = String(decoding: bytes, as: UTF8.self)
            if isWanted(found) {
                text = found
                stop()
            }
        }
        depth -= 1
    }

    private func append(_ bytes: UnsafePointer<XML_Char>?, _ count: Int) {
        guard depth == 2, openText != nil else { return }
        openText? += UnsafeRawBufferPointer(start: bytes, count: count)
    }
}
