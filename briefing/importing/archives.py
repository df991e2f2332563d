"""The bytes of a zip file → its members, read within limits: nothing is unpacked to a disk, and no name is followed.

See: APPNOTE.TXT, the ZIP file format specification, 4.4.4 (encryption), 4.4.5 (methods) and 4.4.17 (names).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable

from briefing.errors import Diagnostic, Position
from briefing.reading.files import readable_size

__all__ = ["MEMBER_BYTES", "UNPACKED_BYTES", "Archive", "open_archive"]

UNPACKED_BYTES = 200_000_000
"""All members together, as the file says itself."""
MEMBER_BYTES = 50_000_000
"""One member, unpacked."""
_MEMBERS = 5_000
_ENCRYPTED = 0x1
_ANEW = "Open it in the program it comes from, and save it anew."
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Those of office documents: others unpack far more memory from as many bytes."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What ``zipfile`` raises for files that lie about themselves; ``RuntimeError`` for a locked member."""


class Archive:
    """A zip file that was found to be within the limits."""

    def __init__(self, packed: zipfile.ZipFile, name: str) -> None:
        self._packed = packed
        self._name = name
        self.members = frozenset(packed.namelist())
        """Names, with forward slashes."""

    def read(self, member: str, limit: int = MEMBER_BYTES) -> bytes | Diagnostic:
        """Unpack a member; a problem where it is missing, damaged or larger than ``limit`` bytes."""
        try:
            with self._packed.open(member) as unpacked:
                data = unpacked.read(limit + 1)
        except _BROKEN:
            return _problem("damaged-file", f'The part "{member[:80]}" of this file is missing or damaged.', self._name)
        if len(data) > limit:
            message = f'The part "{member[:80]}" of this file is larger than {readable_size(limit)}.'
            return _problem("too-large", message, self._name, "Divide the document.")
        return data


def open_archive(data: bytes, name: str) -> Archive | Diagnostic:
    """Open a zip file; ``name`` is for messages."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
        members = packed.infolist()
    except _BROKEN:
        return _problem("damaged-file", "This file is damaged, or not complete.", name)
    return _refused(members, name) or Archive(packed, name)


def _refused(members: Iterable[zipfile.ZipInfo], name: str) -> Diagnostic | None:
    members = list(members)
    unpacked = sum(member.file_size for member in members)
    if len(members) > _MEMBERS:
        message = f"This file holds {len(members):,} parts; the limit is {_MEMBERS:,}."
    elif unpacked > UNPACKED_BYTES:
        message = (
            f"This file holds {unpacked // 1_000_000:,} MB, unpacked; the limit is {UNPACKED_BYTES // 1_000_000} MB."
        )
    elif any(member.flag_bits & _ENCRYPTED for member in members):
        hint = "Open it, take the password away and save it."
        return _problem("locked-file", "This file is locked with a password.", name, hint)
    elif odd := next((member for member in members if not _is_safe(member.filename)), None):
        message = f"A part of this file has a name that leads out of it: {odd.filename[:80]!a}."
        return _problem("bad-path", message, name, "It was not made by an honest program: do not open it.")
    elif any(member.compress_type not in _METHODS for member in members):
        message = "This file is packed in a way that no office program uses."
    elif _has_repeated(members):
        message = "This file has two parts of the same name."
    else:
        return None
    return _problem("unusable-file", message, name)


def _is_safe(name: str) -> bool:
    """Tell whether the name of a member stays inside, on every computer."""
    return not (name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/") or "\0" in name)


def _has_repeated(members: Iterable[zipfile.ZipInfo]) -> bool:
    return any(count > 1 for count in Counter(member.filename for member in members).values())


def _problem(kind: str, message: str, name: str, hint: str = _ANEW) -> Diagnostic:
    return Diagnostic("error", kind, message, Position(name), hint)
