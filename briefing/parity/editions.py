"""An article folder → what each of its editions says, and what one of them lacks."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import and_
from pathlib import Path
from typing import NamedTuple

from briefing.checking import Publication, people_in_pictures
from briefing.claims import ledger_of
from briefing.editions import EDITIONS, SCREEN
from briefing.errors import BriefingError, Diagnostic, Position, ProtectedError, errors_of, sorted_diagnostics
from briefing.evidence import Finder, Printed, Telling
from briefing.model import Briefing, Date, trees, walk
from briefing.parity.facts import COUNTED, Facts, facts_of, lacking_of, pointing_of
from briefing.parity.told import KINDS, Told, told_by
from briefing.press import Checked, Press, fonts_folder, load_checked, prove
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.verifying import Inspection, verify
from briefing.verifying.printed import pieces_of_tags

__all__ = ["Parity", "compare_editions"]

_MOST_TOLD = 10
"""Of what one edition lacks; of more the number is told."""
_MOST_RULES = 3
_LONGEST = 60
"""Letters that are shown of what is lacking."""


class Parity(NamedTuple):
    """What came of comparing editions."""

    diagnostics: tuple[Diagnostic, ...]
    """Errors where an edition lacks something, cannot be made or does not keep its standards; what is open of the
    people in its pictures; a note on what the template leaves out of all of them."""
    editions: tuple[str, ...]
    """Those that were made."""
    same: Mapping[str, int]
    """How much of each kind all of them print, by the names of ``told.KINDS`` and ``facts.COUNTED``."""


class _Edition(NamedTuple):
    """A finished edition, as readers get it."""

    name: str
    found: Inspection
    printed: Printed
    facts: Facts
    codes: tuple[Diagnostic, ...]
    """What keeps its QR codes from being read."""


def compare_editions(
    folder: Path | str,
    *,
    template: str = "briefing",
    language: str | None = None,
    page: str | None = None,
    configuration: Path | None = None,
    protected: Protected = NOTHING_PROTECTED,
    profile: Path | None = None,
    today: Date | None = None,
) -> Parity:
    """Make every edition of an article folder, open the files as a reader does, and compare what they say.

    ``profile`` is the ICC profile of a press, for the edition of that name alone. ``today`` is the day to compare
    consents with, in place of the briefing's date.

    Raises:
        ProtectedError: what is read or made holds a protected word.
        ContentError: the content has errors.
        TemplateError, LayoutError: no edition can be made.
    """
    checked = load_checked(Path(folder), language=language, configuration=configuration, protected=protected)
    fonts = fonts_folder(configuration)
    made, refused = _all_made(
        checked,
        lambda name: Press(
            template,
            page=page,
            edition=name,
            fonts=fonts,
            protected=protected,
            profile=profile if EDITIONS[name].press else None,
        ),
    )
    if not made:
        raise refused[SCREEN.name]
    problems = [_of_edition(name, each) for name, why in refused.items() for each in errors_of(why.diagnostics)]
    problems += _people(checked, today)
    told = [*dict.fromkeys(told_by(checked.briefing, ledger_of(checked.briefing)))]
    here = {each.name: _found(each.printed, told) for each in made}
    problems += _problems(made, told, here, checked.briefing)
    return Parity(sorted_diagnostics(problems), tuple(each.name for each in made), _same(made, told, here))


def _problems(
    made: Sequence[_Edition], told: Sequence[Told], here: Mapping[str, frozenset[int]], briefing: Briefing
) -> Iterator[Diagnostic]:
    """Tell what is wrong with the editions that were made."""
    for each in made:
        yield from _nonconforming(each)
        yield from (_of_edition(each.name, code) for code in errors_of(each.codes))
    yield from _lacking(made, told, here)
    yield from _other_facts(made, briefing)
    yield from _left_out(told, here)


def _same(made: Sequence[_Edition], told: Sequence[Told], here: Mapping[str, frozenset[int]]) -> Mapping[str, int]:
    """Count what all editions print."""
    same = Counter(each.kind for number, each in enumerate(told) if all(number in found for found in here.values()))
    facts = reduce(and_, (each.facts.counts for each in made))
    for fact, count in facts.items():
        same[fact.kind] += count
    return {kind: same[kind] for kind in (*KINDS, *COUNTED)}


def _all_made(
    checked: Checked, press_of: Callable[[str], Press]
) -> tuple[Sequence[_Edition], Mapping[str, BriefingError]]:
    """Make each edition, or know why not."""
    made: list[_Edition] = []
    refused: dict[str, BriefingError] = {}
    with tempfile.TemporaryDirectory(prefix="briefing-") as place:
        for name in EDITIONS:
            try:
                made.append(_made(press_of(name), checked, Path(place, f"{name}.pdf")))
            except ProtectedError:
                raise
            except BriefingError as problem:
                refused[name] = problem
    return made, refused


def _made(press: Press, checked: Checked, path: Path) -> _Edition:
    rendered = press.render(checked.briefing, files=checked.files, draft=checked.draft)
    path.write_bytes(rendered.data)
    found = verify(path, name=path.stem)
    page = press.theme(checked.briefing)[0].page
    facts = facts_of(found, (page.notes, page.sources))
    return _Edition(press.edition.name, found, Printed(pieces_of_tags(found.tags or ())), facts, prove(rendered))


def _people(checked: Checked, today: Date | None) -> Iterator[Diagnostic]:
    """Tell what is open of people in pictures; with the names of the editions, where others may show them."""
    found: dict[Diagnostic, list[str]] = {}
    for edition in EDITIONS.values():
        publication = Publication(edition.uses, today)
        for each in people_in_pictures(checked.briefing, publication, checked.original):
            found.setdefault(each, []).append(edition.name)
    for problem, names in found.items():
        yield problem if len(names) == len(EDITIONS) else _of_edition(_listed(names), problem)


def _listed(names: Sequence[str]) -> str:
    """``screen``, ``screen and archive``, ``screen, large-print and archive``."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _of_edition(name: str, problem: Diagnostic) -> Diagnostic:
    """Name the edition; one that a template is not made for is no mistake."""
    if problem.id == "unsuitable-edition":
        return replace(problem, severity="note")
    return replace(problem, message=f"In the edition{'s' * (' and ' in name)} {name}: {problem.message}")


