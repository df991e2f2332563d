"""The files that an exported text needs beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import PurePosixPath

from briefing.archiving import travelling
from briefing.errors import Diagnostic
from briefing.model import Briefing, CitationStyle, FontFiles, Organisation
from briefing.reading.files import decode
from briefing.reading.profile import named_files
from briefing.reading.sources import CAPTURES, Capture, captures_in

__all__ = ["files_beside", "style_file"]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?")


def files_beside(briefing: Briefing, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Choose what an article needs: pictures, figures of charts, kept words of sources with their list, citation style,
    profile; ``files`` are those that were read. Of pictures it is what is shown, without notes.
    """
    return dict(_files(briefing, travelling(briefing, files).files))


def _files(briefing: Briefing, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    yield from ((name, files[name]) for name in briefing.pictures)
    named = {name for chart in briefing.charts for name in chart.files}
    yield from ((name, data) for name, data in files.items() if name in named)
    for source in briefing.sources.values():
        if source.captured is not None and not source.confidential:
            yield f"sources/{source.key}.txt", source.captured.encode()
    if CAPTURES in files and (listed := _listed(briefing, files[CAPTURES])):
        yield CAPTURES, listed
    if style := briefing.citation_style:
        yield style_file(style), style.data
    yield from _profile(briefing, files)


def _listed(briefing: Briefing, data: bytes) -> bytes:
    """Give the list of captured texts; where a source is confidential, without that, comments and earlier texts."""
    if not any(source.confidential for source in briefing.sources.values()):
        return data
    text = decode(data, CAPTURES)
    listed = {} if isinstance(text, Diagnostic) else captures_in(text)
    if isinstance(listed, Diagnostic):
        return b""
    open_ones = {key for key, source in briefing.sources.items() if not source.confidential}
    return "\n".join(_entry(key, each) for key, each in listed.items() if key in open_ones).encode()


def _entry(key: str, capture: Capture) -> str:
    """Write what the list says of one text, as TOML."""
    fields = {"url": _quoted(capture.url), "captured": _plain(capture.captured), "sha256": _quoted(capture.sha256)}
    lines = (f"{name} = {value}" for name, value in fields.items() if value not in ("", '""'))
    return "\n".join((f"[{_quoted(key)}]", *lines, ""))


def _plain(moment: str) -> str:
    """Keep a day or a moment, which TOML has without quotation marks; leave out what is none."""
    return moment if _MOMENT.fullmatch(moment) else ""


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "")


def style_file(style: CitationStyle) -> str:
    """Name the file of a citation style as it stands beside an export, where Pandoc finds it."""
    return f"{PurePosixPath(style.name).stem}.csl"


def _profile(briefing: Briefing, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the profile, its texts in the language, its logo and fonts, as in ``organisations/``, wherever they stood.

    What the texts in a language name takes the place of what the profile names.
    """
    organisation = briefing.organisation
    if organisation is None:
        return
    folder, _, name = organisation.position.file.rpartition("/")
    stem = name.partition(".")[0]
    named: dict[tuple[str, ...], str] = {}
    for path, data in files.items():
        inside = path.removeprefix(f"{folder}/") if folder else path
        if inside.startswith(f"{stem}.") and inside.endswith(".yaml") and "/" not in inside:
            yield f"organisations/{inside}", data
            named |= named_files(data)
    for field, inside in named.items():
        if data := _read_from(organisation, field):
            yield f"organisations/{inside}", data


def _read_from(organisation: Organisation, field: tuple[str, ...]) -> bytes:
    """Give what was in the file that a field of the profile names; empty where there is none."""
    if field == ("logo",):
        return organisation.logo.data if organisation.logo else b""
    fonts = {"reading": organisation.reading_font, "informing": organisation.informing_font}
    _, family, face = field
    return dict(_faces(fonts[family])).get(face, b"") if family in fonts else b""


def _faces(family: FontFiles) -> Iterator[tuple[str, bytes]]:
    yield from ((face.name, getattr(family, face.name)) for face in fields(family))
