"""A text on a line of its own: shaped, in its fonts, in the order in which it is seen."""

from __future__ import annotations

from functools import lru_cache

from briefing.theme import Style
from briefing.typesetting.bidi import visual_order
from briefing.typesetting.fonts import FontLibrary, features_of
from briefing.typesetting.text.itemising import Itemiser
from briefing.typesetting.text.joining import joined
from briefing.typesetting.text.letters import Unset
from briefing.typesetting.text.runs import Box, Run, text_box

__all__ = ["SingleLines"]

_MOST_KEPT = 2048


class SingleLines:
    """Sets the texts of drawings, which are not broken."""

    def __init__(self, fonts: FontLibrary, language: str) -> None:
        self._fonts, self._language = fonts, language
        # What no font has is said of the table beside the drawing, which has a place in the article.
        self._itemiser = Itemiser(fonts, Unset())
        self.boxes = lru_cache(maxsize=_MOST_KEPT)(self._boxes)

    def _boxes(self, text: str, style: Style) -> tuple[Box, ...]:
        """Shape a text; the boxes stand from left to right."""
        run = Run(text, -1, style, self._fonts.font(style), features_of(style), self._language)
        parts = [part for part in self._itemiser.itemised([run], style.direction) if part]
        beside = joined([part.text for part in parts])
        order = visual_order([part.level for part in parts])
        return tuple(text_box(parts[index], parts[index].text, beside[index]) for index in order)
