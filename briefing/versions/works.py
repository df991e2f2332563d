"""The sources of two versions → which of them is which, and what of them changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefing.model import Source
from briefing.versions.words import Respelled, Words, respelled, words_in

__all__ = ["ChangedWork", "Works"]

_FIELDS = ("title", "authors", "container", "publisher", "volume", "issue", "pages", "date", "doi")
"""What says which work it is. Where it is found, and when somebody looked, does not."""
_ADDRESSES = ("url", "archived")


class ChangedWork(NamedTuple):
    """A source that names another work, or the same one otherwise."""

    before: Source
    now: Source
    fields: tuple[tuple[str, str, str], ...]
    """Name, what it said, what it says; those that are only spelled otherwise are not among them."""
    respelled: tuple[Respelled, ...]
    has_moved: bool
    """Whether an address changed."""


class Works:
    """The works of two versions, by the keys of either."""

    def __init__(self, before: Mapping[str, Source], now: Mapping[str, Source]) -> None:
        self._before, self._now = before, now
        named = {_identity(source): key for key, source in reversed([*now.items()]) if key not in before}
        self._renamed = {
            key: named[_identity(source)]
            for key, source in before.items()
            if key not in now and _identity(source) in named
        }
        """New keys by those that the same works had before."""

    def now(self, key: str) -> str:
        """Give the key that a work has now."""
        return self._renamed.get(key, key)

    def changed(self, cited: frozenset[str]) -> Iterator[ChangedWork]:
        """Yield the works that changed, of those that are cited in both versions, by their new keys."""
        for key, before in self._before.items():
            now = self._now.get(self.now(key))
            if now is not None and now.key in cited and (found := _changed(before, now)):
                yield found


def _identity(source: Source) -> tuple[Words, ...]:
    """Tell works from each other, whatever their keys are; spelled in small letters."""
    told = (source.title, _text(source, "authors"), source.container, _text(source, "date"))
    words = tuple(tuple(word.casefold() for word in words_in(each)) for each in told)
    return words if any(words) else ((source.doi or source.url or source.key,),)


def _text(source: Source, name: str) -> str:
    value = getattr(source, name)
    if name == "date":
        return str(value.edtf) if value else ""
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _changed(before: Source, now: Source) -> ChangedWork | None:
    fields, spelled = [], list[Respelled]()
    for name in _FIELDS:
        old, new = _text(before, name), _text(now, name)
        other = respelled(words_in(old), words_in(new))
        if other is None:
            fields.append((name, old, new))
        else:
            spelled += other
    has_moved = any(_text(before, name) != _text(now, name) for name in _ADDRESSES)
    if not (fields or spelled or has_moved):
        return None
    return ChangedWork(before, now, tuple(fields), tuple(spelled), has_moved)
