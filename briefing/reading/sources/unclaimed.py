"""The files of the folder ``sources`` and the keys of sources → what is compared with nothing, and was meant to be."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePath

from briefing.errors import Diagnostic, Position
from briefing.reading.spelling import did_you_mean

__all__ = ["unclaimed"]

_CAPTURED = frozenset({".txt", ".html", ".htm", ".pdf"})
_OTHER = frozenset(
    {".text", ".md", ".xhtml", ".doc", ".docx", ".odt", ".rtf", ".mht", ".mhtml", ".webarchive", ".epub"}
)
"""Endings of files that people keep the words of a source in, and that nothing is compared with."""
_MOST = 20
"""Files that are named."""


def unclaimed(names: Collection[str], listed: Collection[str], keys: Collection[str]) -> Diagnostic | None:
    """Name the files, and the lines of the list of captured texts, that belong to no source.

    ``names`` are those of the files in ``sources``, ``listed`` what ``captures.toml`` speaks of. An earlier text of a
    source belongs to it: its name is the key with its date.
    """
    known = {key.casefold() for key in keys}
    found = [*_files(names, known, keys), *_lines(names, listed, known, keys)]
    if not found:
        return None
    more = (f"and {len(found) - _MOST} more",) if len(found) > _MOST else ()
    details = (*(f"{name}: {why}" for name, why in found[:_MOST]), *more)
    hint = "Give a file the key of its source, KEY.txt, KEY.html or KEY.pdf, or keep it outside of the folder sources."
    message = "Nothing is compared with what this folder holds here:"
    return Diagnostic("warning", "capture-unclaimed", message, Position(found[0][0]), hint, details)


_Found = Iterator[tuple[str, str]]


def _files(names: Collection[str], known: Collection[str], keys: Collection[str]) -> _Found:
    folded = {name.casefold() for name in names}
    for name in sorted(names):
        stem, ending = PurePath(name).stem, PurePath(name).suffix.casefold()
        if ending not in _CAPTURED | _OTHER:
            continue
        if not _belongs(stem, known):
            yield f"sources/{name}", f'there is no source "{stem}".{did_you_mean(stem, keys)}'
        elif ending in _OTHER and not any(f"{stem}{taken}".casefold() in folded for taken in _CAPTURED):
            yield f"sources/{name}", f"{ending} is not read. Save it as a text, a page or a PDF."


def _lines(names: Collection[str], listed: Collection[str], known: Collection[str], keys: Collection[str]) -> _Found:
    stems = {PurePath(name).stem for name in names}
    for key in listed:
        if not _belongs(key, known) and key not in stems:
            yield "sources/captures.toml", f'there is no source "{key}", nor a text of it.{did_you_mean(key, keys)}'


def _belongs(stem: str, known: Collection[str]) -> bool:
    """Tell whether a name is a key, or a key with what tells an earlier text behind a full stop."""
    parts = stem.casefold().split(".")
    return any(".".join(parts[:count]) in known for count in range(1, len(parts) + 1))
