import PictureRecords
import Testing

@Suite("Records in PDF files")
struct PDFTests {
    @Test(
        "Every way to write a string is read",
        arguments: [
            (#"({"a": "b"})"#, #"{"a": "b"}"#), ("<7b22612220 3A2031\n7D>", #"{"a" : 1}"#), ("<7b7>", "{p"),
            (#"({\(\)\\ (()) \173\53\0533\7})"#, "{()\\ (()) {++3\u{7}}"),
            (#"({\n\r\t\b\f\q\"})"#, "{\n\r\t\u{8}\u{C}q\"}"),
            ("({a\\\nb\\\r\nc\\\rd})", "{abcd}"), ("({a\nb\r\nc\rd})", "{a\nb\r\nc\rd}"), (#"({\777})"#, "{ÿ}"),
            ("<FEFF007BD83DDE00007D>", "{😀}"), ("<EFBBBF7BCEBB7D>", "{λ}"), (#"(\376\377\000{\003\273\000})"#, "{λ}"),
            (#"({\030\200\240\251\377})"#, "{˘•€©ÿ}"), ("% (no)\n ( {%} ) % ({no})\n", "{%}"),
            ("7 0 R", "{\"indirect\"}"),
        ])
    func strings(value: String, expected: String) {
        #expect(find(in: document("<< /Title (a) /Keywords \(value) /Producer (\\)>>) >>")) == .success(expected))
    }

    @Test(
        "Without keywords there is no record",
        arguments: [
            "<< >>", "<< /Keywords /Name >>", "<< /Keywords null >>", "<< /Keywords 9 0 R >>", "<< /Keywords () >>",
            "null", "[]",
            "<< /Subject ({}) >>", "<< /keywords ({}) >>", "<< /X << /Keywords ({}) >> >>",
            "<< /X (/Keywords \\({}\\)) >>",
        ])
    func none(information: String) {
        #expect(find(in: document(information)) == .success(nil))
        #expect(find(in: document("<< /Keywords ({}) >>", trailer: "/Size 8")) == .success(nil))
    }

    @Test("Names are read with their escapes, numbers of every kind are passed over")
    func names() {
        let information = "<</A#20B[1 -2 +3 4.5 -.5 true null 6 0 R<<>>[]()<>/]/Key#77ords({})/Z 1>>"
        #expect(find(in: document(information)) == .success("{}"))
    }

    @Test("The newest information counts, and a deleted one is gone")
    func changed() {
        let first = document("<< /Keywords ({1}) >>")
        let start = startOfReferences(in: first)
        func appended(_ object: String, entry: (Int) -> String) -> String {
            let offset = first.utf8.count
            let body = first + object
            return body
                + "xref\n0 1\n0000000000 65535 f \n6 1\n\(entry(offset))\ntrailer\n<< /Size 8 /Info 6 0 R /Prev \(start) >>\n"
                + "startxref\n\(body.utf8.count)\n%%EOF\n"
        }
        #expect(
            find(in: appended("6 1 obj\n<< /Keywords ({2}) >>\nendobj\n") { "\(padded($0)) 00001 n " })
                == .success("{2}"))
        #expect(find(in: appended("") { _ in "0000000000 00001 f " }) == .success(nil))
        #expect(find(in: first) == .success("{1}"))
    }

    @Test("A header may have something before it, from where on offsets count")
    func shifted() {
        #expect(find(in: "\n\nsomething " + document("<< /Keywords ({1}) >>")) == .success("{1}"))
    }

    @Test(
        "Objects packed into streams are read, whatever predicts their cross references",
        arguments: [nil, 0, 1, 2, 3, 4] as [UInt8?])
    func packed(filter: UInt8?) {
        #expect(find(in: packedDocument(filter: filter, keywords: "({packed})")) == .success("{packed}"))
        #expect(find(in: packedDocument(filter: filter, keywords: "/None")) == .success(nil))
    }

    @Test("A packed file that was changed anywhere does no harm", arguments: [0x00, 0x20, 0x39, 0x3E, 0xFF] as [UInt8])
    func changedPacked(byte: UInt8) {
        let file = packedDocument(filter: 2, keywords: "({packed})")
        for index in file.indices {
            var changed = file
            changed[index] = byte
            if case .failure(let error) = find(in: changed) { #expect(!error.description.contains("\n")) }
        }
    }

    @Test("What is encrypted or packed in another way is said so")
    func unsupported() {
        #expect(
            find(in: document("<< /Keywords ({}) >>", trailer: "/Size 8 /Info 6 0 R /Encrypt 5 0 R"))
                == .failure(.encrypted))
        let lzw = String(decoding: packedDocument(filter: nil, keywords: "()"), as: Unicode.ASCII.self)
        #expect(lzw.contains("/FlateDecode"))
        var file = packedDocument(filter: nil, keywords: "()")
        for index in file.indices where file[index...].starts(with: "FlateDecode".utf8) {
            file.replaceSubrange(index..<index + 11, with: "LZWDecodeXX".utf8)
        }
        #expect(find(in: file) == .failure(.unsupportedFilter("LZWDecodeXX")))
        #expect(
            PictureMetadataError.encrypted.description
                == "the PDF file is encrypted; save a copy of it without a password")
        #expect(
            PictureMetadataError.unsupportedFilter("LZWDecode").description
                == "the PDF file is packed by LZWDecode; save it with FlateDecode, the one that is read")
    }

    @Test("What is wrong is said")
    func faults() {
        func fault(_ file: String) -> String {
            guard case .failure(let error) = find(in: file) else { return "nothing" }
            return error.description
        }
        let good = document("<< /Keywords ({}) >>")
        #expect(
            fault(document("<< /Keywords <7b7x> >>")).contains(
                "a string has a byte that is no hexadecimal digit at byte"))
        #expect(fault(document("<< /Keywords <FEFF7B> >>")) == PictureMetadataError.notUnicode(.pdf).description)
        #expect(fault(document("<< /Keywords <FEFFD800> >>")) == PictureMetadataError.notUnicode(.pdf).description)
        #expect(fault(document("<< /Keywords >>")).contains("a dictionary has a key without a value"))
        #expect(fault(document("<< 1 2 >>")).contains("a dictionary has a key that is no name"))
        #expect(fault(document("<< /A 2 >")).contains("a dictionary has no end"))
        #expect(fault(document("<< /A ) >>")).contains("a value is missing"))
        #expect(fault(document(String(repeating: "[", count: 10_000))).contains("values are nested too deep"))
        #expect(
            fault(good.replacing("6 0 obj", with: "8 0 obj")).contains("the object that should begin there is missing"))
        #expect(
            fault(good.replacing("6 0 obj", with: "6 0 job")).contains("the object that should begin there is missing"))
        #expect(fault(good.replacing("xref\n0 8", with: "xrfe\n0 8")).contains("damaged"))
        #expect(fault(good.replacing("startxref", with: "startxerf")) == PictureMetadataError.cutOff(.pdf).description)
        #expect(
            fault(good.replacing("xref\n0 8", with: "xref\n0 9999")) == PictureMetadataError.cutOff(.pdf).description)
        #expect(fault(good.replacing(" n ", with: " m ")).contains("a cross reference is neither in use nor free"))
        #expect(
            PictureMetadataError.cutOff(.pdf).description
                == "the PDF file is cut off, or damaged so that it seems to be; a whole copy of it is needed")
    }
}

