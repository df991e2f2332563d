"""Types of structure elements: as a file names them, and the standard types that they stand for.

See: ISO 32000-1, 14.7.3 (role map), 14.8.4 (standard types); ISO 32000-2, 14.8.4, 14.7.4 (namespaces).
"""

from __future__ import annotations

import re

from briefing.verifying.inspecting.objects import as_array, as_name, entry

__all__ = ["STANDARD", "Roles"]

STANDARD = re.compile(
    r"Document|DocumentFragment|Part|Art|Sect|Div|BlockQuote|Caption|TOC|TOCI|Index|NonStruct|Private|Title|Sub|Aside"
    r"|P|H[1-9]?[0-9]?|L|LI|Lbl|LBody|Table|TR|TH|TD|THead|TBody|TFoot"
    r"|Span|Quote|Note|FENote|Reference|BibEntry|Code|Link|Annot|Em|Strong|Ruby|RB|RT|RP|Warichu|WT|WP"
    r"|Figure|Formula|Form|Artifact"
)
"""Types that need no map: those of PDF 1.7 and of PDF 2.0."""
_MOST_STEPS = 20


class Roles:
    """The role map of a file."""

    def __init__(self, role_map: object) -> None:
        self._map = role_map

    def of(self, element: object) -> tuple[str, str]:
        """Give the type of an element as the file names it, and the standard type that it stands for."""
        name = role = as_name(entry(element, "S"))
        namespace = entry(element, "NS")
        for _ in range(_MOST_STEPS):
            mapped = entry(namespace, "RoleMapNS", role)
            if as_array(mapped):
                role, namespace = as_name(as_array(mapped)[0]), _second(as_array(mapped))
            elif as_name(mapped):
                role, namespace = as_name(mapped), None
            elif not STANDARD.fullmatch(role) and as_name(entry(self._map, role)):
                role = as_name(entry(self._map, role))
            else:
                break
        return name, role


def _second(values: list[object]) -> object:
    return values[1] if len(values) > 1 else None
