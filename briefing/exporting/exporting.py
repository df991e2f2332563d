"""Article folder → a file for those who do not use this program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.exporting.document import document_of
from briefing.exporting.html import GENERATOR, html_page
from briefing.press import Checked, Press, default_output, fonts_folder, load_checked, without_collecting
from briefing.saving import FileKind, check_output, save

__all__ = ["KINDS", "Exported", "Format", "export"]

_HEAD = 400
"""Bytes of a file of ours that say so."""


class Exported(NamedTuple):
    """A briefing that was written for another program."""

    path: Path
    size: int
    """Bytes."""
    draft: bool
    diagnostics: tuple[Diagnostic, ...]


class Format(NamedTuple):
    """How a briefing is exported."""

    kind: FileKind
    write: Callable[[Press, Checked, int | None], bytes]
    """Makes the bytes; takes the moment, in seconds since 1970, that takes the place of the briefing's date."""


def _as_html(press: Press, found: Checked, epoch: int | None) -> bytes:
    return html_page(document_of(press, found.briefing, draft=found.draft, epoch=epoch))


def _is_our_page(path: Path) -> bool:
    with path.open("rb") as file:
        return GENERATOR.encode() in file.read(_HEAD)


_OURS = "a file that briefing has exported"
KINDS: Mapping[str, Format] = {
    "html": Format(FileKind("HTML page", ".html", _OURS, "not-an-export", _is_our_page), _as_html),
}
"""The formats, by the name that is typed."""


@without_collecting()
def export(
    folder: Path | str,
    output: Path | str | None = None,
    *,
    kind: str,
    language: str | None = None,
    configuration: Path | None = None,
    epoch: int | None = None,
) -> Exported:
    """Write an article folder as ``kind``, a name of ``KINDS``; without ``output`` into ``build/``.

    The file takes the place of an older export only when it is whole, and never that of another file. ``epoch`` is
    ``SOURCE_DATE_EPOCH``: it takes the place of the briefing's date.

    Raises:
        ContentError: the content has errors.
        TemplateError: the words or the organisation's look cannot be used.
        OutputError: the file cannot be written.
    """
    folder, chosen = Path(folder), KINDS[kind]
    press = Press(fonts=fonts_folder(configuration))
    found = load_checked(folder, language=language, configuration=configuration, memory=press.memory)
    path = Path(output) if output is not None else _default_output(folder, language, chosen.kind)
    check_output(path, found.sources, chosen.kind)
    data = chosen.write(press, found, epoch)
    save(path, data, chosen.kind)
    return Exported(path, len(data), found.draft, found.diagnostics)


def _default_output(folder: Path, language: str | None, kind: FileKind) -> Path:
    return default_output(folder, "briefing", language).with_suffix(kind.suffix)
