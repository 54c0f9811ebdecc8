import PictureRecords
import Testing

@Suite("Records in SVG files")
struct SVGTests {
    @Test(
        "A record is found however another program has written it",
        arguments: [
            "<svg><metadata>{\"a\": \"<\"}</metadata></svg>".replacing("<\"", with: "&lt;\""),
            "<svg><metadata>{&quot;a&quot;: &#x22;&#60;&#34;}</metadata></svg>",
            "<svg><metadata>\n    {\"a\": \"&#x00003C;\"}\n  </metadata>\n</svg>\n",
            "<svg><metadata><![CDATA[{\"a\": \"<\"}]]></metadata></svg>",
            "<svg><metadata>{\"a\"<!-- --> : <?x y?>\"&lt;\"}</metadata></svg>".replacing(" : ", with: ": "),
            "\u{FEFF}<?xml version='1.0' encoding='utf-8' standalone=\"no\"?>\n<!-- <svg> -->\n<svg a='>' b=\"/>\">"
                + "<metadata id='m'\n>{\"a\": \"&lt;\"}</metadata\n></svg>",
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\" [ <!ENTITY a \"]>\"> <!-- > --> <?p >?> ]>"
                + "<svg><metadata>{\"a\": \"&lt;\"}</metadata></svg>",
            "<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:metadata>{\"a\": \"&lt;\"}</s:metadata></s:svg>",
            "<svg><title>&lt;metadata></title><g><metadata>{}</metadata></g><metadata/><metadata></metadata>"
                + "<metadata>about</metadata><metadata>{\"a\": \"&lt;\"}</metadata><metadata>{}</metadata></svg>",
            "<svg><metadata>{\"a\": <rdf:RDF>{<a/>}</rdf:RDF>\"&lt;\"}</metadata></svg>",
        ])
    func found(svg: String) {
        #expect(find(in: svg) == .success("{\"a\": \"<\"}"))
    }

    @Test(
        "What only looks like a record is none",
        arguments: [
            "<svg/>", "<svg></svg>", "<svg><!-- <metadata>{}</metadata> --></svg>",
            "<svg><style><![CDATA[ <metadata>{}</metadata> ]]></style></svg>",
            "<svg><?x <metadata>{}</metadata> ?></svg>",
            "<svg a='<metadata>{}</metadata>'></svg>".replacing("<m", with: "m").replacing("</m", with: "m"),
            "<svg><g><metadata>{}</metadata></g></svg>", "<svg><metadata><rdf:RDF>{}</rdf:RDF></metadata></svg>",
            "<svg><Metadata>{}</Metadata><metadata2>{}</metadata2><x:metadata>{}</x:metadata></svg>",
            "<svg><desc>{}</desc></svg><metadata>{}</metadata>",
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
        "What is wrong is said",
        arguments: [
            ("<svg><metadata>{&nbsp;}</metadata></svg>", "there is an unknown reference at byte 16"),
            ("<svg><metadata>{&}</metadata></svg>", "there is an unknown reference at byte 16"),
            ("<svg><metadata>{&#xD800;}</metadata></svg>", "there is an unknown reference at byte 16"),
            ("<svg><metadata>{&#x110000;}</metadata></svg>", "there is an unknown reference at byte 16"),
            ("<svg><metadata>{&#-5;}</metadata></svg>", "there is an unknown reference at byte 16"),
            ("<svg><metadata>{&#;}</metadata></svg>", "there is an unknown reference at byte 16"),
            ("<svg><g></svg>", "an end tag has no start at byte 10"),
            ("<svg><g></g x></svg>", "an end tag goes on at byte 12"),
            ("<svg><g <metadata>{}</metadata></svg>", "a tag begins within another one at byte 8"),
            ("<svg>< g></svg>", "a tag has no name at byte 6"),
        ])
    func malformed(svg: String, problem: String) {
        guard case .failure(let error) = find(in: svg) else {
            Issue.record("no error")
            return
        }
        #expect(error.description == "the SVG file is damaged: \(problem); an undamaged copy of it is needed")
    }

    @Test("A text that is not UTF-8, and an encoding that is not read, are errors of their own")
    func encodings() {
        let start = Array("<svg><metadata>{".utf8)
        #expect(find(in: start + [0xC3] + "}</metadata></svg>".utf8) == .failure(.notUnicode(.svg)))
        #expect(
            find(in: "<?xml version=\"1.0\" encoding = 'ISO-8859-1'?><svg/>")
                == .failure(.unsupportedEncoding("ISO-8859-1")))
        #expect(find(in: "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><svg/>") == .success(nil))
        #expect(find(in: "<?xml version=\"1.0\"?><svg><?other encoding='x'?></svg>") == .success(nil))
        #expect(
            PictureMetadataError.unsupportedEncoding("UTF-16").description
                == "the SVG file is in the encoding UTF-16; save it in UTF-8, the one that is read")
    }
}
