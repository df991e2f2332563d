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
    """Report what is typed in the braces and is none of the names that the block takes."""
    for name, place in fence.attributes.places.items():
        if name not in known:
            message = f'"{name[:40]}" is not known here.{did_you_mean(name, known)}'
            position = reader.manuscript.position(fence.line, place)
            reader.findings.report("error", "unknown-attribute", message, position, example)
