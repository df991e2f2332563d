"""Pages, metadata, fonts, bookmarks, pictures, attached files: of our own files and of others'."""

from __future__ import annotations

from io import BytesIO

import pytest
from made_pdfs import Made, words
from matplotlib import rc_context
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from pikepdf import Array, Dictionary, Name, Stream, String
from reportlab.pdfgen.canvas import Canvas
from typesetting_tools import METADATA, pdf_of, picture

from briefing.verifying import (
    Attached,
    FontUsed,
    ImageShown,
    Inspection,
    LinkFound,
    OutlineEntry,
    PageSeen,
    Tag,
)
from briefing.verifying.inspecting.fonts import read_fonts
from briefing.verifying.inspecting.inspect import inspect
from briefing.verifying.inspecting.pages import size_of
from briefing.verifying.inspecting.xmp import DUBLIN_CORE, XMP, read_xmp


def read(made: Made) -> Inspection:
    return inspect(made.data(), file="made.pdf")


def test_everything_about_a_small_file_of_our_own():
    link = '<a href="https://example.org/">example.org</a>'
    html = f'<h1>A title</h1><p>See {link}.</p><img src="one.png" alt="A square" data-width="20mm">'
    data = pdf_of(html, pictures={"one.png": picture(size=(120, 60))})
    assert inspect(data, file="small.pdf") == Inspection(
        file="small.pdf",
        size=len(data),
        version="1.7",
        encrypted=False,
        title="A title",
        shows_title=True,
        language="en-GB",
        metadata={
            "creator": "briefing",
            "producer": "briefing",
            "created": "2021-09-02T00:00:00+00:00",
            "modified": "2021-09-02T00:00:00+00:00",
        },
        claims=("PDF/UA-1", "PDF/A-2a"),
        pages=(PageSeen(1, media=(0.0, 0.0, 148.0, 210.0), crop=(0.0, 0.0, 148.0, 210.0), size="A5"),),
        fonts=(
            FontUsed("SourceSerif4-Roman-600", "TrueType", embedded=True, subset=True, to_unicode=True, pages=(1,)),
            FontUsed("SourceSerif4-Roman-400", "TrueType", embedded=True, subset=True, to_unicode=True, pages=(1,)),
        ),
        outline=(OutlineEntry(1, "A title", 1),),
        tags=(
            Tag(
                "Document",
                children=(
                    Tag("H1", children=("A title ",), page=1),
                    Tag("P", children=("See ", Tag("Link", children=("example.org",), page=1), "."), page=1),
                    Tag("Figure", page=1, alternative="A square"),
                ),
                page=1,
            ),
        ),
        images=(ImageShown(1, 120, 60, 152.4, "figure", "A square"),),
        links=(LinkFound(1, "https://example.org/", "example.org", printed=True, described=True, tagged=True),),
        speech=("Heading level 1: A title", "See Link: example.org.", "Graphic: A square"),
    )


def test_a_file_of_plain_reportlab():
    file = BytesIO()
    canvas = Canvas(file, pagesize=(595.28, 841.89), invariant=True)
    canvas.setTitle("Plain")
    canvas.setAuthor("Somebody")
    canvas.setFont("Courier", 12)
    canvas.drawString(72, 700, "Read me")
    canvas.linkURL("https://example.org/x", (70, 695, 150, 712))
    canvas.bookmarkPage("top")
    canvas.addOutlineEntry("The top", "top")
    canvas.showPage()
    canvas.save()
    found = inspect(file.getvalue(), file="plain.pdf")
    assert (found.title, found.language, found.claims, found.tags) == ("Plain", "", (), None)
    assert found.metadata["author"] == "Somebody"
    assert found.metadata["created"] == "2000-01-01T00:00:00+00:00"
    assert found.pages[0].size == "A4"
    assert found.fonts[0] == FontUsed("Helvetica", "Type 1", embedded=False, subset=False, to_unicode=True, pages=(1,))
    assert "Courier" in [font.name for font in found.fonts]
    assert found.outline == (OutlineEntry(1, "The top", 1),)
    assert found.links == (
        LinkFound(1, "https://example.org/x", "Read me", printed=False, described=False, tagged=False),
    )
    assert found.speech[1:] == ("Page 1", "Read me")
    assert found.problems == ()


