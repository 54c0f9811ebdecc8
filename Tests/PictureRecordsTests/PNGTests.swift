import CZlib
import PictureRecords
import Testing

@Suite("Records in PNG files")
struct PNGTests {
    private let header = chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
    private let end = chunk("IEND", [])

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

    @Test("A record is found in every kind of text chunk, wherever it stands")
    func kinds() {
        let record = Array("{\"a\":\"é\"}".utf8)
        let keyword = Array("boundaryplot".utf8) + [0]
        let texts = [
            chunk("iTXt", keyword + [0, 0, 0, 0] + record),
            chunk("iTXt", keyword + [0, 9] + "en\0Bild\0".utf8 + record),
            chunk("iTXt", keyword + [1, 0, 0, 0] + deflated(record)),
        ]
        for text in texts {
            #expect(find(in: header + text + end) == .success("{\"a\":\"é\"}"))
            #expect(
                find(in: header + chunk("IDAT", [1, 2, 3]) + chunk("tEXt", Array("Title\0{}".utf8)) + text + end)
                    == .success("{\"a\":\"é\"}"))
        }
        // Latin-1.
        let latin = Array("{\"a\":\"".utf8) + [0xE9] + "\"}".utf8
        #expect(find(in: header + chunk("tEXt", keyword + latin) + end) == .success("{\"a\":\"é\"}"))
        #expect(find(in: header + chunk("zTXt", keyword + [0] + deflated(latin)) + end) == .success("{\"a\":\"é\"}"))
        #expect(find(in: header + texts[0] + chunk("tEXt", keyword + "{}".utf8) + end) == .success("{\"a\":\"é\"}"))
        #expect(find(in: header + chunk("tEXt", keyword + "no".utf8) + texts[0] + end) == .success("{\"a\":\"é\"}"))
        #expect(find(in: header + chunk("tEXt", Array("Boundaryplot\0{}".utf8)) + end) == .success(nil))
        #expect(find(in: header + end + texts[0]) == .success(nil))
    }

    @Test("What is wrong with a text is said")
    func faults() {
        func fault(_ type: String, _ data: [UInt8]) -> String {
            let file = header + chunk("gAMA", [0, 0, 0, 1]) + chunk(type, data) + end
            guard case .failure(let error) = find(in: file) else { return "nothing" }
            return error.description
        }
        let keyword = Array("boundaryplot".utf8) + [0]
        let packed = deflated(Array("{\"a\":1}".utf8))
        #expect(
            fault("iTXt", keyword + [0, 0, 0, 0, 0x7B, 0xC3])
                == "the PNG file is damaged: its text is not valid Unicode; an undamaged copy of it is needed")
        let badCompression =
            "the PNG file is damaged: what is compressed cannot be unpacked; an undamaged copy is needed"
        #expect(fault("iTXt", keyword + [1, 0, 0, 0] + packed.dropLast()) == badCompression)
        #expect(fault("iTXt", keyword + [1, 0, 0, 0] + packed.reversed()) == badCompression)
        #expect(fault("iTXt", keyword + [1, 0, 0, 0]) == badCompression)
        #expect(
            fault("iTXt", keyword + [2, 0, 0, 0])
                == "the PNG file is damaged: a text is neither plain nor compressed at byte 57; an undamaged copy of it is needed"
        )
        #expect(
            fault("iTXt", keyword + [1, 1, 0, 0] + packed).contains("a text is compressed in an unknown way at byte"))
        #expect(fault("iTXt", keyword + [0, 0, 0]).contains("a text chunk has no end of its keyword at byte"))
        #expect(fault("tEXt", []).contains("a text chunk has no end of its keyword at byte"))
        #expect(fault("zTXt", keyword).contains("a text is compressed in an unknown way"))
        #expect(fault("i9Xt", []).contains("no chunk begins at byte 49"))

        var changed = header + chunk("tEXt", Array("Title\0a".utf8)) + end
        changed[header.count + 10] ^= 1
        #expect(
            find(in: changed) == .failure(.wrongChecksum(chunk: "tEXt", offset: 33))
                && PictureMetadataError.wrongChecksum(chunk: "tEXt", offset: 33).description
                    == "the PNG file is damaged: the checksum of its chunk tEXt at byte 33 is wrong; an undamaged copy of it is needed"
        )
        #expect(find(in: header) == .failure(.cutOff(.png)))
    }

    @Test("A text that would fill the memory is refused, one just within the limit is not")
    func bomb() throws {
        let limit = 64 << 20
        func file(byteCount: Int) -> [UInt8] {
            let text = "{".utf8 + [UInt8](repeating: 0x61, count: byteCount - 1)
            return header + chunk("iTXt", "boundaryplot".utf8 + [0, 1, 0, 0, 0] + deflated(text)) + end
        }
        #expect(file(byteCount: limit + 1).count < 100_000)
        #expect(try find(in: file(byteCount: limit)).get()?.utf8.count == limit)
        #expect(find(in: file(byteCount: limit + 1)) == .failure(.tooLong(.png, limit: limit)))
        #expect(
            PictureMetadataError.tooLong(.png, limit: limit).description
                == "the text in the PNG file is longer than 64 MiB when unpacked; no record is that long")
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

/// A chunk of a PNG file; the first one has the signature before it.
private func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let checked = Array(type.utf8) + data
    let signature: [UInt8] = type == "IHDR" ? [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] : []
    return signature + bigEndian(UInt32(data.count)) + checked
        + bigEndian(UInt32(crc32(0, checked, UInt32(checked.count))))
}

private func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}
