"""The name of an organisation → its profile, with logo and fonts.

Looked for in the article folder, in ``organisations/`` inside and beside it and in the user's configuration: the only
thing that is read outside the folder. Logo and fonts stay in the profile's own folder, as do its texts in other
languages: ``ours.cy.yaml`` beside ``ours.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.memory import FORGETFUL, Memory
from briefing.model import CitationStyle, Colours, DataNotice, FontFiles, Imprint, Organisation, Picture
from briefing.model.briefing import Inline
from briefing.model.languages import widening
from briefing.reading.body import Citation, read_inline
from briefing.reading.citation_style import read_citation_style
from briefing.reading.fields import NO_FIELDS, PROFILE, Fields, validate
from briefing.reading.files import Refusal, decode, read_inside
from briefing.reading.limits import FONT_BYTES, PROFILE_BYTES
from briefing.reading.pictures import read_picture
from briefing.reading.spelling import did_you_mean
from briefing.reading.yaml import Record, Scalar, Value, compose

__all__ = ["Profile", "named_files", "read_profile"]

_FONT_STARTS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
"""TrueType and OpenType. See: the OpenType specification, "Organization of an OpenType font"."""


class Profile(NamedTuple):
    """What was found under a name."""

    organisation: Organisation | None
    path: Path | None
    """The file that was read."""
    diagnostics: tuple[Diagnostic, ...]
    cited: tuple[Citation, ...] = ()
    """In its sentences."""
    files: Mapping[str, bytes] = {}
    """The profile, its texts in the language, its logo and its citation style, by their names in messages."""


def read_profile(
    folder: Path, name: Scalar, *, language: str, configuration: Path | None, memory: Memory = FORGETFUL
) -> Profile:
    """Find and read a profile, with its texts in a language where it has them.

    ``name`` is a plain name, ``language`` a BCP 47 tag, ``configuration`` the user's folder of settings.
    """
    places = tuple(_places(folder, configuration))
    for directory, shown in places:
        if (directory / f"{name.text}.yaml").is_file():
            return _read(directory, name.text, shown, language, memory)
    looked = tuple(f"{shown}{name.text}.yaml" for _, shown in places)
    known = [
        path.stem
        for directory, _ in places
        if directory.is_dir()
        for path in sorted(directory.glob("*.yaml"))
        if "." not in path.stem
    ]
    message = f'There is no profile "{name.text}".{did_you_mean(name.text, known)} Looked for:'
    diagnostic = Diagnostic("error", "unknown-organisation", message, name.position, details=looked)
    return Profile(None, None, (diagnostic,))


def named_files(profile: bytes) -> dict[tuple[str, ...], str]:
    """Read which files a profile names, each by its field: ``("logo",)`` or ``("fonts", "reading", "bold")``.

    Names are relative to the profile's folder, with forward slashes; those that lead out of it are left out.
    """
    text = decode(profile, "")
    tree = compose(text, file="").value if isinstance(text, str) else None
    named: dict[tuple[str, ...], str] = {}
    for field, typed in _leaves(tree):
        path = PurePosixPath(typed.text)
        is_file = field == ("logo",) or (field[0] == "fonts" and len(field) == 3)
        if is_file and typed.text and not path.is_absolute() and ".." not in path.parts:
            named[field] = path.as_posix()
    return named


def _leaves(value: Value | None, field: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Scalar]]:
    if isinstance(value, Scalar) and field:
        yield field, value
    elif isinstance(value, Record):
        for entry in value.entries:
            yield from _leaves(entry.value, (*field, entry.name))


def _places(folder: Path, configuration: Path | None) -> Iterator[tuple[Path, str]]:
    """Yield the folders to look in, each with what a message puts before the name of its files."""
    yield folder, ""
    yield folder / "organisations", "organisations/"
    yield folder.absolute().parent / "organisations", "../organisations/"
    if configuration:
        directory = configuration / "organisations"
        yield directory, f"{directory.as_posix()}/"


def _read(directory: Path, name: str, shown: str, language: str, memory: Memory) -> Profile:
    base = _read_file(directory, f"{name}.yaml", shown, memory)
    if base.fields is None:
        return Profile(None, directory / f"{name}.yaml", base.diagnostics)
    files, fields = [base], base.fields
    translated = _name_in_language(directory, name, language)
    if translated:
        files.append(_read_file(directory, translated, shown, memory))
        fields = _laid_over(files[-1].fields or NO_FIELDS, fields)
    reader = _Reader(directory, shown, language, memory)
    organisation = reader.organisation(fields)
    diagnostics = [*(each for file in files for each in file.diagnostics), *reader.diagnostics]
    logo = {shown + organisation.logo.name: organisation.logo.data} if organisation.logo else {}
    data = {file.name: file.data for file in files}
    return Profile(
        organisation,
        directory / f"{name}.yaml",
        tuple(diagnostics),
        tuple(reader.cited),
        {**data, **logo, **reader.files},
    )


def _name_in_language(directory: Path, name: str, language: str) -> str:
    """Find the file of a profile's texts in a language, such as ``ours.cy.yaml``; empty where there is none."""
    names = (f"{name}.{tag}.yaml" for tag in widening(language))
    return next((each for each in names if (directory / each).is_file()), "")


