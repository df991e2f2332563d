"""Words about reuse and the licence they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.licences import Licence, licence_named

SITE = "https://creativecommons.org"


@pytest.mark.parametrize(
    ("words", "name", "path"),
    [
        ("CC BY 4.0", "CC BY 4.0", "licenses/by/4.0"),
        ("Text under Creative Commons Attribution 4.0 (CC BY 4.0).", "CC BY 4.0", "licenses/by/4.0"),
        ("cc-by-nc-sa-3.0", "CC BY-NC-SA 3.0", "licenses/by-nc-sa/3.0"),
        ("CC BY‑ND 4.0", "CC BY-ND 4.0", "licenses/by-nd/4.0"),
        ("CC BY-SA 3.0 Unported", "CC BY-SA 3.0", "licenses/by-sa/3.0"),
        (
            "This work is licensed under a Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International "
            "Licence.",
            "CC BY-NC-ND 4.0",
            "licenses/by-nc-nd/4.0",
        ),
        ("Creative Commons Attribution Non-Commercial 2.0", "CC BY-NC 2.0", "licenses/by-nc/2.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.en", "CC BY-SA 4.0", "licenses/by-sa/4.0"),
        ("CC BY 4.0, https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0", "licenses/by/4.0"),
    ],
)
def test_a_licence_is_known_by_its_names(words, name, path):
    assert licence_named(words) == Licence(name, f"{SITE}/{path}/")


@pytest.mark.parametrize("words", ["CC0", "CC0 1.0 Universal", "CC 0", f"{SITE}/publicdomain/zero/1.0/"])
def test_of_one_licence_no_rights_are_left(words):
    assert licence_named(words) == Licence("CC0 1.0", f"{SITE}/publicdomain/zero/1.0/", public_domain=True)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "All rights reserved.",
        "Public domain",
        "CC BY",
        "CC BY 5.0",
        "CC BY 4.05",
        "CC SA-BY 4.0",
        "Not CC BY 4.0",
        "CC BY 4.0 with exceptions",
        "Text CC BY 4.0, photographs © A. Person",
        "Text CC BY 4.0, photographs CC BY-NC 4.0",
        "Creative Commons Attribution 4.0 (CC BY-SA 4.0)",
        "https://creativecommons.org.example/licenses/by/4.0/",
        "xcc by 4.0",
    ],
)
def test_words_that_say_more_or_less_name_none(words):
    assert licence_named(words) is None


@given(st.text())
def test_any_words_are_read(words):
    assert licence_named(words) is None or words
