"""A file is the same whatever was written before it: codes, labels, subsets and streams come of its own text alone."""

from __future__ import annotations

import zlib
from functools import cache

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from typesetting_tools import METADATA, picture, set_text

from briefing.memory import Memory
from briefing.pdf import write_pdf
from briefing.pdf.showing import TextWriter
from briefing.typesetting import Font, SetDocument, SetPage

PARAGRAPHS = (
    "<p>A hyphen - and one that is typed \u2010 are one glyph.</p>",
    "<p>Only the hyphen that is typed \u2010 so.</p>",
    "<p>Only - the plain one.</p>",
    "<p>Letters with marks: q\u0323\u0301 x\u0301.</p>",
    "<p>Another one: m\u0323, and <em>in italics</em> q\u0323.</p>",
    "<p>A <strong>bold</strong> word and <a href='https://example.org/é'>a link</a>.</p>",
    "<p>See <a href='#there'>page</a> <span data-fill='page-of:there'></span>.</p>",
    "<h2 id='there'>Where it leads</h2>",
    '<figure><img src="one.png" alt="One"></figure>',
    '<figure><img src="two.png" alt="Two, half of it seen through"></figure>',
)
PICTURES = {"one.png": picture("one.png"), "two.png": picture("two.png", mode="LA")}
MOST = {"keeps all": 10_000_000, "forgets much": 20_000, "forgets nearly all": 1_000}
"""Letters that a memory holds."""


@cache
def whole() -> SetDocument:
    return set_text("".join(PARAGRAPHS), pictures=PICTURES)


def part(chosen: tuple[int, ...]) -> SetDocument:
    """A document of some paragraphs, in an order of its own: their fragments are the same in each."""
    fragments = [placed for page in whole().pages for placed in page.fragments]
    places = [fragments[each]._replace(y=700.0 - 40 * row) for row, each in enumerate(chosen)]
    return whole()._replace(pages=(SetPage(tuple(places)),))


CHOICES = st.lists(st.integers(0, len(PARAGRAPHS) - 1), min_size=1, unique=True).map(tuple)


@pytest.mark.parametrize("most", MOST.values(), ids=MOST)
@settings(max_examples=examples(12))
@given(order=st.lists(CHOICES, min_size=2, max_size=6))
def test_what_was_written_before_changes_no_byte(most, order):
    memory = Memory(most)
    for chosen in order:
        document = part(chosen)
        assert write_pdf(document, METADATA, memory=memory) == write_pdf(document, METADATA)


def test_what_is_known_is_not_made_again(monkeypatch):
    made: list[str] = []
    monkeypatch.setattr(Font, "subset", noting(made, "subset", Font.subset))
    monkeypatch.setattr(zlib, "compress", noting(made, "compressed", zlib.compress))
    monkeypatch.setattr(TextWriter, "show", noting(made, "shown", TextWriter.show))
    memory, document = Memory(), part((0, 1, 2))
    write_pdf(document, METADATA, memory=memory)
    assert set(made) == {"subset", "compressed", "shown"}
    made.clear()
    write_pdf(document, METADATA, memory=memory)
    assert made == ["compressed"], "the cross-references, which know where everything stands"


def noting(made: list[str], what: str, function):
    def noted(*given):
        made.append(what)
        return function(*given)

    return noted
