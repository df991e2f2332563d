"""What no conforming file can be made of is refused where it was typed; what is built conforms and can be heard."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from approving import besides_sign_off
from conforming import assert_conforming
from pdf_tools import Read
from PIL import ImageCms
from reading_folders import HEAD, picture, write

import briefing
from briefing.errors import ContentError, LayoutError, TemplateError, errors_of

TEMPLATES = ("briefing", "handout")
SIZES = ("A4", "A5", "letter")
PICTURE = {"a.png": picture()}
SOURCE = {"sources.yaml": "k: {title: A, date: 2021}\n"}


def head(fields: str) -> str:
    return f"---\ntitle: Title\nlanguage: en-GB\n{fields}---\n"


def refused(
    folder: Path, article: str | bytes, files: Mapping[str, str | bytes] = {}, *, template: str = "briefing"
) -> str:
    """The errors of a build, as the author reads them; nothing may be written."""
    write(folder, {"briefing.md": article, **files})
    with pytest.raises((ContentError, LayoutError, TemplateError)) as problem:
        briefing.build(folder, folder / "made.pdf", template=template)
    assert not (folder / "made.pdf").exists()
    return "\n".join(map(str, errors_of(problem.value.diagnostics)))


def conforming(folder: Path, template: str = "briefing", size: str = "A4") -> bytes:
    data = briefing.build(folder, folder / "made.pdf", template=template, page=size).path.read_bytes()
    assert_conforming(data, thorough=False)
    return data


# Words for those who do not see.

MISSING_ALT = (
    "briefing.md:5:1  error  missing-alt\n  This picture has no words for those who cannot see it.\n"
    "  The PDF cannot be made accessible without it. Say what it shows: ![A flooded street](flood.png)."
)


@pytest.mark.parametrize("words", ["", " ", "\u00a0", "\u200b\u00ad", "\u2060"], ids=ascii)
def test_a_picture_without_words(tmp_path, words):
    assert refused(tmp_path, f"{HEAD}![{words}](a.png)\n", PICTURE) == MISSING_ALT


@pytest.mark.parametrize("words", ["", "\nlogo_alt: ''", "\nlogo_alt: '\u200b'"], ids=ascii)
def test_a_logo_without_words(tmp_path, words):
    files = {"org.yaml": f"name: Org\nlogo: a.png{words}\n", **PICTURE}
    assert refused(tmp_path, head("organisation: org\n") + "Text.\n", files) == (
        "org.yaml:2:7  error  missing-alt\n  The logo says nothing to those who do not see it.\n"
        "  Say what it shows: logo_alt: Org"
    )


# Title and language.

NO_TITLE = (
    'briefing.md:2:1  error  missing-field\n  The field "title" is {}.\n'
    "  Title of the briefing. For instance: title: Who are the National Resistance Front?"
)
WRONG_LANGUAGE = (
    "briefing.md:3:11  error  wrong-kind\n  language takes a language tag, such as en-GB.\n"
    "  For instance: language: en-GB"
)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ("language: en\n", NO_TITLE.format("missing")),
        ("title:\nlanguage: en\n", NO_TITLE.format("empty")),
        ("title: '\u200b\u00ad'\nlanguage: en\n", NO_TITLE.format("empty")),
        (
            "title: A\n",
            'briefing.md:2:1  error  missing-field\n  The field "language" is missing.\n'
            "  Language of the text, as a BCP 47 tag. For instance: language: en-GB",
        ),
        (
            "title: A\nlanguage: English\n",
            WRONG_LANGUAGE.replace("For instance:", "Write").removesuffix("-GB"),
        ),
        ("title: A\nlanguage: en_GB\n", WRONG_LANGUAGE.replace("For instance:", "Write")),
        ("title: A\nlanguage: en-\n", WRONG_LANGUAGE),
        ("title: A\nlanguage: x\n", WRONG_LANGUAGE),
    ],
)
def test_title_and_language(tmp_path, fields, problem):
    assert refused(tmp_path, f"---\n{fields}---\nText.\n") == problem


@pytest.mark.parametrize("text", ["a [mot]{lang=fr_FR}\n", "::: {lang=fr_FR}\nmot\n:::\n"])
def test_the_language_of_a_part(tmp_path, text):
    column = text.index("[") + 1 if "[" in text else 1
    assert refused(tmp_path, HEAD + text) == (
        f'briefing.md:5:{column}  error  unknown-language\n  "fr_FR" is not the tag of a language.\n'
        "  Write its tag: lang=fr-FR"
    )


# Pictures that cannot be embedded.


def pdf_file(**saving: object) -> bytes:
    data = BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(data, **saving)
    return data.getvalue()


LOCKED = pdf_file(encryption=pikepdf.Encryption(owner="a", user="b"))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (pdf_file(), 'picture-format\n  "a.png" is a PDF file.\n  Save it as PNG or JPEG.'),
        (
            LOCKED,
            'picture-format\n  "a.png" is a PDF file, locked with a password.\n'
            "  Unlock it, and save it as PNG or JPEG.",
        ),
        (b"-----BEGIN PGP MESSAGE-----", 'picture-format\n  "a.png" is an encrypted file.\n  Save it as PNG or JPEG.'),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
            'picture-format\n  "a.png" is an Office file.\n  Save it as PNG or JPEG.',
        ),
        (b"<html>", 'picture-format\n  "a.png" is an HTML file.\n  Save it as PNG or JPEG.'),
        (picture()[:200], 'picture-broken\n  "a.png" is damaged or not complete.\n  Save or download it anew.'),
        (
            picture("JPEG", "CMYK"),
            'picture-colours\n  "a.png" is in CMYK colours, made for a printing press.\n  Save it in RGB colours.',
        ),
        (
            picture("PNG", "I;16"),
            'picture-colours\n  "a.png" has 16 bits a channel, more than is printed.\n  Save it with 8 bits a channel.',
        ),
    ],
    ids=["pdf", "locked", "pgp", "office", "html", "broken", "cmyk", "16"],
)
def test_pictures_that_cannot_be_embedded(tmp_path, data, problem):
    assert refused(tmp_path, f"{HEAD}![words](a.png)\n", {"a.png": data}) == f"briefing.md:5:1  error  {problem}"


@pytest.mark.parametrize("profile", ["LAB", "sRGB", ""])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_with_a_colour_profile_of_any_kind_conforms(tmp_path, profile, kind):
    colours = ImageCms.ImageCmsProfile(ImageCms.createProfile(profile)).tobytes() if profile else b"no profile"
    write(tmp_path, {"briefing.md": f"{HEAD}![words](a.png)\n", "a.png": picture(kind, icc_profile=colours)})
    conforming(tmp_path)


# Letters.

ANOTHER_FONT = "  Write it in other letters, or name fonts that have it under fonts: in the organisation's profile."
TURNS = "2  error  direction-override\n  An invisible sign here shows the text in another order than it is read:"
DELETE = "  Delete it; it may have come with a copied text."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("𓅓", f'1  error  missing-glyph\n  No font here has "𓅓" (U+13153, egyptian hieroglyph g017).\n{ANOTHER_FONT}'),
        ("a\u2028b", f"2  error  missing-glyph\n  No font here has U+2028 (line separator).\n{DELETE}"),
        ("a\u202eb", f"{TURNS} U+202E (right-to-left override).\n{DELETE}"),
        ("a\u202db", f"{TURNS} U+202D (left-to-right override).\n{DELETE}"),
        *(
            (
                f"a{character}b",
                f"2  error  unprintable-character\n  There is a character here that cannot be printed (U+{number}).\n"
                "  Delete it and type the word again; it may have come with a copied text.",
            )
            for character, number in (("\x07", "0007"), ("\x85", "0085"), ("\ufeff", "FEFF"), ("\ufdd0", "FDD0"))
        ),
    ],
    ids=ascii,
)
def test_letters_that_cannot_be_set(tmp_path, text, problem):
    assert refused(tmp_path, f"{HEAD}{text}\n") == f"briefing.md:5:{problem}"


def test_half_a_character_is_no_text(tmp_path):
    assert refused(tmp_path, HEAD.encode() + b"a\xed\xa0\x80b\n") == (
        "briefing.md:5:2  error  not-utf-8\n  This file is not UTF-8 text: the byte 0xED does not belong here.\n"
        "  Save the file as UTF-8: most editors offer it under Save as, Encoding."
    )


@pytest.mark.parametrize(
    ("escaped", "called"),
    [("\\u0000", "U+0000"), ("\\ud800", "U+D800"), ("\\ufeff", "U+FEFF (zero width no-break space)")],
)
def test_letters_of_a_bibliography(tmp_path, escaped, called):
    sources = f'[{{"id": "k", "title": "a{escaped}b", "issued": {{"date-parts": [[2021]]}}}}]'
    assert refused(tmp_path, f"{HEAD}Text [@k].\n", {"sources.json": sources}) == (
        f"sources.json:1:3  error  missing-glyph\n  No font here has {called}.\n{DELETE}"
    )


@pytest.mark.parametrize(
    "field",
    [
        "subtitle: 𓅓",
        "standfirst: 𓅓",
        "series: 𓅓",
        "number: 𓅓",
        "version: 𓅓",
        "authors: 𓅓",
        "contact: 𓅓",
        "licence: 𓅓",
        "disclaimer: 𓅓",
        "image_credits: 𓅓",
        "petition:\n  ask: 𓅓",
        "petition:\n  ask: Sign\n  addressed_to: 𓅓",
        "petition:\n  ask: Sign\n  text: 𓅓",
        "petition:\n  ask: Sign\n  link: https://example.org\n  print_as: 𓅓",
        "petition:\n  ask: Sign\n  link: https://example.org/𓅓",
    ],
)
def test_what_cannot_be_printed_is_told_at_its_field(tmp_path, field):
    article = head(f"{field}\n") + "Text.\n"
    lines = article.split("\n")
    line = next(number for number, text in enumerate(lines) if "𓅓" in text)
    column = lines[line].index("𓅓") + 1
    told = refused(tmp_path, article)
    assert {each.split("  ")[0] for each in told.split("\n") if " error " in each} == {
        f"briefing.md:{line + 1}:{column}"
    }
    assert '"𓅓" (U+13153, egyptian hieroglyph g017)' in told


def test_what_cannot_be_printed_in_a_profile_is_told_there(tmp_path):
    files = {"org.yaml": "name: Org\ncontact: 𓅓\n"}
    told = refused(tmp_path, head("organisation: org\n") + "Text.\n", files)
    assert told.startswith("org.yaml:2:10  error  missing-glyph\n")


def test_metadata_of_any_letters_is_well_formed(tmp_path):
    odd = '"<&]]> \\"اب𓅓\u202e\u2060"'
    fields = f"keywords: [{odd}]\ndescription: {odd}\nabbreviations:\n  Text: {odd}\n"
    words = 'Text.\n\n![<&>" اب𓅓\u202e( \\\\\\\\](a.png)\n\nThe [UN]{.abbr title="اب𓅓\u202e("}.\n'
    write(tmp_path, {"briefing.md": head(fields) + words, **PICTURE})
    read = Read(conforming(tmp_path))
    ET.fromstring(read.pdf.Root.Metadata.read_bytes())
    assert str(read.pdf.docinfo.Subject) == '<&]]> "اب𓅓\u202e\u2060'
    (figure,) = read.elements("Figure")
    assert str(figure.element.Alt) == '<&>" اب𓅓\u202e( \\\\'
    assert [str(span.element.E) for span in read.elements("Span")] == ['<&]]> "اب𓅓\u202e\u2060', "اب𓅓\u202e("]


# Links, headings, notes, tables.

UNREADABLE = "  A link begins with https://, http:// or mailto:, or with # and the name of a heading of this text."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        *(
            (
                f"a [{words}](https://x.example/)",
                "5:3  error  empty-link\n  This link has no words.\n"
                "  Write where it leads in the square brackets: [the college's page](https://…).",
            )
            for words in ("", "\u00a0", "\u200b")
        ),
        ("a [b]()", f"5:3  error  unreadable-link\n  This link has no address.\n{UNREADABLE}"),
        ("a [b](#)", f'5:3  error  unreadable-link\n  "#" is no address that a reader could open.\n{UNREADABLE}'),
        (
            "a [b](#nothing)",
            '5:3  error  unknown-anchor\n  Nothing in this text is called "nothing".\n'
            "  Write the name after the # as it stands in the braces of the heading: ## Words {#name}.",
        ),
        (
            "a [b[@k]](https://x.example/)",
            "5:5  error  link-in-link\n  A citation cannot stand inside the words of a link.\n  Put it after the link.",
        ),
        (
            "## A {#one}\n\n[b]{#one}",
            '7:1  error  duplicate-id\n  There are two things called "one".\n'
            "  Give one of them another name after the #.",
        ),
        *(
            (f"##{words}\n\na", "5:1  error  empty-heading\n  This heading has no words.\n  Write some, or delete it.")
            for words in ("", " \u00a0", " \u200b", " [no source, x]")
        ),
        (
            "a[^x]",
            '5:2  error  unknown-note\n  There is no note "x".\n'
            "  Add a line that begins with [^x]: and the words of the note.",
        ),
        ("a[^x]\n\n[^x]:", "7:1  error  empty-note\n  This note has no words.\n  Write some, or delete it."),
        ("a^[\u200b]", "5:2  error  empty-note\n  This note has no words.\n  Write some, or delete it."),
        (
            "| a | b |\n|---|---|",
            "5:1  error  table-without-rows\n  This table has no rows under its first.\n"
            "  Write a row below the line of dashes, or delete the table.",
        ),
    ],
    ids=ascii,
)
def test_what_nobody_could_follow_or_hear(tmp_path, text, problem):
    assert refused(tmp_path, f"{HEAD}{text}\n", SOURCE) == f"briefing.md:{problem}"


HEADERLESS = (
    "briefing.md:5:1  warning  table-without-header\n"
    "  The first row of this table is empty: its columns have no names.\n"
    "  Name each column there, for those who hear the table instead of seeing it."
)


@pytest.mark.parametrize("blank", ["", "\u200b"], ids=ascii)
def test_a_table_without_header_is_told_and_built(tmp_path, blank):
    write(tmp_path, {"briefing.md": f"{HEAD}| {blank} | {blank} |\n|---|---|\n| a | b |\n"})
    warnings = [each for each in briefing.check(tmp_path) if each.severity == "warning"]
    assert besides_sign_off(warnings) == [HEADERLESS]


BUILT = {
    "note twice": ("a[^x] b[^x]\n\n[^x]: words\n", ("Note", ("Lbl", ("Link", "a")), ("P", " words"))),
    "note in note": ("a[^x]\n\n[^x]: words[^y]\n\n[^y]: more\n", ("Note", ("Lbl", ("Link", "b")), ("P", " more"))),
    "note of itself": (
        "a[^x]\n\n[^x]: b[^x]\n",
        ("Note", ("Lbl", ("Link", "a")), ("P", " b", ("Reference", ("Link", "a")))),
    ),
    "note unused": ("a\n\n[^x]: words\n", ("P", "a")),
    "note of a picture": ("a[^x]\n\n[^x]:\n    ![w](a.png)\n", ("Note", ("Lbl", ("Link", "a")), ("Figure", ""))),
    "note that cites": ("a^[[@k]]\n", ("Note", ("Lbl", ("Link", "a")), ("P", " ", ("Reference", ("Link", "1"))))),
    "headerless": ("| | |\n|---|---|\n| a | b |\n", ("Table", ("TBody", ("TR", ("TD", "a"), ("TD", "b"))))),
    "empty cells": ("| a |\n|---|\n| |\n", ("Table", ("THead", ("TR", ("TH", "a"))), ("TBody", ("TR", ("TD",))))),
    "empty sections": ("a\n\n## A\n\n## B\n\n### C\n", ("Sect", ("H2", "2", " B"), ("Sect", ("H3", "2.1", " C")))),
    "empty items": ("- a\n-\n", ("L", ("LI", ("Lbl", "•"), ("LBody", "a")), ("LI", ("Lbl", "•")))),
    "deep heading": ("a\n\n###### A\n\nb\n", ("Sect", ("H2", "1", " A"), ("P", "b"))),
    "address": ("<https://bücher.example/ß?ö=1#ü>\n", ("P", ("Link", "https://bücher.example/ß?ö=1#ü"))),
    "link of a field": ('[{{ recipient.a | otherwise "b" }}](https://x.example/)\n', ("P", ("Link", "b"))),
    "signs": ("a\u200bb\u00adc\u2060d\u200de\u3000f\n", ("P", "ab\u00adc\u2060d\u200de\u3000f")),
}


@pytest.mark.parametrize("case", BUILT)
def test_what_is_built_can_be_heard(tmp_path, case):
    text, expected = BUILT[case]
    write(tmp_path, {"briefing.md": HEAD + text, **PICTURE, **(SOURCE if "@k" in text else {})})
    found = [node.plain() for node in Read(conforming(tmp_path)).tree.walk()]
    assert expected in found


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_built_conforms_on_every_paper(tmp_path, template, size):
    for number, (text, _) in enumerate(BUILT.values()):
        folder = tmp_path / str(number)
        # The handout prints blocks of its own alone.
        both = text if "[^x]:" in text or "##" in text else f"{text}\n::: handout\n{text}:::\n"
        write(folder, {"briefing.md": HEAD + both, **PICTURE, **SOURCE})
        conforming(folder, template, size)


# Templates of one's own.

BLOCKS = "{{ blocks(briefing.sections[0].blocks) }}"
IN_TEMPLATE = "own/document.html:4:1  error  "
NEAR = "\n    It stands near briefing.md:5:1."


def own(folder: Path, main: str, *, language: str = "{{ language }}") -> str:
    """Write an article and a template that shows ``main`` in its fourth line; return the template's place."""
    html = (
        f'<html lang="{language}">\n<head><title>{{{{ masthead.title }}}}</title></head>\n<body><main>\n'
        f"{main}{BLOCKS}\n</main></body></html>\n"
    )
    files = {"own/document.html": html, "own/theme.toml": 'based_on = "briefing"\n', **PICTURE}
    write(folder, {"briefing.md": f"{HEAD}Text.\n\n![words](a.png)\n", **files})
    return str(folder / "own")


