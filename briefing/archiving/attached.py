"""Files that were read → attachments, under names by which an archive can be taken apart and built again.

The relationships are those of ISO 32000-2, 7.11.3, table 43. What an author typed or drew is ``Source``: the original
material of the document. The description in JSON-LD is ``Supplement``: a representation of that material that is easier
to consume for machines. It is not ``Data``, from which something visible would have been derived, and not
``Alternative``, for it does not hold the content. The ledger of claims is ``Supplement`` for the same reason: it says
again, for machines, what the text tells and what stands behind it, and nothing visible was made from it. The words of
sources are ``Source``: quotations were taken from them, and without them the same file cannot be made again.
ISO 19005-3, 6.8 asks for one of these and adds nothing to what they mean.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefing.archiving.schema_org import schema_org
from briefing.errors import ContentError, Diagnostic
from briefing.evidence import LEDGER, Evidence, write
from briefing.model import Briefing, Organisation, Picture
from briefing.pdf import Attachment, Metadata
from briefing.reading.sources import CAPTURES

__all__ = ["CAPTURED", "EXCERPTS", "LIST_OF_SOURCES", "REDUCED_LIST", "SOURCES", "WHOLE", "attached_files"]

_PROFILES = "organisations/"
"""Where a profile is looked for in a folder that holds all of it."""
_MEDIA_TYPES = {
    "bib": "application/x-bibtex",
    "json": "application/vnd.citationstyles.csl+json",
    "md": "text/markdown",
    "yaml": "application/yaml",
    "yml": "application/yaml",
}
_DATA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "tsv": "text/tab-separated-values",
    "txt": "text/plain",
}
"""Of files that hold no sources, but what a timeline shows."""
_STYLE = "application/vnd.citationstyles.style+xml"
_JSON_LD = "application/ld+json"
_TOML = "application/toml"
_LEDGER = "The claims of the briefing, and what stands behind each"


class _Role(NamedTuple):
    description: str
    media_type: str = ""
    """Empty where the ending of the name says it."""


SOURCES = "sources/"
"""Where the words of sources are looked for in a folder."""
EXCERPTS, WHOLE, CAPTURED = "Excerpts from", "The whole text of", "Where the words of sources come from"
"""Beginnings of the descriptions of files that hold other people's words."""
LIST_OF_SOURCES = "The sources of the briefing, as typed"
REDUCED_LIST = "The sources of the briefing, as described where they are confidential"
"""Descriptions of the files that list sources."""


def attached_files(
    briefing: Briefing, files: Mapping[str, bytes], metadata: Metadata, evidence: Evidence
) -> tuple[Attachment, ...]:
    """Turn the files of a reading into attachments, and add the words of sources, the ledger and a description.

    Raises:
        ContentError: two files would have the same name.
    """
    roles = _roles(briefing)
    attachments = [
        _attachment(_name_inside(name, briefing.organisation), data, roles.get(name) or _listed(name, briefing))
        for name, data in files.items()
        if name != CAPTURES  # it names texts that stay at home
    ]
    attachments += _words(evidence)
    attachments.append(_described(briefing, metadata))
    attachments.append(Attachment(LEDGER, write(evidence.ledger), _DATA_TYPES["json"], "Supplement", _LEDGER))
    twice = _twice(each.name for each in attachments)
    if twice:
        raise ContentError(*map(_clash, twice))
    return tuple(attachments)


def _roles(briefing: Briefing) -> Mapping[str, _Role]:
    """What each file is to the briefing, by the name under which it was read; others list sources or events."""
    roles = {
        name: _Role("A picture of the briefing", _media_type(picture)) for name, picture in briefing.pictures.items()
    }
    roles |= {name: _figures(name) for chart in briefing.charts for name in chart.files}
    for style in (briefing.citation_style, briefing.organisation and briefing.organisation.citation_style):
        if style:
            roles[_folder(style.position.file) + style.name] = _Role("A citation style", _STYLE)
    roles[briefing.position.file] = _Role("The text of the briefing, as typed")
    if briefing.translation:
        roles[briefing.translation.file] = _Role("The text that was translated, as typed")
    organisation = briefing.organisation
    if organisation:
        profile = organisation.position.file
        for file in (profile, *(position.file for position in organisation.positions.values())):
            roles[file] = _Role("The profile of the organisation, as typed")
        if organisation.logo:
            roles[_folder(profile) + organisation.logo.name] = _Role("The logo", _media_type(organisation.logo))
    return roles


def _words(evidence: Evidence) -> Iterator[Attachment]:
    """Attach the words of sources as the folder of an article has them, so that it can be taken out and built again."""
    for source in (each for each in evidence.ledger.sources if each.file):
        about = f"{WHOLE if source.whole else EXCERPTS} {source.key}"
        yield Attachment(source.file, evidence.texts[source.file].encode(), _DATA_TYPES["txt"], "Source", about)
    if evidence.captures:
        yield Attachment(CAPTURES, evidence.captures.encode(), _TOML, "Source", CAPTURED)


def _figures(name: str) -> _Role:
    return _Role("The figures of a chart, or the names in it", _DATA_TYPES.get(_ending(name), "text/plain"))


def _ending(name: str) -> str:
    return name.lower().rpartition(".")[2]


def _listed(name: str, briefing: Briefing) -> _Role:
    """Tell a list of sources from what a timeline shows."""
    kind = _DATA_TYPES.get(_ending(name))
    listed = [source for source in briefing.sources.values() if source.position.file == name]
    if any(source.confidential for source in listed):
        return _Role(REDUCED_LIST)
    return _Role(LIST_OF_SOURCES) if listed or kind is None else _Role("The events of a timeline", kind)


def _attachment(name: str, data: bytes, role: _Role) -> Attachment:
    media_type = role.media_type or _MEDIA_TYPES[_ending(name)]
    return Attachment(name, data, media_type, "Source", role.description)


def _name_inside(name: str, organisation: Organisation | None) -> str:
    """The name of a file in a folder that holds all of them: a profile from elsewhere moves in, with its logo."""
    folder = _folder(organisation.position.file) if organisation else ""
    moves = folder not in ("", _PROFILES) and name.startswith(folder)
    return _PROFILES + name.removeprefix(folder) if moves else name


def _folder(name: str) -> str:
    return name[: name.rfind("/") + 1]


def _media_type(picture: Picture) -> str:
    return f"image/{picture.format.lower()}"


def _described(briefing: Briefing, metadata: Metadata) -> Attachment:
    written = json.dumps(schema_org(briefing, metadata), indent=2, ensure_ascii=False) + "\n"
    name = briefing.position.file.removesuffix(".md") + ".jsonld"
    return Attachment(name, written.encode("utf-8"), _JSON_LD, "Supplement", "The briefing in the words of schema.org")


def _twice(names: Iterable[str]) -> list[str]:
    """Names that some computer takes for one, each once."""
    folded = Counter(unicodedata.normalize("NFC", name).casefold() for name in names)
    return [name for name, count in folded.items() if count > 1]


def _clash(name: str) -> Diagnostic:
    message = f'Two files would be attached as "{name}".'
    return Diagnostic("error", "attached-twice", message, hint="Give the picture of the article another name.")
