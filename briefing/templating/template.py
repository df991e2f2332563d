"""A template: a folder with ``document.html`` in Jinja2, found by name or path and compiled once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from traceback import walk_tb
from typing import Any

import jinja2
import jinja2.utils
from jinja2 import nodes

from briefing.errors import Diagnostic, Position, TemplateError
from briefing.memory import FORGETFUL, Memory
from briefing.resources import templates_folder
from briefing.templating.ahead import CompiledAhead
from briefing.templating.sandbox import Sandbox
from briefing.templating.vocabulary import SIZE_LIMIT

__all__ = ["ENTRY", "Template", "compile_ahead", "find_template", "load_form", "load_template", "template_names"]

ENTRY = "document.html"
"""The file of a template's folder that writes the document."""
FORM = "form.html"
"""That of a form, which is filled with something other than a briefing, and which nobody asks for by its name."""

_COPY = "Copy the folder of one of our templates, briefing or handout, and change the copy."


@dataclass(frozen=True, slots=True)
class Template:
    """A template, ready to be filled."""

    name: str
    """Name of its folder."""
    folder: Path
    """Holds ``document.html`` and ``theme.toml``."""
    compiled: jinja2.Template = field(repr=False, compare=False)
    sandbox: Sandbox = field(repr=False, compare=False)
    """Where it runs."""

    def files(self) -> tuple[Path, ...]:
        """The files that it is made of, as far as they stand in its folder."""
        return (self.folder / "theme.toml", *sorted(self.folder.glob("*.html")))

    def recipient_fields(self) -> frozenset[str]:
        """Names of the recipient's fields that the files of its folder ask for, as ``recipient.NAME``."""
        trees = (self.sandbox.parse(file.read_text("utf-8")) for file in sorted(self.folder.glob("*.html")))
        asked = (node for tree in trees for node in tree.find_all(nodes.Getattr))
        return frozenset(
            node.attr for node in asked if isinstance(node.node, nodes.Name) and node.node.name == "recipient"
        )

    def write(self, names: Mapping[str, Any], memory: Memory = FORGETFUL) -> str:
        """Fill the template with what it may name; ``memory`` knows what it has said before.

        Raises:
            TemplateError: when the template names what does not exist, does what it may not or never ends.
        """
        pieces: list[str] = []
        size = 0
        self.sandbox.begin(names, memory)
        with _plain_words(self.folder):
            for piece in self.compiled.generate(names):
                pieces.append(piece)
                size += len(piece)
                if size > SIZE_LIMIT:
                    message = f"The template writes more than {SIZE_LIMIT // 1_000_000} million characters."
                    raise TemplateError(_diagnostic("too-long", message, f"{self.name}/{ENTRY}", 1))
        return "".join(pieces)


def template_names() -> tuple[str, ...]:
    """Names of the templates that come with the program."""
    return tuple(sorted(file.parent.name for file in templates_folder().glob(f"*/{ENTRY}")))


def load_template(name_or_path: str) -> Template:
    """Find a template by the name of one of ours or by the path of a folder, and compile it.

    Raises:
        TemplateError: when there is none, or it is no Jinja2.
    """
    return _compiled(find_template(name_or_path), ENTRY)


def load_form(name: str) -> Template:
    """Compile one of our forms: a folder among the templates with ``form.html``, which shows no briefing."""
    return _compiled(templates_folder() / name, FORM)


def _compiled(folder: Path, entry: str) -> Template:
    environment = _sandbox(folder)
    with _plain_words(folder):
        return Template(folder.name, folder, environment.get_template(entry), environment)


def compile_ahead() -> None:
    """Compile the templates that come with the program; for those who set it up, as it takes a tenth of a build.

    Raises:
        OSError: when the folder of the templates cannot be written.
    """
    forms = (file.parent.name for file in templates_folder().glob(f"*/{FORM}"))
    for name in (*template_names(), *sorted(forms)):
        folder = templates_folder() / name
        environment = _sandbox(folder, writes=True)
        for file in folder.glob("*.html"):
            # A template calls its own parts by their names, and those of another with the folder before them.
            environment.get_template(file.name)
            environment.get_template(f"{name}/{file.name}")


def _sandbox(folder: Path, *, writes: bool = False) -> Sandbox:
    # A copied folder may go on using the parts of ours, as "briefing/parts.html".
    loader = jinja2.FileSystemLoader([folder, templates_folder()])
    return Sandbox(loader, _Missing, CompiledAhead(templates_folder() / "__pycache__", writes=writes))


