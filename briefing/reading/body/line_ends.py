"""Whether the end of a typed line stands for a space: not between letters that are written without spaces.

As Pandoc has it under ``east_asian_line_breaks``; Korean has spaces between its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width, name

from markdown_it.token import Token

__all__ = ["is_space"]

_WIDE = ("W", "F")
_LETTERS = ("text", "code_inline", "text_special")


def is_space(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the end of a line among the tokens of a text stands for a space."""
    places = (range(index - 1, -1, -1), range(index + 1, len(tokens)))
    texts = [next((tokens[at].content for at in each if _has_letters(tokens[at])), " ") for each in places]
    before, after = texts[0][-1], texts[1][0]
    return not (_is_wide(before) and _is_wide(after))


def _has_letters(token: Token) -> bool:
    return token.type in _LETTERS and bool(token.content)


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in _WIDE and not name(character, "").startswith("HANGUL")
