"""The poster: one page with strips to tear off, each the same thing once more."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from conforming import ATTACHING, assert_conforming
from PIL import Image
from reading_folders import write

import briefing
from briefing.errors import LayoutError, TemplateError
from briefing.pdf import Metadata, write_pdf
from briefing.press import Press, load

SHORT = "https://example.org/wells"
ASK = "Clean the wells of the valley"
MM = 72 / 25.4


def article(folder: Path, *, link: str = SHORT, ask: str = ASK, language: str = "en-GB") -> Path:
    petition = f"petition:\n  ask: {ask}\n  link: {link}\n  print_as: example.org/wells\n" if link else ""
    head = f"---\ntitle: Wells\nlanguage: {language}\ndate: 2 September 2021\n{petition}---\n"
    return write(folder, {"briefing.md": f"{head}Text.\n"})


def page_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 1
    return " ".join(document[0].get_textpage().get_text_range().split())


@pytest.mark.parametrize(("page", "strips"), [("A4", 8), ("A3", 10)])
def test_the_strips_are_one_thing_several_times_and_are_read_once(tmp_path, page, strips):
    built = briefing.build(article(tmp_path), tmp_path / "made.pdf", template="poster", page=page)
    assert page_text(built.path).count("Sign the petition") == 1 + strips
    said = briefing.verify(built.path).speech
    assert sum("Sign the petition" in str(line) for line in said) == 2
    assert sum(ASK in str(line) for line in said) == 1


def test_strips_have_a_code_where_the_link_is_short_enough_for_one(tmp_path):
    codes = briefing.verify(briefing.build(article(tmp_path), tmp_path / "made.pdf", template="poster").path).codes
    assert [code.text for code in codes] == [SHORT] * 9


def test_strips_have_no_code_where_the_link_is_long(tmp_path):
    link = f"https://example.org/{'x' * 60}"
    made = briefing.build(article(tmp_path, link=link), tmp_path / "made.pdf", template="poster")
    path = made.path
    assert [code.text for code in briefing.verify(path).codes] == [link]
    assert page_text(path).count("Sign the petition") == 9
    assert [str(each) for each in made.diagnostics if each.id == "code-left-out"] == [
        "briefing.md:6:3  note  code-left-out\n"
        "  The strips to tear off have no QR code: the petition's link has 80 letters.\n"
        "  They have room for the code of a link of 60 letters; the address stands on them."
    ]


def test_the_code_is_as_large_as_its_distance_asks_for(tmp_path):
    document = set_poster(article(tmp_path))
    sizes = [figure.right - figure.left for placed in document.pages[0].fragments for figure in placed.fragment.figures]
    assert sizes == [pytest.approx(90 * MM, abs=0.5), pytest.approx(22.5 * MM, abs=0.5)]


def set_poster(folder: Path, page: str | None = None, edition: str = "screen"):
    found = load(folder).briefing
    made = Press("poster", page=page, edition=edition)
    return made.set(found, made.document(found))


@pytest.mark.parametrize(
    "ask",
    [
        "Vote",
        "Flüchtlingsunterkunftsfinanzierungsgesetz und Grundstücksverkehrsgenehmigungszuständigkeiten",
        "Tell the Government that Britain should take in many more refugees, and that families can live together " * 2,
    ],
)
@pytest.mark.parametrize("page", ["A4", "A3"])
def test_an_ask_of_any_length_stands(tmp_path, ask, page):
    assert len(set_poster(article(tmp_path, ask=ask.strip(), language="de"), page).pages) == 1


def test_a_short_ask_is_larger_than_a_long_one(tmp_path):
    sizes = []
    for ask in ("Vote now", ASK * 3):
        shows = [
            operation.size
            for placed in set_poster(article(tmp_path, ask=ask)).pages[0].fragments
            for operation in placed.fragment.operations
            if hasattr(operation, "texts")
        ]
        sizes.append(max(shows))
    assert sizes[0] > sizes[1]


LONG_REASON = """::: figures
- **4.120 Stunden** ungeklärtes Abwasser in der Marl im Jahr 2025. [no source, gezählt]
  Stand 2026-03-30. Gezählt an 19 der 22 Auslässe des Tals; drei haben kein funktionierendes Messgerät.
:::
"""


def reasoned(folder: Path, times: int = 1) -> Path:
    """An article with much in the middle of its poster, the petition's text so many times."""
    folder = article(folder, language="de")
    said = "Es dauert eine Minute. Bisher haben 3.870 Menschen aus dem Tal unterschrieben. " * times
    typed = (folder / "briefing.md").read_text(encoding="utf-8")
    typed = typed.replace("petition:\n", f"petition:\n  deadline: 31 March 2027\n  text: {said}\n")
    return write(folder, {"briefing.md": typed.replace("Text.", LONG_REASON)})


def sizes_of(folder: Path, page: str | None) -> list[float]:
    return [
        operation.size
        for placed in set_poster(folder, page).pages[0].fragments
        for operation in placed.fragment.operations
        if hasattr(operation, "texts")
    ]


@pytest.mark.parametrize("page", ["A4", "A3"])
def test_the_middle_takes_smaller_letters_before_a_poster_is_refused(tmp_path, page):
    assert len(set_poster(reasoned(tmp_path, 2), page).pages) == 1
    assert min(sizes_of(tmp_path, page)) >= 8


