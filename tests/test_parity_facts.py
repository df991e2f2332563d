"""What editions print besides their claims, and what one of them lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_verifying_records import GOOD

from briefing.parity.facts import facts_of, lacking_of, pointing_of
from briefing.verifying import Code, ImageShown, Inspection, LinkFound, PageSeen, Tag

A4 = (0.0, 0.0, 210.0, 297.0)
LIST = ("foot", "list")


def paragraph(*children: Tag | str) -> Tag:
    return Tag("P", children=children)


def cited(number: str) -> Tag:
    return Tag("Reference", children=(Tag("Link", children=(number,)),))


def cells(*texts: str) -> Tag:
    return Tag("Table", children=(Tag("TR", children=tuple(Tag("TD", children=(text,)) for text in texts)),))


def edition(
    *tags: Tag, running: tuple[str, ...] = ("A title page 1 of 2", "A title page 2 of 2"), **more
) -> Inspection:
    pages = tuple(PageSeen(number, A4, A4, running=text) for number, text in enumerate(running, 1))
    return replace(GOOD, tags=(Tag("Document", children=tags),), pages=pages, **{"links": (), "codes": (), **more})


def lacking(one: Inspection, other: Inspection, *, citing: tuple[str, str] = LIST) -> list[tuple[str, str]]:
    """What the first lacks."""
    facts = [facts_of(one, citing), facts_of(other, LIST)]
    return [(fact.kind, words) for fact, words in lacking_of(facts[0], facts, pointing_of((one, other)))]


SENTENCE = "People drink from one well."


SIX, SEVEN = "Some 6,000 people drink from it.", "Some 7,000 people drink from it."
ABOUT = "The sources are few."
CITED = paragraph(SENTENCE, cited("3"))
IS_CITED = [("citation", f"3 in “{SENTENCE}”")]
LACKING = {
    "no citation": ([paragraph(SENTENCE)], [CITED], IS_CITED),
    "another number": ([paragraph(SENTENCE, cited("(4)"))], [CITED], IS_CITED),
    "at another claim": (
        [paragraph("Another.", cited("3")), paragraph(SENTENCE)],
        [paragraph("Another."), CITED],
        IS_CITED,
    ),
    "a cell": ([cells("Wells", "6")], [cells("Wells", "6", "6")], [("text", "6")]),
    "digits of a cell": ([cells("Wells", "60")], [cells("Wells", "61")], [("text", "61")]),
    "a short heading": (
        [paragraph(ABOUT)],
        [paragraph(ABOUT), Tag("H2", children=("Sources",))],
        [("text", "Sources")],
    ),
    "once": ([paragraph(SENTENCE)], [paragraph(SENTENCE), paragraph(SENTENCE)], [("text", SENTENCE)]),
    "a figure": ([paragraph(SIX)], [paragraph(SEVEN)], [("text", SEVEN)]),
}


@pytest.mark.parametrize(("one", "other", "told"), LACKING.values(), ids=LACKING)
def test_what_is_not_there_or_less_often_is_told(one, other, told):
    assert lacking(edition(*one), edition(*other)) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((paragraph(SENTENCE, cited("(3)")),), (paragraph(SENTENCE, cited("3")),)),
        (
            (paragraph("Some 6,000 people"), paragraph("drink from it.")),
            (paragraph("Some 6,000 people drink from it."),),
        ),
        ((cited("1 The well 4"),), (cited("1 The well 12"),)),
    ],
    ids=["brackets", "parted", "contents"],
)
def test_what_is_set_in_another_way_is_there(one, other):
    assert lacking(edition(*one), edition(*other)) == []


def test_numbers_of_pages_differ():
    def pointing(page: int) -> Inspection:
        words = f"Sign the petition: page {page}"
        return edition(
            paragraph(words), links=(LinkFound(1, f"page {page}", words, printed=True, described=True, tagged=True),)
        )

    assert lacking(pointing(4), pointing(11)) == []


def test_editions_that_cite_in_another_way_have_other_numbers():
    other = edition(paragraph(SENTENCE, cited("3")))
    assert lacking(edition(paragraph(SENTENCE, cited("a"))), other, citing=("end", "notes")) == []


def test_a_picture_that_is_not_drawn_is_told_though_its_figure_is_there():
    figure = Tag("Figure", alternative="A well", children=(Tag("Caption", children=("The well in May.",)),))
    photograph = ImageShown(1, 40, 30, 300, "figure", "A well")
    assert lacking(edition(figure), edition(figure, images=(photograph,))) == [("picture", "A well")]


def test_a_chart_may_be_drawn_in_parts():
    caption = Tag("Caption", children=("Wells",))
    whole = Tag("Figure", alternative="Chart, Wells, from 1 to 4", children=(caption, "1 2 3 4"))
    parts = [
        Tag("Figure", alternative="Chart, Wells, part 1", children=(caption, "1 2")),
        Tag("Figure", alternative="Chart, Wells, part 2", children=("3 4",)),
    ]
    assert lacking(edition(*parts), edition(whole)) == []
    assert lacking(edition(), edition(whole))[-1] == ("picture", "Chart, Wells, from 1 to 4")


def test_codes_count_where_they_were_looked_for():
    other = edition(codes=(Code(1, "QR Code", "https://example.org"),))
    assert lacking(edition(codes=()), other) == [("QR code", "https://example.org")]
    assert lacking(edition(codes=None), other) == []


def test_running_lines_stand_on_every_page():
    marked = ("A title · DRAFT page 1 of 2", "A title · DRAFT page 2 of 2")
    unmarked = ("A title page 1 of 3", "A title · DRAFT page 2 of 3", "A title page 3 of 3")
    twice = [("running line", "DRAFT"), ("running line", "DRAFT")]  # on all pages, and on all but the first
    assert lacking(edition(running=unmarked), edition(running=marked)) == twice
    assert lacking(edition(running=("A title · DRAFT page 1 of 1",)), edition(running=marked)) == []


def test_a_word_of_the_title_is_no_mark_of_a_draft():
    marked = ("The draft law · DRAFT",)
    assert lacking(edition(running=("The draft law",)), edition(running=marked)) == [("running line", "DRAFT")]
