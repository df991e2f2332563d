"""What a language tag says: direction and digits, compared with the CLDR."""

from __future__ import annotations

import unicodedata

import pytest
from babel import Locale, localedata
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import digits_of, direction, in_digits
from briefing.model.digits import _SYSTEMS, _ZEROS
from briefing.model.languages import (
    _RIGHT_TO_LEFT,
    _RIGHT_TO_LEFT_SCRIPTS,
    _RIGHT_TO_LEFT_THERE,
    Tag,
    read_tag,
    widening,
)

TAGS = sorted(identifier.replace("_", "-") for identifier in localedata.locale_identifiers())
LIKELY = {tag.lower().replace("_", "-"): full for tag, full in get_global("likely_subtags").items()}

SYSTEMS_OF_OUR_OWN = {"ar": "latn", "ur": "latn", "ur-PK": "latn"}
"""What the CLDR has instead."""


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        ("en", Tag("en")),
        ("FA-af", Tag("fa", region="af")),
        ("uz-Arab-AF", Tag("uz", "arab", "af")),
        ("es-419", Tag("es", region="419")),
        ("de-1996", Tag("de")),
        ("sl-rozaj-IT", Tag("sl", region="it")),
        ("ar-u-nu-latn", Tag("ar", numbers="latn")),
        ("ar-MA-u-ca-islamic-nu-arab-x-own", Tag("ar", region="ma", numbers="arab")),
        ("ar-u-nu", Tag("ar")),
        ("ar-t-nu-latn", Tag("ar")),
        ("ar-x-u-nu-latn", Tag("ar")),
        ("prs", Tag("fa", region="af")),
        ("iw-IL", Tag("he", region="il")),
        ("", Tag("")),
    ],
)
def test_the_parts_of_a_tag(tag: str, parts: Tag) -> None:
    assert read_tag(tag) == parts


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("en", ["en"]),
        ("EN-gb", ["en-GB", "en"]),
        ("uz-arab-af-u-nu-latn", ["uz-Arab-AF", "uz-Arab", "uz-AF", "uz"]),
        ("prs", ["fa-AF", "fa"]),
        ("es-419", ["es-419", "es"]),
        ("../fa", []),
        ("fa\n", []),
        ("", []),
    ],
)
def test_names_to_look_for(tag: str, names: list[str]) -> None:
    assert list(widening(tag)) == names


def test_direction_goes_by_script_where_one_is_named() -> None:
    tags = ("fa", "ps-Latn", "en", "ku-Arab-IQ", "he-IL", "pa-PK", "pa-IN", "ur-Aran", "fa-u-nu-latn", "en-x-arab")
    assert "".join(direction(tag)[0] for tag in tags) == "rllrrrlrrl"


def test_directions_are_those_of_the_cldr() -> None:
    # Mongolian in its own script runs in columns, which nothing here does.
    known = [tag for tag in TAGS if not tag.startswith("mn-Mong")]
    assert {tag: direction(tag) for tag in known} == {tag: Locale.parse(tag, "-").text_direction for tag in known}


def test_scripts_from_right_to_left_are_those_of_likely_subtags() -> None:
    for tag in _RIGHT_TO_LEFT | _RIGHT_TO_LEFT_THERE:
        likely = LIKELY.get(tag)
        # Aramaic and Western Punjabi have no row there.
        assert tag in ("arc", "pnb") or (likely and likely.split("_")[1].lower() in _RIGHT_TO_LEFT_SCRIPTS), tag
    countries = {
        tag
        for tag, full in LIKELY.items()
        if "-" in tag and len(tag.split("-")[1]) == 2 and full.split("_")[1].lower() in _RIGHT_TO_LEFT_SCRIPTS
    }
    assert {tag for tag in countries if not tag.startswith("und")} == _RIGHT_TO_LEFT_THERE


def test_digits_are_those_of_the_cldr() -> None:
    theirs = {tag: Locale.parse(tag, "-").default_numbering_system for tag in TAGS}
    for tag in TAGS:
        system = theirs[tag]
        if SYSTEMS_OF_OUR_OWN.get(tag) == system:
            assert digits_of(tag) != digits_of("en"), tag
        else:
            assert ord(digits_of(tag)[0]) == _ZEROS[system], tag


@pytest.mark.parametrize("system", _ZEROS)
def test_a_numbering_system_is_ten_digits_of_unicode(system: str) -> None:
    digits = digits_of(f"en-u-nu-{system}")
    assert [unicodedata.decimal(digit) for digit in digits] == list(range(10))
    assert set(_SYSTEMS.values()) <= set(_ZEROS)


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en-GB", "2021"),
        ("fa-AF", "۲۰۲۱"),
        ("prs", "۲۰۲۱"),
        ("ps", "۲۰۲۱"),
        ("ur", "۲۰۲۱"),
        ("ur-PK", "۲۰۲۱"),
        ("ur-u-nu-latn", "2021"),
        ("ar", "٢٠٢١"),
        ("ar-SY", "٢٠٢١"),
        ("ar-MA", "2021"),
        ("ar-MA-u-nu-arab", "٢٠٢١"),
        ("uz-AF", "۲۰۲۱"),
        ("uz", "2021"),
        ("bn-BD", "২০২১"),
        ("mr", "२०२१"),
        ("hi", "2021"),
        ("my", "၂၀၂၁"),
        ("no tag", "2021"),
        ("en-u-nu-roman", "2021"),
    ],
)
def test_a_number_in_the_digits_of_a_language(tag: str, written: str) -> None:
    assert in_digits(2021, tag) == written


def test_the_numbers_in_a_text() -> None:
    assert in_digits("2.1, ab", "fa") == "۲.۱, ab"


@given(st.text(), st.sampled_from(TAGS))
def test_only_digits_change(text: str, tag: str) -> None:
    assert in_digits(text, tag).translate(str.maketrans(digits_of(tag), "0123456789")) == text.translate(
        str.maketrans(digits_of(tag), "0123456789")
    )
