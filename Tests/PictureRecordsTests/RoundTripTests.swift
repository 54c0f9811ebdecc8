import PictureRecords
import Testing

@Suite("Records that were written")
struct RoundTripTests {
    @Test(
        "What was written is found",
        arguments: Writer.allCases,
        [
            "{}", #"{"a":1}"#,
            #"{"quotes":"\" ' \\ \n \u0000","brackets":"( ) (( < > << >> [ ] { } ]]> --> <metadata> </metadata> &amp; &#65; &"}"#,
            "{\n  \"lines\": [\n\t1,\r\n 2,\r3]\n}", #"{"latin":"café ÿ ½","name":"naïve"}"#,
            "{\"planes\":\"\u{7F}\u{80}\u{85}\u{7FF}\u{800}\u{2028}\u{D7FF}\u{E000}\u{FEFF}\u{FFFD}\u{10000}\u{10FFFF}\"}",
            "{\"order\":\"e\u{301} é 👩‍👩‍👧 \u{202E}abc\"}", "{\"endian\":\"\u{FFFE}\u{FEFF}\u{FFFF}\"}",
        ])
    func small(writer: Writer, record: String) throws {
        let record = EmbeddedRecord.portable(record)
        let found = try EmbeddedRecord.find(in: writer.file(with: record))
        #expect(found.map { Array($0.utf8) } == Array(record.utf8))
    }

    @Test("Every character that JSON can hold comes back", arguments: 0...16 as ClosedRange<UInt32>)
    func everyCharacter(plane: UInt32) throws {
        var json = "{\""
        for value in plane << 16...(plane << 16 | 0xFFFF) {
            guard let scalar = Unicode.Scalar(value), value >= 0x20, scalar != "\"", scalar != "\\" else { continue }
            json.unicodeScalars.append(scalar)
        }
        let record = EmbeddedRecord.portable(json + "\":0}")
        for writer in Writer.allCases {
            let found = try #require(try EmbeddedRecord.find(in: writer.file(with: record)))
            #expect(found.utf8.elementsEqual(record.utf8), "\(writer)")
        }
    }

    @Test("A record of more than a mebibyte comes back", arguments: Writer.allCases, ["0123456789", "01\\n23", "λ漢👩‍🔬"])
    func long(writer: Writer, text: String) throws {
        let record = "{\"text\":\"" + String(repeating: text, count: 1_100_000 / text.utf8.count) + "\"}"
        let found = try #require(try EmbeddedRecord.find(in: writer.file(with: record)))
        #expect(found.utf8.count > 1 << 20 && found.utf8.elementsEqual(record.utf8))
    }

    @Test("White space around a record is no part of it", arguments: Writer.allCases)
    func whiteSpace(writer: Writer) throws {
        #expect(try EmbeddedRecord.find(in: writer.file(with: "\n\t {\"a\": 1 } \r\n")) == "{\"a\": 1 }")
    }

    @Test("Without a record, or with text that is not an object, there is none", arguments: Writer.allCases)
    func none(writer: Writer) throws {
        for text in ["", " \n ", "moons, decision boundary", "[1]", "\"{}\""] {
            #expect(try EmbeddedRecord.find(in: writer.file(with: text)) == nil)
        }
    }

    @Test("A record is the same in every format, except for invalid characters")
    func portable() {
        let json = "{\"a\":\"\u{7F}\u{FDCF}\u{FDF0}\u{FFFD}\u{1FFFD}\u{10FFFD}\\u0001\"}"
        #expect(EmbeddedRecord.portable(json) == json)
        #expect(EmbeddedRecord.portable("\"\u{FFFE}x\u{FFFF}\u{1FFFE}\"") == #""\ufffex\uffff\ud83f\udffe""#)
    }

    @Test("The same record gives the same bytes", arguments: Writer.allCases)
    func sameBytes(writer: Writer) throws {
        let record = "{\"text\":\"" + String(repeating: "λ (0.5)", count: 1000) + "\"}"
        #expect(try writer.file(with: record) == writer.file(with: record))
    }
}
