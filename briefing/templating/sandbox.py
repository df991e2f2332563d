"""Where templates run: Jinja2's sandbox, with a bound on what a template makes and on how long it works.

What takes time or memory is paid for from one allowance a document: each turn of a loop, each call, each letter
that is joined, repeated or printed. So a template without an end is told so after a second or two, and one that
asks for a thousand million letters is refused before it has them.

A macro that says nothing but its arguments in the words of a language, such as how a source reads, is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import wraps
from math import prod
from string import Formatter
from types import BuiltinMethodType, MethodType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.memory import FORGETFUL, Memory, Same
from briefing.templating.plain_macros import remember_plain_macros

__all__ = ["Sandbox"]

_ALLOWANCE = 20_000_000
"""Work that one document may take, in letters."""
_STEP = 20
"""What a turn of a loop, a call or a value costs, in letters: about as much time."""
_LARGEST = 5_000_000
"""Letters or items that one operation may make."""
_RANGE = 100_000
"""Numbers in a range."""
_BITS = 3_300
"""Of a number: some thousand digits."""
_ENLARGING = frozenset({"batch", "center", "indent", "join", "replace", "round", "slice"})
"""Filters whose result may be much larger than what they are given."""
_LEFT_OUT = frozenset({"random", "tojson"})
"""Filters that no document needs: one says something else each time, one enlarges in ways of its own."""
_WIDE = re.compile(r"\d{4,}|[*{]")
"""In a format: a width or precision of four digits or more, or one that is computed."""
_PERCENT = re.compile(r"%(?:\([^)]*\))?([-+ #0-9.*]*)")


class Sandbox(ImmutableSandboxedEnvironment):
    """Compiles and fills the templates of one folder, one document at a time."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(
        self,
        loader: jinja2.BaseLoader,
        undefined: type[jinja2.Undefined],
        compiled: jinja2.BytecodeCache | None = None,
    ) -> None:
        self._left = _ALLOWANCE
        self._names: Mapping[str, Any] = {}
        self._own: frozenset[int] = frozenset()
        self._memory = FORGETFUL
        super().__init__(
            loader=loader,
            bytecode_cache=compiled,
            autoescape=True,
            undefined=undefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            optimized=False,  # folding constants takes longer than they do
            finalize=self.paid,
        )
        self.globals["range"] = _range
        del self.globals["lipsum"]
        self.filters = {
            name: self._metered(name, function) for name, function in self.filters.items() if name not in _LEFT_OUT
        }

    def begin(self, names: Mapping[str, Any], memory: Memory = FORGETFUL) -> None:
        """Give a new document its whole allowance; ``names`` is what its templates may name."""
        self._left = _ALLOWANCE
        self._names, self._memory = names, memory
        self._own = frozenset(id(value) for value in names.values() if callable(value))

    def spend(self, amount: int) -> None:
        """Take the cost of a step, and some letters more, from the allowance.

        Raises:
            SecurityError: when it is used up.
        """
        self._left -= _STEP + amount
        if self._left < 0:
            raise _endless()

    def paid(self, value: Any) -> Any:
        """Give a value back when its letters are paid for."""
        self._left -= _STEP + (len(value) if isinstance(value, str) else _weight(value))
        if self._left < 0:
            raise _endless()
        return value

    def remembered(self, macro: str, named: Mapping[str, Any], *given: Any, caller: Callable[[], str]) -> str:
        """Say what a plain macro says of what it is given, and pay for it as if it were said anew.

        ``named`` is what it names of the page; where a template has given such a name to something else, nothing is
        remembered.
        """

        def said() -> tuple[str, int]:
            before = self._left
            return caller(), before - self._left

        known = tuple(map(_known_as, given))
        if None in known or any(value is not self._names.get(name) for name, value in named.items()):
            return caller()
        names = self._names
        before, language = self._left, (names["language"], names["original_language"], Same(names["words"]))
        text, cost = self._memory.recall_by((Same(self), macro, language, known), said)
        self._left = before
        self.spend(cost - _STEP)
        return text

    def get_template(self, name: str | jinja2.Template, *arguments: Any, **options: Any) -> jinja2.Template:
        """Find a template, for itself or for one that includes it."""
        self.spend(0)
        return super().get_template(name, *arguments, **options)

    def select_template(
        self, names: Iterable[str | jinja2.Template], *arguments: Any, **options: Any
    ) -> jinja2.Template:
        """Find the first template that is there."""
        self.spend(0)
        return super().select_template(names, *arguments, **options)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute what is of a size that a document may need."""
        _CHECKS[operator](left, right)
        return self.paid(super().call_binop(context, operator, left, right))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look an attribute up, of our own values on a short way."""
        if attribute in getattr(type(obj), "__dataclass_fields__", ()) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell what a template may look at: of our values everything but what begins with an underscore."""
        if hasattr(type(obj), "__dataclass_fields__"):
            return not attr.startswith("_")
        return super().is_safe_attribute(obj, attr, value)

    def call(self, context: Context, function: Any, /, *arguments: Any, **options: Any) -> Any:
        """Call what gives something of a size that a document may need; macros and our own functions on a short way."""
        self.spend(0)
        is_macro = type(function) is Macro
        if is_macro or id(function) in self._own or (type(function) is MethodType and function.__self__ is self):
            options.pop("_loop_vars", None)
            options.pop("_block_vars", None)
            given = (context.eval_ctx, *arguments) if is_macro else arguments
            return self.paid(function(*given, **options))
        if isinstance(function, BuiltinMethodType) and isinstance(function.__self__, str | bytes | int):
            _check_enlarging(function.__self__, *arguments, *options.values())
        return self.paid(super().call(context, function, *arguments, **options))

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Let a text be a format where its widths are fixed and small."""
        wrapped = super().wrap_str_format(value)
        if wrapped is not None:
            _check_widths(spec for _, _, spec, _ in Formatter().parse(value.__self__) if spec)
        return wrapped

    def _generate(self, source: nodes.Template, name: str | None, *arguments: Any, **options: Any) -> str:
        """Change what is compiled, which is what Jinja2 has this for: let it remember plain macros, and let it pay."""
        remember_plain_macros(source, name or "")
        _charge(source)
        return super()._generate(source, name, *arguments, **options)

    def _metered(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)  # with the marks by which Jinja2 knows what to hand over
        def metered(*arguments: Any, **options: Any) -> Any:
            self.spend(sum(map(_weight, arguments)))
            if name == "format":
                _check_percent(*arguments)
            if name in _ENLARGING:
                _check_enlarging(*arguments, *options.values())
            return self.paid(function(*arguments, **options))

        return metered


