"""Read the block ``local``: a sentence with figures of a recipient's place, and one for copies that lack them.

It becomes a ``div`` of the class ``local`` with two paragraphs, the second of the class ``otherwise``. Which of them is
printed shows only with a recipient; see ``addressing``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefing.model import Element, walk
from briefing.reading.body.blocks import BlockReader, Elements
from briefing.reading.body.options import option, report_unknown_options
from briefing.reading.body.typed import Typed
from briefing.reading.markdown import Block, Fence

__all__ = ["read_local"]

_OTHERWISE = re.compile(r"^[ \t]*otherwise:[ \t]*", re.IGNORECASE | re.MULTILINE)
_PUBLISHED: Mapping[str, str] = MappingProxyType({"yes": "where the source prints counts under 10 as well"})
_BARE = "{published}"
_EXAMPLE = 'Write "Otherwise:" and a sentence that is true without these figures.'


def read_local(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    """Read the two paragraphs; what is read of a block that is not whole is left as it is, beside the error."""
    report_unknown_options(reader, fence, ("published", "title"), "A local block takes {published=yes}.")
    published = option(reader, fence, "published", _PUBLISHED) or ("yes" if fence.title == _BARE else "")
    if fence.title and fence.title != _BARE:
        message, position = "The block local takes no title.", reader.title_typed(fence).at(0)
        reader.findings.report("warning", "title-not-printed", message, position, "Take the words out.")
    paragraphs = tuple(_paragraphs(reader, block))
    if not _is_whole(reader, fence, paragraphs):
        return paragraphs
    attributes = {"class": "local", **({"data-published": published} if published else {})}
    return (Element("div", paragraphs, attributes, reader.fence_position(fence)),)


def _paragraphs(reader: BlockReader, block: Block) -> Iterator[Element]:
    """Yield the paragraphs; one ends before a line that begins with "Otherwise:"."""
    for child in block.children:
        if child.kind != "paragraph":
            message = "A local block has two paragraphs, and nothing else."
            hint = "Put it before or after the block."
            reader.findings.report("error", "wrong-shape", message, reader.position(child), hint)
            continue
        typed = reader.typed(child.children[0])
        found = _OTHERWISE.search(typed.text)
        said, otherwise = (typed.part(0, found.start()), typed.part(found.end())) if found else (typed, None)
        if said.text:
            yield _paragraph(reader, said)
        if otherwise and otherwise.text:
            yield _paragraph(reader, otherwise).with_attributes(class_="otherwise")


def _paragraph(reader: BlockReader, typed: Typed) -> Element:
    return Element("p", reader.inline.read(typed), {}, typed.at(0))


def _is_whole(reader: BlockReader, fence: Fence, paragraphs: tuple[Element, ...]) -> bool:
    """Tell whether there is one paragraph with fields, and one without them behind it; say what is missing."""
    said = [each for each in paragraphs if not each.classes]
    if not any("otherwise" in each.classes for each in paragraphs):
        message = "This local block does not say what is printed in copies that lack one of its figures."
        reader.findings.report("error", "local-without-otherwise", message, reader.fence_position(fence), _EXAMPLE)
    elif not any("data-field" in each.attributes for paragraph in said for each in walk(paragraph)):
        message = 'This local block holds no field of the list of recipients before its "Otherwise:".'
        hint = "Write the figure as {{ recipient.NAME }}, by the name of its column."
        reader.findings.report("error", "local-without-field", message, reader.fence_position(fence), hint)
    elif len(paragraphs) != 2 or not said or paragraphs[0] is not said[0]:
        message = 'A local block has one paragraph with figures, and behind it one that begins with "Otherwise:".'
        hint = "Make a block of each pair."
        reader.findings.report("error", "wrong-shape", message, reader.fence_position(fence), hint)
    else:
        return True
    return False
