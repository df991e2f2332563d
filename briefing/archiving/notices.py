"""What leaves the house with an archive that nobody sees on its pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.archiving.attached import CAPTURED, EXCERPTS, LIST_OF_SOURCES, REDUCED_LIST, SOURCES, WHOLE
from briefing.archiving.pictures import cut_in_several_ways
from briefing.checking.trees import cited_keys
from briefing.errors import Diagnostic, Position
from briefing.evidence import AROUND
from briefing.model import Briefing, FontFiles, Organisation
from briefing.pdf import Attachment

__all__ = ["notices"]

_PRIVATE_PATH = re.compile(
    r"(?<![\w.~%/-])(?:/(?:home|root|Users|Volumes|media|mnt)/|[A-Za-z]\\?:[\\/]+(?=[\w .-]{1,100}[\\/]))[^\s{}\",;]+"
)
"""An absolute path of someone's computer, also as BibTeX escapes it: ``C\\:\\\\Users\\\\ann``."""
_LONGEST_QUOTED = 60


def notices(attachments: Sequence[Attachment], briefing: Briefing) -> Iterator[Diagnostic]:
    """Say which files go along as typed, what in them is nobody else's business, and what was left out."""
    if attachments:
        lists = [each for each in attachments if each.description == LIST_OF_SOURCES]
        reduced = [each.name for each in attachments if each.description == REDUCED_LIST]
        typed = (each for each in attachments if each.relationship == "Source" and not (_shows(each) or _quotes(each)))
        yield from _as_typed([each.name for each in typed if each.name not in reduced])
        yield from _reduced(reduced)
        yield from _words([each for each in attachments if _quotes(each)])
        yield from _uncited([each.name for each in lists], briefing)
        yield from _private_paths(lists)
        yield from cut_in_several_ways(briefing)
        yield from _fonts(briefing.organisation)


def _as_typed(names: Sequence[str]) -> Iterator[Diagnostic]:
    if names:
        message = f"The file carries {_listed(names)} as typed, with {'its' if len(names) == 1 else 'their'} comments."
        yield Diagnostic("note", "attached", message, hint="Read them once more before you hand the file on.")


def _words(texts: Sequence[Attachment]) -> Iterator[Diagnostic]:
    """Say whose words go along."""
    wholes = [_key(each) for each in texts if each.description.startswith(WHOLE)]
    parts = [_key(each) for each in texts if each.description.startswith(EXCERPTS)]
    what = [f"what it quotes of {_listed(parts)}, with {AROUND} characters around it"] if parts else []
    what += [f"all of the text of {_listed(wholes)}"] if wholes else []
    if what:
        message = f"The file carries {', and '.join(what)}."
        hint = "They are other people's words: see that you may hand them on."
        yield Diagnostic("note", "attached-words", message, hint=hint)


def _key(text: Attachment) -> str:
    return text.name.removeprefix(SOURCES).removesuffix(".txt")


def _quotes(attachment: Attachment) -> bool:
    return attachment.name.startswith(SOURCES) and attachment.description.startswith((EXCERPTS, WHOLE, CAPTURED))


def _reduced(names: Sequence[str]) -> Iterator[Diagnostic]:
    if names:
        message = f"The file carries {_listed(names)} without comments and without what is confidential."
        hint = "Of confidential sources it has described_as and the key alone."
        yield Diagnostic("note", "attached-reduced", message, hint=hint)


def _uncited(names: Sequence[str], briefing: Briefing) -> Iterator[Diagnostic]:
    cited = cited_keys(briefing)
    wanted = {source.position.file for source in briefing.sources.values() if source.key in cited}
    needed = [name for name in names if name in wanted]
    uncited = [name for name in names if name not in wanted]
    if uncited:
        one = len(uncited) == 1
        message = f"Nothing is cited from {_listed(uncited)}; {'it goes' if one else 'they go'} along all the same."
        others = f", or name the others in the fields: sources: [{', '.join(needed)}]" if needed else ""
        hint = f"To leave {'it' if one else 'them'} out, take {'it' if one else 'them'} out of the folder{others}."
        yield Diagnostic("note", "attached-uncited", message, hint=hint)


def _private_paths(lists: Iterable[Attachment]) -> Iterator[Diagnostic]:
    for each in lists:
        text = each.data.decode("utf-8", "replace")
        found = list(_PRIVATE_PATH.finditer(text))
        if found:
            path = found[0][0][:_LONGEST_QUOTED]
            more = f" and {len(found) - 1} more" if len(found) > 1 else ""
            message = f'{each.name} goes along and names a place on your computer: "{path}"{more}.'
            hint = "Take that out of the file; where files lie on your computer is of no use to others."
            line = text.count("\n", 0, found[0].start()) + 1
            column = found[0].start() - text.rfind("\n", 0, found[0].start())
            yield Diagnostic("warning", "private-path", message, Position(each.name, line, column), hint)


def _listed(names: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _fonts(organisation: Organisation | None) -> Iterator[Diagnostic]:
    if organisation and {organisation.reading_font, organisation.informing_font} != {FontFiles()}:
        message = "The fonts of the profile are not attached: few licences allow it."
        hint = "Keep them beside the profile; without them the file cannot be made again."
        yield Diagnostic("note", "fonts-left-out", message, hint=hint)


def _shows(attachment: Attachment) -> bool:
    return attachment.media_type.startswith("image/")
