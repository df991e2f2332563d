"""Files inside the file. See: ISO 32000-1, 7.11.4 (embedded files), 12.5.6.15; ISO 19005-3, 6.8 (associated files)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import pikepdf

from briefing.verifying.findings import Attached
from briefing.verifying.inspecting.integrity import is_whole
from briefing.verifying.inspecting.objects import (
    Identity,
    as_array,
    as_name,
    as_text,
    as_whole,
    entry,
    identity,
    name_tree,
)
from briefing.verifying.inspecting.streams import Measured, content_of, measured

__all__ = ["altered_of", "files_of", "read_attachments", "streams_named"]


def read_attachments(pdf: pikepdf.Pdf, pages: Sequence[object]) -> tuple[Attached, ...]:
    """List attached files once each: those of the document, of its pages and of notes on them."""
    found: list[Attached] = []
    seen: set[Identity] = set()
    for name, specification in _specifications(pdf, pages):
        own = identity(specification)
        if own in seen:
            continue
        if own:
            seen.add(own)
        attached = _attached(name, specification)
        if attached and (own or attached not in found):
            found.append(attached)
    return tuple(found)


def streams_named(pdf: pikepdf.Pdf, names: Collection[str]) -> dict[str, pikepdf.Stream]:
    """Find the files of the document that have one of some names; of two that have the same, the first."""
    found: dict[str, pikepdf.Stream] = {}
    for key, specification in _specifications(pdf, ()):
        name, stream = _name(key, specification), _stream(specification)
        if name in names and name not in found and stream is not None:
            found[name] = stream
    return found


def files_of(pdf: pikepdf.Pdf, room: int) -> dict[str, bytes]:
    """Take out the files of the document, by name; one that is damaged, or for which there is no room, is empty."""
    found: dict[str, bytes] = {}
    for key, specification in _specifications(pdf, ()):
        name, stream = _name(key, specification), _stream(specification)
        if stream is not None and name not in found:
            found[name] = content_of(stream, room)
            room -= len(found[name])
    return found


def altered_of(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Name the files of the document that are damaged, or have other bytes than they say they have."""
    attached = (_attached(key, specification) for key, specification in _specifications(pdf, ()))
    return tuple(dict.fromkeys(each.name for each in attached if each and not each.intact))


def _specifications(pdf: pikepdf.Pdf, pages: Sequence[object]) -> Iterator[tuple[str, object]]:
    yield from name_tree(entry(pdf.Root, "Names", "EmbeddedFiles"))
    for holder in (pdf.Root, *pages):
        yield from (("", specification) for specification in as_array(entry(holder, "AF")))
    for page in pages:
        for annotation in as_array(entry(page, "Annots")):
            if as_name(entry(annotation, "Subtype")) == "FileAttachment":
                yield "", entry(annotation, "FS")


def _attached(name: str, specification: object) -> Attached | None:
    stream = _stream(specification)
    if stream is None:
        return None
    found = measured(stream)
    told = as_whole(entry(stream, "Params", "Size"))
    return Attached(
        _name(name, specification),
        found.length if found else told or 0,
        kind=as_name(entry(stream, "Subtype")),
        relationship=as_name(entry(specification, "AFRelationship")),
        intact=is_whole(stream) and (found is None or _agrees(found, told, entry(stream, "Params", "CheckSum"))),
    )


def _stream(specification: object) -> pikepdf.Stream | None:
    files = entry(specification, "EF")
    stream = entry(files, "UF") or entry(files, "F")
    return stream if isinstance(stream, pikepdf.Stream) else None


def _name(key: str, specification: object) -> str:
    return as_text(entry(specification, "UF")) or as_text(entry(specification, "F")) or key


def _agrees(found: Measured, size: int | None, checksum: object) -> bool:
    """Tell whether a file has the bytes that it says it has; it need not say. See: table 46."""
    same = not isinstance(checksum, pikepdf.String) or bytes(checksum) in (b"", found.checksum)
    return same and size in (None, found.length)
