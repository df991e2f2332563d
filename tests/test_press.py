"""The whole way, from small folders to finished files."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp
from approving import approve, besides_sign_off
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_tools import Read
from typesetting_tools import seen

import briefing
from briefing.errors import BriefingError, ContentError, Diagnostic, LayoutError, OutputError
from briefing.press import without_collecting
from briefing.templating import as_typed

ROOT = Path(__file__).parent.parent
LINK = "https://examples.org/petition/a-long-way/to-go"

FIELDS = {
    "subtitle": "subtitle: A subtitle",
    "standfirst": "standfirst: What it is about.",
    "series": "series: A series",
    "number": "number: 7",
    "date": "date: 2 September 2021",
    "information_as_of": "information_as_of: 24 August 2021",
    "version": "version: 2",
    "authors": "authors: [One Author, Other Author]",
    "keywords": "keywords: [first, second]",
    "contact": "contact: [1 Example Road]",
    "description": "description: A description.",
    "licence": "licence: CC BY 4.0",
    "disclaimer": "disclaimer: Not advice.",
    "organisation": "organisation: ours",
    "petition": f"petition:\n  ask: Sign here\n  link: {LINK}",
}
BLOCKS = {
    "summary": "::: summary\n- A point.\n:::",
    "figures": "::: figures\n- **12** visits. [no source, an example]\n  A caveat.\n:::",
    "asks": "::: asks\n- **The council**: act now.\n:::",
    "timeline": "::: timeline Years\n- 1979: it opens [no source, x]\n- 2021: it closes [no source, x]\n:::",
    "box": "::: box A box\nText of the box.\n:::",
    "handout": "::: handout\nFor the street.\n:::",
    "quote": "> A quotation.\n> -- Somebody [no source, an example]",
    "table": "| A | B |\n|---|---|\n| 1 | 2 |\n\n: A caption.",
    "note": "Text with a note.[^n]\n\n[^n]: The note.",
    "section": "## Another section\n\nIts text.",
}
PROFILE = "name: Our organisation\nwebsite: https://example.org\nabout: Who we are.\n"


def article(folder: Path, *, fields: Iterable[str] = (), blocks: Iterable[str] = (), body: str = "Some text.") -> Path:
    """Write an article folder with some of the optional parts."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen_fields, chosen_blocks = set(fields), set(blocks)
    front = ["title: A title", "language: en-GB", *(text for name, text in FIELDS.items() if name in chosen_fields)]
    parts = [f"## A section\n\n{body}", *(text for name, text in BLOCKS.items() if name in chosen_blocks)]
    text = "---\n" + "\n".join(front) + "\n---\n\n" + "\n\n".join(parts) + "\n"
    (folder / "briefing.md").write_text(text, encoding="utf-8")
    (folder / "ours.yaml").write_text(PROFILE, encoding="utf-8")
    return folder


def made(folder: Path, **options) -> briefing.Built:
    return briefing.build(folder, folder.parent / f"{folder.name}.pdf", **options)


def text_of(built: briefing.Built, page: int | None = None) -> str:
    return seen(built.path.read_bytes(), page)


def ids(diagnostics) -> set[str]:
    return {each.id for each in diagnostics}


# What is optional.


@pytest.mark.parametrize("template", ["briefing", "handout"])
def test_a_title_a_language_and_text_are_enough(tmp_path, template):
    built = made(article(tmp_path / "a"), template=template)
    assert built.pages == 1
    assert not built.draft
    assert "A title" in text_of(built)


@pytest.mark.parametrize("template", ["briefing", "handout"])
def test_everything_at_once_builds(tmp_path, template):
    built = made(article(tmp_path / "a", fields=FIELDS, blocks=BLOCKS), template=template)
    words = text_of(built)
    for part in ("Sign here", "A point.", "12", "Who we are.", "it opens"):
        assert part in words
    assert built.draft is False


def read_of(built: briefing.Built) -> Read:
    return Read(built.path.read_bytes())


@settings(max_examples=examples(25))
@given(
    st.sets(st.sampled_from(sorted(FIELDS))),
    st.sets(st.sampled_from(sorted(BLOCKS))),
    st.sampled_from(["briefing", "handout"]),
)
def test_every_subset_of_what_is_optional_builds(tmp_path_factory, fields, blocks, template):
    built = made(article(tmp_path_factory.mktemp("any") / "a", fields=fields, blocks=blocks), template=template)
    words = text_of(built)
    assert ("Sign here" in words) == ("petition" in fields)
    assert ("A point." in words) == ("summary" in blocks)
    assert ("act now" in words) == ("asks" in blocks and not (template == "handout" and "petition" in fields))
    assert "  " not in read_of(built).tree.text()


