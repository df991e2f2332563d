"""The edition for printing houses: PDF/X-4, tagged and archival as the others are."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from conforming import assert_conforming
from pdf_x4 import RULES, broken_rules
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image, ImageCms
from reading_folders import write
from typesetting_tools import picture

import briefing
from briefing.errors import BriefingError, TemplateError
from briefing.resources import assets_folder

SHEETS = [("briefing", "A4"), ("handout", "A5"), ("handout", "letter")]
MM = 72 / 25.4
INKS = assets_folder() / "profiles" / "FOGRA39L_coated.icc"
ARTICLE = "---\ntitle: T\nlanguage: en\ndate: 2 September 2021\n---\nText and [a link](https://example.org).\n\n"


@pytest.fixture(scope="module")
def made(example, tmp_path_factory):
    folder = tmp_path_factory.mktemp("press")
    return {
        (template, page): briefing.build(
            example, folder / f"{template}-{page}.pdf", template=template, page=page, edition="press"
        )
        for template, page in SHEETS
    }


@pytest.fixture(scope="module")
def pictured(tmp_path_factory):
    files = {
        "briefing.md": ARTICLE + "![A flood](a.jpg){width=20%}\n\n![A fire](b.png)\n\n![A sketch](c.png)\n",
        "a.jpg": picture("one.jpg", mode="RGB").data,
        "b.png": picture("one.png", mode="RGBA").data,
        "c.png": picture("one.png", mode="L").data,
    }
    folder = tmp_path_factory.mktemp("pictured")
    return briefing.build(write(folder / "piece", files), folder / "made.pdf", edition="press")


@pytest.mark.parametrize("sheet", SHEETS)
def test_it_keeps_the_rules(made, sheet):
    assert broken_rules(made[sheet].path.read_bytes()) == []


def test_it_keeps_the_rules_with_pictures(pictured):
    data = pictured.path.read_bytes()
    assert broken_rules(data) == []
    assert_conforming(data)


@pytest.mark.parametrize("sheet", SHEETS)
def test_it_is_tagged_and_archival_as_well(made, sheet):
    assert_conforming(made[sheet].path.read_bytes(), thorough=False)


CHARTS = """::: chart People who fled {data=fled.csv unit="thousand people"}
Counted in August. [no source, made up]
:::

