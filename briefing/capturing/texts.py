"""A file of any kind → the text that is in it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import PurePath
from tempfile import TemporaryFile
from typing import NamedTuple

from briefing.errors import ContentError, Diagnostic, Position
from briefing.importing.decoding import decoded
from briefing.importing.html import whole_page
from briefing.reading.files import readable_size
from briefing.reading.limits import CAPTURED_BYTES
from briefing.reading.sources import legible
from briefing.verifying.limits import SECONDS
from briefing.verifying.processes import run

__all__ = ["KINDS", "Taken", "kind_of", "text_of", "text_or_problem", "too_long"]

KINDS = ("text", "html", "pdf")
_BY_ENDING = {"txt": "text", "text": "text", "md": "text", "html": "html", "htm": "html", "xhtml": "html", "pdf": "pdf"}
_WORD_FILES = ("docx", "doc", "odt", "rtf", "pages")
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How files of Word and the like begin."""
_PAGE_IN_PARTS = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?content-type:\s*multipart/related", re.IGNORECASE
)
"""How a page begins that a browser saved with all that belongs to it in one file, MHTML."""
_CHILD = "import sys; sys.path[:] = sys.argv[1:]; from briefing.capturing.pdf_child import main; main()"
"""The child finds modules where this process does, and nowhere else."""


class Taken(NamedTuple):
    """The text of a file."""

    text: str
    """With line feeds; letters composed, without signs that nobody sees."""
    url: str = ""
    """What the file says that its address is."""


def kind_of(name: str, data: bytes) -> str:
    """Tell what a file is by its beginning, then by its name; a text, if nothing speaks against it."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf-"):
        return "pdf"
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    return _BY_ENDING.get(PurePath(name).suffix[1:].lower(), "text")


def text_of(data: bytes, kind: str, name: str) -> Taken:
    """Take the text out of a file; ``name`` is for messages.

    Raises: ContentError where there is none.
    """
    taken = {"text": _text, "html": _page, "pdf": _pdf}[kind](data, name)
    lines = (line.rstrip() for line in legible(taken.text).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    text = "\n".join(lines).strip("\n")
    if not any(letter.isalnum() for letter in text):
        raise _refused("no-text", "There are no words in it.", name, _hint(kind))
    return Taken(f"{text}\n", taken.url)


def text_or_problem(data: bytes, kind: str, name: str) -> str | Diagnostic:
    """Take the text out of a file, as far as a captured text may be long; or say why there is none."""
    try:
        text = text_of(data, kind, name).text
    except ContentError as refused:
        return refused.diagnostics[0]
    if len(text.encode()) > CAPTURED_BYTES:
        return too_long(name)
    return text


def too_long(name: str) -> Diagnostic:
    """Refuse a text that is longer than a source may be."""
    message = f"The text is larger than {readable_size(CAPTURED_BYTES)}."
    return Diagnostic("error", "too-large", message, Position(name), "Keep the part that you cite.")


def _text(data: bytes, name: str) -> Taken:
    if data.startswith(_PACKED) or PurePath(name).suffix[1:].lower() in _WORD_FILES:
        hint = "Save it as a PDF, or copy the words that you cite into a text, and capture that."
        raise _refused("no-text", "This is a file of a word processor, and none of those is captured.", name, hint)
    if data.startswith(b"bplist") or _PAGE_IN_PARTS.match(data[:4000].replace(b"\r\n", b"\n")):
        hint = 'Save the page again, as "Web page, HTML only" or as a PDF, and capture that.'
        raise _refused("no-text", "This is a page with all its pictures in one file, which is not read.", name, hint)
    found = decoded(data, name)
    for problem in found.diagnostics:
        raise _refused(problem.id, problem.message, name, problem.hint)
    return Taken(found.text)


def _page(data: bytes, name: str) -> Taken:
    page = whole_page(data, name)
    if isinstance(page, Diagnostic):
        raise ContentError(page)
    return Taken(page.text, page.url)


def _pdf(data: bytes, name: str) -> Taken:
    """Have the text taken out in a process of its own: what makes a library break down ends that alone."""
    command = [sys.executable, "-I", "-c", _CHILD, *sys.path]
    with TemporaryFile() as source:
        source.write(data)
        source.seek(0)
        outcome = run(command, seconds=SECONDS, source=source)
    try:
        answer = json.loads(outcome.output) if outcome.status == 0 else {}
    except ValueError:
        answer = {}
    if "text" not in answer:
        reason = answer.get("refused") or "It may be damaged."
        raise _refused("unreadable-pdf", f"This PDF cannot be read. {reason}", name, _hint("text"))
    return Taken(str(answer["text"]))


def _hint(kind: str) -> str:
    if kind == "pdf":
        return "Its pages may be pictures: copy the words that you cite into a text, and capture that."
    return "Copy the words that you cite into a text, and capture that."


def _refused(name: str, message: str, file: str, hint: str) -> ContentError:
    return ContentError(Diagnostic("error", name, message, Position(file), hint))