@pytest.mark.parametrize(("kind", "name"), [(3, "Type 3"), (42, "TrueType")])
def test_a_chart_of_matplotlib(kind, name):
    figure, file = Figure(figsize=(4, 3)), BytesIO()
    figure.add_subplot().set_title("Ünits of ﬂow")
    with rc_context({"pdf.fonttype": kind}):
        FigureCanvasPdf(figure).print_pdf(file)
    found = inspect(file.getvalue(), file="chart.pdf")
    assert found.fonts == (FontUsed("DejaVuSans", name, embedded=True, subset=True, to_unicode=True, pages=(1,)),)
    assert "Ünits of flow" in found.speech
    assert (found.tags, found.problems, found.pages[0].media) == (None, (), (0.0, 0.0, 101.6, 76.2))


# Pages.


@pytest.mark.parametrize(
    ("width", "height", "rotation", "name"),
    [
        (210, 297, 0, "A4"),
        (297, 210, 0, "A4 landscape"),
        (210, 297, 90, "A4 landscape"),
        (209.1, 297.9, 0, "A4"),
        (208.9, 297, 0, ""),
        (841, 1189, 0, "A0"),
        (105, 148, 180, "A6"),
        (215.9, 279.4, 0, "letter"),
        (215.9, 355.6, 0, "legal"),
        (431.8, 279.4, 0, "tabloid landscape"),
    ],
)
def test_paper_has_a_name(width, height, rotation, name):
    assert size_of((10, 10, 10 + width, 10 + height), rotation) == name


def test_boxes_are_measured_in_millimetres():
    made = Made()
    page = made.page()
    page.MediaBox = Array([720, 0, 0, 1440])
    page.TrimBox, page.BleedBox, page.CropBox = Array([36, 36, 684, 1404]), Array([1, 2, 3]), Array([0, 0, 0, 0])
    page.Rotate = -90
    (found,) = read(made).pages
    assert found == PageSeen(
        1,
        media=(0.0, 0.0, 254.0, 508.0),
        crop=(0.0, 0.0, 254.0, 508.0),
        trim=(12.7, 12.7, 241.3, 495.3),
        rotation=270,
        has_text=False,
    )


def test_boxes_are_inherited_and_units_are_scaled():
    made = Made()
    del made.page().MediaBox
    made.root.Pages.MediaBox = Array([0, 0, 72, 72])
    made.page().UserUnit = 10
    assert read(made).pages[0].media == (0.0, 0.0, 254.0, 254.0)


# Metadata.


def test_xmp_goes_before_the_information_dictionary():
    made = Made()
    made.pdf.docinfo.Title, made.pdf.docinfo.Subject = String("Old"), String("Only here")
    made.pdf.docinfo.CreationDate = String("D:20210902133000+01'00'")
    made.pdf.docinfo.ModDate = String("D:2021")
    made.root.Metadata = Stream(made.pdf, packet("<dc:title><rdf:Alt><rdf:li>New</rdf:li></rdf:Alt></dc:title>"))
    found = read(made)
    assert found.title == "New"
    assert found.metadata == {
        "subject": "Only here",
        "created": "2021-09-02T13:30:00+01:00",
        "modified": "2021",
    }


@pytest.mark.parametrize("date", ["yesterday", "D:20", "2021-09-02T00:00:00Z", "1/2/2021"])
def test_a_date_of_another_form_stays_as_it_is(date):
    made = Made()
    made.pdf.docinfo.CreationDate = String(date)
    assert read(made).metadata["created"] == date


