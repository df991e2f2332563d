"""How many examples a property test that sets a number of its own takes."""

from __future__ import annotations

from hypothesis import settings

__all__ = ["USUAL", "examples"]

USUAL = 100
"""What a property test takes in the gate unless it says otherwise: Hypothesis's own default."""


def examples(count: int) -> int:
    """``count`` in the gate; as many times more as the profile, such as "hunt", has more than ``USUAL``."""
    return count * settings.default.max_examples // USUAL
