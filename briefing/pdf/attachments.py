"""Files inside the file: embedded, described, and associated with the whole document.

See: ISO 32000-1, 7.11.3 and 7.11.4 (file specifications, embedded file streams), 7.9.6 (name trees); ISO 19005-3, 6.8,
which asks for a media type, a relationship and the association; ISO 32000-2, 7.11.3, table 43 (relationships);
ISO 14289-1, 7.11.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from briefing.pdf.objects import Body, Reference, array, date, dictionary, name, name_tree, text

__all__ = ["Attachment", "Relationship", "add_attachments"]

Relationship: TypeAlias = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]
"""What a file is to the document: the material it was made from, data behind something shown, another form of it,
a supplement, or none of these."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file to embed."""

    name: str
    """Path with forward slashes, relative to where the files belong together; unique in a document."""
    data: bytes = field(repr=False)
    media_type: str
    """Such as ``text/markdown``."""
    relationship: Relationship
    description: str
    """For people, in a few words."""


def add_attachments(body: Body, attachments: Iterable[Attachment], changed: datetime | None) -> dict[str, bytes]:
    """Add the files, in the order given; return the entries of the catalog, none where there is no file.

    ``changed`` is what each file says of its last change, or nothing: the clock of a disk would make files differ.
    """
    written = {each.name: body.add(_specification(body, each, changed)) for each in attachments}
    if not written:
        return {}
    return {"AF": array(written.values()), "Names": dictionary({"EmbeddedFiles": name_tree(body, written)})}


def _specification(body: Body, attachment: Attachment, changed: datetime | None) -> bytes:
    stream = _embedded(body, attachment, changed)
    return dictionary(
        {
            "Type": b"/Filespec",
            "F": text(_plain(attachment.name)),
            "UF": text(attachment.name),
            "AFRelationship": name(attachment.relationship),
            "Desc": text(attachment.description),
            "EF": dictionary({"F": stream, "UF": stream}),
        }
    )


def _embedded(body: Body, attachment: Attachment, changed: datetime | None) -> Reference:
    data = attachment.data
    parameters = {
        "Size": b"%d" % len(data),
        **({"ModDate": date(changed)} if changed else {}),
        "CheckSum": b"<%s>" % hashlib.md5(data, usedforsecurity=False).hexdigest().encode(),
    }
    entries = {"Type": b"/EmbeddedFile", "Subtype": name(attachment.media_type), "Params": dictionary(parameters)}
    filters, stored = body.memory.recall(_stored, data)
    if filters:
        entries["Filter"] = filters
    return body.stream(entries, stored, compress=False)


def _stored(data: bytes) -> tuple[bytes, bytes]:
    """Compress a file where that makes it smaller; every byte comes back, and none is added."""
    packed = zlib.compress(data, 9)
    ways = [(b"/FlateDecode", packed), (b"", data)] if len(packed) < len(data) else [(b"", data)]
    for filters, stored in ways:
        # A carriage return ahead of "endstream" would pass for a part of the line's end. See: ISO 19005-2, 6.1.7.1.
        if not stored.endswith(b"\r"):
            return filters, stored
    return b"[/ASCIIHexDecode /FlateDecode]", packed.hex().encode("ascii") + b">"


def _plain(value: str) -> str:
    """The name for readers that do not know ``UF``, which take it in an encoding of their own."""
    return "".join(letter if letter.isascii() else "_" for letter in value)