@pytest.mark.parametrize("page", ["A4", "A5", "letter"])
def test_every_page_size_builds(tmp_path, page):
    built = made(article(tmp_path / "a", fields=FIELDS, blocks=BLOCKS), page=page)
    width, _ = pypdfium2.PdfDocument(built.path)[0].get_size()
    assert built.page_size == page
    assert width == pytest.approx({"A4": 595.28, "A5": 419.53, "letter": 612}[page], abs=0.01)


# Text.

TYPED = [
    'a < b & "c"',
    "{{ x }} {% if x %} {# x #}",
    "<img src=/etc/passwd> <b>x</b> <script>alert(1)</script>",
    "100 % & 50 €, $x$, `@handle` me@example.org",
    "w" * 200,
]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("place", ["body", "title"])
def test_text_reaches_the_page_as_typed(tmp_path, typed, place):
    folder = article(tmp_path / "a", body=typed if place == "body" else "Some text.")
    if place == "title":
        file = folder / "briefing.md"
        quoted = typed.replace("\\", "\\\\").replace('"', '\\"')
        file.write_text(file.read_text("utf-8").replace("title: A title", f'title: "{quoted}"'), "utf-8")
    there = "".join(as_typed(text_of(made(folder)).replace("\ufffe", "")).split())
    assert "".join(typed.replace("`", "" if place == "body" else "`").split()) in there


# Page breaks and length.


def test_an_author_forces_a_page_break(tmp_path):
    built = made(article(tmp_path / "a", body="Some text.\n\n## Second {break=before}\n\nMore."))
    assert built.pages == 2
    assert "Second" in text_of(built, 1)
    assert made(article(tmp_path / "b", body="Some text.\n\n## Second\n\nMore.")).pages == 1


KEPT = "One of the kept.\n\n" * 6


@pytest.mark.parametrize(("kept", "pages"), [(KEPT, {1, 2}), (f"::: keep\n{KEPT}:::\n", {1})], ids=["free", "kept"])
def test_an_author_keeps_a_block_on_one_page(tmp_path, kept, pages):
    counts = set()
    for lines in range(20, 32, 2):
        built = made(article(tmp_path / str(lines), body="Line.\n\n" * lines + kept))
        counts.add(sum("kept" in text_of(built, page) for page in range(built.pages)))
    assert counts == pages


@pytest.mark.parametrize(("attribute", "begins"), [("", {True, False}), ("{.keep}", {False})], ids=["free", "kept"])
def test_an_author_keeps_a_section_from_beginning_a_page(tmp_path, attribute, begins):
    found = set()
    for lines in range(25, 31):
        built = made(article(tmp_path / str(lines), body="Line.\n\n" * lines + f"## Kept {attribute}\n\nMore."))
        if built.pages > 1:
            found.add("Line." not in text_of(built, 1))
    assert found == begins


def test_a_briefing_over_the_template_s_pages_is_built_with_a_warning(tmp_path):
    built = made(article(tmp_path / "a", body="\n\n".join(["A paragraph of some length. " * 20] * 60)))
    (warning,) = [each for each in built.diagnostics if each.id == "too-long"]
    assert warning.severity == "warning"
    assert f"has {built.pages} pages, {built.pages - 8} page" in warning.message


def test_a_handout_of_three_sides_is_told_so(tmp_path):
    long = "- A point of the summary that takes a whole line and then some more of it.\n" * 60
    folder = article(tmp_path / "a")
    file = folder / "briefing.md"
    file.write_text(file.read_text("utf-8") + f"\n::: summary\n{long}:::\n", "utf-8")
    assert "too-long" in ids(made(folder, template="handout").diagnostics)


# Drafts.


def test_what_is_open_makes_a_draft_that_says_so_on_every_page_and_in_the_metadata(tmp_path):
    folder = article(tmp_path / "a", fields=["petition"])
    file = folder / "briefing.md"
    file.write_text(
        file.read_text("utf-8").replace(f"  link: {LINK}", f"  link: {LINK}\n  question: Is it right?"), "utf-8"
    )
    built = made(folder)
    assert built.draft
    assert ids(built.diagnostics) >= {"petition-question"}
    for page in range(built.pages):
        assert "DRAFT" in text_of(built, page)
    read = read_of(built)
    with read.pdf.open_metadata() as xmp:
        assert xmp["xmp:Label"] == "Draft"


def test_what_is_settled_is_no_draft(tmp_path):
    built = made(approve(article(tmp_path / "a")), final=True)
    assert not built.draft
    assert "DRAFT" not in text_of(built)