class _File(NamedTuple):
    """One file of a profile."""

    name: str
    """In messages."""
    fields: Fields | None
    """``None`` where there are none to be read."""
    diagnostics: tuple[Diagnostic, ...]
    data: bytes = b""


def _read_file(directory: Path, name: str, shown: str, memory: Memory) -> _File:
    file = shown + name
    data = read_inside(directory, name, PROFILE_BYTES)
    if isinstance(data, Refusal):
        return _File(file, None, (data.at(Position(file)),))
    return memory.recall(_fields_of, file, data)


def _fields_of(file: str, data: bytes) -> _File:
    text = decode(data, file)
    if isinstance(text, Diagnostic):
        return _File(file, None, (text,))
    composed = compose(text, file=file)
    if not isinstance(composed.value, Record):
        hint = "A profile is fields: name, about, contact, and so on; see briefing new."
        empty = Diagnostic("error", "wrong-kind", "This profile has no fields.", Position(file), hint)
        return _File(file, None, composed.diagnostics or (empty,))
    fields, problems = validate(composed.value, PROFILE)
    return _File(file, fields, (*composed.diagnostics, *problems), data)


def _laid_over(own: Fields, base: Fields) -> Fields:
    """Take each field from the profile in a language where it is there, else from the profile."""
    groups = {name: _laid_over(own.group(name) or NO_FIELDS, group) for name, group in base.groups.items()}
    return base._replace(
        texts={**base.texts, **own.texts},
        groups={**own.groups, **groups},
        positions={**base.positions, **own.positions},
    )


def _inside(group: str, fields: Fields) -> dict[str, Position]:
    """Name the places of the fields of a group as ``imprint.printed_by``."""
    return {f"{group}.{name}": place for name, place in fields.positions.items()}


def _data_notice(fields: Fields) -> DataNotice | None:
    if fields is NO_FIELDS:
        return None
    texts = {name: fields.text(name) for name in fields.texts}
    return DataNotice(fields.position, **texts, positions=fields.positions)


class _Reader:
    """Makes an organisation of valid fields and the files they name."""

    def __init__(self, directory: Path, shown: str, language: str, memory: Memory) -> None:
        self._directory = directory
        self._memory = memory
        self._shown = shown
        self._language = language
        self.cited: list[Citation] = []
        self.diagnostics: list[Diagnostic] = []
        self.files: dict[str, bytes] = {}
        """The citation style, if it is a file, by its name in messages."""

    def organisation(self, fields: Fields) -> Organisation:
        imprint = fields.group("imprint") or NO_FIELDS
        notice = fields.group("data_notice") or NO_FIELDS
        colours = fields.group("colours") or NO_FIELDS
        fonts = fields.group("fonts") or NO_FIELDS
        return Organisation(
            name=fields.text("name"),
            position=fields.position,
            short_name=fields.text("short_name"),
            about=self._sentences(fields.scalar("about")),
            contact=fields.several("contact"),
            website=fields.text("website"),
            licence=fields.text("licence"),
            disclaimer=fields.text("disclaimer"),
            imprint=Imprint(*(imprint.text(name) for name in ("printed_by", "promoted_by", "on_behalf_of"))),
            country=fields.text("country"),
            data_notice=_data_notice(notice),
            logo=self._logo(fields),
            logo_alt=fields.text("logo_alt"),
            colours=Colours(*(colours.text(name).lower() for name in ("structure", "accent", "ground"))),
            reading_font=self._family(fonts.group("reading") or NO_FIELDS),
            informing_font=self._family(fonts.group("informing") or NO_FIELDS),
            citation_style=self._citation_style(fields.scalar("citation_style")),
            positions={**fields.positions, **_inside("imprint", imprint), **_inside("data_notice", notice)},
        )

    def _sentences(self, typed: Scalar | None) -> Inline:
        if typed is None:
            return ()
        read = read_inline(typed.text, position=typed.position, language=self._language)
        self.cited += read.cited
        self.diagnostics += read.diagnostics
        return read.nodes

    def _logo(self, fields: Fields) -> Picture | None:
        name = fields.scalar("logo")
        if name is None:
            return None
        picture, problems = read_picture(self._directory, name.text, name.position, self._memory)
        self.diagnostics += problems
        return picture

    def _citation_style(self, name: Scalar | None) -> CitationStyle | None:
        found = read_citation_style(self._directory, name)
        self.diagnostics += found.diagnostics
        if name and found.file is not None:
            self.files[self._shown + name.text] = found.file
        return found.style

    def _family(self, fields: Fields) -> FontFiles:
        return FontFiles(*(self._font(fields.scalar(name)) for name in ("regular", "italic", "bold", "bold_italic")))

    def _font(self, name: Scalar | None) -> bytes:
        if name is None:
            return b""
        data = read_inside(self._directory, name.text, FONT_BYTES)
        if not isinstance(data, Refusal) and not data.startswith(_FONT_STARTS):
            hint = "Take the .ttf or .otf file of the font; web fonts (.woff) and collections (.ttc) are not read."
            data = Refusal("font-format", f'"{name.text}" is not a TrueType or OpenType font.', hint)
        if isinstance(data, Refusal):
            self.diagnostics.append(data.at(name.position))
            return b""
        return data
