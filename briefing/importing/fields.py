"""A Markdown file with events in its front matter → the draft of an article with a timeline."""

from __future__ import annotations

from briefing.errors import Diagnostic, Position, errors_of
from briefing.importing.draft import Draft
from briefing.importing.events import draft_of_events
from briefing.reading.files import decode
from briefing.reading.front_matter import read_front_matter, split

__all__ = ["draft_of_fields"]

_TAKEN = ("title", "language", "events")


def draft_of_fields(data: bytes, file: str, title: str) -> Draft:
    """Make an article of the events listed in the fields of a file; its other fields and its text are left out."""
    text = decode(data, file)
    if isinstance(text, Diagnostic):
        return Draft({}, (text,))
    halves = split(text, file)
    front = read_front_matter(halves, file)
    problems = list(front.diagnostics)
    if front.events is None and not errors_of(problems):
        problems.append(_no_list(front.fields.text("events"), file))
    if front.events is None or errors_of(problems):
        return Draft({}, tuple(problems))
    for name, position in front.fields.positions.items():
        if name not in _TAKEN:
            message = f'The field "{name}" is left out.'
            problems.append(Diagnostic("warning", "unplaced", message, position, "Copy it into the new briefing.md."))
    if halves.body.strip():
        message = "The text below the fields is left out."
        place = Position(file, halves.body_line)
        problems.append(Diagnostic("warning", "unplaced", message, place, "Copy it into the new briefing.md."))
    masthead = front.masthead
    listed = front.events
    draft = draft_of_events(listed, title=masthead.title or title, language=masthead.language, file=file)
    return Draft(draft.files, tuple(dict.fromkeys((*problems, *draft.diagnostics))))


def _no_list(named: str, file: str) -> Diagnostic:
    if named:
        message = f'The events of this file stand in "{named}".'
        return Diagnostic("error", "no-events", message, Position(file), "Import that file.")
    message = "No events are listed in the fields of this file."
    hint = "They stand under events:, each with a dash, a date and an event."
    return Diagnostic("error", "no-events", message, Position(file), hint)
