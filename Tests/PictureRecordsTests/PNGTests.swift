import PictureRecords
import Testing

@Suite("Records in PNG files")
struct PNGTests {
    @Test("A short record is plain text, a long one is compressed; other chunks keep their bytes")
    func written() throws {
        let (short, long) = (
            "{\"a\":\"" + String(repeating: "b", count: 1016) + "\"}",
            "{\"a\":\"" + String(repeating: "b", count: 1017) + "\"}"
        )
        let (plain, first, second) = try (
            chunks(of: Writer.png.file(with: "")), chunks(of: Writer.png.file(with: short)),
            chunks(of: Writer.png.file(with: long))
        )
        #expect(short.utf8.count == 1024 && long.utf8.count == 1025)
        let start = "boundaryplot".utf8 + [0]
        let isRecord = { (chunk: PNGTests.Chunk) in chunk.type == "iTXt" && chunk.data.starts(with: start) }
        #expect(first.filter(isRecord).map(\.data) == [start + [0, 0, 0, 0] + short.utf8])
        let compressed = try #require(second.first(where: isRecord)).data
        #expect(compressed.starts(with: start + [1, 0, 0, 0]) && compressed.count < 100)
        for file in [first, second] {
            #expect(file.filter { !isRecord($0) } == plain.filter { !isRecord($0) })
            // Title, then the record, then the picture.
            #expect(
                file.map(\.type).filter { $0.hasSuffix("Xt") || $0.hasPrefix("I") } == [
                    "IHDR", "tEXt", "iTXt", "IDAT", "IEND",
                ])
        }
    }

    @Test("A record is found in every kind of text chunk before the pixels; the first one counts")
    func kinds() {
        let record = Array("{\"a\":\"é\"}".utf8)
        let latin = Array("{\"a\":\"".utf8) + [0xE9] + "\"}".utf8
        let texts = [
            PNGFile.chunk("iTXt", keyword + [0, 0, 0, 0] + record),
            PNGFile.chunk("iTXt", keyword + [0, 0] + "en\0Bild\0".utf8 + record),
            PNGFile.chunk("iTXt", keyword + [1, 0, 0, 0] + deflated(record)),
            PNGFile.chunk("tEXt", keyword + latin), PNGFile.chunk("zTXt", keyword + [0] + deflated(latin)),
        ]
        let other = PNGFile.chunk("tEXt", Array("Title\0{}".utf8))
        let second = PNGFile.chunk("tEXt", keyword + "{}".utf8)
        for text in texts {
            for file in [
                PNGFile.header + text + PNGFile.pixels + PNGFile.end, PNGFile.header + text,
                PNGFile.header + other + text + second + PNGFile.pixels + PNGFile.end,
            ] {
                #expect(find(in: file) == .success("{\"a\":\"é\"}"))
            }
        }
        #expect(find(in: PNGFile.header + other + PNGFile.pixels + PNGFile.end) == .success(nil))
        #expect(find(in: PNGFile.header + PNGFile.pixels + second + PNGFile.end) == .success(nil))
        let otherKeyword = PNGFile.chunk("tEXt", Array("Boundaryplot\0{}".utf8))
        #expect(find(in: PNGFile.header + otherKeyword + PNGFile.pixels + PNGFile.end) == .success(nil))
    }

    @Test("A palette and a picture of any size are no obstacle")
    func pictures() {
        let header = PNGFile.header(width: 2_000_000_000, height: 3, colorType: 3)
        let palette = PNGFile.chunk("PLTE", [1, 2, 3])
        let record = PNGFile.chunk("tEXt", keyword + "{}".utf8)
        #expect(find(in: header + palette + record + PNGFile.pixels + PNGFile.end) == .success("{}"))
    }

    @Test("Damage to a record is an error")
    func faults() {
        let packed = deflated(Array("{\"a\":1}".utf8))
        for (type, data) in [
            ("iTXt", [0, 0, 0, 0, 0x7B, 0xC3]), ("iTXt", [1, 0, 0, 0] + packed.dropLast(5)),
            ("iTXt", [1, 0, 0, 0] + packed.reversed()), ("iTXt", [1, 0, 0, 0]), ("iTXt", [2, 0, 0, 0]),
            ("iTXt", [1, 1, 0, 0] + packed), ("iTXt", [0, 0, 0]), ("zTXt", []), ("zTXt", [1] + packed),
        ] as [(String, [UInt8])] {
            let file = PNGFile.header + PNGFile.chunk(type, keyword + data) + PNGFile.pixels + PNGFile.end
            guard case .failure(.damaged(.png, let problem)) = find(in: file) else {
                Issue.record("no error for \(type) \(data)")
                continue
            }
            #expect(!problem.isEmpty && !problem.contains("\n"))
        }
    }

    @Test("A wrong checksum is an error anywhere before the record's end")
    func checksum() {
        let title = PNGFile.chunk("tEXt", Array("Title\0a".utf8))
        var changed = PNGFile.header + title + PNGFile.pixels + PNGFile.end
        changed[PNGFile.header.count + 10] ^= 1
        #expect(
            find(in: changed).error?.description
                == "the PNG file cannot be read: tEXt: CRC error; an undamaged copy of it is needed")
        #expect(find(in: PNGFile.header) == .failure(.cutOff(.png)))
        #expect(find(in: PNGFile.header + PNGFile.end).error != nil)
    }

    @Test("A record of almost 12 MiB is unpacked, one of more is refused")
    func limit() throws {
        func file(byteCount: Int) -> [UInt8] {
            let text = "{".utf8 + [UInt8](repeating: 0x61, count: byteCount - 1)
            let record = PNGFile.chunk("iTXt", keyword + [1, 0, 0, 0] + deflated(text))
            return PNGFile.header + record + PNGFile.pixels + PNGFile.end
        }
        let limit = 12 << 20
        #expect(try find(in: file(byteCount: limit - 100)).get()?.utf8.count == limit - 100)
        guard case .damaged(.png, _) = find(in: file(byteCount: limit + 1)).error else {
            Issue.record("no error")
            return
        }
    }

    struct Chunk: Equatable {
        let type: String
        let data: [UInt8]
    }

    private func chunks(of file: [UInt8]) -> [Chunk] {
        var chunks: [Chunk] = []
        var rest = file[8...]
        while rest.count >= 12 {
            let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            let data = Array(rest.dropFirst(8).prefix(length))
            chunks.append(Chunk(type: String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self), data: data))
            rest = rest.dropFirst(12 + length)
        }
        return chunks
    }
}