::: chart Applications {data=asked.csv kind=line}
Counted by month. [no source, made up]
:::
"""
KINDS = {
    "a.jpg": picture("one.jpg", mode="CMYK", icc_profile=INKS.read_bytes()).data,
    "b.png": picture("one.png", mode="LA").data,
    "c.png": picture("one.png", mode="P").data,
}
FIGURED = {
    "briefing.md": ARTICLE + CHARTS + "".join(f"![A flood]({name}){{width=40%}}\n\n" for name in KINDS),
    "fled.csv": "Province,People\nHerat,80\nKabul,120.4\nGhor,\n",
    "asked.csv": "Month,Kabul,Herat\n2021-01,1100,900\n2021-02,1240,870\n2021-03,1310,905\n",
    **KINDS,
}


@pytest.mark.slow
@pytest.mark.parametrize("page", ["A4", "A5", "letter"])
@pytest.mark.parametrize(
    ("article", "language"),
    [("northern-alliance", "fa-AF"), ("timelines", None), ("timelines", "fa"), ("crews", None), ("charts", None)],
)
def test_it_keeps_the_rules_whatever_is_on_the_pages(tmp_path, article, language, page):
    folder = assets_folder() / article if article != "charts" else write(tmp_path / "piece", FIGURED)
    built = briefing.build(folder, tmp_path / "a.pdf", language=language, page=page, edition="press")
    data = built.path.read_bytes()
    assert broken_rules(data) == []
    assert_conforming(data, thorough=False)
    assert not [each for each in built.diagnostics if each.id in ("near-edge", "no-bleed")]


def page_of(pdf):
    return pdf.pages[0].obj


def no_box(pdf):
    del page_of(pdf).TrimBox


def small_bleed(pdf):
    page_of(pdf).BleedBox = Array([60, 60, 300, 300])


def small_sheet(pdf):
    page_of(pdf).MediaBox = page_of(pdf).TrimBox


def without(key):
    def change(pdf):
        del pdf.Root[key]

    return change


def said(old, new):
    def change(pdf):
        written = pdf.Root.Metadata.read_bytes()
        changed = re.sub(old, new, written)
        assert changed != written
        pdf.Root.Metadata = Stream(pdf, changed, Dictionary(Type=Name.Metadata, Subtype=Name.XML))

    return change


def drawn(old, new):
    def change(pdf):
        written = page_of(pdf).Contents.read_bytes()
        changed = re.sub(old, new, written, count=1)
        assert changed != written
        page_of(pdf).Contents = Stream(pdf, changed)

    return change


def in_root(**entries):
    def change(pdf):
        for key, value in entries.items():
            pdf.Root["/" + key] = pdf.make_indirect(value)

    return change


def in_intent(index, **entries):
    def change(pdf):
        for key, value in entries.items():
            pdf.Root.OutputIntents[index]["/" + key] = value

    return change


def in_info(key, value):
    def change(pdf):
        if value is None:
            del pdf.docinfo[key]
        else:
            pdf.docinfo[key] = value

    return change


def other_profile(pdf):
    pdf.Root.OutputIntents[1].DestOutputProfile = Stream(pdf, b"another", N=4)


def screen_profile(pdf):
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for each in pdf.Root.OutputIntents:
        each.DestOutputProfile = pdf.make_indirect(Stream(pdf, data, N=4))


def changed_profile(change):
    def changed(pdf):
        data = change(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
        profile = pdf.make_indirect(Stream(pdf, data, N=4))
        for each in pdf.Root.OutputIntents:
            each.DestOutputProfile = profile

    return changed


old_profile = changed_profile(lambda data: data[:8] + b"\x05" + data[9:])
profile_without_tables = changed_profile(lambda data: data.replace(b"B2A0", b"B2Ax", 1))


def cropped_page(pdf):
    page_of(pdf).CropBox = Array([60, 60, 300, 300])


def second_intent(pdf):
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def annotated(pdf):
    page_of(pdf).Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 60, 90, 90]))])


def bare_font(pdf):
    for each in pdf.objects:
        if isinstance(each, Dictionary) and each.get("/Type") == "/FontDescriptor":
            del each.FontFile2
            return


def first_image(pdf):
    return next(each for each in pdf.objects if isinstance(each, Stream) and each.get("/Subtype") == "/Image")


def in_screen_colours(pdf):
    first_image(pdf).ColorSpace = Name.DeviceRGB


def with_alternates(pdf):
    first_image(pdf).Alternates = Array([])


def blended_on_a_screen(pdf):
    page_of(pdf).Group.CS = Name.DeviceRGB


def with_stream(content=b"", **entries):
    def change(pdf):
        pdf.Root.Extra = pdf.make_indirect(
            Stream(pdf, content, Dictionary({f"/{key}": each for key, each in entries.items()}))
        )

    return change


MUTATIONS = [
    ("metadata", without("/Metadata")),
    ("says PDF/X-4", said(rb"PDF/X-4", b"PDF/X-3")),
    ("title", said(rb"<dc:title>.*?</dc:title>", b"")),
    ("made", said(rb"<xmp:CreateDate>.*?</xmp:CreateDate>", b"")),
    ("changed", in_info("/ModDate", None)),
    ("metadata made", said(rb"<xmp:MetadataDate>.*?</xmp:MetadataDate>", b"")),
    ("document ID", said(rb"<xmpMM:DocumentID>uuid:", b"<xmpMM:DocumentID>")),
    ("version ID", said(rb"<xmpMM:VersionID>1", b"<xmpMM:VersionID>")),
    ("rendition", said(rb">default<", b">draft<")),
    ("trapped", in_info("/Trapped", Name.Unknown)),
    ("one output intent", second_intent),
    ("condition", in_intent(0, OutputConditionIdentifier="")),
    ("profile", screen_profile),
    ("profile", old_profile),
    ("profile", profile_without_tables),
    ("one profile for all intents", other_profile),
    ("trimmed page", no_box),
    ("trimmed page in bleed", small_bleed),
    ("bleed on sheet", small_sheet),
    ("whole sheet", cropped_page),
    ("marks outside of the bleed", drawn(rb"(BDC\nq 0 0 0 1 K .*? w) [\d.]+ [\d.]+ m", rb"\1 200 200 m")),
    ("no annotations", annotated),
    ("no actions", in_root(OpenAction=Dictionary(S=Name.GoTo))),
    ("no scripts", in_root(Extra=Dictionary(S=Name.JavaScript, JS="app.beep()"))),
    ("no forms", in_root(AcroForm=Dictionary())),
    ("no attachments", in_root(Extra=Dictionary(Type=Name.Filespec, EF=Dictionary()))),
    ("fonts inside", bare_font),
    ("inks on pages", drawn(rb"0 0 0 1 k", b"0 0 0 rg")),
    ("inks on pages", with_stream(b"1 0 0 rg 0 0 9 9 re f", Subtype=Name.Form)),
    ("inks on pages", with_stream(b"1 0 0 RG 0 0 m 9 9 l S", PatternType=1)),
    ("inks in pictures", in_screen_colours),
    ("inks in transparency", blended_on_a_screen),
    ("inks in transparency", with_stream(Subtype=Name.Form, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))),
    ("no second pictures", with_alternates),
    ("no PostScript", with_stream(Subtype=Name.PS)),
    ("no streams elsewhere", with_stream(F="elsewhere")),
    ("filters", with_stream(Filter=Name.JBIG2Decode)),
    ("nothing of a device", in_root(Extra=Dictionary(Type=Name.ExtGState, OP=True))),
    ("no optional content", in_root(OCProperties=Dictionary())),
]
OF_THE_FILE = {"version", "identifier", "no encryption"}


@pytest.mark.parametrize(("rule", "change"), MUTATIONS, ids=range(len(MUTATIONS)))
def test_each_rule_finds_what_breaks_it(pictured, rule, change):
    with pikepdf.open(pictured.path) as pdf:
        change(pdf)
        stored = BytesIO()
        pdf.save(stored)
    assert rule in broken_rules(stored.getvalue())


def test_every_rule_is_seen_to_fail(pictured):
    assert {rule for rule, _ in MUTATIONS} | OF_THE_FILE == {rule.name for rule in RULES}
    data = pictured.path.read_bytes()
    assert broken_rules(data.replace(b"%PDF-1.6", b"%PDF-1.7", 1)) == ["version"]
    assert broken_rules(re.sub(rb"/ID \[.*?\]", b"", data)) == ["identifier"]
    with pikepdf.open(pictured.path) as pdf:
        locked = BytesIO()
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user=""))
    assert "no encryption" in broken_rules(locked.getvalue())


@pytest.mark.parametrize(
    ("sheet", "size"), [(SHEETS[0], (210, 297)), (SHEETS[1], (148, 210)), (SHEETS[2], (215.9, 279.4))]
)
def test_the_page_stands_in_its_bleed_on_a_larger_sheet(made, sheet, size):
    with pikepdf.open(made[sheet].path) as pdf:
        for page in pdf.pages:
            media, bleed, trim = (
                [float(each) for each in page.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")
            )
            assert [(trim[2] - trim[0]) / MM, (trim[3] - trim[1]) / MM] == pytest.approx(size, abs=0.01)
            assert [(inner - outer) / MM for inner, outer in zip(trim, bleed, strict=True)] == pytest.approx(
                [3, 3, -3, -3], abs=0.01
            )
            assert [(inner - outer) / MM for inner, outer in zip(trim, media, strict=True)] == pytest.approx(
                [15, 15, -15, -15], abs=0.01
            )


@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_but_marks_comes_near_the_cut(made, sheet):
    """The note says that the bleed is empty: so is a strip of 5 mm on both sides of the cut, but for the marks."""
    with pypdfium2.PdfDocument(made[sheet].path) as document:
        for page in document:
            drawn_page = page.render(scale=2, grayscale=True).to_pil().convert("L")
            inner, outer = round(20 * MM * 2), round(11.5 * MM * 2)
            drawn_page.paste(255, (inner, inner, drawn_page.width - inner, drawn_page.height - inner))
            around = drawn_page.crop((outer, outer, drawn_page.width - outer, drawn_page.height - outer))
            assert around.getextrema() == (255, 255)


def test_text_is_black_ink_alone(made):
    with pikepdf.open(made["briefing", "A4"].path) as pdf:
        contents = b"\n".join(page.Contents.read_bytes() for page in pdf.pages)
    texts = re.findall(rb"BT ([\d. ]+) k ", contents)
    assert {each for each in texts if each.startswith(b"0 0 0 ")} == {b"0 0 0 1", b"0 0 0 0.8", b"0 0 0 0"}
    assert not [each for each in texts if float(each.split()[0]) > 0 and float(each.split()[3]) > 0.7]
    (code,) = re.findall(
        rb"([\d.]+ [\d.]+ [\d.]+ [\d.]+) k\s(?:n )?(?:[\d.]+ [\d.]+ [\d.]+ [\d.]+ re\s+){100,}", contents
    )
    assert code == b"0 0 0 1"


def test_links_are_printed_text(pictured):
    with pikepdf.open(pictured.path) as pdf:
        types = {str(each.S) for each in pdf.objects if isinstance(each, Dictionary) and "/S" in each}
        contents = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert "/Link" not in types
    assert "/Span" in types
    assert b"/Link" not in contents


def test_pictures_are_in_inks(pictured):
    with pikepdf.open(pictured.path) as pdf:
        found = {name: (str(image.ColorSpace), str(image.Filter)) for name, image in pdf.pages[0].get_images().items()}
    assert sorted(found.values()) == [
        ("/DeviceCMYK", "/DCTDecode"),
        ("/DeviceCMYK", "/FlateDecode"),
        ("/DeviceGray", "/FlateDecode"),
    ]


def test_coarse_pictures_are_warned_of_where_they_stand(pictured):
    told = [each for each in pictured.diagnostics if each.id == "coarse-for-press"]
    assert [(each.severity, str(each.position)) for each in told][:1] == [("warning", "briefing.md:8:1")]
    assert re.fullmatch(
        r'"a\.jpg" has \d+ points an inch as it is printed on page 1; a press shows 300\.', told[0].message
    )


def test_the_sheet_is_told(made):
    (told,) = (each for each in made["briefing", "A4"].diagnostics if each.id == "press-sheet")
    assert str(told) == (
        "note  press-sheet\n"
        "  For a press: A4 after the cut, 3 mm of bleed around it, crop marks outside of that; inks: Offset on coated "
        "paper, FOGRA39.\n"
        "    Nothing on these pages reaches the edge, so the bleed is empty.\n"
        "  Ask the printing house whether it fits."
    )


def test_two_builds_are_the_same(example, made, tmp_path):
    again = briefing.build(example, tmp_path / "again.pdf", edition="press")
    assert again.path.read_bytes() == made["briefing", "A4"].path.read_bytes()


def test_a_file_for_a_press_has_a_date(tmp_path):
    folder = write(tmp_path / "piece", {"briefing.md": "---\ntitle: T\nlanguage: en\n---\nText.\n"})
    with pytest.raises(BriefingError) as caught:
        briefing.build(folder, tmp_path / "made.pdf", edition="press")
    assert str(caught.value) == (
        "briefing.md:1:1  error  press-undated\n"
        "  A file for a press says when it was made, and this briefing has no date.\n"
        "  Add a date, such as: date: 2 September 2021"
    )


def test_only_a_press_has_a_profile(example, tmp_path):
    with pytest.raises(TemplateError) as caught:
        briefing.build(example, tmp_path / "made.pdf", profile=tmp_path / "house.icc")
    assert str(caught.value) == (
        "error  profile\n  Only the edition press has the profile of a press.\n  Add --edition press."
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_pictures_look_as_they_did(tmp_path, kind):
    """Drawn as it is stored, a picture has its colours: inks are neither exchanged nor turned into what stays white."""
    stored = BytesIO()
    colours = [(200, 40, 40), (240, 220, 60), (40, 120, 60), (40, 60, 140)]
    image = Image.new("RGB", (400, 400))
    for index, colour in enumerate(colours):
        image.paste(colour, (100 * index, 0, 100 * index + 100, 400))
    image.save(stored, kind)
    files = {"briefing.md": ARTICLE + "![Stripes](a.jpg){width=40%}\n", "a.jpg": stored.getvalue()}
    built = briefing.build(write(tmp_path / "piece", files), tmp_path / "made.pdf", edition="press")
    with pypdfium2.PdfDocument(built.path.read_bytes()) as document:
        page = document[0]
        (shown,) = (each for each in page.get_objects(max_depth=15) if each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE)
        left, bottom, right, top = shown.get_bounds()
        sheet = page.render(scale=1).to_pil().convert("RGB")
        for index, meant in enumerate(colours):
            x = left + (right - left) * (index + 0.5) / 4
            seen = sheet.getpixel((round(x), round(sheet.height - (bottom + top) / 2)))
            assert all(abs(one - other) < 60 for one, other in zip(meant, seen, strict=True)), (meant, seen)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_inks_of_pictures_are_those_of_the_profile_of_the_file(tmp_path, kind):
    """Taken back by the profile that the file carries, soft colours are what they were."""
    colours = [(200, 140, 130), (190, 180, 130), (140, 170, 140), (130, 140, 180)]
    image, stored = Image.new("RGB", (400, 400)), BytesIO()
    for index, colour in enumerate(colours):
        image.paste(colour, (100 * index, 0, 100 * index + 100, 400))
    image.save(stored, kind)
    files = {"briefing.md": ARTICLE + "![Stripes](a.jpg){width=40%}\n", "a.jpg": stored.getvalue()}
    built = briefing.build(write(tmp_path / "piece", files), tmp_path / "made.pdf", edition="press")
    with pikepdf.open(built.path) as pdf:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
        inks = pikepdf.PdfImage(first_image(pdf)).as_pil_image()
    screen = ImageCms.createProfile("sRGB")
    seen = ImageCms.profileToProfile(inks, ImageCms.ImageCmsProfile(BytesIO(profile)), screen, 1, outputMode="RGB")
    for index, meant in enumerate(colours):
        found = seen.getpixel((seen.width * (2 * index + 1) // 8, seen.height // 2))
        assert all(abs(one - other) <= 8 for one, other in zip(meant, found, strict=True)), (meant, found)
