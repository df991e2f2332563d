"""Article folder → a file for those who do not use this program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from briefing.archiving import cut_in_several_ways
from briefing.checking import Publication
from briefing.errors import Diagnostic
from briefing.exporting.document import document_of
from briefing.exporting.docx import docx_file, is_our_docx
from briefing.exporting.html import GENERATOR, html_page
from briefing.exporting.markdown import files_beside, markdown_text
from briefing.model import Date
from briefing.press import Checked, Press, default_output, fonts_folder, load_checked, without_collecting
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.saving import FileKind, check_output, save
from briefing.writing import is_export

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
    beside: tuple[Path, ...] = ()
    """Files that it needs, which were written with it."""


def _nothing_beside(found: Checked) -> Mapping[str, bytes]:
    """Find no file: most formats hold all that they show."""
    return {}


class Format(NamedTuple):
    """How a briefing is exported."""

    kind: FileKind
    write: Callable[[Press, Checked, int | None], bytes]
    """Makes the bytes; takes the moment, in seconds since 1970, that takes the place of the briefing's date."""
    uses: tuple[str, ...] = ("print", "web")
    """What people in its pictures have to have agreed to: what is sent as a file is printed, and ends up on the web."""
    beside: Callable[[Checked], Mapping[str, bytes]] = _nothing_beside
    """Finds the files that it needs beside it, by name."""


def _as_html(press: Press, found: Checked, epoch: int | None) -> bytes:
    return html_page(document_of(press, found.briefing, draft=found.draft, epoch=epoch))


def _as_docx(press: Press, found: Checked, epoch: int | None) -> bytes:
    return docx_file(document_of(press, found.briefing, draft=found.draft, notes="foot", epoch=epoch))


def _as_markdown(press: Press, found: Checked, epoch: int | None) -> bytes:
    return markdown_text(found.article, found.briefing, draft=found.draft)


def _beside_markdown(found: Checked) -> Mapping[str, bytes]:
    return files_beside(found.briefing, found.files)


def _by_head(is_ours: Callable[[bytes], bool]) -> Callable[[Path], bool]:
    """Tell a file by its first bytes."""

    def is_our_file(path: Path) -> bool:
        with path.open("rb") as file:
            return is_ours(file.read(_HEAD))

    return is_our_file


def _is_our_page(head: bytes) -> bool:
    return GENERATOR.encode() in head


_OURS = "a file that briefing has exported"
KINDS: Mapping[str, Format] = {
    "html": Format(FileKind("HTML page", ".html", _OURS, "not-an-export", _by_head(_is_our_page)), _as_html, ("web",)),
    "md": Format(
        FileKind("Markdown file", ".md", _OURS, "not-an-export", _by_head(is_export)),
        _as_markdown,
        beside=_beside_markdown,
    ),
    "docx": Format(FileKind("Word file", ".docx", _OURS, "not-an-export", is_our_docx), _as_docx),
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
    protected: Protected = NOTHING_PROTECTED,
    today: Date | None = None,
) -> Exported:
    """Write an article folder as ``kind``, a name of ``KINDS``; without ``output`` into ``build/``.

    The file takes the place of an older export only when it is whole, and never that of another file. What needs other
    files stands with them in a folder: ``output``, if that does not end like the file itself, which then is named after
    the article. ``epoch`` is ``SOURCE_DATE_EPOCH``: it takes the place of the briefing's date.
    ``today`` is the day to compare consents with; ``None`` for that of the briefing.

    Raises:
        ContentError: the content has errors.
        TemplateError: the words or the organisation's look cannot be used.
        ProtectedError: what is read or written holds a protected word.
        OutputError: the file cannot be written.
    """
    folder, chosen = Path(folder), KINDS[kind]
    press = Press(fonts=fonts_folder(configuration), protected=protected)
    found = load_checked(
        folder,
        language=language,
        configuration=configuration,
        memory=press.memory,
        protected=protected,
        publication=Publication(chosen.uses, today),
    )
    beside = chosen.beside(found)
    path = _place(default_output(folder, "briefing", language), output, chosen.kind, in_folder=bool(beside))
    files = {path.parent / name: data for name, data in beside.items()}
    check_output(path, found.sources, chosen.kind)
    for place, data in files.items():
        check_output(place, found.sources, _same_as(data))
    written = chosen.write(press, found, epoch)
    protected.refuse_files({str(place): data for place, data in {**files, path: written}.items()})
    for place, data in files.items():
        save(place, data, _same_as(data), protected=protected)
    save(path, written, chosen.kind, protected=protected)
    told = (*found.diagnostics, *(cut_in_several_ways(found.briefing) if beside else ()))
    return Exported(path, len(written), found.draft, told, tuple(files))


def _place(usual: Path, output: Path | str | None, kind: FileKind, *, in_folder: bool) -> Path:
    """Find where a file goes; ``usual`` is where a PDF of the article would, if nobody named a place."""
    name = f"{usual.stem}{kind.suffix}"
    if output is None:
        return usual.with_suffix("") / name if in_folder else usual.with_name(name)
    path = Path(output)
    return path / name if in_folder and path.suffix != kind.suffix else path


def _same_as(data: bytes) -> FileKind:
    """What stands beside a file takes the place of nothing but itself."""
    return FileKind("copy", "", "what would be written there", "not-an-export", lambda path: path.read_bytes() == data)