def test_a_draft_is_not_made_final(tmp_path):
    folder = article(tmp_path / "a", blocks=["figures"])
    file = folder / "briefing.md"
    file.write_text(file.read_text("utf-8").replace(" [no source, an example]", ""), "utf-8")
    with pytest.raises(ContentError) as caught:
        made(folder, final=True)
    refused = [str(each) for each in caught.value.diagnostics if each.id == "not-final"]
    message = "This cannot be final: one thing is open."
    assert refused == [f"error  not-final\n  {message}\n  Settle what is open first: no-source."]
    assert not (tmp_path / "a.pdf").exists()


# The code.


FAILS = Diagnostic("error", "code-unreadable", "The QR code on page 1 cannot be read: “x”.")


def test_a_code_that_cannot_be_read_stops_what_has_to_be_final_and_nothing_else(tmp_path, monkeypatch):
    for asked in ("building", "listing"):
        monkeypatch.setattr(f"briefing.press.{asked}.prove", lambda rendered: (FAILS,) if rendered.codes else ())
    folder = approve(article(tmp_path / "a", fields=["petition"]))
    with pytest.raises(LayoutError) as caught:
        made(folder, final=True)
    assert FAILS in caught.value.diagnostics
    assert not (tmp_path / "a.pdf").exists()
    assert FAILS in briefing.check(folder)
    assert made(folder).path.exists()


def test_a_code_of_ours_comes_through_check_and_final(tmp_path):
    folder = approve(article(tmp_path / "a", fields=["petition"]))
    assert not [each for each in briefing.check(folder) if each.id.startswith("code")]
    assert made(folder, final=True).path.exists()


def test_a_card_without_room_for_the_code_says_so(tmp_path):
    folder = article(tmp_path / "a", fields=["petition"])
    assert "code-left-out" not in ids(made(folder, template="postcard").diagnostics)
    file = folder / "briefing.md"
    file.write_text(file.read_text("utf-8").replace(LINK, LINK + "/" + "x" * 70), "utf-8")
    (note,) = (each for each in made(folder, template="postcard").diagnostics if each.id == "code-left-out")
    assert str(note).partition("  ")[2] == (
        "note  code-left-out\n  These pages have no QR code for the petition, whose link has 117 letters.\n"
        "  Where there is no room for a large code, use a shorter link: one of 108 letters fits on a postcard."
    )


def test_a_build_loads_nothing_to_try_codes_with(tmp_path):
    folder = article(tmp_path / "a", fields=["petition"])
    code = (
        "import sys, briefing, pathlib\n"
        "briefing.build(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))\n"
        "print([name for name in ('zxingcpp', 'pypdfium2', 'briefing.verifying') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(tmp_path / "b.pdf")], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("template", ["briefing", "handout"])
@pytest.mark.parametrize("page", ["A4", "A5"])
def test_the_code_on_the_page_is_the_link(tmp_path, template, page):
    built = made(article(tmp_path / "a", fields=["petition"]), template=template, page=page)
    found = {
        code.text
        for sheet in pypdfium2.PdfDocument(built.path)
        for code in zxingcpp.read_barcodes(sheet.render(scale=150 / 72).to_pil())
    }
    assert found == {LINK}
    assert urlsplit(LINK).netloc in text_of(built)


# The same bytes.


def test_the_same_folder_gives_the_same_bytes(tmp_path):
    folder = article(tmp_path / "a", fields=FIELDS, blocks=BLOCKS)
    one = made(folder).path.read_bytes()
    assert made(folder).path.read_bytes() == one


def test_another_process_in_other_surroundings_gives_the_same_bytes(tmp_path):
    folder = article(tmp_path / "a", fields=FIELDS, blocks=BLOCKS)
    here = made(folder).path.read_bytes()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    code = "import briefing, sys; briefing.build(sys.argv[1], sys.argv[2])"
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kabul", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-c", code, str(folder), "other.pdf"],
        cwd=elsewhere,
        env={**os.environ, **surroundings},
        check=True,
    )
    assert (elsewhere / "other.pdf").read_bytes() == here


def test_the_date_is_the_briefing_s_own_or_the_one_that_is_asked_for(tmp_path):
    folder = article(tmp_path / "a", fields=["date"])
    own, asked = read_of(made(folder)), read_of(made(folder, epoch=86_400))
    dates = [str(read.pdf.docinfo["/CreationDate"]) for read in (own, asked)]
    assert dates == ["D:20210902000000+00'00'", "D:19700102000000+00'00'"]


# Whole or not at all.


def test_an_error_leaves_the_older_file_and_nothing_else(tmp_path):
    folder = article(tmp_path / "a")
    before = made(folder).path.read_bytes()
    (folder / "briefing.md").write_text("---\ntitle: A title\n---\nNo language.\n", encoding="utf-8")
    with pytest.raises(ContentError):
        made(folder)
    assert (tmp_path / "a.pdf").read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "a.pdf"]


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(tmp_path):
    folder = article(tmp_path / "a")
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError):
        briefing.build(folder, tmp_path / "file" / "a.pdf")
    with pytest.raises(OutputError):
        briefing.build(folder, tmp_path / "a")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "file"]


