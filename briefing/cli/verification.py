"""What was found in a finished PDF → the words that ``briefing verify`` prints, at most 80 columns wide.

Every line is made by ``_wrapped`` or ``one_line``: a stranger's file must neither steer the terminal nor write lines
that look like ours.
"""

from __future__ import annotations

import json
import re
import textwrap
from calendar import month_name
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Literal, NamedTuple

from briefing.cli.report import one_line, size_words
from briefing.cli.tag_outline import full_outline, short_outline
from briefing.errors import Diagnostic
from briefing.verifying import (
    NOT_INSTALLED,
    Attached,
    Box,
    BrokenRule,
    ClaimFinding,
    Code,
    Conformance,
    FontUsed,
    FormField,
    ImageShown,
    Inspection,
    LinkFound,
    OutlineEntry,
    PageSeen,
    Problem,
    Rechecked,
    agreeing,
    and_joined,
    bare_address,
    beginning,
    counted,
    on_pages,
    plain_words,
    to_record,
)

__all__ = ["Unread", "as_json", "as_speech", "as_tags", "as_text", "summary", "verdict"]

_WIDTH = 80
_SCREEN = 40
"""Lines."""
_MOST = 25
"""Entries of a section; what is left out is counted."""
_MOST_TAGS = 60
_LABEL = 10
"""Columns of the labels of facts."""
_LONGEST = 1000
"""Characters of one entry."""
_DEEPEST = 20
"""Levels of bookmarks that are indented."""
_DATES = ("created", "modified")
_ALIKE = {"creator": "producer", "modified": "created"}
"""Entries of the metadata that say nothing new where they say the same as another one."""
_WITHIN = re.compile(r"page \d+")
"""The target of a link that stays in the file."""


class Unread(NamedTuple):
    """A file that could not be read, and why."""

    file: str
    diagnostic: Diagnostic
    failed: Literal[True] = True


def verdict(found: Inspection) -> str:
    """Tell in one line what came of the whole; "passed" only where every standard was checked."""
    failures = [each for each in found.problems if each.gravity == "failure"]
    warnings = [each for each in found.problems if each.gravity == "warning"]
    also = [counted(len(warnings), "warning")] if warnings else []
    unchecked = [each.standard for each in found.conformance if each.verdict == "not checked"]
    if failures:
        words = ", ".join([counted(len(failures), "failure"), *also])
    elif unchecked or not found.conformance:
        what = "conformance" if len(unchecked) == len(found.conformance) else and_joined(unchecked)
        words = ", ".join(["nothing found wrong", *also, f"{what} not checked"])
    else:
        words = f"{', '.join(['passed', *also])}. {_kept(found.conformance)}"
    return one_line(f"{found.file}: {words}.")


def as_text(found: Inspection) -> str:
    """Report on one file for people: the verdict, what failed and what to do, then the facts.

    A report that is longer than a screen ends with the verdict too.
    """
    closing = "\n".join(_wrapped(verdict(found), "", "  "))
    sections = [
        closing,
        _problems("Failures", [each for each in found.problems if each.gravity == "failure"]),
        _problems("Warnings", [each for each in found.problems if each.gravity == "warning"]),
        _facts(found),
        _section("Conformance", [text for each in found.conformance for text in _conformance(each)]),
        _section("Fonts", _listed(map(_font, found.fonts))),
        _section("Images", _listed(map(_image, found.images))),
        _section("Links (printed and described unless it says otherwise)", _links(found.links)),
        _section("Forms", _listed(map(_form_field, found.form_fields))),
        _section("Codes", _listed(map(_code, found.codes or ()))),
        _section("Attachments", _listed(map(_attached, found.attachments))),
        _section("Evidence", _evidence(found.evidence)),
        _section("Outline", _listed(map(_bookmark, found.outline))),
        _section("Tags", _listed(([f"  {each}"] for each in short_outline(found.tags or ())), _MOST_TAGS, "--tags")),
    ]
    report = "\n\n".join(filter(None, sections))
    return f"{report}\n\n{closing}" if report.count("\n") > _SCREEN else report


def as_tags(found: Inspection) -> str:
    """Give the whole tag tree, an element or a text a line; a sentence where there is none."""
    return "\n".join(full_outline(found.tags)) if found.tags else "This file has no tags."


def as_speech(found: Inspection) -> str:
    """Give what a screen reader would say, a block a line."""
    return "\n".join(map(one_line, found.speech))


def as_json(results: Sequence[Inspection | Unread]) -> str:
    """Give one object for one file, a list of them for several."""
    records = [_record(each) for each in results]
    return json.dumps(records[0] if len(records) == 1 else records, indent=2, ensure_ascii=True)


def summary(results: Sequence[Inspection | Unread]) -> str:
    """Count several files: ``3 files: 1 failed, 1 could not be read.``."""
    unread = sum(isinstance(each, Unread) for each in results)
    failed = sum(each.failed for each in results) - unread
    told = [f"{failed} failed"] if failed else []
    told += [f"{unread} could not be read"] if unread else []
    return f"{len(results)} files: {', '.join(told) or 'none failed'}."


