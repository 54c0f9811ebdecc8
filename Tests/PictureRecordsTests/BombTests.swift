import Glibc
import PictureRecords
import Testing

/// Files that decompress to more than a reader can hold.
@Suite("Bombs")
struct BombTests {
    /// Reads a file in at most a second of processor time.
    private func read(_ file: [UInt8]) -> Result<String?, PictureRecordError> {
        let start = processorSeconds
        defer { #expect(processorSeconds - start < 1) }
        return find(in: file)
    }

    private var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
    }

    @Test("A record of a gibibyte is refused, in each kind of text chunk")
    func gibibyte() {
        let packed = bomb(mebibytes: 1024)
        for text in [
            PNGFile.chunk("zTXt", keyword + [0] + packed), PNGFile.chunk("iTXt", keyword + [1, 0, 0, 0] + packed),
        ] {
            guard case .failure(.damaged(.png, _)) = read(PNGFile.header + text + PNGFile.pixels + PNGFile.end) else {
                Issue.record("no error")
                continue
            }
        }
    }

    @Test("Other texts and colour profiles are not decompressed")
    func others() {
        let packed = bomb(mebibytes: 64)
        let texts = [
            PNGFile.chunk("zTXt", Array("Comment\0\0".utf8) + packed),
            PNGFile.chunk("iTXt", Array("Comment\0\u{1}\0\0\0".utf8) + packed),
            PNGFile.chunk("iCCP", Array("profile\0\0".utf8) + packed),
        ].joined()
        let record = PNGFile.chunk("tEXt", keyword + "{}".utf8)
        let many = Array(repeatElement(texts, count: 100).joined())
        #expect(read(PNGFile.header + many + record + PNGFile.pixels + many + PNGFile.end) == .success("{}"))
    }

    @Test("Ten thousand texts are passed over")
    func manyTexts() {
        let text = PNGFile.chunk("iTXt", Array("Comment\0\u{1}\0\0\0".utf8) + bomb(mebibytes: 1))
        let many = Array(repeatElement(text, count: 10_000).joined())
        #expect(read(PNGFile.header + many + PNGFile.pixels + PNGFile.end) == .success(nil))
    }

    @Test("Elements nested a million deep are refused")
    func depth() {
        let svg = "<svg>" + String(repeating: "<g>", count: 1_000_000)
        #expect(read(Array(svg.utf8)) == .failure(.damaged(.svg, problem: "its elements are nested too deeply")))
    }

    @Test("Entities are refused, so that none can expand", arguments: ["<svg>&j;</svg>", "<svg a='&j;'/>", "<svg/>"])
    func entities(root: String) {
        let names = "abcdefghij".map { $0 }
        let declarations = zip(names, names.dropFirst()).map { name, next in
            "<!ENTITY \(next) \"" + String(repeating: "&\(name);", count: 10) + "\">"
        }
        let svg = "<!DOCTYPE svg [<!ENTITY a \"{{{{{{{{{{\">\(declarations.joined())]>" + root
        #expect(
            read(Array(svg.utf8)) == .failure(.damaged(.svg, problem: "it declares entities, which are not read")))
    }

    @Test("Eighteen megabytes without a record are searched")
    func large() {
        let noise = String(repeating: "\n   /Keyword \n   /Keywords\n", count: 700_000)
        #expect(read(Array("%PDF-1.4\n\(noise)%%EOF\n".utf8)) == .success(nil))
        let svg = "<svg>" + String(repeating: "<path d='m0 0h9'/>\n", count: 950_000) + "</svg>"
        #expect(read(Array(svg.utf8)) == .success(nil))
    }
}
