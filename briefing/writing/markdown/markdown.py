"""Elements → Markdown that ``read_body`` reads back as the same elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefing.model import Element, Node, walk
from briefing.writing.markdown.blocks import Blocks, fence_around
from briefing.writing.markdown.lines import Line, Markdown, finished, lines_of, prefixed
from briefing.writing.markdown.marks import opening
from briefing.writing.markdown.sentences import Sentences

__all__ = ["as_fenced", "as_inline", "as_markdown"]

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_NOTES: Mapping[str, tuple[Element, ...]] = MappingProxyType({})


def _labels_of(notes: Iterable[str]) -> dict[str, str]:
    """Number notes, given by their ids: the label of each is its number."""
    return {name: str(number) for number, name in enumerate(notes, start=1)}


def as_inline(nodes: Iterable[Node], *, notes: Iterable[str] = (), breaks: bool = False, pandoc: bool = False) -> str:
    """Write a sentence; ``notes`` are the ids of all notes of the text, in their order.

    With ``breaks`` a new line begins after each line break, else that is a space.
    """
    return Sentences(_labels_of(notes), pandoc=pandoc).write(nodes, breaks=breaks)


def as_fenced(
    name: str,
    title: Iterable[Node] = (),
    values: Mapping[str, str] = _NOTHING,
    inside: str = "",
    *,
    notes: Iterable[str] = (),
    pandoc: bool = False,
) -> str:
    """Write a fenced block of our own around the Markdown ``inside``; ``values`` stand in its braces."""
    words = opening(name, as_inline(title, notes=notes, pandoc=pandoc), values, pandoc=pandoc)
    return finished(fence_around(words, lines_of(inside.strip("\n")) if inside.strip("\n") else [])).text


def as_markdown(
    blocks: Iterable[Element],
    notes: Mapping[str, tuple[Element, ...]] = _NO_NOTES,
    *,
    given: Mapping[str, str] = _NOTHING,
    pandoc: bool = False,
) -> Markdown:
    """Write blocks, each paragraph in one line, each note below the block that refers to it first.

    The elements are those of ``docs/vocabulary.md``, as reading makes them or as an import finds them. What Markdown
    cannot hold becomes what it can: other elements leave their words, blocks in a cell are one sentence, a line break
    in a heading or cell is a space, an address that nobody could open leaves the words of its link, a marker without
    its note is left out. ``given`` is the Markdown of what stands elsewhere, by the ``data-ref`` of the ``div`` that
    shows it: timelines, charts, or any block of our own.

    With ``pandoc`` names and titles of fenced blocks stand in braces, captions of pictures in their brackets, and what
    Pandoc alone would take for markup is escaped; reading makes the same of it.
    """
    labels = _labels_of(notes)
    writer = Blocks(Sentences(labels, pandoc=pandoc), given, pandoc=pandoc)
    lines: list[Line] = []
    waiting = dict(notes)
    for group in _groups(blocks):
        written = writer.write(group)
        lines += [Line(""), *written] if lines and written else written
        for name, note in _referred(group, waiting):
            lines += [Line(""), *_note(labels[name], writer.write(note))]
    for name, note in waiting.items():
        lines += [Line(""), *_note(labels[name], writer.write(note))]
    return finished(lines[1:] if lines and not lines[0].text else lines)


def _groups(blocks: Iterable[Element]) -> Iterator[list[Element]]:
    """Yield blocks up to each that refers to a note, after which the note may stand."""
    group: list[Element] = []
    for block in blocks:
        group.append(block)
        if any("noteref" in element.classes for element in walk(block)):
            yield group
            group = []
    if group:
        yield group


def _referred(
    blocks: Iterable[Element], waiting: dict[str, tuple[Element, ...]]
) -> Iterator[tuple[str, tuple[Element, ...]]]:
    """Take out the notes that some blocks refer to, then those that these notes refer to."""
    queue = list(blocks)
    while queue:
        for element in walk(queue.pop(0)):
            name = element.get("href").removeprefix("#") if "noteref" in element.classes else ""
            if name in waiting:
                note = waiting.pop(name)
                queue += note
                yield name, note


def _note(label: str, lines: list[Line]) -> list[Line]:
    mark = f"[^{label}]:"
    if not lines:
        return [Line(mark)]
    if lines[0].text.startswith((":::", "#", "|", "-", "```", ">", "<!--", "* * *")):
        return prefixed([Line(""), *lines], mark, "    ")
    return prefixed(lines, f"{mark} ", "    ")
