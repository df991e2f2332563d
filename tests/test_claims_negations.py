"""Words that deny, in the languages whose words are known."""

from __future__ import annotations

import pytest

from briefing.claims import negations_in


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en-GB", "He didn\u2019t, cannot, and Never knew nothing.", ("n\u2019t", "cannot", "Never", "nothing")),
        ("en", "A knot, a noble note.", ()),
        ("fr", "Il n\u2019a pas dit non, il ne va jamais.", ("n\u2019", "non", "ne")),
        ("de-AT", "Keine Frau, nicht einmal; die Vernichtung.", ("Keine", "nicht")),
        ("fa-AF", "\u0627\u0648 \u0646\u0645\u06cc\u200c\u0631\u0648\u062f", ("\u0646\u0645\u06cc",)),
        ("cs", "Ne.", ()),
    ],
)
def test_words_that_deny(language: str, text: str, words: tuple[str, ...]) -> None:
    assert negations_in(text, language) == words