def test_standards_are_claimed_in_xmp_and_printers_standards_also_elsewhere():
    made = Made()
    made.root.Metadata = Stream(
        made.pdf, packet("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", pdfuaid="2")
    )
    made.pdf.docinfo.GTS_PDFXVersion = String("PDF/X-4")
    assert read(made).claims == ("PDF/UA-2", "PDF/A-3b", "PDF/X-4")


def packet(inside: str, pdfuaid: str = "") -> bytes:
    attribute = f'pdfuaid:part="{pdfuaid}"' if pdfuaid else ""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="{DUBLIN_CORE}" xmlns:xmp="{XMP}" {attribute}
            xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        {inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def test_a_packet_gives_simple_values_lists_and_the_default_language_first():
    found = read_xmp(
        packet(
            '<dc:title><rdf:Alt><rdf:li xml:lang="fr">Titre</rdf:li>'
            '<rdf:li xml:lang="x-default"> A  &amp; title </rdf:li></rdf:Alt></dc:title>'
            "<dc:creator><rdf:Seq><rdf:li>One</rdf:li><rdf:li>Two</rdf:li><rdf:li/></rdf:Seq></dc:creator>"
            "<xmp:Label>Draft</xmp:Label>"
            '<xmp:Inner rdf:parseType="Resource"><dc:title>not this</dc:title></xmp:Inner>'
        )
    )
    assert found.all(DUBLIN_CORE, "title") == ("A & title", "Titre")
    assert found.all(DUBLIN_CORE, "creator") == ("One", "Two")
    assert found.first(XMP, "Label") == "Draft"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not xml",
        b"<a",
        b"\xff\xfe<\x00",
        b'<!DOCTYPE a [<!ENTITY b "cccc">]><a>&b;</a>',
        b"<a>" * 1000,
        packet("<dc:title>").replace(b"rdf:RDF>", b""),
    ],
)
def test_a_broken_packet_says_nothing(data):
    assert read_xmp(data).values == {}


def test_what_comes_before_a_fault_is_kept():
    assert read_xmp(packet("<xmp:Label>Draft</xmp:Label><b>")).first(XMP, "Label") == "Draft"


# Fonts.


def font(**entries: object) -> Dictionary:
    return Dictionary(Type=Name.Font, **entries)


def described(made: Made, dictionary: Dictionary) -> FontUsed:
    page = Dictionary(Resources=Dictionary(Font=Dictionary(F=dictionary)))
    (found,) = read_fonts([page])
    return found


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (None, "Type 1"),
        ("FontFile", "Type 1"),
        ("FontFile2", "TrueType"),
        ("FontFile3", "CFF"),
    ],
)
def test_a_font_is_what_its_file_is(file, kind):
    made = Made()
    descriptor = Dictionary({f"/{file}": made.pdf.make_stream(b"x")}) if file else Dictionary()
    found = described(made, font(Subtype=Name.Type1, BaseFont=Name("/ABCDEF+Name"), FontDescriptor=descriptor))
    assert found == FontUsed("Name", kind, embedded=bool(file), subset=True, to_unicode=True, pages=(1,))