def _record(result: Inspection | Unread) -> dict[str, object]:
    if isinstance(result, Inspection):
        return {"file": result.file, "failed": result.failed, **to_record(result)}
    told = result.diagnostic
    return {"file": result.file, "failed": True, "error": {"id": told.id, "message": told.message, "hint": told.hint}}


def _kept(conformance: Iterable[Conformance]) -> str:
    """``PDF/UA-1 and PDF/A-2a (page-validation 0.11.0)``; the standards by what checked them."""
    validators: dict[str, list[str]] = {}
    for each in conformance:
        validators.setdefault(each.standard, []).append(each.validator)
    told = groupby(validators, key=lambda standard: validators[standard])
    return "; ".join(f"{and_joined(standards)} ({and_joined(by)})" for by, standards in told)


def _problems(heading: str, problems: Sequence[Problem]) -> str:
    lines = [text for each in problems for text in _problem(each)]
    return "\n".join([heading, *lines]) if problems else ""


def _problem(problem: Problem) -> Iterator[str]:
    yield from _wrapped(problem.message, "  - ", "    ")
    if problem.hint:
        yield from _wrapped(problem.hint, "    ", "    ")


def _facts(found: Inspection) -> str:
    facts = {"Title": found.title or "none", "Language": found.language or "none"}
    facts["Claims"] = ", ".join(found.claims) or "no standard"
    told = {name: _day(value) if name in _DATES else value for name, value in found.metadata.items() if value}
    facts |= {name.capitalize(): each for name, each in told.items() if each != told.get(_ALIKE.get(name, ""))}
    facts["File"] = f"{size_words(found.size)}, PDF {found.version}{', encrypted' if found.encrypted else ''}"
    if found.evidence is None:
        facts["Evidence"] = "no ledger of claims inside: there is nothing to re-check"
    if found.codes is None:
        facts["Codes"] = f"not looked for: {NOT_INSTALLED}"
    lines = [text for name, value in facts.items() for text in _fact(name, value)]
    return "\n".join([*lines, *_pages(found.pages)])


def _day(value: str) -> str:
    """A date of the metadata as one says it; anything else as it stands."""
    try:
        date = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{date.day} {month_name[date.month]} {date.year}"


def _fact(name: str, value: str) -> list[str]:
    return _wrapped(value, f"{one_line(name):<{_LABEL}} ", " " * (_LABEL + 1))


def _pages(pages: Sequence[PageSeen]) -> list[str]:
    """One line where all pages are alike, else one for each run of pages that are."""
    runs = [(words, [each.number for each in run]) for words, run in groupby(pages, key=_page)]
    if len(runs) == 1:
        return _fact("Pages", f"{len(pages)}, {runs[0][0]}" if len(pages) == 1 else f"{len(pages)}, each {runs[0][0]}")
    listed = _listed(_wrapped(f"{on_pages(numbers)}: {words}", "  ", "    ") for words, numbers in runs)
    return [*_fact("Pages", f"{len(pages)}, of several sizes:"), *listed]


def _page(page: PageSeen) -> str:
    box = page.trim or page.crop
    words = [f"{page.size} ({_size(box)})" if page.size else _size(box)]
    if page.trim and page.bleed and page.bleed != page.trim:
        words.append(f"with bleed {_size(page.bleed)}")
    if _size(page.media) != _size(box):
        words.append(f"on a sheet of {_size(page.media)}")
    if page.rotation:
        words.append(f"turned by {page.rotation}°")
    return ", ".join(words)


def _size(box: Box) -> str:
    left, bottom, right, top = box
    return f"{right - left:.0f} × {top - bottom:.0f} mm"


def _conformance(told: Conformance) -> list[str]:
    claimed = "claimed, " if told.claimed else ""
    by = f" by {told.validator}" if told.validator else f": {told.reason}"
    return [
        *_wrapped(f"{told.standard}: {claimed}{told.verdict}{by}", "  ", "    "),
        *_listed(_rules(told), indent="    "),
    ]


def _rules(told: Conformance) -> Iterator[list[str]]:
    """A sentence of ours where there is one, and below it what the validator says of the rules that it stands for."""
    kinds: dict[str, list[BrokenRule]] = {}
    for rule in told.broken:
        kinds.setdefault(plain_words(told.standard, rule.rule) or rule.rule, []).append(rule)
    for words, alike in kinds.items():
        explained = words != alike[0].rule
        indent = "      " if explained else "    "
        own = [text for rule in alike for text in _rule(rule, indent)]
        yield [*_wrapped(words, "    ", "    "), *own] if explained else own


def _rule(rule: BrokenRule, indent: str) -> list[str]:
    times = f" ({rule.times} times)" if rule.times > 1 else ""
    return _wrapped(f"{rule.rule}: {rule.message}{times}", indent, f"{indent}  ")


def _font(font: FontUsed) -> list[str]:
    embedded = ("embedded as a subset" if font.subset else "embedded") if font.embedded else "not embedded"
    unicode = "" if font.to_unicode else "no Unicode"
    words = [f"{font.name}: {font.kind}", embedded, unicode, on_pages(font.pages) if font.pages else ""]
    return _wrapped(", ".join(filter(None, words)), "  ", "    ")


