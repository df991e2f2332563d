"""Read what an author fixes in the braces of a fenced block: ``{form=vertical}``."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.reading.body.blocks import BlockReader
from briefing.reading.markdown import Fence
from briefing.reading.spelling import did_you_mean

__all__ = ["option", "report_unknown_options"]


def option(reader: BlockReader, fence: Fence, name: str, choices: Mapping[str, str]) -> str:
    """Read one of several words; empty where none is typed, and where it is none of them, which is reported.

    ``choices`` says of each word what it does, for the message.
    """
    typed = fence.attributes.values.get(name, "").strip()
    if not typed or typed in choices:
        return typed
    message = f'"{typed[:40]}" is not known as {name}.{did_you_mean(typed, choices)}'
    meant = " or ".join(f"{{{name}={word}}} {does}" for word, does in choices.items())
    hint = f"Write {meant}, or leave it out."
    position = reader.manuscript.position(fence.line, fence.attributes.places[name])
    reader.findings.report("error", "unknown-option", message, position, hint)
    return ""


def report_unknown_options(reader: BlockReader, fence: Fence, known: tuple[str, ...], example: str) -> None:
    """Report what is typed in the braces and is none of the names that the block takes, or is there twice."""
    for name, place in fence.attributes.places.items():
        if name not in known:
            message = f'"{name[:40]}" is not known here.{did_you_mean(name, known)}'
            position = reader.manuscript.position(fence.line, place)
            reader.findings.report("error", "unknown-attribute", message, position, example)
    _report_names_of_its_own(reader, fence, example)
    for name in dict.fromkeys(fence.attributes.repeated):
        message = f"{name[:40]} stands here more than once."
        position = reader.manuscript.position(fence.line, fence.attributes.places[name])
        reader.findings.report("error", "option-twice", message, position, "Take out all but one.")


def _report_names_of_its_own(reader: BlockReader, fence: Fence, example: str) -> None:
    """Report ``#name`` and ``.class``, which the block takes none of; a class may be what names the block itself."""
    typed = fence.attributes
    classes = (f".{each}" for each in typed.classes if each != fence.name)
    for name in (*([f"#{typed.id}"] if typed.id else []), *classes):
        message = f'"{name[:40]}" is not known here.'
        reader.findings.report("error", "unknown-attribute", message, reader.fence_position(fence), example)