def test_a_composite_font_is_described_by_its_descendant():
    made = Made()
    file = made.pdf.make_stream(b"x")
    file.Subtype = Name.OpenType
    inner = font(
        Subtype=Name.CIDFontType0,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity")),
        FontDescriptor=Dictionary(FontFile3=file),
    )
    outer = font(Subtype=Name.Type0, BaseFont=Name.Noto, Encoding=Name("/Identity-H"), DescendantFonts=Array([inner]))
    assert described(made, outer) == FontUsed(
        "Noto", "OpenType", embedded=True, subset=False, to_unicode=False, pages=(1,)
    )
    inner.CIDSystemInfo.Ordering = String("Japan1")
    assert described(made, outer).to_unicode
    inner.CIDSystemInfo.Ordering = String("Identity")
    outer.ToUnicode = made.pdf.make_stream(b"")
    assert described(made, outer).to_unicode


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"Subtype": Name.TrueType, "Encoding": Name.WinAnsiEncoding}, True),
        ({"Subtype": Name.TrueType, "FontDescriptor": Dictionary(Flags=4)}, False),
        ({"Subtype": Name.TrueType, "FontDescriptor": Dictionary(Flags=32)}, True),
        ({"Subtype": Name.Type1, "FontDescriptor": Dictionary(Flags=4)}, True),
        ({"Subtype": Name.Type3, "Encoding": Dictionary(Differences=Array([0, Name.A, Name.uni0416]))}, True),
        ({"Subtype": Name.Type3, "Encoding": Dictionary(Differences=Array([0, Name.g1, Name.g2]))}, False),
        ({"Subtype": Name.TrueType, "Encoding": Dictionary(Differences=Array([0, Name.afii10017]))}, True),
    ],
)
def test_codes_become_text_by_a_table_an_encoding_or_names(entries, expected):
    assert described(Made(), font(BaseFont=Name.Some, **entries)).to_unicode is expected


def test_fonts_are_found_wherever_a_page_has_resources():
    made = Made(b"", b"")
    form = made.form(b"")
    form.Resources.Font = Dictionary(A=font(Subtype=Name.Type1, BaseFont=Name.InForm))
    form.Resources.XObject.Self = form
    look = made.form(b"")
    look.Resources.Font = Dictionary(A=font(Subtype=Name.Type1, BaseFont=Name.InLook))
    pattern = made.form(b"")
    pattern.Resources.Font = Dictionary(A=font(Subtype=Name.Type1, BaseFont=Name.InPattern))
    glyphs = Dictionary(Font=Dictionary(A=font(Subtype=Name.Type1, BaseFont=Name.InGlyph)))
    page = made.page(2)
    page.Resources.XObject.F = form
    page.Resources.Pattern = Dictionary(P=pattern)
    page.Resources.Font.T = font(Subtype=Name.Type3, Name=Name.Drawn, Resources=glyphs)
    state = Dictionary(Font=Array([font(Subtype=Name.Type1, BaseFont=Name.InState), 9]))
    page.Resources.ExtGState = Dictionary(G=state)
    made.annotate(Dictionary(Subtype=Name.Widget, AP=Dictionary(N=Dictionary(On=look))), page=2)
    made.root.AcroForm = Dictionary(Fields=Array([page.Annots[0]]))
    found = {used.name: used.pages for used in read(made).fonts}
    assert found.pop("Helvetica") == (1, 2)
    assert found == dict.fromkeys(["Drawn", "InState", "InLook", "InForm", "InPattern", "InGlyph"], (2,))


# Bookmarks.


def test_bookmarks_have_levels_and_pages_and_circles_end():
    made = Made(b"", b"")

    def item(title: str, **entries: object) -> Dictionary:
        return made.pdf.make_indirect(Dictionary(Title=String(title), **entries))

    last = item("Elsewhere", A=Dictionary(S=Name.URI, URI=String("https://example.org")))
    inner = item("Inside", Dest=Array([made.page(2), Name.Fit]))
    first = item("Whole", First=inner, Next=last, A=Dictionary(S=Name.GoTo, D=Array([made.page(1), Name.Fit])))
    last.Next = first
    inner.First = inner
    made.root.Outlines = Dictionary(First=first)
    assert read(made).outline == (
        OutlineEntry(1, "Whole", 1),
        OutlineEntry(2, "Inside", 2),
        OutlineEntry(1, "Elsewhere", None),
    )


# Pictures.


