"""A strict reader of content streams: what a viewer forgives is an error here.

See: ISO 32000-1, 7.2 (lexical conventions), 7.8.2 (content streams), 8.2 (which operators may stand where), Annex A.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

__all__ = ["Name", "Operand", "Operation", "StreamError", "operations"]


class StreamError(Exception):
    """A content stream breaks a rule."""


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


Operand: TypeAlias = "float | Name | bytes | list[Operand] | dict[Name, Operand]"


class Operation(NamedTuple):
    """An operator with what stands before it."""

    operator: str
    operands: list[Operand]


_TOKEN = re.compile(
    rb"""[ \t\r\n\f\0]*(?:
    (?P<number>[+-]?(?:\d+\.?\d*|\.\d+)) | /(?P<name>[^\s()<>\[\]{}/%\0]*) | <(?P<string>[0-9A-Fa-f\s]*)>
    | (?P<open><<|\[) | (?P<close>>>|\]) | (?P<operator>[A-Za-z'"][A-Za-z0-9*]*)
    )(?=[\s()<>\[\]{}/%\0]|\Z|(?<=[\]>\[<]))""",
    re.VERBOSE,
)
"""A token ends at white space or a delimiter: ``12.5-3`` and ``0g`` are no tokens."""

_NUMBERS = {
    0: "b B b* B* f F f* h n q Q s S W W* BT ET EMC T*",
    1: "i M w j J g G Tc TL Tr Ts Tw Tz",
    2: "d0 l m Td TD",
    3: "rg RG",
    4: "k K re v y",
    6: "c cm Tm d1",
}
_KINDS: dict[str, str] = {name: "n" * count for count, names in _NUMBERS.items() for name in names.split()}
_KINDS |= {"d": "an", "Tf": "/n", "Tj": "s", "TJ": "a", "'": "s", '"': "nns", "Do": "/", "gs": "/", "sh": "/"}
_KINDS |= {"BMC": "/", "MP": "/", "BDC": "/p", "DP": "/p", "ri": "/"}
"""Operands by kind: n number, / name, s string, a array, p property list or its name. See: Annex A."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STATE = _names("w J j M d ri i gs g G rg RG k K")
_TEXT_STATE = _names("Tc Tw Tz TL Tf Tr Ts")
_MARKS = _names("MP DP BMC BDC EMC")
_PATH = _names("m l c v y h re")
_PAINT = _names("S s f F f* B B* b b* n")
_ALLOWED = {
    "page": _STATE | _TEXT_STATE | _MARKS | _names("q Q cm m re BT Do sh"),
    "text": _STATE | _TEXT_STATE | _MARKS | _names("Td TD Tm T* Tj TJ ' \" ET"),
    "path": _PATH | _PAINT | frozenset(["W", "W*"]),
    "clip": _PAINT,
}
"""Operators by where they may stand. See: 8.2, figure 9."""
_NEXT = {"BT": "text", "ET": "page", "m": "path", "re": "path", "W": "clip", "W*": "clip"}
_PAIRS = {"Q": ("q",), "ET": ("BT",), "EMC": ("BMC", "BDC")}
_DEEPEST = 28
"""Levels of q: 8.4.2 and annex C."""


def operations(data: bytes) -> Iterator[Operation]:
    """Read a content stream; all pairs are balanced and nested in each other.

    Raises:
        StreamError: with the operator's number and what is wrong.
    """
    where, pairs = "page", list[str]()
    for number, operation in enumerate(_grouped(data)):
        operator = operation.operator
        try:
            _check_operands(operation)
            where = _moved(where, operator)
            _pair(pairs, operator)
        except StreamError as error:
            raise StreamError(f"operator {number}, {operator}: {error}") from None
        yield operation
    if pairs or where != "page":
        raise StreamError(f"the stream ends inside {pairs or where}")


def _moved(where: str, operator: str) -> str:
    if operator not in _ALLOWED[where]:
        raise StreamError(f"may not stand in a {where} object")
    return "page" if operator in _PAINT else _NEXT.get(operator, where)


def _pair(pairs: list[str], operator: str) -> None:
    if operator in ("q", "BT", "BMC", "BDC"):
        pairs.append(operator)
        if pairs.count("q") > _DEEPEST:
            raise StreamError(f"more than {_DEEPEST} levels of q")
    elif operator in _PAIRS and (not pairs or pairs.pop() not in _PAIRS[operator]):
        raise StreamError("ends what did not begin last")


def _check_operands(operation: Operation) -> None:
    wanted = _KINDS.get(operation.operator)
    if wanted is None:
        raise StreamError("there is no such operator")
    kinds = "".join(_kind(operand) for operand in operation.operands)
    if operation.operator in ("BDC", "DP"):
        wanted, kinds = "/p", kinds.replace("<", "p") if kinds == "/<" else kinds.replace("//", "/p")
    if kinds != wanted:
        raise StreamError(f"takes {wanted or 'nothing'}, not {kinds or 'nothing'}")
    if operation.operator == "TJ" and not all(_kind(part) in "ns" for part in operation.operands[0]):
        raise StreamError("takes strings and numbers")


def _kind(operand: Operand) -> str:
    kinds = {float: "n", Name: "/", bytes: "s", list: "a", dict: "<"}
    return kinds[type(operand)]


def _grouped(data: bytes) -> Iterator[Operation]:
    operands: list[Operand] = []
    waiting: list[list[Operand]] = []
    for kind, text in _tokens(data):
        if kind == "operator":
            if waiting:
                raise StreamError(f"{text.decode()} stands in an array or dictionary")
            yield Operation(text.decode(), operands)
            operands = []
        elif kind == "open":
            waiting.append(operands)
            operands = [text]
        elif kind == "close":
            if not waiting:
                raise StreamError("an array or dictionary ends that did not begin")
            made = _collected(operands, text)
            operands = waiting.pop()
            operands.append(made)
        else:
            operands.append(_value(kind, text))
    if operands or waiting:
        raise StreamError("operands without an operator at the end")


def _collected(operands: list[Operand], end: bytes) -> Operand:
    begin, *inside = operands
    if (begin, end) == (b"[", b"]"):
        return inside
    if (begin, end) != (b"<<", b">>") or len(inside) % 2 or not all(isinstance(key, Name) for key in inside[::2]):
        raise StreamError("an array or dictionary is malformed")
    return dict(zip(inside[::2], inside[1::2], strict=True))


def _value(kind: str, text: bytes) -> Operand:
    if kind == "number":
        return float(text)
    if kind == "name":
        return Name(
            re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), text).decode("latin-1")
        )
    digits = b"".join(text.split()).decode()
    if len(digits) % 2:
        raise StreamError("a string has half a byte")
    return bytes.fromhex(digits)


def _tokens(data: bytes) -> Iterator[tuple[str, bytes]]:
    at, end = 0, len(data.rstrip(b" \t\r\n\f\0"))
    while at < end:
        found = _TOKEN.match(data, at)
        if found is None or found.lastgroup is None:
            raise StreamError(f"no token at byte {at}: {data[at : at + 20]!r}")
        yield found.lastgroup, found[found.lastgroup]
        at = found.end()
