"""The fields at the head of an article, under the names that Pandoc has for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.exporting.markdown.beside import style_file
from briefing.exporting.markdown.days import day_of_text
from briefing.model import Briefing
from briefing.reading.fields import FRONT_MATTER, Field, Fields, Kind
from briefing.writing import Value, as_fields, as_inline

__all__ = ["head"]

_PANDOC = {"authors": "author", "citation_style": "csl", "language": "lang", "standfirst": "abstract"}
"""Names of Pandoc for fields of ours; the others that it knows have the same name."""
_FIRST = ("title", "subtitle", "authors", "date", "language", "standfirst", "keywords")
_SENTENCES = ("declares", "requests")
"""Fields of a petition to the House of Commons that may cite."""
_ELSEWHERE = ("events", "sources", "changed_names")
"""What stands in the text, or in the list of works; of changed names only that there are some."""


def head(fields: Fields, briefing: Briefing) -> str:
    """Write the fields, those first that Pandoc knows."""
    table = {field.name: field for field in FRONT_MATTER if field.name not in _ELSEWHERE}
    names = (*_FIRST, *(name for name in table if name not in _FIRST))
    values = dict(_values(fields, (table[name] for name in names), briefing))
    values["standfirst"] = as_inline(briefing.masthead.standfirst, pandoc=True)
    values["keywords"] = briefing.masthead.keywords
    values["citation_style"] = style_file(briefing.citation_style) if briefing.citation_style else ""
    if briefing.petition and isinstance(petition := values.get("petition"), dict):
        values["petition"] = {**petition, "text": as_inline(briefing.petition.text, pandoc=True)}
    if briefing.commons_petition and isinstance(commons := values.get("commons_petition"), dict):
        said = {name: getattr(briefing.commons_petition, name) for name in _SENTENCES if name in commons}
        values["commons_petition"] = commons | {name: as_inline(each, pandoc=True) for name, each in said.items()}
    return as_fields({_PANDOC.get(name, name): value for name, value in values.items()})


def _values(fields: Fields, table: Iterable[Field], briefing: Briefing) -> Iterator[tuple[str, Value]]:
    """Yield what each field holds, in the order of the table."""
    language, original = briefing.masthead.language, briefing.original_language
    for field in table:
        if field.kind is Kind.ABBREVIATIONS:
            yield field.name, briefing.abbreviations
        elif group := fields.group(field.name):
            texts = dict(_values(group, field.fields, briefing))
            yield field.name, {name: text for name, text in texts.items() if isinstance(text, str | tuple)}
        elif field.kind is Kind.DATE:
            yield field.name, day_of_text(fields.text(field.name), language, original)
        elif field.kind is Kind.TEXTS:
            yield field.name, fields.several(field.name)
        else:
            yield field.name, fields.text(field.name)
