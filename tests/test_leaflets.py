"""The leaflet and the trifold: what stands on which of their pages, in each edition and from both sides."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from conforming import assert_conforming
from pdf_x4 import broken_rules
from reading_folders import write

import briefing
from briefing import press
from briefing.errors import TemplateError
from briefing.theme import Theme
from briefing.typesetting import Close, NumberHole, Open, SetDocument, Show

MM = 72 / 25.4
TEMPLATES = ("leaflet", "trifold")
EDITIONS = ("screen", "grey", "press", "archive")
LANGUAGES = (None, "fa-AF")
EDGE = 5 * MM
"""What office printers leave empty."""


@pytest.fixture(scope="module")
def made(example, tmp_path_factory):
    folder = tmp_path_factory.mktemp("leaflets")
    return {
        (template, edition, language): briefing.build(
            example,
            folder / f"{template}-{edition}-{language}.pdf",
            template=template,
            edition=edition,
            language=language,
        )
        for template in TEMPLATES
        for edition in EDITIONS
        for language in (LANGUAGES if edition == "screen" else LANGUAGES[:1])
    }


def set_as(example: Path, template: str, language: str | None, page: str | None = None) -> tuple[SetDocument, Theme]:
    article = press.load(example, language=language).briefing
    opened = press.Press(template, page=page)
    return opened.set(article, opened.document(article, draft=True)), opened.theme(article)[0]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("edition", EDITIONS)
def test_two_sides_and_nothing_to_mend(made, template, edition):
    built = made[template, edition, None]
    assert built.pages == 2
    assert [each.id for each in built.diagnostics if each.severity in ("error", "warning")] == []
    if edition != "archive":
        assert_conforming(built.path.read_bytes(), thorough=edition == "screen")
    if edition == "press":
        assert broken_rules(built.path.read_bytes()) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_from_right_to_left_too(made, template):
    built = made[template, "screen", "fa-AF"]
    assert built.pages == 2
    assert [each.id for each in built.diagnostics if each.severity in ("error", "warning")] == []
    assert_conforming(built.path.read_bytes())


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("page", ["A3", "A6"])
def test_other_papers_are_refused_by_name(example, tmp_path, template, page):
    sizes = {"leaflet": "A5", "trifold": "A4 and letter"}[template]
    with pytest.raises(TemplateError) as caught:
        briefing.build(example, tmp_path / "made.pdf", template=template, page=page)
    assert [each.message for each in caught.value.diagnostics] == [
        f"The template {template} is not made for {page}; it is made for {sizes}."
    ]


@pytest.mark.parametrize("template", TEMPLATES)
def test_for_large_print_there_is_the_handout(example, tmp_path, template):
    with pytest.raises(TemplateError) as caught:
        briefing.build(example, tmp_path / "made.pdf", template=template, edition="large-print")
    (found,) = caught.value.diagnostics
    assert (found.id, found.hint) == (
        "unsuitable-edition",
        "The template handout can be made in every edition: --template handout --edition large-print.",
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("template", "page"), [("leaflet", None), ("trifold", None), ("trifold", "letter")])
def test_nothing_stands_where_office_printers_cannot_print(example, template, page, language):
    document, _ = set_as(example, template, language, page)
    for each in document.pages:
        for placed in each.fragments:
            if placed.fragment.width == document.page.width:
                continue  # marks of folds have a test of their own
            right, top = placed.x + placed.fragment.width, placed.y + placed.fragment.height
            room = min(placed.x, placed.y, document.page.width - right, document.page.height - top)
            assert room >= EDGE - 0.1, placed.fragment.operations


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("template", "body"), [("leaflet", 12), ("trifold", 12)])
def test_text_is_clear_print_and_small_print_can_be_read(example, template, body, language):
    document, theme = set_as(example, template, language)
    assert theme.style("body", ()).size == body
    assert theme.style("p", ("source",)).size == 9
    tags = {node.number: node for node in document.tree.walk()}
    sizes = [
        show.size
        for page in document.pages
        for placed in page.fragments
        for number, show in tagged(placed.fragment.operations)
        if number is not None and not {"citation", "citations"} & around(tags[number + placed.base], tags)
    ]
    assert min(sizes) >= 8


def tagged(operations):
    number = None
    for operation in operations:
        if isinstance(operation, Open):
            number = operation.node
        elif isinstance(operation, Close):
            number = None
        elif isinstance(operation, Show | NumberHole):
            yield number, operation


def around(node, tags) -> set[str]:
    """Classes of a node and of those that it stands in."""
    found = set(node.classes)
    for each in tags.values():
        if node in each.children:
            return found | around(each, tags)
    return found


def pages_of_headings(document: SetDocument) -> list[tuple[str, int]]:
    """Each heading with its page, in the order of reading."""
    pages = {}
    for number, page in enumerate(document.pages, start=1):
        for placed in page.fragments:
            for operation in placed.fragment.operations:
                if isinstance(operation, Open):
                    pages.setdefault(operation.node + placed.base, number)
    return [
        (" ".join(node.spoken().split()), min(pages[each.number] for each in node.walk() if each.number in pages))
        for node in document.tree.walk()
        if node.tag in ("h1", "h2", "h3")
    ]


def test_a_trifold_is_read_from_the_cover_through_its_inside_to_the_back(example):
    document, _ = set_as(example, "trifold", None)
    assert pages_of_headings(document) == [
        ("Tell the Government that Britain should take in more Afghan refugees", 1),
        ("Key figures", 1),
        ("Summary", 2),
        ("Forty years in Panjshir", 2),
        ("Who is fleeing", 2),
        ("What Britain has promised", 2),
        ("Write to your MP", 2),
        ("What we ask", 2),
        ("Sources", 2),
        ("Sign the petition", 1),
        ("About us", 1),
    ]


def test_a_leaflet_asks_first_and_proves_on_its_back(example):
    document, _ = set_as(example, "leaflet", None)
    assert pages_of_headings(document) == [
        ("Tell the Government that Britain should take in more Afghan refugees", 1),
        ("Sign the petition", 1),
        ("Who is fleeing", 2),
        ("What Britain has promised", 2),
        ("Write to your MP", 2),
        ("Sources", 2),
        ("About us", 2),
    ]


@pytest.mark.parametrize(("language", "cover", "folds"), [(None, 197, (97, 197)), ("fa-AF", 5, (100, 200))])
def test_the_flap_folds_in_from_the_side_on_which_lines_end_and_is_narrower(example, language, cover, folds):
    document, theme = set_as(example, "trifold", language)
    grounds = [placed for placed in document.pages[0].fragments if not tuple(tagged(placed.fragment.operations))]
    assert min(abs(placed.x - cover * MM) for placed in grounds) < 0.1
    widths = [area.width / MM for area in theme.panels["inside"].areas]
    assert widths == pytest.approx([100, 100, 97])
    article, opened = press.load(example, language=language).briefing, press.Press("trifold", edition="press")
    outside = opened.set(article, opened.document(article)).pages[0]
    assert sorted(outside.folds) == pytest.approx([fold * MM for fold in folds])


@pytest.mark.parametrize("template", TEMPLATES)
def test_without_a_petition_the_title_leads(tmp_path, template):
    text = "---\ntitle: A well for the valley\nlanguage: en-GB\n---\n::: handout Why\nIt is dry.\n:::\n\nA text.\n"
    built = briefing.build(write(tmp_path / "piece", {"briefing.md": text}), tmp_path / "made.pdf", template=template)
    assert [each.id for each in built.diagnostics if each.severity == "warning"] == ["voters-unanswered"]
    with pikepdf.open(built.path) as pdf:
        outline = [str(each.title) for each in pdf.open_outline().root]
    assert outline[0] == "A well for the valley"


def test_a_trifold_that_holds_too_much_says_how_much(tmp_path):
    points = "".join(f"- Point {number} {'of many words ' * 30}\n" for number in range(30))
    text = f"---\ntitle: T\nlanguage: en-GB\n---\n::: summary\n{points}:::\n\nA text.\n"
    found = press.check(write(tmp_path / "piece", {"briefing.md": text}), template="trifold")
    (overfull,) = (each for each in found if each.id == "panel-overfull")
    assert overfull.message.startswith('The panel "inside" has no room for all that stands in it: about ')
    # A briefing is not what somebody wants who wants a leaflet to be folded.
    assert overfull.hint.endswith('The longest block is "Summary" (briefing.md:1:1).')


def test_how_to_print_and_fold_is_told(made):
    (told,) = (each for each in made["trifold", "screen", None].diagnostics if each.id == "to-fold")
    assert (told.severity, told.message, told.hint) == (
        "note",
        "This is made to be folded, at the short lines near its edges.",
        "Print it at 100 % (actual size), on both sides, flipped on the short edge; fold the narrow panel in first.",
    )
    (sheet,) = (each for each in made["trifold", "press", None].diagnostics if each.id == "press-sheet")
    assert sheet.details == (
        "Colour that reaches the edge goes on into the bleed.",
        "Dashed lines outside of the bleed mark the folds.",
    )
    assert not [each for each in made["trifold", "press", None].diagnostics if each.id == "to-fold"]


def test_the_file_asks_for_its_own_size_and_for_the_short_edge(made):
    for template, wanted in (("trifold", ("/None", "/DuplexFlipShortEdge")), ("leaflet", (None, None))):
        with pikepdf.open(made[template, "screen", None].path) as pdf:
            asked = pdf.Root.ViewerPreferences
            assert (asked.get("/PrintScaling"), asked.get("/Duplex")) == wanted