def refused_template(folder: Path, main: str, **options: str) -> str:
    template = own(folder, main, **options)
    return refused(folder, (folder / "briefing.md").read_bytes(), template=template)


@pytest.mark.parametrize(
    ("main", "problem"),
    [
        (
            '<img src="a.png">',
            'missing-alt\n  <img> has no alt text.\n  Say in alt="…" what it shows; alt="" if it is only ornament.',
        ),
        (
            '<img src="a.png" alt=" \u200b">',
            "missing-alt\n  There are no words in the alt text of this <img>.\n"
            '  Say what it shows; alt="" if it is only ornament.',
        ),
        (
            '<figure><img src="a.png" alt="a"><img src="a.png" alt="b"></figure>',
            "bad-nesting\n  There is more than one <img> in this <figure>.\n  Give each a <figure> of its own.",
        ),
        (
            '<figure><figcaption>a</figcaption><img src="a.png" alt="a"><figcaption>b</figcaption></figure>',
            "bad-nesting\n  A <figure> has one <figcaption>, as its first or its last.",
        ),
        (
            "<h2> <br></h2>",
            "empty-heading\n  There are no words in this <h2>.\n  Leave it out where there is nothing to say.",
        ),
        (
            "<table><thead><tr><th>a</th></tr></thead></table>",
            "empty-table\n  A <table> needs a <tbody> with a row.\n  Leave it out where there are no rows.",
        ),
        (
            "<table><tbody><tr></tr></tbody></table>",
            "empty-table\n  There are no cells in a row of this <table>.\n  Leave the row out.",
        ),
        (
            '<table><tbody><tr><td colspan="2">a</td></tr><tr><td>b</td></tr></tbody></table>',
            "uneven-table\n  The rows of this <table> have 1 and 2 columns.\n  Fill them up, or set colspan.",
        ),
        (
            "<table><tbody><tr><td>a</td></tr></tbody><thead><tr><th>b</th></tr></thead></table>",
            "bad-nesting\n  A <table> has one <thead>, before its <tbody>.",
        ),
        (
            "<table><caption>a</caption><caption>b</caption><tbody><tr><td>c</td></tr></tbody></table>",
            "bad-nesting\n  A <table> has one <caption>, as its first or its last.",
        ),
        ('<aside class="note"><p>a</p></aside>', "missing-attribute\n  A note needs an id, to which its marker leads."),
    ],
)
def test_what_a_template_may_not_write(tmp_path, main, problem):
    assert refused_template(tmp_path, main) == IN_TEMPLATE + problem