def _found(printed: Printed, told: Sequence[Told]) -> frozenset[int]:
    """Find what an edition prints, by its number."""
    finder = Finder(printed, [Telling(each.words, each.sentence) for each in told])
    return frozenset(
        number for number, each in enumerate(told) if finder.find(Telling(each.words, each.sentence)) is not None
    )


def _nonconforming(edition: _Edition) -> Iterator[Diagnostic]:
    for each in edition.found.conformance:
        if each.verdict == "not checked":
            message = f"Whether the edition {edition.name} keeps {each.standard} was not checked: {each.reason}"
            yield Diagnostic("note", "conformance-not-checked", message)
        if each.verdict == "failed":
            rules = ", ".join(broken.rule for broken in each.broken[:_MOST_RULES])
            message = f"The edition {edition.name} claims {each.standard} and does not keep it: {rules}."
            yield Diagnostic("error", "edition-not-conforming", message)


def _lacking(
    made: Sequence[_Edition], told: Sequence[Told], here: Mapping[str, frozenset[int]]
) -> Iterator[Diagnostic]:
    """Tell what one edition does not print and another does."""
    anywhere = frozenset[int]().union(*here.values())
    for edition in made:
        lacking = [told[number] for number in sorted(anywhere - here[edition.name])]
        yield from (_lacks(edition.name, each.kind, each.words, each.position) for each in lacking[:_MOST_TOLD])
        if len(lacking) > _MOST_TOLD:
            yield _lacks_more(edition.name, len(lacking) - _MOST_TOLD)


def _lacks(edition: str, kind: str, words: str, position: Position | None) -> Diagnostic:
    message = f'The edition {edition} does not print this {kind}, and another does: "{_shown(words)}".'
    hint = f"See what the theme hides in it, [editions.{edition}], and what the template leaves out."
    return Diagnostic("error", "edition-lacks", message, position, hint)


def _lacks_more(edition: str, count: int) -> Diagnostic:
    return Diagnostic("error", "edition-lacks", f"The edition {edition} lacks {count} more that another prints.")


def _other_facts(made: Sequence[_Edition], briefing: Briefing) -> Iterator[Diagnostic]:
    """Tell what else one edition prints and another does not, or less often."""
    pointing = pointing_of(each.found for each in made)
    positions = _positions(briefing)
    for edition in made:
        lacking = [*lacking_of(edition.facts, (each.facts for each in made), pointing)]
        others = [(fact.kind, words) for fact, words in lacking if fact.kind != "running line"]
        yield from (_lacks(edition.name, kind, words, positions.get(words)) for kind, words in others[:_MOST_TOLD])
        if len(others) > _MOST_TOLD:
            yield _lacks_more(edition.name, len(others) - _MOST_TOLD)
        if running := " ".join(dict.fromkeys(words for fact, words in lacking if fact.kind == "running line")):
            yield _lacks(edition.name, "running line on each page", running, None)


def _positions(briefing: Briefing) -> dict[str, Position | None]:
    """Say where pictures and the address of the petition are typed."""
    images = (each for root in trees(briefing) for each in walk(root) if each.tag == "img")
    positions = {image.get("alt"): image.position for image in images}
    return {**positions, briefing.petition.link: briefing.petition.position} if briefing.petition else positions


def _left_out(told: Sequence[Told], here: Mapping[str, frozenset[int]]) -> Iterator[Diagnostic]:
    """Say what the template prints in no edition."""
    anywhere = frozenset[int]().union(*here.values())
    absent = [each for number, each in enumerate(told) if number not in anywhere]
    if not here or not absent:
        return
    counts = Counter(each.kind for each in absent)
    what = ", ".join(f"{kind} {counts[kind]}" for kind in KINDS if counts[kind])
    listed = tuple(f'{each.position or "profile"}: {each.kind} "{_shown(each.words)}"' for each in absent[:_MOST_TOLD])
    more = (f"and {len(absent) - _MOST_TOLD} more",) if len(absent) > _MOST_TOLD else ()
    message = f"This template leaves out of every edition: {what}."
    yield Diagnostic("note", "left-out-by-design", message, details=(*listed, *more))


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
