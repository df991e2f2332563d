"""What runs in a process of its own: a stranger's PDF is opened here and nowhere else.

The file comes on standard input; its text, or why it has none, goes to standard output as one JSON object.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator

import pypdfium2

from briefing.reading.limits import CAPTURED_BYTES
from briefing.verifying.processes import limit_this_process, own_output

__all__ = ["main", "text_of_pdf"]

_MOST_PAGES = 3_000
_LINE_END = re.compile("[\x02\ufffe](?:\r\n|\n)?")
"""How PDFium tells a hyphen that only stands there because a line ends."""


def main() -> None:
    """Read standard input and answer on standard output."""
    limit_this_process()
    output = own_output()
    try:
        answer = {"text": text_of_pdf(sys.stdin.buffer.read())}
    except pypdfium2.PdfiumError as problem:
        answer = {"refused": "It is protected by a password." if "password" in str(problem).lower() else ""}
    output.write(json.dumps(answer, separators=(",", ":")).encode("ascii"))
    output.flush()


def text_of_pdf(data: bytes) -> str:
    """Give the text of the pages, an empty line between them, a little more than is kept at most.

    Raises: PdfiumError where it cannot be read.
    """
    pages: list[str] = []
    length = 0
    for page in _pages(data):
        pages.append(page)
        length += len(page)
        if length > CAPTURED_BYTES:
            break
    return "\n\n".join(pages)


def _pages(data: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(data) as document:
        for number in range(min(len(document), _MOST_PAGES)):
            page = document[number]
            textpage = page.get_textpage()
            yield _LINE_END.sub("", textpage.get_text_range()).replace("\r\n", "\n")
            textpage.close()
            page.close()
