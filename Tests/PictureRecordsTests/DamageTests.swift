import PictureRecords
import Testing

@Suite("Files that are damaged, or something else")
struct DamageTests {
    private let short = #"{"lambda":0.001}"#
    /// Compressed if possible.
    private let long = "{\"theta\":[" + (0..<400).map { "\(Double($0 * 37 % 101) / 8)" }.joined(separator: ",") + "]}"

    @Test("A PNG that was changed anywhere gives its record or an error", arguments: [1, 0x20, 0x80, 0xFF] as [UInt8])
    func changedPNG(mask: UInt8) throws {
        for record in [short, long] {
            let file = try Writer.png.file(with: record)
            var errorCount = 0
            for index in file.indices {
                var changed = file
                changed[index] ^= mask
                switch find(in: changed) {
                // Bytes after the record are not checked.
                case .success(let found): #expect(found == record, "byte \(index)")
                case .failure(let error):
                    errorCount += 1
                    #expect(!error.description.contains("\n"))
                }
            }
            #expect(errorCount > 100)
        }
    }

    @Test("A file that was cut off gives its record or an error, never nothing", arguments: Writer.allCases)
    func cutOff(writer: Writer) throws {
        for record in [short, long] {
            let file = try writer.file(with: record)
            for count in 0..<file.count {
                switch find(in: Array(file.prefix(count))) {
                case .success(let found): #expect(found == record, "\(count) bytes")
                case .failure(let error):
                    #expect(
                        [.unknownFormat, .cutOff(.png), .cutOff(.svg), .cutOff(.pdf), .cutOff(.gif)].contains(error))
                }
            }
        }
    }

    @Test("An SVG, PDF or GIF that was changed anywhere does no harm", arguments: [Writer.svg, .pdf, .gif])
    func changed(writer: Writer) throws {
        let file = try writer.file(with: short + String(repeating: " ", count: 40) + "λ")
        for index in file.indices {
            for byte in [0x00, 0x20, 0x22, 0x26, 0x28, 0x3C, 0x3E, 0x39, 0x5C, 0x80, 0xFF] as [UInt8] {
                var changed = file
                changed[index] = byte
                if case .failure(let error) = find(in: changed) { #expect(!error.description.contains("\n")) }
            }
        }
    }

    @Test("Random bytes after the signature give a record, none, or an error", arguments: 1...40)
    func noise(seed: UInt64) throws {
        var generator = LinearCongruentialGenerator(seed: seed)
        let words = [
            "<metadata>", "</metadata>", "<svg>", "</svg>", "<!--", "-->", "<![CDATA[", "]]>", "&#", ";", "<?xml", "?>",
            "%PDF-1.5\n", "\n   /Keywords ", "(", ")", "<FEFF", "007B", ">", "%%EOF", "9", "-1", " ", "IHDR", "iTXt",
            "boundaryplot\0", "{",
        ]
        for start in [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("%PDF-1.5\n".utf8), Array("<svg>".utf8),
            Array("GIF89a".utf8), [],
        ] {
            for _ in 0..<50 {
                var file: [UInt8] = start
                for _ in 0..<generator.next(below: 60) {
                    if generator.next(below: 3) == 0 {
                        file.append(UInt8(generator.next(below: 256)))
                    } else {
                        file += words[generator.next(below: words.count)].utf8
                    }
                }
                switch find(in: file) {
                case .success(let record): #expect(record.map { $0.hasPrefix("{") } ?? true)
                case .failure(let error): #expect(!error.description.contains("\n"))
                }
                // Equal bytes give equal results.
                #expect(find(in: file) == find(in: file))
            }
        }
    }

    @Test(
        "Something else is called so",
        arguments: [
            "", " ", "P", "\u{89}PNG", "{\"lambda\": 1}", "x,y,label\n1,2,a\n",
            "<html><svg><metadata>{}</metadata></svg></html>",
            "<!DOCTYPE svg><html/>", "text <svg></svg>", "<svgs></svgs>", "<!-- <svg></svg> -->", "%!PS-Adobe-3.0",
        ])
    func somethingElse(text: String) {
        #expect(find(in: text) == .failure(.unknownFormat))
        #expect(
            PictureRecordError.unknownFormat.description
                == "it is no PNG, SVG, PDF or GIF file; only these can hold a record")
    }

    @Test(
        "The kind of a file follows from its content",
        arguments: zip(Writer.allCases, [PictureKind.png, .svg, .pdf, .gif]))
    func kind(writer: Writer, kind: PictureKind) throws {
        #expect(try PictureKind(of: writer.file(with: short)) == kind)
        #expect(PictureKind(of: []) == nil)
    }
}
