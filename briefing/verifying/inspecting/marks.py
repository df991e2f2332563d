"""Marked content of the pages, looked up by what a structure tree says of it.

A tree names marks of forms by the form's stream, pdfium only by the order in which a page draws its forms: content
streams are read for the order, and only where a tree asks. See: ISO 32000-1, 14.7.4.2 (marked-content references).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pikepdf

from briefing.verifying.inspecting.objects import BROKEN, Identity, as_name, entry, identity
from briefing.verifying.inspecting.pages import inherited
from briefing.verifying.inspecting.text import Owner, PageText, Run

__all__ = ["Marks"]

MOST_FORMS = 10_000
"""Drawn by one page."""
_DEEPEST = 15


@dataclass(slots=True)
class Marks:
    """Marks of all pages; pages count from 1."""

    pages: Sequence[object]
    texts: Sequence[PageText]
    _known: dict[int, Mapping[Owner, tuple[Run, ...]]] = field(default_factory=dict)
    _forms: dict[int, list[Identity | None]] = field(default_factory=dict)

    def find(self, page: int, stream: object, mark: int) -> Owner | None:
        """Find a mark of a page or, where ``stream`` is one, of a form that it draws."""
        known = self._of(page)
        own = identity(stream)
        owner = Owner(None, mark)
        if own is None and owner in known:
            return owner
        inside = [each for each in known if each.mark == mark and each.form is not None]
        if own is not None and len({each.form for each in known}) > 1:
            drawn = self._drawn(page)
            named = [each for each in inside if (each.form or 0) < len(drawn) and drawn[each.form or 0] == own]
            inside = named or inside
        return inside[0] if inside else None

    def runs(self, page: int, owner: Owner) -> tuple[Run, ...]:
        """Text of a mark; none where it shows none."""
        return self._of(page).get(owner, ())

    def _of(self, page: int) -> Mapping[Owner, tuple[Run, ...]]:
        if page not in self._known:
            text = self.texts[page - 1]
            seen: dict[Owner, tuple[Run, ...]] = {owner: () for image in text.images for owner in image.owners}
            self._known[page] = {**seen, **text.marked}
        return self._known[page]

    def _drawn(self, page: int) -> list[Identity | None]:
        """List the forms that a page draws in pdfium's order."""
        if page not in self._forms:
            self._forms[page] = _forms_of(self.pages[page - 1])
        return self._forms[page]


def _forms_of(page: object) -> list[Identity | None]:
    found: list[Identity | None] = []
    waiting: list[tuple[object, object, int]] = [(page, inherited(page, "Resources"), 0)]
    while waiting and len(found) < MOST_FORMS:
        content, resources, depth = waiting.pop()
        if depth:
            found.append(identity(content))
        if depth < _DEEPEST:
            forms = [entry(resources, "XObject", name) for name in _painted(content)]
            waiting += [
                (form, entry(form, "Resources") or resources, depth + 1)
                for form in reversed(forms)
                if as_name(entry(form, "Subtype")) == "Form"
            ]
    return found


def _painted(content: object) -> list[str]:
    """Names that a content stream paints, in order."""
    if not isinstance(content, (pikepdf.Dictionary, pikepdf.Stream)):
        return []
    with suppress(*BROKEN):
        return [
            as_name(operand)
            for instruction in pikepdf.parse_content_stream(content, "Do")
            for operand in instruction.operands
        ]
    return []