def find_template(name_or_path: str) -> Path:
    """Find the folder of a template by the name of one of ours or by its path.

    Raises:
        TemplateError: when there is none.
    """
    names = template_names()
    if name_or_path in names:
        return templates_folder() / name_or_path
    folder = Path(name_or_path)
    try:
        if (folder / ENTRY).is_file():
            return folder.resolve()
        if folder.is_dir():
            raise _unknown(f'The folder "{name_or_path}" holds no {ENTRY}, so it is no template.', _COPY)
        if folder.exists():
            raise _unknown(f'"{name_or_path}" is a file; a template is a folder with {ENTRY}.', _COPY)
    except (OSError, ValueError):
        # No path at all, for instance one with a null character: as good as missing.
        pass
    near = get_close_matches(name_or_path, names, 1) if len(name_or_path) <= 60 else []
    hint = f"Did you mean {near[0]}?" if near else f"Templates are {', '.join(names)}, or a folder with {ENTRY}."
    raise _unknown(f'There is no template "{name_or_path}".', hint)


def _unknown(message: str, hint: str) -> TemplateError:
    return TemplateError(Diagnostic("error", "unknown-template", message, hint=hint))


class _Missing(jinja2.StrictUndefined):
    """What a template named and does not exist: any use of it is an error, said in plain words."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = jinja2.utils.missing,
        name: str | None = None,
        exc: type[jinja2.exceptions.TemplateRuntimeError] = jinja2.UndefinedError,
    ) -> None:
        super().__init__(hint or _missing_words(obj, name), obj, name, exc)


def _missing_words(owner: Any, name: str | None) -> str:
    if owner is jinja2.utils.missing:
        return f'There is nothing called "{name}" that a template could use.'
    known = [each for each in dir(owner) if not each.startswith("_")]
    near = get_close_matches(str(name), known, 1) if len(str(name)) <= 60 else []
    question = f" Did you mean {near[0]}?" if near else ""
    return f'{type(owner).__name__} has no "{name}".{question}'


@contextmanager
def _plain_words(folder: Path) -> Iterator[None]:
    """Say what Jinja2 finds wrong as diagnostics with file and line."""
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        file = _shown_path(error.filename or ENTRY, folder)
        message = f"The template cannot be read: {_sentence(error.message)}"
        raise TemplateError(_diagnostic("template-syntax", message, file, error.lineno)) from error
    except jinja2.TemplateNotFound as error:
        message = f'The template asks for "{error.name}", which is not there.'
        raise TemplateError(_diagnostic("template-file", message, *_place(error, folder))) from error
    except UnicodeDecodeError as error:
        message = "A file of the template is not UTF-8."
        raise TemplateError(_diagnostic("template-file", message, f"{folder.name}/{ENTRY}", 1)) from error
    except jinja2.UndefinedError as error:
        message = _sentence(error.message)
        raise TemplateError(_diagnostic("template-name", message, *_place(error, folder))) from error
    except jinja2.TemplateError as error:
        message = f"The template does what it may not: {_sentence(error.message)}"
        raise TemplateError(_diagnostic("template-refused", message, *_place(error, folder))) from error
    except RecursionError as error:
        message = "The template cannot be filled: a macro calls itself without end."
        raise TemplateError(_diagnostic("template-refused", message, *_place(error, folder))) from error
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        # Whatever a template computes may go wrong in Python's ways, for instance a division by nothing.
        message = f"The template cannot be filled: {_sentence(str(error))}"
        raise TemplateError(_diagnostic("template-refused", message, *_place(error, folder))) from error


def _diagnostic(name: str, message: str, file: str, line: int) -> Diagnostic:
    return Diagnostic("error", name, message, Position(file, line))


def _sentence(text: str | None) -> str:
    words = (text or "no reason given").strip()
    return words if words.endswith((".", "?")) else f"{words}."


def _place(error: BaseException, folder: Path) -> tuple[str, int]:
    """The last line of a template that was at work."""
    lines = [
        (frame.f_code.co_filename, line)
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename.endswith(".html")
    ]
    filename, line = lines[-1] if lines else (ENTRY, 1)
    return _shown_path(filename, folder), line


def _shown_path(filename: str, folder: Path) -> str:
    path = Path(filename)
    for base in (folder.parent, templates_folder()):
        if path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return f"{folder.name}/{path.name}"