def _endless() -> SecurityError:
    return SecurityError("it works for so long as if it had no end")


def _known_as(value: Any) -> Hashable:
    """What an argument is known by; ``None`` for one that may be another next time, though it is the same."""
    if isinstance(value, str | int | None):
        return type(value), value
    frozen = getattr(type(value), "__dataclass_params__", None)
    return Same(value) if frozen and frozen.frozen else None


def _charge(node: nodes.Node) -> int:
    """Insert payments wherever they are due inside a node; count the letters that it prints of its own."""
    letters = len(node.data) if isinstance(node, nodes.TemplateData) else 0
    letters += sum([_charge(child) for child in list(node.iter_child_nodes())])
    if isinstance(node, nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block):
        payment = _call("spend", nodes.Const(letters), line=node.lineno)
        node.body.insert(0, nodes.ExprStmt(payment, lineno=node.lineno))
    if isinstance(node, nodes.For) and isinstance(node.test, nodes.Expr):
        node.test = _call("paid", node.test, line=node.lineno)
    if isinstance(node, nodes.Concat):
        node.nodes = [_call("paid", each, line=each.lineno) for each in node.nodes]
    return letters


def _call(method: str, argument: nodes.Expr, line: int) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(method), [argument], [], None, None, lineno=line)


def _range(*arguments: int) -> range:
    numbers = range(*arguments)
    if len(numbers) > _RANGE:
        raise SecurityError(f"it asks for a range of {len(numbers):,} numbers; {_RANGE:,} is the most")
    return numbers


def _weight(value: Any) -> int:
    """Letters of a text; of a list its items and the letters in them."""
    if isinstance(value, str | bytes | range):
        return len(value)
    if isinstance(value, list | tuple):
        return len(value) + sum(len(item) for item in value if isinstance(item, str))
    return 0


def _check_size(size: int) -> None:
    if size > _LARGEST:
        raise SecurityError(f"it would make {size:,} letters or items at once; {_LARGEST:,} is the most")


def _check_enlarging(value: Any, *arguments: Any) -> None:
    """Take every number and every text after the first value for a factor of its size."""
    numbers = (abs(each) for each in arguments if isinstance(each, int))
    weights = (_weight(each) for each in (value, *arguments))
    _check_size(prod(max(factor, 1) for factor in (*numbers, *weights)))


def _check_sum(left: Any, right: Any) -> None:
    _check_size(_weight(left) + _weight(right))


def _check_product(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        _check_bits(left.bit_length() + right.bit_length())
    elif isinstance(left, int):
        _check_size(left * _weight(right))
    elif isinstance(right, int):
        _check_size(_weight(left) * right)


def _check_power(base: Any, exponent: Any) -> None:
    if isinstance(base, int) and isinstance(exponent, int):
        _check_bits(base.bit_length() * exponent)


def _check_bits(bits: int) -> None:
    if bits > _BITS:
        raise SecurityError("it computes a number of more than a thousand digits")


def _check_percent(text: Any, *_values: Any) -> None:
    if isinstance(text, str):
        _check_widths(_PERCENT.findall(text))


def _check_widths(specifications: Iterable[str]) -> None:
    for specification in specifications:
        if _WIDE.search(specification):
            raise SecurityError("it writes a value in a width of more than 999, or in one that is computed")


_CHECKS: dict[str, Callable[[Any, Any], None]] = {
    "+": _check_sum,
    "*": _check_product,
    "**": _check_power,
    "%": _check_percent,
}