def test_pictures_in_forms_have_the_size_at_which_they_are_shown():
    made = Made(b"q 0.5 0 0 0.5 0 0 cm /X Do Q q 100 0 0 100 0 0 cm /I Do Q")
    image = made.image(100, 50)
    form = made.form(b"q 288 0 0 144 0 0 cm /I Do Q", I=image)
    form.Matrix = Array([0.5, 0, 0, 0.5, 0, 0])
    made.page().Resources.XObject = Dictionary(X=form, I=image)
    assert read(made).images == (
        ImageShown(1, 100, 50, 100.0, "untagged"),
        ImageShown(1, 100, 50, 36.0, "untagged"),
    )


def test_pictures_are_figures_artifacts_or_untagged():
    content = b"""/Artifact <</Type /Layout>> BDC q 72 0 0 36 0 0 cm /I Do Q EMC
        /Figure <</MCID 0>> BDC q 72 0 0 36 0 0 cm /I Do Q EMC
        /Span <</MCID 1>> BDC q 72 0 0 36 0 0 cm /I Do Q EMC
        /P <</MCID 2>> BDC q 72 0 0 36 0 0 cm /I Do Q EMC
        /Artifact BMC /X Do EMC"""
    made = Made(content)
    image = made.image()
    made.page().Resources.XObject = Dictionary(I=image, X=made.form(b"q 72 0 0 36 0 0 cm /I Do Q", I=image))
    made.tag(("Figure", {"Alt": String("A hill")}, ("Div", 0)), ("Span", {"ActualText": String("M")}, 1), ("P", 2))
    assert [(image.tagged, image.alternative) for image in read(made).images] == [
        ("artifact", None),
        ("figure", "A hill"),
        ("figure", "M"),
        ("untagged", None),
        ("artifact", None),
    ]


def test_a_picture_without_extent_has_no_resolution():
    made = Made(b"q 0 0 0 0 0 0 cm /I Do Q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")
    made.page().Resources.XObject = Dictionary(I=made.image())
    assert [image.resolution for image in read(made).images] == [None, 72.0]


# Attached files.


def test_attached_files_are_named_once_with_their_true_length():
    made = Made(words("x"))

    def file(name: str, data: bytes, **entries: object) -> Dictionary:
        stream = made.pdf.make_stream(data)
        stream.Subtype, stream.Params = Name("/text/markdown"), Dictionary(Size=5)
        entries = {"F": String("old"), "UF": String(name), "EF": Dictionary(F=stream), **entries}
        return made.pdf.make_indirect(Dictionary({f"/{key}": value for key, value in entries.items()}))

    article = file("ärticle.md", b"x" * 1000, AFRelationship=Name.Source)
    made.root.AF = Array([article])
    tree = Dictionary(Kids=Array([Dictionary(Names=Array([String("a"), article, String("b"), String("wrong")]))]))
    made.root.Names = Dictionary(EmbeddedFiles=tree)
    made.page().AF = Array([file("", b"", UF=Name.Wrong)])
    made.annotate(Dictionary(Subtype=Name.FileAttachment, FS=file("note.md", b"y")))
    assert read(made).attachments == (
        Attached("ärticle.md", 1000, "text/markdown", "Source", intact=False),
        Attached("old", 0, "text/markdown", "", intact=False),
        Attached("note.md", 1, "text/markdown", "", intact=False),
    )


def test_metadata_of_our_own_files_agree():
    found = inspect(pdf_of("<h1>A title</h1>"), file="x")
    assert (found.title, found.language) == (METADATA.title, METADATA.language)


def test_pages_without_text_are_known_and_heard():
    made = Made(words("read me"), b"100 0 0 100 0 0 cm /I Do", b"0 0 100 100 re f")
    made.page(2).Resources.XObject.I = made.image()
    found = read(made)
    assert [page.has_text for page in found.pages] == [True, False, False]
    assert found.speech[1:] == (
        "Page 1",
        "read me",
        "Page 2",
        "A picture without text, perhaps a scan: a screen reader has nothing to read here.",
        "Page 3",
    )
