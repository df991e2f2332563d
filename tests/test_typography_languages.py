"""The table of languages: whole, sourced, and the same as the guide says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel import Locale
from typography_tools import shown

from briefing.templating.typography import typeset_text
from briefing.templating.typography.language import language_of
from briefing.templating.typography.languages import ROWS
from briefing.templating.typography.months import MONTHS

GUIDE = (Path(__file__).parent.parent / "docs" / "writing.md").read_text("utf-8")
LOCALES = sorted({row.locale for row in ROWS.values()})


@pytest.mark.parametrize("tag", ROWS)
def test_rows_are_whole(tag):
    row = ROWS[tag]
    assert tag == tag.lower()
    assert re.fullmatch(r"[“”„«»]{2}(?: [“”„«»‘’‚‹›]{2})?", row.marks)
    assert row.source
    assert len(row.percent.split()) in (0, 2)
    assert {len(word) for word in row.clinging.split()} <= {1}
    assert all(len(each.split()) > 1 for each in row.pairs.split("|") if each)
    assert all(word.endswith(".") for each in row.pairs.split("|") for word in each.split()[1:])


def test_months_are_known_for_every_row_and_no_other():
    assert sorted(MONTHS) == LOCALES


@pytest.mark.parametrize("locale", LOCALES)
def test_months_are_those_of_babel(locale):
    months = Locale.parse(locale).months
    # Babel writes into what languages share here.
    months["stand-alone"] = months["stand-alone"].copy()
    names = {
        width: {name.rstrip(".") for context in ("format", "stand-alone") for name in months[context][width].values()}
        for width in ("wide", "abbreviated")
    }
    listed = set(MONTHS[locale].split())
    assert listed <= names["wide"] | names["abbreviated"]
    assert {name for name in names["wide"] if name.isalpha()} <= listed


@pytest.mark.parametrize(
    ("tag", "same_as"),
    [("de-LU", "de"), ("en-GB", "en"), ("EN-us", "en"), ("de-CH-1996", "de-CH"), ("es-MX", "es-419"), ("prs", "fa-AF")],
)
def test_a_language_is_found_by_the_beginning_of_its_tag(tag, same_as):
    assert typeset_text("\"a 'b' c\"", tag) == typeset_text("\"a 'b' c\"", same_as)


@pytest.mark.parametrize("tag", ["", "zzx", "deu", "x-de", "zh-Hant", "zh-Hans", "ja", "ko"])
def test_of_other_languages_nothing_is_known(tag):
    assert not language_of(tag).is_known


def cells(line):
    return [cell.strip().removeprefix("`").removesuffix("`") for cell in line.strip("| ").split(" | ")]


def test_the_guide_shows_what_is_set():
    table = re.search(r"^\| you type.*\n\|[-|]+\n((?:\|.*\n)+)", GUIDE, re.MULTILINE)
    assert table
    for line in table[1].splitlines():
        typed, *expected = cells(line)
        for tag, text in zip(("en", "de", "fr"), expected, strict=True):
            wanted = expected[0] if text == "the same" else text
            assert shown(typeset_text(typed, tag)).replace("~", " ").replace("_", " ") == wanted
