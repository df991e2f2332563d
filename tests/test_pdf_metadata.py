"""What a file says of itself, and its outline."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pikepdf
import pytest
from conforming import assert_conforming
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_documents import element
from pdf_tools import Read
from typesetting_tools import METADATA, pdf_of

from briefing.pdf import Metadata

FULL = Metadata(
    title="Who & what <they> are – “quoted”",
    language="en-GB",
    authors=("Research desk", "É. Müller"),
    description="A (short) description.",
    keywords=("Afghanistan", "refugees & asylum"),
    publisher="Refugees First",
    rights="Text under <CC BY> 4.0",
    licence_address="https://creativecommons.org/licenses/by/4.0/",
    date=datetime(2021, 9, 2, 1, 30, tzinfo=timezone(timedelta(hours=2))),
    label="Draft",
)
MAIN = "<p>a</p>"


def packet_of(read: Read) -> bytes:
    return read.pdf.Root.Metadata.read_bytes()


# Information dictionary and XMP.


def test_the_information_dictionary_says_everything():
    read = Read(pdf_of(MAIN, metadata=FULL))
    said = {key: str(value) for key, value in read.pdf.docinfo.items()}
    assert said == {
        "/Title": "Who & what <they> are – “quoted”",
        "/Author": "Research desk; É. Müller",
        "/Subject": "A (short) description.",
        "/Keywords": "Afghanistan; refugees & asylum",
        "/Creator": "briefing",
        "/Producer": "briefing",
        "/CreationDate": "D:20210901233000+00'00'",
        "/ModDate": "D:20210901233000+00'00'",
    }


def test_xmp_says_the_same():
    read = Read(pdf_of(MAIN, metadata=FULL))
    with read.pdf.open_metadata() as xmp:
        said = {
            key: xmp.get(key)
            for key in (
                "dc:title", "dc:creator", "dc:description", "dc:subject", "dc:publisher", "dc:rights", "dc:language",
                "xmpRights:Marked", "xmpRights:UsageTerms", "xmpRights:WebStatement",
                "pdf:Keywords", "pdf:Producer", "xmp:CreateDate", "xmp:ModifyDate", "xmp:Label",
                "pdfaid:part", "pdfaid:conformance", "pdfuaid:part",
            )
        }  # fmt: skip
    assert said == {
        "dc:title": "Who & what <they> are – “quoted”",
        "dc:creator": ["Research desk", "É. Müller"],
        "dc:description": "A (short) description.",
        "dc:subject": {"Afghanistan", "refugees & asylum"},
        "dc:publisher": {"Refugees First"},
        "dc:rights": "Text under <CC BY> 4.0",
        "dc:language": {"en-GB"},
        "xmpRights:Marked": "True",
        "xmpRights:UsageTerms": "Text under <CC BY> 4.0",
        "xmpRights:WebStatement": "https://creativecommons.org/licenses/by/4.0/",
        "pdf:Keywords": "Afghanistan; refugees & asylum",
        "pdf:Producer": "briefing",
        "xmp:CreateDate": "2021-09-01T23:30:00+00:00",
        "xmp:ModifyDate": "2021-09-01T23:30:00+00:00",
        "xmp:Label": "Draft",
        "pdfaid:part": "2",
        "pdfaid:conformance": "A",
        "pdfuaid:part": "1",
    }


def test_what_is_not_said_is_in_neither():
    read = Read(pdf_of(MAIN))
    assert set(read.pdf.docinfo.keys()) == {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
    packet = packet_of(read).decode()
    names = ("dc:creator", "dc:description", "dc:rights", "xmpRights:Marked", "WebStatement", "xmp:Label", "Keywords")
    assert not any(name in packet for name in names)


def test_without_a_date_the_file_says_none_and_conforms():
    data = pdf_of(MAIN, metadata=replace(FULL, date=None))
    assert_conforming(data)
    read = Read(data)
    assert {"/CreationDate", "/ModDate"}.isdisjoint(read.pdf.docinfo.keys())
    assert b"Date" not in packet_of(read)


def test_several_values_in_one_text_can_be_told_apart():
    values = ("Doe, Jane; and Co", "Zoë Łukasiewicz")
    read = Read(pdf_of(MAIN, metadata=replace(FULL, authors=values, keywords=("money, public", "floods"))))
    assert str(read.pdf.docinfo.Author) == '"Doe, Jane; and Co"; Zoë Łukasiewicz'
    assert str(read.pdf.docinfo.Keywords) == "money, public; floods"
    with read.pdf.open_metadata() as xmp:
        assert xmp["dc:creator"] == list(values)
        assert xmp["dc:subject"] == {"money, public", "floods"}
        assert xmp["pdf:Keywords"] == "money, public; floods"


ALTERNATIVES = ("dc:title", "dc:description", "dc:rights", "xmpRights:UsageTerms")
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.mark.parametrize("name", ALTERNATIVES)
def test_sentences_say_which_language_they_are_in(name):
    packet = ET.fromstring(packet_of(Read(pdf_of(MAIN, metadata=FULL))))
    texts = {item.get(LANGUAGE): item.text for item in packet.iterfind(f".//{name}/rdf:Alt/rdf:li", NAMESPACES)}
    assert list(texts) == ["x-default", "en-GB"]
    assert len(set(texts.values())) == 1


def rights_of(**values: object) -> dict[str, str]:
    with Read(pdf_of(MAIN, metadata=replace(METADATA, **values))).pdf.open_metadata() as xmp:
        names = ("xmpRights:Marked", "xmpRights:UsageTerms", "xmpRights:WebStatement")
        return {name: xmp[name] for name in names if name in xmp}


def test_of_words_that_name_no_known_licence_only_the_words_are_said():
    assert rights_of(rights="Ask us first.") == {"xmpRights:UsageTerms": "Ask us first."}


def test_a_licence_that_gives_up_all_rights_marks_none():
    address = "https://creativecommons.org/publicdomain/zero/1.0/"
    assert rights_of(rights="CC0", licence_address=address, public_domain=True) == {
        "xmpRights:Marked": "False",
        "xmpRights:UsageTerms": "CC0",
        "xmpRights:WebStatement": address,
    }


@settings(max_examples=examples(50))
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1).filter(
        str.strip
    )
)
def test_any_title_is_the_same_in_both_and_the_packet_is_xml(title):
    read = Read(pdf_of(MAIN, metadata=replace(METADATA, title=title)))
    said = str(read.pdf.docinfo["/Title"])
    ET.fromstring(packet_of(read))
    with read.pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == said == title


def test_a_viewer_shows_the_title_the_outline_and_the_language():
    read = Read(pdf_of("<h1>a</h1>"))
    root = read.pdf.Root
    assert root.ViewerPreferences.DisplayDocTitle
    assert (str(root.PageMode), str(root.Lang), bool(root.MarkInfo.Marked)) == ("/UseOutlines", "en-GB", True)


def test_colours_are_meant_for_srgb_and_the_profile_has_no_moment_in_it():
    read = Read(pdf_of(MAIN))
    (intent,) = read.pdf.Root.OutputIntents
    profile = intent.DestOutputProfile.read_bytes()
    assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFA1", "sRGB")
    assert profile[36:40] == b"acsp"
    assert profile[24:36] == bytes.fromhex("07d000010001000000000000")


def test_the_file_s_id_comes_from_its_content():
    one, same, other = (Read(pdf_of(text)) for text in ("<p>a</p>", "<p>a</p>", "<p>b</p>"))
    ids = [bytes(read.pdf.trailer.ID[0]) for read in (one, same, other)]
    assert ids[0] == ids[1] != ids[2]


# Outline.


def outline_of(read: Read) -> list[tuple]:
    """Titles with their pages and children."""

    def plain(items: list[pikepdf.OutlineItem]) -> list[tuple]:
        return [(item.title, read.page_number(item.destination[0]), *plain(list(item.children))) for item in items]

    with read.pdf.open_outline() as outline:
        return plain(list(outline.root))


HEADINGS = (
    "<h1>Title</h1><section><h2>One</h2><section><h3>One <em>and</em> a half</h3></section></section>"
    '<section data-break="before"><h2>Two</h2><p>x</p></section>'
)


def test_headings_are_nested_as_their_sections_are_and_lead_to_their_pages():
    assert outline_of(Read(pdf_of(HEADINGS))) == [
        ("Title", 0),
        ("One", 0, ("One and a half", 0)),
        ("Two", 1),
    ]


def test_an_entry_leads_to_the_top_of_its_heading():
    read = Read(pdf_of("<p>a</p><h2>Heading</h2>"))
    with read.pdf.open_outline() as outline:
        (item,) = outline.root
        _, kind, left, top, _ = item.destination
    paragraph_and_gap = 14 + 7
    assert (str(kind), int(left)) == ("/XYZ", 0)
    assert float(top) == pytest.approx((210 - 15) * 72 / 25.4 - paragraph_and_gap + 6, abs=0.01)


def test_a_heading_without_text_has_no_entry():
    main = element("main", element("h2"), element("h2", "a"))
    html = element("html", element("head", element("title", "T")), element("body", main), lang="en-GB")
    assert outline_of(Read(pdf_of(html))) == [("a", 0)]


def test_a_document_without_headings_has_no_outline():
    read = Read(pdf_of(MAIN))
    assert "/Outlines" not in read.pdf.Root
    assert "/PageMode" not in read.pdf.Root


def test_an_entry_of_any_letters_comes_back():
    assert outline_of(Read(pdf_of("<h1>Kabul – “Łódź” (ﬁ)</h1>"))) == [("Kabul – “Łódź” (ﬁ)", 0)]


def test_the_date_is_in_universal_time():
    data = pdf_of(MAIN, metadata=replace(METADATA, date=datetime(2021, 1, 1, tzinfo=UTC)))
    read = Read(data)
    assert str(read.pdf.docinfo["/CreationDate"]) == "D:20210101000000+00'00'"
