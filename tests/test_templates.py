"""The look of the two templates, as far as it can be measured."""

from collections import defaultdict

import pytest

from briefing import press
from briefing.theme import Theme
from briefing.typesetting import SetDocument, Show

TEMPLATES = ("briefing", "handout")


def the_example(example, template: str) -> tuple[SetDocument, Theme]:
    briefing = press.load(example).briefing
    made = press.Press(template)
    theme, _ = made.theme(briefing)
    return made.set(briefing, made.document(briefing)), theme


def lines_of(document: SetDocument) -> list[tuple[float, str]]:
    """Size and text of every line, those of running lines too."""
    lines: dict[tuple[int, int, tuple[float, float]], list[Show]] = defaultdict(list)
    for page, content in enumerate(document.pages):
        for index, placed in enumerate(content.fragments):
            offsets = [(0.0, 0.0)]
            for operation in placed.fragment.operations:
                if isinstance(operation, Show):
                    left, bottom = offsets[-1]
                    lines[page, index, (left, round(bottom + operation.y))].append(operation)
                elif isinstance(operation, str):
                    move(offsets, operation)
    return [(max(show.size for show in shows), "".join(map(text_of, shows))) for shows in lines.values()]


def move(offsets: list[tuple[float, float]], operators: str) -> None:
    """Follow the operators that save, restore and shift the origin."""
    if operators == "q":
        offsets.append(offsets[-1])
    elif operators == "Q":
        offsets.pop()
    elif operators.startswith("1 0 0 1 ") and operators.endswith(" cm"):
        x, y = operators.split()[4:6]
        offsets[-1] = (offsets[-1][0] + float(x), offsets[-1][1] + float(y))


def text_of(show: Show) -> str:
    return "".join(glyph.text for glyph in show.glyphs)


@pytest.mark.parametrize("template", TEMPLATES)
def test_body_text_is_easy_to_read(example, template):
    document, theme = the_example(example, template)
    body = theme.style("body", ())
    assert 10.5 <= body.size <= 12
    assert body.leading >= 1.35 * body.size
    assert body.align == "left"
    longest = max((text for size, text in lines_of(document) if size == body.size), key=len)
    assert len(longest.strip()) <= 80, longest


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_is_set_too_small(example, template):
    document, _ = the_example(example, template)
    small = [(size, text) for size, text in lines_of(document) if size < 7.5 and text.strip(" 0123456789,abc")]
    assert not small


@pytest.mark.parametrize(("template", "most"), [("briefing", 8), ("handout", 2)])
def test_the_example_keeps_to_the_pages_of_its_template(example, template, most):
    document, theme = the_example(example, template)
    assert theme.page.at_most == most
    assert len(document.pages) <= most
    assert not document.diagnostics


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_leaves_the_printable_page(example, template):
    document, theme = the_example(example, template)
    margin = 5 * 72 / 25.4  # what an office printer cannot reach
    for page in document.pages:
        for placed in page.fragments:
            assert placed.x >= margin
            assert placed.x + placed.fragment.width <= theme.page.width - margin
            assert placed.y >= margin
            assert placed.y + placed.fragment.height <= theme.page.height - margin
