"""The text of the speed table, and that both sides of its row still set it."""

from __future__ import annotations

import pytest
from benchmarks.prose import Ours, Stock, prose


def test_a_text_is_made_again_from_its_seed():
    assert prose(1) == prose(1)
    assert prose(1) != prose(2)
    assert {piece.tag for piece in prose(1)} == {"p", "li", "h2"}


@pytest.mark.slow
@pytest.mark.parametrize("side", [Ours, Stock])
def test_both_sides_set_the_text_in_fifty_pages(side):
    assert side([prose(1)])() > 0
