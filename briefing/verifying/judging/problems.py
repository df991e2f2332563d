"""What was found in a file → what is wrong with it, for people who did not make it with a programmer's tool.

A failure is what keeps somebody from reading the file, or a standard that it does not keep; a warning is what a careful
publisher would mend. Each is one sentence that says what is wrong, where, and for whom, and one that says what to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, groupby

from briefing.verifying.addresses import bare_address, is_address
from briefing.verifying.code_faults import faults_of
from briefing.verifying.findings import NOWHERE, ActionFound, Conformance, Inspection, LinkFound, Problem, Tag
from briefing.verifying.judging.evidence import evidence_problems
from briefing.verifying.records import walk
from briefing.verifying.words import AGAIN, agreeing, and_joined, beginning, counted, on_pages

__all__ = ["problems_of"]

_COARSE = 150
"""Pixels an inch below which a picture looks coarse in print."""
_LONG = 4
"""Pages that one leafs through without an outline."""
_MOST_OF_A_KIND = 5
"""Problems told one by one; the others are counted."""
_NO_TITLES = frozenset({"", "untitled"})
"""What programs write where nobody has given a title."""
_LONGEST_QUOTE = 50
"""Characters."""
_ACTIONS = {
    "ImportData": "an import of data",
    "Launch": "the start of a program",
    "RichMediaExecute": "a command to a player",
    "SubmitForm": "a form that is sent to",
}
"""What actions are called that have no better-known name."""
_PURPOSES = {"PDF/UA": "for people who cannot see the page", "PDF/A": "for archives"}
"""What the families of standards are for; the first that fits."""
_HEADING = re.compile(r"H([1-9][0-9]?)")
_PRINTED_ADDRESS = re.compile(r"(https?://)?([\w-]+\.)+[a-z]{2,}(:\d+)?(/\S*)?", re.IGNORECASE)


def problems_of(inspection: Inspection) -> tuple[Problem, ...]:
    """Everything that is wrong, the failures first; what was noted while the file was read is kept."""
    drawn = chain.from_iterable(find(inspection) for find in _FINDERS)
    found = dict.fromkeys([*inspection.problems, *drawn])
    return tuple(sorted(found, key=lambda each: each.gravity != "failure"))


def _standards(inspection: Inspection) -> Iterator[Problem]:
    failed = [each for each in inspection.conformance if each.verdict == "failed"]
    for standard, verdicts in groupby(failed, key=lambda each: each.standard):
        told = list(verdicts)
        family = next(each for each in _PURPOSES if standard.startswith(each))
        kept = f"keep {standard}, the standard {_PURPOSES[family]}"
        claims = f"claims to {kept}, and does not" if told[0].claimed else f"does not {kept}"
        rules = and_joined(counted(len(each.broken), "broken rule") + _by(each.validator, told) for each in told)
        yield Problem(
            "nonconforming",
            f"The file {claims}: {rules}.",
            hint=f"Make it again with a program that writes {family}. The rules are listed under Conformance.",
        )


def _by(validator: str, told: list[Conformance]) -> str:
    return f" by {validator}" if len(told) > 1 else ""


def _unchecked(inspection: Inspection) -> Iterator[Problem]:
    open_ = [each for each in inspection.conformance if each.verdict == "not checked"]
    for reason in dict.fromkeys(each.reason for each in open_):
        standards = [each.standard for each in open_ if each.reason == reason]
        were = agreeing(len(standards), "was", "were")
        yield Problem("unchecked", f"{and_joined(standards)} {were} not checked: {reason}.", gravity="warning")


def _tagging(inspection: Inspection) -> Iterator[Problem]:
    if not inspection.tags:
        yield Problem(
            "untagged",
            "The file is not tagged: a screen reader has to guess what is a heading, a list or a table, and in which "
            "order to read.",
            hint="Make it again with a program that writes tagged PDF, with that option switched on.",
        )


def _permission(inspection: Inspection) -> Iterator[Problem]:
    if inspection.encrypted and not inspection.accessible:
        yield Problem(
            "locked",
            "The file is encrypted and forbids screen readers to take its text.",
            hint="Make it again without protection, or with accessibility allowed.",
        )


def _title(inspection: Inspection) -> Iterator[Problem]:
    if inspection.title.casefold() in _NO_TITLES:
        yield Problem(
            "no-title",
            "The file has no title: windows, search results and screen readers show the name of the file instead.",
            hint="Give the document a title in its properties and make the file again.",
        )
    elif not inspection.shows_title:
        yield Problem(
            "title-not-shown",
            "Viewers will show the name of the file instead of its title.",
            gravity="warning",
            hint="Switch on “display document title” where the file is made.",
        )


def _language(inspection: Inspection) -> Iterator[Problem]:
    if not inspection.language:
        yield Problem(
            "no-language",
            "The file does not say in which language it is: a screen reader may read it with the wrong voice.",
            hint="Set the language of the document and make the file again.",
        )


def _outline(inspection: Inspection) -> Iterator[Problem]:
    if len(inspection.pages) > _LONG and not inspection.outline:
        yield Problem(
            "no-outline",
            f"The file has {len(inspection.pages)} pages and no outline (bookmarks) to move through them.",
            gravity="warning",
            hint="Make it again with bookmarks from the headings.",
        )


def _fonts(inspection: Inspection) -> Iterator[Problem]:
    for font in inspection.fonts:
        where = f"{font.name} ({on_pages(font.pages)})" if font.pages else font.name
        if not font.embedded:
            yield Problem(
                "font-not-embedded",
                f"The font {where} is not embedded: elsewhere its letters may look different or be missing.",
                page=min(font.pages, default=None),
                hint="Make the file again with all fonts embedded.",
            )
        if not font.to_unicode:
            yield Problem(
                "no-unicode",
                f"Text in the font {where} cannot be copied, searched or read aloud: its letters are not told.",
                page=min(font.pages, default=None),
                gravity="warning",
                hint="Make the file again with a current program, or with another font.",
            )


def _alternatives(inspection: Inspection) -> Iterator[Problem]:
    figures = [each for _, each in walk(inspection.tags or ()) if isinstance(each, Tag) and each.role == "Figure"]
    pages = [each.page for each in figures if not (each.alternative or each.actual_text)]
    scans = _scanned(inspection)
    untagged = (each.page for each in inspection.images if each.tagged == "untagged" and not each.alternative)
    pages += [page for page in untagged if page not in scans]
    if pages:
        known = [page for page in pages if page is not None]
        where = f" ({on_pages(known)})" if known else ""
        have = agreeing(len(pages), "has", "have")
        yield Problem(
            "missing-alt",
            f"{counted(len(pages), 'picture')}{where} {have} no text alternative: those who cannot see are told "
            "nothing.",
            page=min(known, default=None),
            hint="Describe each picture in a sentence, or mark it as decoration.",
        )


def _scans(inspection: Inspection) -> Iterator[Problem]:
    pages = sorted(_scanned(inspection))
    if pages:
        where = on_pages(pages)
        are = "is a picture" if len(pages) == 1 else "are pictures"
        yield Problem(
            "no-text",
            f"{where[0].upper()}{where[1:]} {are} without text, as a scanner makes them: nobody can search, copy or "
            "hear what stands there.",
            page=pages[0],
            hint="Make the file again from the document that was printed; or have the text recognised (OCR), with "
            "OCRmyPDF for instance, and read it over.",
        )


def _scanned(inspection: Inspection) -> set[int]:
    """Find pages that show pictures for which nothing stands, and no text."""
    silent = {page.number for page in inspection.pages if not page.has_text}
    return {
        each.page
        for each in inspection.images
        if each.page in silent and each.tagged != "artifact" and not each.alternative
    }


def _coarse_images(inspection: Inspection) -> Iterator[Problem]:
    coarse = [each for each in inspection.images if each.resolution is not None and each.resolution < _COARSE]
    if coarse:
        least = min(each.resolution for each in coarse if each.resolution is not None)
        pages = [each.page for each in coarse]
        yield Problem(
            "coarse-image",
            f"{counted(len(coarse), 'picture')} ({on_pages(pages)}) will look coarse in print: down to {least:.0f} "
            f"pixels an inch, where it takes at least {_COARSE}.",
            page=min(pages),
            gravity="warning",
            hint="Take a picture with more pixels, or show it smaller.",
        )


def _links(inspection: Inspection) -> Iterator[Problem]:
    mute = [each.page for each in inspection.links if not (each.described or each.tagged)]
    if mute:
        yield Problem(
            "undescribed-link",
            f"{counted(len(mute), 'link')} ({on_pages(mute)}) {agreeing(len(mute), 'is', 'are')} neither tagged nor "
            "described: a screen reader cannot say what is behind.",
            page=min(mute),
            hint="Make the file again as tagged PDF, with its links.",
        )
    dead = [each.page for each in inspection.links if each.target == NOWHERE]
    if dead:
        yield Problem(
            "dead-link",
            f"{counted(len(dead), 'link')} ({on_pages(dead)}) {agreeing(len(dead), 'leads', 'lead')} nowhere.",
            page=min(dead),
            gravity="warning",
            hint="Mend the target of the link, or take the link away.",
        )


def _printed_links(inspection: Inspection) -> Iterator[Problem]:
    """Links out of the file that paper does not lead to, or to another place."""
    missing = [each for each in inspection.links if is_address(each.target) and not each.printed]
    others = [each for each in missing if _says_an_address(each)]
    for link in dict.fromkeys((each.text, each.target, each.page) for each in others[:_MOST_OF_A_KIND]):
        text, target, page = link
        yield Problem(
            "other-address",
            f"The link on page {page} says “{beginning(text, _LONGEST_QUOTE)}” and leads to “{target}”.",
            page=page,
            gravity="warning",
            hint="Make sure that both are the same page, for those who type what is printed.",
        )
    silent = [each.page for each in missing if each not in others]
    if silent:
        yield Problem(
            "unprinted-link",
            f"{counted(len(silent), 'link')} ({on_pages(silent)}) {agreeing(len(silent), 'does', 'do')} not show "
            "the address: on paper nobody can follow.",
            page=min(silent),
            gravity="warning",
            hint="Print the address beside the words, in a note or among the sources.",
        )


def _says_an_address(link: LinkFound) -> bool:
    return bool(_PRINTED_ADDRESS.fullmatch("".join(link.text.split())))


def _headings(inspection: Inspection) -> Iterator[Problem]:
    skips = list(_skips(inspection))
    yield from skips[:_MOST_OF_A_KIND]
    if len(skips) > _MOST_OF_A_KIND:
        more = len(skips) - _MOST_OF_A_KIND
        yield Problem("skipped-heading", f"{counted(more, 'more heading')} {agreeing(more, 'skips', 'skip')} a level.")


def _skips(inspection: Inspection) -> Iterator[Problem]:
    """Headings more than one level below the one before. See: ISO 14289-1, 7.4.2."""
    before = 0
    for _, each in walk(inspection.tags or ()):
        match = _HEADING.fullmatch(each.role) if isinstance(each, Tag) else None
        if match is None or isinstance(each, str):
            continue
        level = int(match[1])
        if level > before + 1:
            where = f" on page {each.page}" if each.page else ""
            than = f"comes after one of level {before}" if before else "is the first"
            yield Problem(
                "skipped-heading",
                f"The heading “{_quote(each)}”{where} has level {level} and {than}: level {before + 1} is skipped.",
                page=each.page,
                hint="Use the levels of headings in their order, and styles for their size.",
            )
        before = level


def _actions(inspection: Inspection) -> Iterator[Problem]:
    if inspection.actions:
        told = list(dict.fromkeys(map(_action, inspection.actions)))
        named = [*told[:_MOST_OF_A_KIND], "more"] if len(told) > _MOST_OF_A_KIND else told
        yield Problem(
            "runs-something",
            f"The file holds what runs or sends something: {and_joined(named)}.",
            page=min((each.page for each in inspection.actions if each.page is not None), default=None),
            gravity="warning",
            hint="Leave it out unless readers need it: many viewers warn of it, or refuse it.",
        )


def _action(action: ActionFound) -> str:
    noun = _ACTIONS.get(action.kind, action.kind)
    what = f"{noun} “{beginning(action.object, _LONGEST_QUOTE)}”" if action.object else noun
    return f"{what} (page {action.page})" if action.page else what


def _attachments(inspection: Inspection) -> Iterator[Problem]:
    for each in inspection.attachments:
        if not each.intact:
            yield Problem(
                "damaged-attachment",
                f"The attached file “{beginning(each.name, _LONGEST_QUOTE)}” is damaged: it is not what was attached.",
                hint=AGAIN,
            )


def _codes(inspection: Inspection) -> Iterator[Problem]:
    """Codes that fail, and those whose words no link gives to those who cannot scan them.

    A file for a press may have no links.
    """
    for code in inspection.codes or ():
        yield from faults_of(code)
    if any(claim.startswith("PDF/X") for claim in inspection.claims):
        return
    targets = {bare_address(link.target) for link in inspection.links}
    for code in inspection.codes or ():
        if "QR" in code.kind and bare_address(code.text) not in targets:
            yield Problem(
                "foreign-code",
                f"The {code.kind} on page {code.page} says “{beginning(code.text, _LONGEST_QUOTE)}”, which no link of "
                "the file says.",
                page=code.page,
                gravity="warning",
                hint="Give the same address as a link beside the code, or mend the code.",
            )


_FINDERS: tuple[Callable[[Inspection], Iterator[Problem]], ...] = (
    _standards,
    _permission,
    _scans,
    _tagging,
    _title,
    _language,
    _headings,
    _alternatives,
    _fonts,
    _links,
    _printed_links,
    _attachments,
    evidence_problems,
    _outline,
    _coarse_images,
    _codes,
    _actions,
    _unchecked,
)
"""In the order in which the problems are told."""


def _quote(tag: Tag) -> str:
    text = tag.actual_text or "".join(each for _, each in walk([tag]) if isinstance(each, str))
    return beginning(" ".join(text.split()), _LONGEST_QUOTE)
