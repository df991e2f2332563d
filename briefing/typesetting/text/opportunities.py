"""Where a line may break in a text whose words have no spaces between them.

By UAX #14, and for the scripts that it leaves to dictionaries by those of ICU. What has spaces between its words is
cut at these, see ``inline``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec

__all__ = ["has_dictionary", "needs_dictionary", "needs_opportunities", "opportunities"]

_DICTIONARY = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f]")
"""Thai, Lao, Burmese, Khmer: words without anything between them. See: UAX #14, class SA."""
_WITHOUT_SPACES = re.compile(
    "[\u0f00-\u0fff\u1360-\u1368\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)
"""Tibetan, Ethiopic wordspaces, Chinese, Japanese, emoji. Korean is cut at its spaces."""
_IDEOGRAPH = "一"
_IDEOGRAPHS = "[\u3400-\u4dbf\u4e00-\u9fffあいうえおか-ぢつ-もやゆよら-ろわ-んアイウエオカ-ヂツ-モヤユヨラ-ロワ-ン]"
"""Ideographs, and kana that may begin a line, which are the same to every rule. See: UAX #14, class ID."""
_ALIKE = re.compile(_IDEOGRAPHS)
_BETWEEN = re.compile(f"(?<={_IDEOGRAPH})(?={_IDEOGRAPH})")
_HALF = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which no library in C takes."""
_MOST_KEPT = 4096


def needs_opportunities(text: str) -> bool:
    """Tell whether a text has letters between which a line may break."""
    return bool(_WITHOUT_SPACES.search(text) or _DICTIONARY.search(text))


def needs_dictionary(text: str) -> bool:
    """Tell whether only a dictionary knows where the words of a text end."""
    return bool(_DICTIONARY.search(text))


def has_dictionary() -> bool:
    """Tell whether the dictionaries are installed: the extra ``asian``."""
    return find_spec("icu4py") is not None


@lru_cache(maxsize=_MOST_KEPT)
def opportunities(text: str, language: str) -> tuple[int, ...]:
    """Offsets inside a text at which a line may end, in rising order; never its own end.

    Where a dictionary is needed it has to be there, see ``has_dictionary``.
    """
    ends = _by_dictionary(text, language) if needs_dictionary(text) else _by_rules(text)
    return tuple(end for end in ends if 0 < end < len(text))


def _by_dictionary(text: str, language: str) -> list[int]:
    # Late: 40 MB that only these scripts need.
    from icu4py.breakers import LineBreaker

    return [end for _, end in LineBreaker(_HALF.sub("\N{REPLACEMENT CHARACTER}", text), language).segments()]


def _by_rules(text: str) -> Iterator[int]:
    """Yield the ends of a text, from one pair of ideographs to the next: no rule looks over such a pair."""
    start = 0
    for piece in _BETWEEN.split(_ALIKE.sub(_IDEOGRAPH, text)):
        yield from (start + end for end in _ends(piece))
        start += len(piece)


@lru_cache(maxsize=_MOST_KEPT)
def _ends(piece: str) -> tuple[int, ...]:
    """Ends of a piece of text: of a few letters mostly, which come again and again."""
    # Late, for few documents need its tables.
    from uniseg.linebreak import line_break_boundaries

    return tuple(line_break_boundaries(piece))
