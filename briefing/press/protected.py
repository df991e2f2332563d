"""What was read of an article folder, and protected words → that nothing goes on with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from briefing.errors import Diagnostic
from briefing.model import Source
from briefing.protecting import Protected
from briefing.reading import Reading

__all__ = ["compared_with", "refuse_protected"]


def refuse_protected(folder: Path, found: Reading, protected: Protected) -> None:
    """See that no protected word stands in the files that were read, nor in the name of their folder.

    Raises:
        ContentError: a list of protected words lies in the folder, and would leave the house with it.
        ProtectedError: with the place of each.
    """
    protected.refuse_inside(folder)
    protected.refuse_text(folder.resolve().name, "The name of the folder")
    protected.refuse_files({**found.files, **found.around})
    protected.refuse_files({name: data for name, data in found.files.items() if name in found.around})
    for source in found.briefing.sources.values() if found.briefing else ():
        # what BibTeX escapes is a letter only when it is read
        protected.refuse_text("\n".join(_texts(source)), f"The source on line {source.position.line} of its list")


def _texts(source: Source) -> Iterator[str]:
    """Give what is printed of a source; words of it that travel with a file are compared when they are attached."""
    for field in fields(source):
        value = getattr(source, field.name)
        if field.name not in ("captured", "kept") and isinstance(value, str | tuple):
            yield from (value,) if isinstance(value, str) else value


def compared_with(protected: Protected) -> Iterator[Diagnostic]:
    """Say which lists were used, and how many entries each has."""
    for name, count in protected.counts.items():
        entries = "one entry" if count == 1 else f"{count:,} entries"
        message = f"Everything was compared with {entries} of {name}."
        yield Diagnostic("note", "protected", message)