def test_a_full_disk_leaves_the_older_file(tmp_path, monkeypatch):
    folder = article(tmp_path / "a")
    before = made(folder).path.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left on device"):
        made(folder)
    assert (tmp_path / "a.pdf").read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "a.pdf"]


# A template of one's own.


def own_template(folder: Path, theme: str = 'based_on = "briefing"\n') -> Path:
    folder.mkdir()
    html = (
        '<!doctype html>\n{% import "briefing/parts.html" as parts with context %}\n<html lang="{{ language }}">\n'
        "{{ parts.metadata() }}<body><main><h1>{{ masthead.title }}</h1>"
        "{{ parts.body(briefing.sections) }}</main></body></html>\n"
    )
    (folder / "document.html").write_text(html, encoding="utf-8")
    (folder / "theme.toml").write_text(theme, encoding="utf-8")
    return folder


def test_a_folder_is_a_template(tmp_path):
    built = made(article(tmp_path / "a"), template=str(own_template(tmp_path / "mine")))
    assert text_of(built).startswith("A title")


def test_mistakes_of_a_theme_are_said_with_the_template_s_name(tmp_path):
    template = own_template(tmp_path / "mine", 'based_on = "briefing"\n[styles.p]\nsize_pt = "big"\n')
    with pytest.raises(BriefingError) as caught:
        made(article(tmp_path / "a"), template=str(template))
    assert str(caught.value).startswith("mine/theme.toml:3:1  error  theme\n  size_pt of p must be a number")


# Check.


def test_check_sets_the_pages_too(tmp_path):
    folder = article(tmp_path / "a", body="A hieroglyph: 𓅓.")
    (problem,) = [each for each in briefing.check(folder) if each.severity == "error"]
    assert problem.id == "missing-glyph"
    assert (problem.position.file, problem.position.line) == ("briefing.md", 8)


def test_check_of_a_good_folder_finds_no_error(tmp_path):
    assert not [each for each in briefing.check(article(tmp_path / "a")) if each.severity in ("error", "open")]


@pytest.mark.parametrize("on", [True, False])
def test_the_search_for_cycles_is_as_it_was_after_a_document(on):
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with pytest.raises(ContentError), without_collecting():
            assert not gc.isenabled()
            raise ContentError
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()


# What is too tall, and where it fits.


def too_tall(folder: Path, sentences: int, **options) -> list[str]:
    text = "Nearly every visitor there signed. " * sentences
    petition = f"petition:\n  ask: Sign here\n  link: {LINK}\n  text: {text}\n"
    folder.mkdir()
    (folder / "briefing.md").write_text(f"---\ntitle: T\nlanguage: en\n{petition}---\nText.\n", encoding="utf-8")
    found = besides_sign_off(briefing.check(folder, **options))
    return [re.sub(r"\d+ mm", "N mm", each) for each in found]


@pytest.mark.parametrize(
    ("template", "page", "sentences", "advice"),
    [
        ("briefing", "A5", 40, " It fits on A4: --page A4."),
        ("handout", "A5", 30, " It fits on A4: --page A4."),
        ("handout", "A4", 50, " It fits in the template briefing: --template briefing."),
        ("handout", "A5", 50, " It fits in the template briefing on A4: --template briefing --page A4."),
        ("handout", None, 500, ""),
        ("briefing", None, 500, ""),
    ],
)
def test_what_is_too_tall_is_told_with_what_would_hold_it(tmp_path, template, page, sentences, advice):
    assert too_tall(tmp_path / "a", sentences, template=template, page=page) == [
        "briefing.md:5:3  error  too-tall\n"
        "  This petition is N mm taller than a page where it cannot be cut.\n"
        "  Shorten it, or divide it. "
        f'Its longest text is "Nearly every visitor there signed. Nearl…" (briefing.md:7:9).{advice}'
    ]


def test_nothing_is_called_unused_where_a_part_could_not_be_read(tmp_path):
    head = "---\ntitle: T\nlanguage: en-GB\nabbreviations:\n  UN: United Nations\n---\n"
    tmp_path.joinpath("sources.yaml").write_text("a-2021:\n  title: A\n", encoding="utf-8")
    ids = {}
    for text in ("A whole text.\n", "A text. [@lost]\n\n![](none.png)\n"):
        tmp_path.joinpath("briefing.md").write_text(head + text, encoding="utf-8")
        ids[text] = {each.id for each in briefing.check(tmp_path)}
    whole, broken = ids.values()
    assert {"unused-source", "unused-abbreviation"} <= whole
    assert not {"unused-source", "unused-abbreviation"} & broken
