"""QR codes that cannot be made."""

from __future__ import annotations

import pytest

from briefing.errors import Diagnostic, Position
from briefing.theme import Style
from briefing.typesetting.blocks.media import QrBlock

PLACE = Position("briefing.md", 7, 3)


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "https://example.org/" + "x" * 2980,
            "briefing.md:7:3  error  qr-too-long\n"
            "  The link has 3000 characters: too long for a code that paper can carry.\n"
            "  Use a shorter link.",
        ),
        (
            "https://example.org/\ud800",
            "briefing.md:7:3  error  qr-letters\n  The link holds half a character, which no code can carry.",
        ),
    ],
)
def test_a_link_that_no_code_can_carry_is_refused_with_its_place(link: str, message: str) -> None:
    found: list[Diagnostic] = []
    block = QrBlock(link, 1, Style(), wanted="40mm", diagnostics=found, position=PLACE)
    assert block.measure(200)
    assert [str(each) for each in found] == [message]