@pytest.mark.parametrize(
    ("main", "column", "problem"),
    [
        (
            '<p><a href="https://x.example"> </a></p>',
            4,
            "empty-link\n  There are no words in this <a>.\n  Write where it leads.",
        ),
        (
            '<p><a href="https://x.example">a <em><a href="#b">b</a></em></a></p><p id="b">c</p>',
            38,
            "bad-nesting\n  <a> cannot stand inside another <a>.",
        ),
        ('<p id="b">a</p><p id="b">c</p>', 16, 'duplicate-id\n  The id "b" stands twice.'),
        (
            '<p><a href="#b">a</a></p>',
            4,
            f'dead-link\n  Nothing on these pages has the id "b".{NEAR.replace("5:1", "7:1")}',
        ),
        (
            '<p>a</p><aside class="note" id="n"><p>b</p></aside>',
            9,
            f"unused-note\n  No marker leads to this note, so it would not be printed.{NEAR.replace('5:1', '7:1')}\n"
            '  Mark the place that it belongs to: <a class="noteref" href="#n">.',
        ),
        ('<p lang="fr_FR">a</p>', 1, 'bad-attribute\n  lang="fr_FR" of <p>: it takes a language tag such as en-GB.'),
    ],
)
def test_what_a_template_may_not_write_in_a_line(tmp_path, main, column, problem):
    assert refused_template(tmp_path, main) == f"own/document.html:4:{column}  error  {problem}"


