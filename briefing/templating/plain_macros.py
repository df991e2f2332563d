"""Macros that say the same of the same arguments, in the same language: what they say is remembered.

Such a macro names nothing of the document but what depends on its language, and on that of its original, alone, so that
neither the numbers of sources and notes nor anything else that grows while a document is written can come into it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from jinja2 import meta, nodes

__all__ = ["PLAIN_NAMES", "remember_plain_macros"]

PLAIN_NAMES = frozenset(
    {
        "at",
        "date",
        "day",
        "direction",
        "ended",
        "isolated",
        "language",
        "language_name",
        "linked",
        "numbered",
        "original_language",
        "shortened",
        "source_name",
        "words",
    }
)
"""What a template may name that depends on the language, on that of the original, and on what it is given alone."""
_ELSEWHERE = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block)
"""What other files say cannot be seen from here."""


def remember_plain_macros(template: nodes.Template, name: str) -> None:
    """Let the plain macros of a template say what they say by way of ``Sandbox.remembered``."""
    for macro, names in _plain(template).values():
        named = nodes.Dict([nodes.Pair(nodes.Const(each), nodes.Name(each, "load")) for each in sorted(names)])
        arguments = [nodes.Name(each.name, "load") for each in macro.args]
        said_as = [nodes.Const(f"{name}:{macro.name}"), named, *arguments]
        call = nodes.Call(nodes.EnvironmentAttribute("remembered"), said_as, [], None, None)
        block = nodes.CallBlock(call, [], [], macro.body)
        for node in (block, call, *call.find_all(nodes.Node)):
            node.lineno, node.environment = macro.lineno, template.environment
        macro.body = [block]


def _plain(template: nodes.Template) -> Mapping[str, tuple[nodes.Macro, frozenset[str]]]:
    """Find the plain macros, each with all that it and those which it calls name of the page."""
    macros = _defined_once(template)
    elsewhere = template.environment.globals if template.environment else ()
    known = frozenset({*PLAIN_NAMES, *macros, *elsewhere, "loop"})
    named = {name: _names_of(macro, template, known) for name, macro in macros.items()}
    while True:
        united = {name: names.union(*(named[each] for each in names & named.keys())) for name, names in named.items()}
        united = {name: names for name, names in united.items() if names <= PLAIN_NAMES | named.keys()}
        if united == named:
            # One that calls itself would go deeper into Python with each turn.
            steady = {name: names for name, names in named.items() if name not in names}
            return {name: (macros[name], names & PLAIN_NAMES) for name, names in steady.items()}
        named = united


def _defined_once(template: nodes.Template) -> dict[str, nodes.Macro]:
    """The macros at the top whose names mean nothing else in this template, and that stay in it."""
    stored = Counter(each.name for each in template.find_all(nodes.Name) if each.ctx != "load")
    stored.update(each.name for each in template.find_all(nodes.Macro))
    stored.update(each.target for each in template.find_all(nodes.Import))
    stored.update(alias for each in template.find_all(nodes.FromImport) for alias in _imported(each))
    found = (node for node in template.body if isinstance(node, nodes.Macro))
    return {
        macro.name: macro
        for macro in found
        if stored[macro.name] == 1 and macro.name not in PLAIN_NAMES and not any(macro.find_all(_ELSEWHERE))
    }


def _imported(node: nodes.FromImport) -> list[str]:
    return [name if isinstance(name, str) else name[1] for name in node.names]


def _names_of(macro: nodes.Macro, template: nodes.Template, known: frozenset[str]) -> frozenset[str]:
    """What a macro names that is not its own; Jinja2 finds that by writing the code for it."""
    names = tuple(macro.find_all(nodes.Name))
    stored = {each.name for each in names if each.ctx != "load"}
    loaded = {each.name for each in names if each.ctx == "load"} - stored
    if not loaded <= known:
        return frozenset(loaded)  # not plain, whatever else it names
    alone = nodes.Template([macro], lineno=1)
    alone.environment = template.environment
    return frozenset(meta.find_undeclared_variables(alone) | ({macro.name} & loaded))
