"""Names, titles and addresses that run the other way than the words around them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markupsafe import Markup
from templating_sample import BARE, MASTHEAD

from briefing.resources import templates_folder
from briefing.templating.page import Page
from briefing.templating.words import read_words


def isolated(text, language, its=""):
    words = read_words(templates_folder() / "words", language)
    return Page(replace(BARE, masthead=replace(MASTHEAD, language=language)), words).isolated(text, its)


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("The Times", "en", "The Times"),
        ("020 7946 0000", "en", "020 7946 0000"),
        ("کابل", "fa-AF", "کابل"),
        ("", "fa-AF", ""),
        ("The Times", "fa-AF", '<span dir="ltr">The Times</span>'),
        ("020 7946 0000", "fa-AF", '<span dir="ltr">020 7946 0000</span>'),
        ("«کابل» Kabul", "en", '<span dir="rtl">«کابل» Kabul</span>'),
        ("<b> & co", "ar", '<span dir="ltr">&lt;b&gt; &amp; co</span>'),
        (Markup('<a href="x">کابل</a>'), "fa-AF", '<a href="x">کابل</a>'),
        (Markup('<a href="x">y</a>'), "he", '<span dir="ltr"><a href="x">y</a></span>'),
    ],
)
def test_a_text_keeps_its_direction_among_words_of_the_other(text, language, shown):
    assert str(isolated(text, language)) == shown


@pytest.mark.parametrize(
    ("text", "language", "its", "shown"),
    [
        ("The Times", "fa-AF", "en-GB", '<span lang="en-GB" dir="ltr">The Times</span>'),
        ("The Times", "de", "en", '<span lang="en">The Times</span>'),
        ("The Times", "en-GB", "en-US", '<span lang="en-US">The Times</span>'),
        ("The Times", "en-GB", "en", "The Times"),
        ("The Times", "en-GB", "EN-gb", "The Times"),
        ("کابل", "fa-AF", "ps", '<span lang="ps">کابل</span>'),
        ("", "fa-AF", "en", ""),
    ],
)
def test_a_text_in_another_language_is_marked_with_it(text, language, its, shown):
    assert str(isolated(text, language, its)) == shown
