"""Is a file one that this program has exported, and that others may have changed since?"""

from __future__ import annotations

import re

from briefing.errors import Diagnostic
from briefing.importing.archives import open_archive
from briefing.writing import is_export

__all__ = ["was_exported"]

_HEAD = 20_000
"""Bytes of a page in which its program is named, also where a browser has saved it again."""
_GENERATOR = re.compile(rb'<meta name="generator" content="briefing \d')
_ARCHIVE = b"PK\x03\x04"
_STYLES = "word/styles.xml"
_STYLES_BYTES = 2_000_000
_OUR_STYLES = (b'w:val="Kicker"', b'w:val="Key Figure"', b'w:val="Box Heading"', b'w:val="Petition Link"')
"""Names of styles: whatever program saves the file again keeps them, but says its own name."""


def was_exported(data: bytes) -> bool:
    """Tell whether a file was written by ``briefing export``: there is nothing to guess in it."""
    if data.startswith(_ARCHIVE):
        return _is_document(data)
    return is_export(data) or _GENERATOR.search(data[:_HEAD]) is not None


def _is_document(data: bytes) -> bool:
    archive = open_archive(data, "")
    if isinstance(archive, Diagnostic) or _STYLES not in archive.members:
        return False
    styles = archive.read(_STYLES, _STYLES_BYTES)
    return isinstance(styles, bytes) and all(name in styles for name in _OUR_STYLES)
