import PictureRecords
import Testing

@Suite("Records in PDF files")
struct PDFTests {
    /// A file with the information that Cairo writes.
    private func document(_ keywords: String, title: String = "(a)") -> String {
        """
        %PDF-1.4
        6 0 obj
        << /Producer (cairo 1.16.0 (https://cairographics.org))
           /Title \(title)
        \(keywords)   /Creator (boundaryplot)
        >>
        endobj
        startxref
        9
        %%EOF

        """
    }

    @Test(
        "Both forms of Cairo's strings are read",
        arguments: [
            (#"({"a": "b"})"#, #"{"a": "b"}"#), ("<FEFF007BD83DDE00007D>", "{😀}"), ("<feff007B000A007d>", "{\n}"),
        ])
    func strings(value: String, expected: String) {
        #expect(find(in: document("   /Keywords \(value)\n")) == .success(expected))
    }

    @Test(
        "Without keywords of Cairo's there is no record",
        arguments: ["", "   /Keywords (moons)\n", "   /Keywords ()\n", "/Keywords ({})\n", "   /Subject ({})\n"])
    func none(keywords: String) {
        #expect(find(in: document(keywords)) == .success(nil))
    }

    @Test("A title that resembles keywords is not a record")
    func title() {
        #expect(find(in: document("", title: "(/Keywords <FEFF007B007D>)")) == .success(nil))
        #expect(find(in: document("   /Keywords ({1})\n", title: "(   /Keywords <FEFF007B007D>)")) == .success("{1}"))
    }

    @Test(
        "Keywords that are not text are an error",
        arguments: ["<FEFF7B>", "<FEFFD800>", "<007B007D>", "<FEFF00x>", "<>", "<FEFF 007B>"])
    func faults(value: String) {
        #expect(
            find(in: document("   /Keywords \(value)\n"))
                == .failure(.damaged(.pdf, problem: "its keywords are not valid text")))
    }

    @Test("The information of a written file is not compressed")
    func version() throws {
        let file = String(decoding: try Writer.pdf.file(with: "{\"a\": 1}"), as: Unicode.ASCII.self)
        #expect(file.hasPrefix("%PDF-1.4\n") && file.contains("\n   /Keywords ({\"a\": 1})\n"))
    }
}