def test_what_the_middle_has_no_room_for_is_said_in_words_of_authors(tmp_path):
    with pytest.raises(LayoutError) as caught:
        set_poster(reasoned(tmp_path, 30))
    (found,) = caught.value.diagnostics
    assert found.message.startswith(
        'The panel "reason", which holds the key figure and the petition\'s text and last day, has no room for all '
        "that stands in it: about "
    )
    assert found.hint == (
        "Shorten the text, or choose another template. The longest block is a paragraph (briefing.md:7:9)."
    )


def test_a_box_that_is_too_long_is_named_by_its_words(tmp_path):
    folder = reasoned(tmp_path)
    typed = (folder / "briefing.md").read_text(encoding="utf-8")
    write(folder, {"briefing.md": typed.replace("Stand 2026", "Gezählt wurde oft. " * 90 + "Stand 2026")})
    with pytest.raises(LayoutError) as caught:
        set_poster(folder)
    (found,) = caught.value.diagnostics
    assert found.hint == (
        "Shorten the text, or choose another template. The longest block is "
        '"Gezählt wurde oft. Gezählt wurde oft. Ge…" (briefing.md:13:3).'
    )


def test_an_address_that_fits_a_strip_is_on_one_line(tmp_path):
    path = briefing.build(article(tmp_path), tmp_path / "made.pdf", template="poster").path
    assert page_text(path).count("example.org/wells") == 9


def test_an_address_that_a_poster_has_no_room_for_is_to_be_shortened(tmp_path):
    folder = article(tmp_path, link=f"https://example.org/{'wells-' * 14}")
    typed = (folder / "briefing.md").read_text(encoding="utf-8")
    write(folder, {"briefing.md": typed.replace("  print_as: example.org/wells\n", "")})
    with pytest.raises(LayoutError) as caught:
        briefing.build(folder, tmp_path / "made.pdf", template="poster")
    assert str(caught.value) == (
        "briefing.md:7:9  error  panel-overfull\n"
        '  The panel "address", which holds the printed address, has no room for all that stands in it: about '
        "2 lines too many.\n"
        "  Print a shorter address that leads there, in the petition: print_as: example.org/sign"
    )


def test_a_poster_names_who_publishes_it_below_a_logo_and_their_website(tmp_path):
    profile = "name: River Friends\nlogo: logo.png\nlogo_alt: A wave\nwebsite: https://example.org/\n"
    folder = article(tmp_path / "wells")
    typed = (folder / "briefing.md").read_text(encoding="utf-8")
    write(folder, {"briefing.md": typed.replace("date:", "organisation: river\ndate:")})
    write(tmp_path / "organisations", {"river.yaml": profile})
    Image.new("RGB", (40, 40), "#0b4f5c").save(tmp_path / "organisations" / "logo.png")
    text = page_text(briefing.build(folder, tmp_path / "made.pdf", template="poster").path)
    assert "River Friends example.org" in text


def test_an_article_without_a_petition_has_no_strips(tmp_path):
    built = briefing.build(article(tmp_path, link=""), tmp_path / "made.pdf", template="poster")
    assert page_text(built.path) == "Wells"


def test_an_embargo_stands_on_the_poster(tmp_path):
    folder = article(tmp_path)
    text = (folder / "briefing.md").read_text(encoding="utf-8")
    write(folder, {"briefing.md": text.replace("date: 2", "embargo: 3 September 2021, 09:00 BST\ndate: 2")})
    built = briefing.build(folder, tmp_path / "made.pdf", template="poster")
    assert "Embargoed until 3 September 2021, 09:00 BST" in page_text(built.path)


def test_a_poster_in_large_print_is_refused_with_what_to_take(tmp_path):
    with pytest.raises(TemplateError) as caught:
        briefing.build(article(tmp_path), tmp_path / "made.pdf", template="poster", edition="large-print")
    assert str(caught.value) == (
        "error  unsuitable-edition\n"
        "  The template poster is not made in the edition large-print; it is made in screen, grey, press and archive.\n"
        "  The template handout can be made in every edition: --template handout --edition large-print."
    )


@pytest.mark.parametrize(
    ("edition", "language"),
    [
        ("screen", None),
        ("archive", "fa-AF"),
        *(
            pytest.param(edition, language, marks=pytest.mark.slow)
            for edition, language in (
                ("screen", "fa-AF"),
                ("grey", None),
                ("grey", "fa-AF"),
                ("press", None),
                ("press", "fa-AF"),
                ("archive", None),
            )
        ),
    ],
)
def test_posters_conform(example, tmp_path, edition, language):
    built = briefing.build(example, tmp_path / "made.pdf", template="poster", edition=edition, language=language)
    assert built.pages == 1
    data = built.path.read_bytes()
    assert_conforming(data, *([ATTACHING] if edition == "archive" else []), thorough=edition == "screen")


def test_posters_look_as_they_did(golden, example, tmp_path):
    built = briefing.build(example, tmp_path / "made.pdf", template="poster")
    golden.check("poster-1", built.path.read_bytes())


def test_strips_with_codes_look_as_they_did(golden, tmp_path):
    built = briefing.build(article(tmp_path), tmp_path / "made.pdf", template="poster")
    golden.check("poster-with-codes", built.path.read_bytes())


def test_a_grey_poster_has_no_area_that_is_filled(tmp_path):
    document = set_poster(article(tmp_path), edition="grey")
    data = write_pdf(document, Metadata(title="Wells", language="en-GB"))
    picture = pypdfium2.PdfDocument(data)[0].render(scale=0.5, grayscale=True).to_pil().convert("L")
    top = picture.crop((0, 0, picture.width, round(picture.height * 0.1)))
    assert sum(value * count for value, count in enumerate(top.histogram())) / (top.width * top.height) > 200
