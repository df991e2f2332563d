"""Pages with any elements in any order: each becomes an article, and none stops the import."""

from __future__ import annotations

import hypothesis
import pytest
from hunting import examples
from hypothesis import example, settings
from hypothesis import strategies as st

from briefing.errors import errors_of
from briefing.importing.article import draft_of_article
from briefing.importing.given import Given
from briefing.importing.html import read_page
from briefing.importing.proposing import propose
from briefing.model import plain_text

_TAGS = """
    p div section aside main article header footer ul ol li dl dt dd table thead tbody tr td th caption figure
    figcaption img blockquote q pre code br hr h1 h2 h3 h6 a b em span sup del ins math svg form button input details
    summary iframe video address center font nav small cite abbr time
"""
TAGS = st.sampled_from(_TAGS.split())
NAMES = st.sampled_from(["", "", "", "byline", "share", "related", "footnotes", "comments", "btn", "date", "lead"])
WORDS = st.sampled_from(
    ["The river rose in May 2021.", "a", "", " ", "Comments", "“We left,” said Jane Doe.", "1", "Sign the petition"]
)
LEADS = st.sampled_from(["", "", "#note", "https://example.org/a", "note.html"])
STORY = "<p>The bridge has been shut since the flood, and nobody in the two villages knows when it will open.</p>" * 6


def given(page: str) -> Given:
    return Given(page.encode(), "page.html", "page", "en-GB")


def element(tag: str, name: str, leads: str, inside: list[str]) -> str:
    """Write an element; some have no end, as in many pages."""
    attributes = f' class="{name}" id="{name}"' if name else ""
    attributes += f' href="{leads}"' if leads and tag == "a" else f' src="{leads}"' if leads else ""
    return f"<{tag}{attributes}>{''.join(inside)}" + (f"</{tag}>" if len(inside) != 1 else "")


PAGES = st.recursive(
    WORDS,
    lambda inner: st.builds(element, TAGS, NAMES, LEADS, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@pytest.mark.parametrize(
    ("loose", "kept"),
    [("<dl></dl>", ""), ("<dl><dd>Only said</dd></dl>", "Only said"), ("<dl><dt>Only a term</dt></dl>", "Only a term")],
)
def test_a_list_of_terms_may_lack_half_of_it(loose, kept):
    found = read_page(given(f"<h1>Title</h1>{STORY}{loose}{STORY}"))
    assert not errors_of(found.diagnostics)
    assert kept in " ".join(map(plain_text, found.blocks))


@settings(max_examples=examples(150))
@example("<div><dl><dt>Published</dt><dd>3 May 2020</dd></dl></div>", "")
@example("<math><math></math></math>", "")
@hypothesis.given(PAGES, PAGES)
def test_any_elements_in_and_behind_an_article_let_it_be_imported(inside, behind):
    page = (
        f"<html lang=en><body><main><h1>Who mends the bridge?</h1>{STORY}{inside}{STORY}</main>{behind}</body></html>"
    )
    found = propose(read_page(given(page)), given(page))
    assert not errors_of(found.diagnostics)
    assert "nobody in the two villages" in " ".join(map(plain_text, found.blocks))
    assert not errors_of(draft_of_article(found, given(page)).diagnostics)