/// A file with a table of cross references: object 6 is the information, object 7 a string.
private func document(_ information: String, trailer: String = "/Size 8 /Info 6 0 R") -> String {
    var file = "%PDF-1.4\n%binary\n"
    var offsets: [Int] = []
    for (number, object) in [(6, information), (7, "({\"indirect\"})")] {
        offsets.append(file.utf8.count)
        file += "\(number) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 8\n0000000000 65535 f \n"
    for _ in 1..<6 { file += "0000000000 00000 f \n" }
    for offset in offsets { file += "\(padded(offset)) 00000 n \n" }
    return file + "trailer\n<< \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
}

private func padded(_ offset: Int) -> String {
    String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset)"
}

private func startOfReferences(in file: String) -> Int {
    Int(file.split(separator: "\n").dropLast().last ?? "") ?? -1
}

/// A file whose information, object 2, is the second object in the stream 3, whose length is object 4, and whose cross
/// references are stream 5; with differences between the rows of these of the kind `filter`, or none.
private func packedDocument(filter: UInt8?, keywords: String) -> [UInt8] {
    let objects = "<< /Other ({no}) >> << /Keywords \(keywords) >>"
    let content = deflated(Array(("1 0 2 20 " + objects).utf8))
    var file = Array("%PDF-1.5\n".utf8)
    let stream = file.count
    file += "3 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Length 4 0 R /Filter [/FlateDecode] >>\nstream\r\n".utf8
    file += content + "\nendstream\nendobj\n".utf8
    let length = file.count
    file += "4 0 obj\n\(content.count)\nendobj\n".utf8
    let references = file.count
    func row(_ kind: Int, _ first: Int, _ second: Int) -> [UInt8] {
        [UInt8(kind), UInt8(first >> 8), UInt8(first & 0xFF), UInt8(second)]
    }
    var rows = [
        row(2, 3, 0), row(2, 3, 1), row(1, stream, 0), row(1, length, 0), row(1, references, 0),
    ]
    var parameters = ""
    if let filter {
        parameters = "/DecodeParms << /Predictor 12 /Columns 4 >> "
        rows = predicted(rows, filter: filter)
    }
    let packed = deflated(Array(rows.joined()))
    file += "5 0 obj\n<< /Type /XRef /Size 6 /Index [1 5] /W [1 2 1] /Info 2 0 R \(parameters)".utf8
    file += "/Filter /FlateDecode /Length \(packed.count) >>\nstream\n".utf8
    return file + packed + "\nendstream\nendobj\nstartxref\n\(references)\n%%EOF\n".utf8
}

/// The rows less what PNG's filter predicts them to be, its number before each (ISO/IEC 15948, 9.2).
private func predicted(_ rows: [[UInt8]], filter: UInt8) -> [[UInt8]] {
    rows.indices.map { index in
        let (row, above) = (rows[index], index > 0 ? rows[index - 1] : [0, 0, 0, 0])
        return [filter]
            + row.indices.map { x -> UInt8 in
                let (left, up, corner) = (x > 0 ? Int(row[x - 1]) : 0, Int(above[x]), x > 0 ? Int(above[x - 1]) : 0)
                let nearest =
                    [left, up, corner].min { abs(left + up - corner - $0) < abs(left + up - corner - $1) } ?? 0
                let prediction = [0, left, up, (left + up) / 2, nearest][Int(filter)]
                return row[x] &- UInt8(prediction)
            }
    }
}