def _bookmark(entry: OutlineEntry) -> list[str]:
    indent = "  " * min(entry.level, _DEEPEST)
    page = f"page {entry.page}" if entry.page else "leads nowhere"
    return _wrapped(f"{entry.title} ({page})", indent, indent + "  ")


def _image(image: ImageShown) -> list[str]:
    words = [f"page {image.page}: {image.width} × {image.height} pixels"]
    words += [f"{image.resolution:.0f} an inch"] if image.resolution is not None else []
    if image.alternative:
        words.append(f"“{image.alternative}”")
    else:
        words.append({"artifact": "decoration", "figure": "no text alternative"}.get(image.tagged, "not tagged"))
    return _wrapped(", ".join(words), "  ", "    ")


def _links(links: Sequence[LinkFound]) -> list[str]:
    """Links out of the file by what they say and where they lead; those within it are only counted."""
    pages: dict[str, list[int]] = {}
    for each in links:
        if not _WITHIN.fullmatch(each.target):
            pages.setdefault(_link(each), []).append(each.page)
    within = len(links) - sum(map(len, pages.values()))
    listed = _listed(_wrapped(f"{on_pages(numbers)}: {words}", "  ", "    ") for words, numbers in pages.items())
    return listed + ([f"  {counted(within, 'link')} within the file"] if within else [])


def _link(link: LinkFound) -> str:
    lacks = {"address not printed": link.printed, "not tagged": link.tagged, "not described": link.described}
    missing = [words for words, good in lacks.items() if not good]
    same = bare_address(link.text) == bare_address(link.target)
    shown = link.target if same else f"“{link.text}” → {link.target}"
    return f"{shown} ({', '.join(missing)})" if missing else shown


def _form_field(field: FormField) -> list[str]:
    name = f"“{field.name}”" if field.name else ""
    lacks = "" if field.described else "(no name for screen readers)"
    return _wrapped(f"page {field.page}: {' '.join(filter(None, [field.kind, name, lacks]))}", "  ", "    ")


def _code(code: Code) -> list[str]:
    words = f"page {code.page}: {code.kind}, “{code.text}”"
    return _wrapped(f"{words}, {_trial(code)}" if code.module_mm is not None else words, "  ", "    ")


def _trial(code: Code) -> str:
    modules = f"modules of {code.module_mm:.2f} mm"
    if code.unread:
        return f"{modules}: not read when {and_joined(code.unread)}"
    return f"{modules}: read after grey, blur and a photocopy"


def _attached(attached: Attached) -> list[str]:
    words = [attached.name, size_words(attached.size), attached.kind, attached.relationship]
    words += [] if attached.intact else ["damaged"]
    return _wrapped(", ".join(filter(None, words)), "  ", "    ")


def _evidence(rechecked: Rechecked | None) -> list[str]:
    """What was compared, then each finding with the words that differ."""
    if rechecked is None:
        return []
    claims = counted(rechecked.claims, "claim")
    said = f"{claims} in the ledger, of them {counted(rechecked.quotations, 'quotation')}. {_agreement(rechecked)}"
    return [*_wrapped(said, "  ", "    "), *_listed(map(_finding, rechecked.findings))]


def _agreement(rechecked: Rechecked) -> str:
    if not rechecked.compared:
        return "No words of a source are attached that a quotation could be compared with."
    one = rechecked.compared == 1
    words = f"compared with the attached words of {'its source' if one else 'their sources'}"
    if rechecked.agreeing == rechecked.compared:
        return f"{rechecked.compared} {agreeing(rechecked.compared, 'was', 'were')} {words} and found there."
    found = f"{rechecked.agreeing} {agreeing(rechecked.agreeing, 'was', 'were')} found there"
    return f"Of {rechecked.compared} {words} {found}."


def _finding(finding: ClaimFinding) -> list[str]:
    words = [finding.subject, finding.id, finding.source, f"page {finding.page}" if finding.page else ""]
    head = _wrapped(", ".join(filter(None, words)), "  ", "    ")
    if finding.differences:
        return [*head, *(text for line in finding.differences for text in _side(line))]
    return [*head, *_wrapped(f"“{finding.words}”", "    ", "    ")] if finding.words else head


def _side(line: str) -> list[str]:
    """One of two lines that differ, its label in a column of its own."""
    label, _, words = line.partition(":")
    return _wrapped(words, f"    {one_line(label)[:_LABEL]}: ".ljust(_LABEL + 2), " " * (_LABEL + 2))


def _section(heading: str, lines: Sequence[str]) -> str:
    return "\n".join([heading, *lines]) if lines else ""


def _listed(
    entries: Iterable[list[str]], most: int = _MOST, where: str = "--format json", indent: str = "  "
) -> list[str]:
    """The lines of the entries; the end of a long section is left out, and that is said."""
    listed = list(entries)
    more = len(listed) - most
    kept = [text for each in listed[:most] for text in each]
    return [*kept, f"{indent}… and {more} more: {where} shows all"] if more > 0 else kept


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        beginning(one_line(text), _LONGEST),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
