"""The postcard to a representative: a side to look at and a side to write on."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from conforming import ATTACHING, assert_conforming
from reading_folders import write

import briefing
from briefing.errors import LayoutError
from briefing.printing import Asked, impose
from briefing.verifying import Tag
from briefing.verifying.records import walk

MM = 72 / 25.4
HEAD = """---
title: Wells
language: en-GB
date: 2 September 2021
petition:
  ask: Clean the wells of the valley
  link: {link}
  print_as: example.org/wells
---
::: asks
- **Members of the council**: pay for a second well, by 10 December 2021.
- **The mayor**: dig it.
:::
"""
SHORT = "https://example.org/wells"


def built(folder: Path, more: str = "", *, link: str = SHORT, head: str = HEAD, sources: str = "", **options):
    write(folder, {"briefing.md": f"{head.format(link=link)}{more}\nText.\n"})
    if sources:
        write(folder, {"sources.yaml": sources})
    return briefing.build(folder, folder / "made.pdf", template="postcard", **options).path


def text_on(path: Path, page: int) -> str:
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 2
    return " ".join(document[page].get_textpage().get_text_range().split())


def test_a_card_is_of_a6_across_with_two_sides(tmp_path):
    document = pypdfium2.PdfDocument(built(tmp_path))
    assert [page.get_size() for page in document] == [pytest.approx((148 * MM, 105 * MM), abs=0.1)] * 2


def test_the_first_ask_is_what_the_card_shows_and_the_petition_supports_it(tmp_path):
    path = built(tmp_path)
    front = text_on(path, 0)
    assert front.startswith("Members of the council: pay for a second well, by 10 December 2021.")
    assert "The petition: example.org/wells" in front
    assert "The mayor" not in front
    assert "Members of the council: pay for a second well, by 10 December 2021." in text_on(path, 1)


ASKS_MAYOR = "The mayor: dig it."


@pytest.mark.parametrize(
    ("said", "front"),
    [
        ('to="; The Town Hall" ask="the  Mayor"', ASKS_MAYOR),
        ('to="The mayor; The Town Hall"', ASKS_MAYOR),
        ('to="The mayor" ask="Members of the council"', "Members of the council: pay for a second well"),
    ],
)
def test_the_card_shows_the_ask_of_whom_its_block_names_or_its_address(tmp_path, said, front):
    path = built(tmp_path, f"::: postcard {{{said}}}\nPlease.\n:::\n")
    assert text_on(path, 0).startswith(front)


def told_of_asks(folder: Path, said: str) -> list[str]:
    write(folder, {"briefing.md": f"{HEAD.format(link=SHORT)}::: postcard {{{said}}}\nPlease.\n:::\n\nText.\n"})
    return [str(each) for each in briefing.check(folder) if each.id == "postcard-ask"]


HINT = '  Say whose ask it shows, of "Members of the council", "The mayor": ::: postcard {ask="The mayor"}'


def test_that_the_first_of_several_asks_is_shown_is_noted(tmp_path):
    assert told_of_asks(tmp_path, 'to="; The Town Hall"') == [
        "briefing.md:14:1  note  postcard-ask\n"
        f'  The postcard shows the first of 2 asks, that of "Members of the council".\n{HINT}'
    ]
    assert told_of_asks(tmp_path, 'to="The mayor"') == []
    assert told_of_asks(tmp_path, 'ask="The mayor"') == []


def test_an_ask_of_nobody_is_an_error(tmp_path):
    assert told_of_asks(tmp_path, 'ask="The major"') == [
        "briefing.md:14:1  error  postcard-ask\n"
        f'  Nothing is asked of "The major", whose ask the postcard is to show.\n{HINT}'
    ]


def test_a_message_with_fields_is_filled(tmp_path):
    title = 'Dear {{ recipient.name | otherwise "Member" }},'
    card = f'::: postcard {title}\nI live in {{{{ recipient.town | otherwise "the valley" }}}}.\n:::\n'
    assert text_on(built(tmp_path, card), 1).startswith("Dear Member, I live in the valley.")


def test_what_the_author_wrote_for_the_card_is_its_message(tmp_path):
    card = '::: postcard Dear Minister, {to="; The Town Hall; Exampletown EX1 2MP"}\nI drink from this well.\n:::\n'
    back = text_on(built(tmp_path, card), 1)
    assert back.startswith("Dear Minister, I drink from this well.")
    assert "Members of the council" not in back
    assert "The Town Hall" in back
    assert "Exampletown EX1 2MP" in back


def ruled_lines(path: Path) -> int:
    """Lines on the right half of the side to write on, below the stamp."""
    picture = pypdfium2.PdfDocument(path)[1].render(scale=2).to_pil().convert("L")
    column = picture.crop((round(100 * MM * 2), round(34 * MM * 2), round(101 * MM * 2), picture.height))
    dark = [column.crop((0, y, column.width, y + 1)).getextrema()[0] < 160 for y in range(column.height)]
    return sum(here and not before for before, here in zip([False, *dark], dark, strict=False))


def test_what_is_empty_of_the_address_is_ruled_to_be_written_on(tmp_path):
    assert ruled_lines(built(tmp_path)) == 4
    card = '::: postcard {to="; H"}\nPlease.\n:::\n'
    assert ruled_lines(built(tmp_path, card)) == 1


def test_a_card_has_a_code_where_the_link_is_short_enough_for_one(tmp_path):
    for link in (SHORT, f"https://example.org/{'x' * 88}"):
        assert [code.text for code in briefing.verify(built(tmp_path, link=link)).codes] == [link]
    assert not briefing.verify(built(tmp_path, link=f"https://example.org/{'x' * 89}")).codes


def test_an_address_that_the_card_has_no_room_for_is_to_be_shortened(tmp_path):
    head = HEAD.replace("  print_as: example.org/wells\n", "")
    with pytest.raises(LayoutError) as caught:
        built(tmp_path, head=head, link=f"https://example.org/{'wells-' * 60}")
    assert str(caught.value) == (
        "briefing.md:7:9  error  too-tall\n"
        '  This block is 6 mm taller than the panel "foot", which holds the printed address and the imprint, '
        "where it cannot be cut.\n"
        "  Print a shorter address that leads there, in the petition: print_as: example.org/sign"
    )


def test_what_a_message_cites_stands_below_it_with_its_notes(tmp_path):
    card = "::: postcard\nSome 6,000 people drink from one well.[^a] [@survey]\n\n[^a]: Or more.\n:::\n"
    back = text_on(built(tmp_path, card, sources="survey: {title: A survey of wells, date: 2021}\n"), 1)
    assert "Or more." in back
    assert "A survey of wells, 2021." in back


def test_a_message_that_is_too_long_is_refused_and_not_shortened(tmp_path):
    with pytest.raises(LayoutError) as caught:
        built(tmp_path, f"::: postcard\n{'Many words. ' * 120}\n:::\n")
    (found,) = caught.value.diagnostics
    assert found.id == "panel-overfull"
    assert found.message.startswith(
        'The panel "message", which holds the message, with its notes and sources, has no room for all that stands in '
    )
    assert "The longest block is a paragraph (briefing.md:" in found.hint


def test_an_article_with_nothing_but_a_title_makes_a_card(tmp_path):
    path = built(tmp_path, head="---\ntitle: Wells\nlanguage: en-GB\n---\n")
    assert text_on(path, 0) == "Wells"


def test_an_embargo_stands_on_both_sides(tmp_path):
    path = built(tmp_path, head=HEAD.replace("date: 2", "embargo: 3 September 2021, 09:00 BST\ndate: 2"))
    for page in (0, 1):
        assert "Embargoed until 3 September 2021, 09:00 BST" in text_on(path, page)


def test_the_parts_of_a_card_are_read_in_their_order(tmp_path):
    tags = briefing.verify(built(tmp_path)).tags
    words = [each for _, each in walk(tags) if not isinstance(each, Tag)]
    spoken = " ".join(" ".join(map(str, words)).split())
    order = ["second well", "The petition", "Representatives answer", "Name", "Stamp"]
    assert sorted(order, key=spoken.index) == order


def test_stamp_and_address_stand_at_the_right_in_every_language(example, tmp_path):
    for language in (None, "fa-AF"):
        path = briefing.build(example, tmp_path / "made.pdf", template="postcard", language=language).path
        page = pypdfium2.PdfDocument(path)[1].get_textpage()
        left, *_ = page.get_charbox(page.get_text_range().index("House"))
        assert left > 148 * MM / 2


def test_four_cards_stand_on_a_sheet_at_their_own_size(example, tmp_path):
    path = briefing.build(example, tmp_path / "made.pdf", template="postcard").path
    made = impose(path, tmp_path / "sheets.pdf", Asked(scheme="repeat", paper="A4"))
    assert (made.plan.scale, len(made.plan.sides[0]), len(made.plan.sides)) == (1.0, 4, 2)


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
def test_postcards_conform(example, tmp_path, edition, language):
    made = briefing.build(example, tmp_path / "made.pdf", template="postcard", edition=edition, language=language)
    assert made.pages == 2
    data = made.path.read_bytes()
    assert_conforming(data, *([ATTACHING] if edition == "archive" else []), thorough=edition == "screen")


@pytest.mark.parametrize("page", [0, 1])
def test_postcards_look_as_they_did(golden, example, tmp_path, page):
    made = briefing.build(example, tmp_path / "made.pdf", template="postcard")
    golden.check(f"postcard-{page + 1}", made.path.read_bytes(), page)
