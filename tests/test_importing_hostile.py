"""Documents and spreadsheets made to do harm: each is refused with one line, in little time and memory."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hunting import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from peak_memory import PEAK
from word_documents import DECLARED, document, found_in, item, packed, paragraph, related, relationship, run

SECONDS, MEGABYTES = 10, 500
MAIN = related(relationship("main", "officeDocument", "word/document.xml"))
CHILD = (
    PEAK
    + """
import json, sys, time
from briefing.importing.docx import read_docx
from briefing.importing.given import Given
from briefing.importing.sheets import read_sheet
data = open(sys.argv[1], "rb").read()
begun = time.process_time()
if sys.argv[1].endswith(".xlsx"):
    problems = read_sheet(data, "a.xlsx").diagnostics
else:
    problems = read_docx(Given(data, "a.docx", "A", "en-GB")).diagnostics
seconds = time.process_time() - begun
print(json.dumps([seconds, megabytes(), [str(each) for each in problems]]))
"""
)


def judged(data: bytes, folder: Path, name: str = "a.docx") -> list[str]:
    """Read a file in a process of its own, and see that it takes little."""
    path = folder / name
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, check=False, timeout=50
    )
    assert not done.stderr
    seconds, megabytes, problems = json.loads(done.stdout)
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    return [str(each).split("\n")[1].strip() for each in problems]


def word(xml: str) -> bytes:
    return packed({"_rels/.rels": MAIN, "word/document.xml": xml})


def test_a_document_without_text_or_with_something_else_is_refused():
    for data in (packed({"a.txt": "x"}), packed({"inner.docx": document(paragraph("x"))})):
        assert [each.message for each in found_in(data).diagnostics] == [
            "This file is no document of Word, or its text is missing."
        ]
    assert [each.message for each in found_in(word(f"<w:document {DECLARED}/>")).diagnostics] == [
        "This document has no text."
    ]


def test_entities_are_never_expanded():
    bomb = '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>' + f"<w:document {DECLARED}>&b;</w:document>"
    assert [each.message for each in found_in(word(bomb)).diagnostics] == [
        'The part "word/document.xml" of this document declares a document type of its own, which no office program '
        "does."
    ]


def test_a_relationship_that_leads_out_finds_nothing():
    data = document(
        paragraph('<w:r><w:t>x</w:t><w:drawing><wp:inline><a:blip r:embed="p"/></wp:inline></w:drawing></w:r>'),
        relationship("p", "image", "../../../etc/passwd"),
    )
    assert [each.message for each in found_in(data).diagnostics] == [
        "This picture is missing or damaged. It is left out."
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='-7'/><w:numId w:val='x'/></w:numPr>"
        "<w:outlineLvl w:val='99'/></w:pPr></w:p>",
        "<w:p><w:r><w:fldChar w:fldCharType='end'/><w:fldChar/><w:sym/><w:footnoteReference/></w:r></w:p>",
        "<w:tbl/><w:tbl><w:tr/></w:tbl><w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='100'/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<w:sdt/><mc:AlternateContent/><m:oMath/><w:hyperlink/><w:r><w:t>bare</w:t></w:r>",
        "<w:p><w:r><w:drawing/><w:pict/><w:object/><w:ruby/></w:r><w:fldSimple/></w:p>",
        "<w:p><w:bookmarkStart/><w:bookmarkStart w:name='paragraph:9'/><w:hyperlink w:anchor='paragraph:9'><w:r>"
        "<w:t>x</w:t></w:r></w:hyperlink></w:p>",
    ],
)
def test_broken_elements_never_raise(broken: str):
    assert found_in(document(broken + paragraph("End."))).blocks


@pytest.mark.slow
def test_bombs(tmp_path: Path):
    nested = "<w:p>" * 100_000
    assert judged(word(f"<w:document {DECLARED}><w:body>{nested}"), tmp_path) == [
        'The part "word/document.xml" of this document has more than 100 elements inside one another.'
    ]
    many = word(f"<w:document {DECLARED}><w:body>{'<w:p/>' * 3_000_000}</w:body></w:document>")
    assert judged(many, tmp_path) == ['The part "word/document.xml" of this document has more than 400,000 elements.']
    large = word("x" * 60_000_000)
    assert judged(large, tmp_path) == ['The part "word/document.xml" of this file is larger than 20 MB.']


@pytest.mark.slow
def test_a_small_file_that_unpacks_to_gigabytes(tmp_path: Path):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(40):
            archive.writestr(f"word/part{number}.xml", bytes(10_000_000))
    assert judged(written.getvalue(), tmp_path) == ["This file holds 400 MB, unpacked; the limit is 200 MB."]


@pytest.mark.slow
def test_a_member_that_lies_about_its_size(tmp_path: Path):
    data = bytearray(word("x" * 60_000_000))
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    assert judged(bytes(data), tmp_path) == ['The part "word/document.xml" of this file is missing or damaged.']


@pytest.mark.slow
def test_the_most_that_is_read_is_read_in_time(tmp_path: Path):
    row = f"<w:tr><w:tc>{paragraph('x')}</w:tc><w:tc>{paragraph('y')}</w:tc></w:tr>"
    assert judged(document(f"<w:tbl>{row * 9_900}</w:tbl>"), tmp_path) == []
    pieces = "".join(run(f"word {number} ", "<w:b/>" if number % 2 else "") for number in range(7))
    assert judged(document(paragraph(pieces) * 5_700), tmp_path) == []
    assert judged(document(paragraph(pieces) * 5_800), tmp_path) == [
        "The words of this document are set in more than 40,000 ways after each other."
    ]
    assert judged(document(paragraph("One.") * 12_001), tmp_path) == ["This document has more than 12,000 paragraphs."]


@pytest.mark.slow
def test_fields_without_end(tmp_path: Path):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/>{}</w:r>'
    told = f"<w:instrText>{'X' * 50}</w:instrText>"
    instruction = f"<w:p>{begin.format('')}<w:r>{told * 250_000}</w:r>{run('a')}</w:p>"
    assert judged(document(instruction), tmp_path) == []
    shown = begin.format('<w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/>')
    assert judged(document(f"<w:p>{shown * 200}{run('a') * 150_000}</w:p>"), tmp_path) == []
    opened = begin.format("<w:instrText>HYPERLINK</w:instrText>")
    pieces = run("a") + "<w:r><w:tab/></w:r>"
    assert judged(document(f"<w:p>{opened * 20_000}{pieces * 15_000}</w:p>"), tmp_path) == []


@pytest.mark.slow
def test_lists_with_levels_without_end(tmp_path: Path):
    levels = '<w:lvl w:ilvl="x"><w:numFmt w:val="decimal"/></w:lvl>' * 150_000
    numbering = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    assert judged(document(item("x") * 11_000, numbering=numbering), tmp_path) == []


@pytest.mark.slow
def test_pictures_that_unpack_to_gigabytes(tmp_path: Path):
    def png(width: int, height: int) -> bytes:
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        rows = zlib.compress(bytes((width * 3 + 1) * height), 9)
        chunks = [(b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")]
        framed = (struct.pack(">I", len(x)) + k + x + struct.pack(">I", zlib.crc32(k + x)) for k, x in chunks)
        return b"\x89PNG\r\n\x1a\n" + b"".join(framed)

    drawing = '<w:r><w:drawing><wp:inline><a:blip r:embed="p{}"/></wp:inline></w:drawing></w:r>'
    body = "".join(paragraph(drawing.format(number)) for number in range(20))
    pictures = {f"word/media/{number}.png": png(6_900, 7_000 + number) for number in range(20)}
    links = [relationship(f"p{number}", "image", f"media/{number}.png") for number in range(20)]
    said = judged(document(body, *links, parts=pictures), tmp_path)
    assert said == ["This picture is left out: the pictures of this file are too large together. It is left out."] * 15


@pytest.mark.slow
def test_spreadsheets(tmp_path: Path):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book = f'<workbook xmlns="{main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    book += '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{office}sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{office}worksheet+xml"/></Types>',
        "_rels/.rels": related(relationship("m", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": related(relationship("r1", "worksheet", "worksheets/sheet1.xml")),
    }

    def sheet(rows: str) -> bytes:
        inner = f'<worksheet xmlns="{main}"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>'
        return packed({**parts, "xl/worksheets/sheet1.xml": inner})

    full = "".join(f'<row r="{row}">' + "<c><v>1</v></c>" * 24 + "</row>" for row in range(1, 10_001))
    assert judged(sheet(full), tmp_path, "a.xlsx") == []
    wide = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(1, 10_001))
    assert judged(sheet(wide), tmp_path, "a.xlsx") == []
    many = f'<row r="1">{"<c><v>1</v></c>" * 600_000}</row>'
    assert judged(sheet(many), tmp_path, "a.xlsx") == [
        'The part "xl/worksheets/sheet1.xml" of this spreadsheet has more than 1,000,000 elements.'
    ]


TAGS = """
w:p w:r w:t w:tbl w:tr w:tc w:tcPr w:tblPr w:pPr w:rPr w:numPr w:ilvl w:numId w:sdt w:sdtPr w:sdtContent w:ins w:del
w:hyperlink w:fldSimple w:fldChar w:instrText w:br w:tab w:sym w:drawing w:pict w:txbxContent w:footnoteReference
w:bookmarkStart w:vMerge w:gridSpan w:jc w:pStyle w:framePr w:sectPr w:ruby w:rubyBase w:rt m:oMath m:f m:num m:t
mc:AlternateContent mc:Choice mc:Fallback a:blip a:t v:imagedata wp:docPr wp:extent w:lang w:vertAlign w:b w:rtl
w:tblLook w:commentReference w:outlineLvl
"""
NAMES = """
w:val w:id w:name w:type w:fldCharType w:anchor w:instr r:id r:embed cx descr w:char w:font w:bidi w:dropCap w:firstRow
"""
VALUES = "1 -1 99999999999 x begin separate end restart H1 Title TOC1 Quote Caption page TOC superscript fr drop"
SMALL = st.sampled_from(["", " ", "word", "two words", "— dash"])


def elements(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    attributes = st.dictionaries(st.sampled_from(NAMES.split()), st.sampled_from(["", *VALUES.split()]), max_size=2)

    def written(tag: str, said: dict[str, str], children: list[str]) -> str:
        typed = "".join(f" {name}={quoteattr(value)}" for name, value in said.items())
        return f"<{tag}{typed}>{''.join(children)}</{tag}>"

    return st.builds(written, st.sampled_from(TAGS.split()), attributes, st.lists(inner, max_size=4))


XML = st.recursive(SMALL.map(lambda text: f"<w:r><w:t>{text}</w:t></w:r>"), elements, max_leaves=25)


@settings(
    max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.lists(XML, max_size=4).map("".join))
def test_any_elements_in_any_order_give_an_article_or_a_refusal(body: str):
    found = found_in(document(body, footnotes=f'<w:footnote w:id="1">{body}</w:footnote>'))
    assert found.blocks or found.diagnostics