@pytest.mark.parametrize("language", ["", "x", "en_GB"])
def test_the_language_of_a_template(tmp_path, language):
    assert refused_template(tmp_path, "", language=language) == (
        "own/document.html:1:1  error  bad-attribute\n"
        f'  lang="{language}" of <html>: it takes a language tag such as en-GB.'
    )


@pytest.mark.parametrize("shown", ['src="none.png"', 'data-drawing="none"'])
def test_a_picture_that_is_not_there(tmp_path, shown):
    assert refused_template(tmp_path, f'<img {shown} alt="a">') == (
        'briefing.md:1:1  error  missing-picture\n  There is no picture or drawing "none{}".'.format(
            ".png" if "png" in shown else ""
        )
    )


ORNAMENTS = {
    "picture": '<img src="a.png" alt="">',
    "code": '<img data-qr="https://x.example" alt="" data-width="40mm">',
    "figure": '<figure><img src="a.png" alt=""></figure>',
    "item": '<ul><li>a<img src="a.png" alt=""></li></ul>',
    "cell": '<table><tbody><tr><td><img src="a.png" alt=""></td><td>b</td></tr></tbody></table>',
}


@pytest.mark.parametrize("case", ORNAMENTS)
def test_an_ornament_is_drawn_and_never_heard(tmp_path, case):
    read = Read(conforming(tmp_path, own(tmp_path, ORNAMENTS[case])))
    (figure,) = read.elements("Figure")
    assert str(figure.element.Alt) == "words"
    artifacts = [each for each in read.sequences[0] if each.tag == "/Artifact"]
    layout = [each for each in artifacts if str(each.properties.get("/Type")) == "/Layout"]
    assert layout
    assert all(each.painted for each in layout)
