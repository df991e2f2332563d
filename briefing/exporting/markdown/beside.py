"""The files that an exported text needs beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.model import Briefing

__all__ = ["files_beside"]


def files_beside(briefing: Briefing, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Choose pictures, figures of charts, kept words of sources and the profile out of ``files``, which were read."""
    return dict(_files(briefing, files))


def _files(briefing: Briefing, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    yield from ((name, picture.data) for name, picture in briefing.pictures.items())
    named = {name for chart in briefing.charts for name in chart.files}
    yield from ((name, data) for name, data in files.items() if name in named)
    for source in briefing.sources.values():
        if source.captured is not None:
            yield f"sources/{source.key}.txt", source.captured.encode()
    yield from _profile(briefing, files)


def _profile(briefing: Briefing, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the profile, its texts in the language and its logo, as in ``organisations/``, wherever they stood."""
    if briefing.organisation is None:
        return
    folder, _, name = briefing.organisation.position.file.rpartition("/")
    stem = name.partition(".")[0]
    logo = briefing.organisation.logo.name if briefing.organisation.logo else ""
    for path, data in files.items():
        inside = path.removeprefix(f"{folder}/") if folder else path
        of_profile = inside.startswith(f"{stem}.") and inside.endswith(".yaml") and "/" not in inside
        if inside == logo or of_profile:
            yield f"organisations/{inside}", data
