"""Names that stand for real ones → whether the text has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.checking.trees import Walked, printed_texts
from briefing.errors import Diagnostic

__all__ = ["changed_names"]


def changed_names(walked: Walked) -> Iterator[Diagnostic]:
    """Warn of declared names that the text does not have, whatever their endings and case."""
    briefing = walked.briefing
    position = briefing.masthead.positions.get("changed_names", briefing.position)
    if not briefing.changed_names or position.file != briefing.position.file:
        return  # an edition has its original's, in the letters of that
    text = "\n".join(printed_texts(replace(briefing, changed_names=())))
    for name in briefing.changed_names:
        if not re.search(rf"(?<!\w){re.escape(name)}", text, re.IGNORECASE):
            message = f'The changed name "{name}" stands nowhere in the text.'
            hint = "Take it out, or write it as the text does. Real names belong in the protected list, not here."
            yield Diagnostic("warning", "changed-name-unused", message, position, hint)
