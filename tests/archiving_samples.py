"""Small briefings for the tests of archiving, and a way to take a finished file apart."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from typesetting_tools import opened

from briefing.errors import Position
from briefing.model import Briefing, Element, Masthead, Section, Source
from briefing.pdf import Metadata

HERE = Position("briefing.md")


def small(*, sources: Mapping[str, Source] | None = None, **options: object) -> Briefing:
    """A briefing that cites all of its sources."""
    sources = sources or {}
    marks = tuple(Element("a", ("1",), {"class": "citation", "data-key": key}) for key in sources)
    section = Section("one", (), (Element("p", ("Text.", *marks)),), HERE)
    return Briefing(**{"masthead": Masthead("A title", "en"), "sections": (section,), "position": HERE} | options,
                    sources=sources)  # fmt: skip


def said_of(briefing: Briefing, **more: object) -> Metadata:
    return Metadata(briefing.masthead.title, briefing.masthead.language, **more)


def taken_apart(path: Path) -> dict[str, bytes]:
    """The files inside a PDF, by name."""
    with opened(path.read_bytes()) as pdf:
        return {name: specification.get_file().read_bytes() for name, specification in pdf.attachments.items()}


def unpacked(path: Path, folder: Path) -> Path:
    """Save the files inside a PDF under their names, and give the folder back."""
    for name, data in taken_apart(path).items():
        target = folder / name
        assert target.resolve().is_relative_to(folder.resolve())
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder
