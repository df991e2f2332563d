"""An opened file → which of its parts cannot be read to their end, and what readers miss.

Viewers show a page up to where it breaks off, and say nothing. Attached files are compared in ``attachments``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pikepdf

from briefing.verifying.findings import Problem
from briefing.verifying.inspecting.integrity import is_whole
from briefing.verifying.inspecting.objects import Identity, as_array, as_name, entries, entry, identity, is_dictionary
from briefing.verifying.words import AGAIN, agreeing, counted, on_pages

__all__ = ["find_damage"]

_MOST_NODES = 2_000_000
"""Objects that are looked through for what is damaged."""
_ELSEWHERE = frozenset({"Parent", "P", "Pg", "Dest", "D", "StructTreeRoot", "EF"})
"""Entries that lead to other pages, or to attached files."""
_FONT_FILES = frozenset({"FontFile", "FontFile2", "FontFile3"})
_LETTERS = frozenset({"ToUnicode"})
_COLOURS = frozenset({"DestOutputProfile"})


class _Part(NamedTuple):
    """A damaged stream in the words of a reader."""

    kind: str
    """``page``, ``image``, ``font``, ``letters``, ``colours``, ``metadata`` or ``other``."""
    page: int | None
    """That needs it first."""
    name: str = ""
    """Of a font."""


@dataclass(slots=True)
class _Search:
    """Finds where damaged streams are used, page by page and then in the rest of the file."""

    broken: frozenset[Identity]
    seen: set[Identity]
    nodes: int = 0

    def below(self, root: object, page: int | None) -> Iterator[_Part]:
        waiting: list[tuple[str, object, object]] = [("", None, root)]
        while waiting and self.nodes < _MOST_NODES:
            self.nodes += 1
            key, holder, value = waiting.pop()
            if isinstance(value, pikepdf.Array):
                waiting += [(key, holder, each) for each in reversed(as_array(value))]
            elif is_dictionary(value) and (holder is None or as_name(entry(value, "Type")) not in ("Page", "Pages")):
                own = identity(value)
                if own in self.seen:
                    continue
                if own:
                    self.seen.add(own)
                if own in self.broken:
                    yield _part(key, holder, value, page)
                waiting += [(name, value, each) for name, each in reversed(entries(value)) if name not in _ELSEWHERE]


def find_damage(pdf: pikepdf.Pdf, pages: Sequence[object]) -> tuple[Problem, ...]:
    """Name whatever is damaged and in use, as failures: pages first."""
    damaged = (identity(each) for each in pdf.objects if isinstance(each, pikepdf.Stream) and not is_whole(each))
    broken = frozenset(own for own in damaged if own)
    if not broken:
        return ()
    search = _Search(broken, set())
    parts = [part for number, page in enumerate(pages, start=1) for part in search.below(page, number)]
    parts += search.below(pdf.Root, None)
    return tuple(_problems(parts))


def _part(key: str, holder: object, stream: object, page: int | None) -> _Part:
    kind = as_name(entry(stream, "Subtype"))
    if key in _FONT_FILES:
        return _Part("font", page, as_name(entry(holder, "FontName")).rpartition("+")[2])
    if key in _LETTERS:
        return _Part("letters", page, as_name(entry(holder, "BaseFont")).rpartition("+")[2])
    if key in _COLOURS:
        return _Part("colours", None)
    if key == "Metadata":
        return _Part("metadata" if page is None else "other", page)
    if kind == "Image":
        return _Part("image", page)
    return _Part("page" if key == "Contents" or kind == "Form" else "other", page)


def _problems(parts: Sequence[_Part]) -> Iterator[Problem]:
    """One problem for each kind of part, and for each font."""
    found: dict[tuple[str, str], list[_Part]] = {}
    for part in sorted(parts, key=lambda each: list(_SENTENCES).index(each.kind)):
        found.setdefault((part.kind, part.name), []).append(part)
    for (kind, name), alike in found.items():
        numbers = [part.page for part in alike if part.page is not None]
        facts = {
            "name": name or "without a name",
            "pages": on_pages(numbers) if numbers else "the file",
            "pictures": counted(len(alike), "picture"),
            "where": f" ({on_pages(numbers)})" if numbers else "",
            "is_": agreeing(len(alike), "is", "are"),
        }
        yield Problem(
            _NAMES.get(kind, "damaged-part"),
            _SENTENCES[kind].format(**facts),
            page=min(numbers, default=None),
            hint=AGAIN,
        )


_SENTENCES: Mapping[str, str] = {
    "page": "Part of {pages} is damaged and cannot be read: what stands there is missing.",
    "image": "{pictures}{where} {is_} damaged: a part cannot be shown.",
    "font": "The font {name}{where} is damaged: its letters may be missing, or look different.",
    "letters": "Text in the font {name}{where} cannot be copied, searched or read aloud: the table that names its "
    "letters is damaged.",
    "colours": "The colour profile of the file is damaged: colours may look different elsewhere.",
    "metadata": "The metadata of the file are damaged: title, language or claims may be missing.",
    "other": "Something that {pages} needs is damaged and cannot be read.",
}
"""By the kind of part, in the order in which they are told."""
_NAMES = {
    "page": "damaged-page",
    "image": "damaged-image",
    "font": "damaged-font",
    "letters": "damaged-font",
}
