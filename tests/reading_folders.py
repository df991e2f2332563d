"""Article folders for the tests of reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

from briefing.errors import Diagnostic

HEAD = "---\ntitle: Title\nlanguage: en-GB\n---\n"


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their names, and give the folder back."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    """Make a picture that does not compress to nothing."""
    buffer = BytesIO()
    noise = bytes(number * 7919 % 251 for number in range(size[0] * size[1]))
    Image.frombytes("L", size, noise).convert(mode).save(buffer, kind, **options)
    return buffer.getvalue()


def told(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Everything as the author sees it."""
    return [str(diagnostic) for diagnostic in diagnostics]


def ids(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [diagnostic.id for diagnostic in diagnostics]
