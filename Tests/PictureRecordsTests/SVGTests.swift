import PictureRecords
import Testing

@Suite("Records in SVG files")
struct SVGTests {
    @Test(
        "A record is found in every form that other programs write",
        arguments: [
            "<svg><metadata>{\"a\": \"<\"}</metadata></svg>".replacing("<\"", with: "&lt;\""),
            "<svg><metadata>{&quot;a&quot;: &#x22;&#60;&#34;}</metadata></svg>",
            "<svg><metadata>\n    {\"a\": \"&#x00003C;\"}\n  </metadata>\n</svg>\n",
            "<svg><metadata><![CDATA[{\"a\": \"<\"}]]></metadata></svg>",
            "<svg><metadata>{\"a\"<!-- --> : <?x y?>\"&lt;\"}</metadata></svg>".replacing(" : ", with: ": "),
            "\u{FEFF}<?xml version='1.0' encoding='utf-8' standalone=\"no\"?>\n<!-- <svg> -->\n<svg a='>' b=\"/>\">"
                + "<metadata id='m'\n>{\"a\": \"&lt;\"}</metadata\n></svg>",
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\" [ <!ATTLIST svg a CDATA \"]>\"> <!-- > --> <?p >?> ]>"
                + "<svg><metadata>{\"a\": \"&lt;\"}</metadata></svg>",
            "<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:metadata>{\"a\": \"&lt;\"}</s:metadata></s:svg>",
            "<svg><title>&lt;metadata></title><g><metadata>{}</metadata></g><metadata/><metadata></metadata>"
                + "<metadata>about</metadata><metadata>{\"a\": \"&lt;\"}</metadata><metadata>{}</metadata></svg>",
            "<svg><metadata>{\"a\": <rdf:RDF>{<a/>}</rdf:RDF>\"&lt;\"}</metadata></svg>",
        ] as [String])
    func found(svg: String) {
        #expect(find(in: svg) == .success("{\"a\": \"<\"}"))
    }

    @Test(
        "Text that only resembles a record is not a record",
        arguments: [
            "<svg/>", "<svg></svg>", "<svg><!-- <metadata>{}</metadata> --></svg>",
            "<svg><style><![CDATA[ <metadata>{}</metadata> ]]></style></svg>",
            "<svg><?x <metadata>{}</metadata> ?></svg>",
            "<svg a='<metadata>{}</metadata>'></svg>".replacing("<m", with: "m").replacing("</m", with: "m"),
            "<svg><g><metadata>{}</metadata></g></svg>", "<svg><metadata><rdf:RDF>{}</rdf:RDF></metadata></svg>",
            "<svg><Metadata>{}</Metadata><metadata2>{}</metadata2><x:metadata>{}</x:metadata></svg>",
            "<svg><desc>{}</desc></svg><!-- <metadata>{}</metadata> -->",
            "<svg><text>&lt;metadata>{}&lt;/metadata></text></svg>",
            "<svg><metadata>&amp;#123;}</metadata></svg>",
        ])
    func none(svg: String) {
        #expect(find(in: svg) == .success(nil))
    }

    @Test("Line ends are read as XML has them; those that are escaped stay")
    func lineEnds() {
        #expect(
            find(in: "<svg><metadata>{\r\n1\r2\n3&#13;&#10;4<![CDATA[\r\n\r]]>}</metadata></svg>")
                == .success("{\n1\n2\n3\r\n4\n\n}"))
    }

    @Test(
        "An error names its reason and position",
        arguments: [
            ("<svg><metadata>{&nbsp;}</metadata></svg>", "undefined entity at line 1, column 17"),
            ("<svg>\n<metadata>{&}</metadata></svg>", "not well-formed (invalid token) at line 2, column 13"),
            (
                "<svg><metadata>{&#xD800;}</metadata></svg>",
                "reference to invalid character number at line 1, column 17"
            ),
            ("<svg><g></svg>", "mismatched tag at line 1, column 11"),
            ("<svg><g <metadata>{}</metadata></svg>", "not well-formed (invalid token) at line 1, column 9"),
            ("<svg></svg><metadata>{}</metadata>", "junk after document element at line 1, column 12"),
            ("<svg>< g></svg>", "not well-formed (invalid token) at line 1, column 7"),
        ])
    func malformed(svg: String, problem: String) {
        #expect(find(in: svg) == .failure(.damaged(.svg, problem: problem)))
        #expect(
            find(in: svg).error?.description
                == "the SVG file cannot be read: \(problem); an undamaged copy of it is needed")
    }

    @Test("Encodings that expat knows are read; others, and wrong bytes, are errors")
    func encodings() throws {
        let start = Array("<svg><metadata>{".utf8)
        #expect(find(in: start + [0xC3] + "}</metadata></svg>".utf8).error != nil)
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><svg><metadata>{".utf8) + [0xE9]
        #expect(find(in: latin + "}</metadata></svg>".utf8) == .success("{é}"))
        let utf16 = "\u{FEFF}<svg><metadata>{λ}</metadata></svg>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(find(in: utf16) == .success("{λ}"))
        #expect(find(in: "<?xml version=\"1.0\"?><svg><?other encoding='x'?></svg>") == .success(nil))
        #expect(find(in: "<?xml version=\"1.0\" encoding='KOI8-R'?><svg/>").error != nil)
    }
}
