"""The looks of a template on paper: its type scale, its paragraph, and the fonts that stand in, script by script.

Nothing that is said of a style is typed here: it is read from the theme that the page is set in.

Usage: specimen.py TEMPLATE PDF
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel import Locale
from fontTools.ttLib import TTFont
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from briefing.model import Element
from briefing.model.language_names import language_name
from briefing.pdf import Metadata, write_pdf
from briefing.press.fallback import FallbackLookup
from briefing.resources import assets_folder, font_families, templates_folder
from briefing.templating import parse_html, typeset
from briefing.theme import Edges, Rule, Style, Theme, contrast, load_theme
from briefing.typesetting import FontLibrary, set_document
from briefing.typesetting.text.scripts import script_of

HERE = Path(__file__).parent
DECLARATION = HERE.parent / "tests" / "udhr.toml"
LANGUAGES = (
    *("en", "vi", "el", "uk", "hy", "ka", "fa-AF", "ur", "he", "hi", "bn", "ta", "si", "th", "lo", "km", "my", "am"),
    *("zh-Hans", "zh-Hant", "ja", "ko"),
)
"""One or two for each script that the extras bring."""
SENTENCE = re.compile(r".*?[.;\u0589\u06d4\u0964\u104b\u1362\u17d4\u3002]")
CLAUSE = re.compile(r"\S+")
SPACED_CLAUSES = ("th", "lo")
"""Languages that have spaces between clauses only, and often no sign at their end."""
SWATCH = 24.0
"""Height, in points."""
GROUNDS = ("paper", "structure")
"""Colours that text stands on."""
WEIGHTS = {400: "Regular", 600: "Semibold", 700: "Bold"}
"""Names of the weights. See: OpenType 1.9, OS/2, usWeightClass."""


class Look(NamedTuple):
    """What is said of a style."""

    size: str
    """Size and leading, in points."""
    face: str
    """Typeface, weight and colour."""


class Sample(NamedTuple):
    """A sentence in one language."""

    language: str
    name: str
    text: str
    size: str
    family: str
    level: str


class Swatch(NamedTuple):
    """A colour of the theme."""

    name: str
    colour: str
    contrast: str
    """The most that it has on one of the grounds of text."""


def main(template: str, pdf: str) -> None:
    Path(pdf).write_bytes(specimen_of(template))
    print(pdf)


def specimen_of(template: str) -> bytes:
    """Make the pages as a PDF."""
    title = f"Specimen of the template {template}"
    sheet = Sheet(theme_of(template))
    html = typeset(parse_html(sheet.html(title), file="specimen.html"))
    document = set_document(html, sheet.theme(), fonts=sheet.fonts, pictures={}, drawings={})
    return write_pdf(document, Metadata(title, "en-GB"))


def theme_of(template: str) -> Theme:
    """Lay the specimen's own styles over a template's theme."""
    return load_theme(
        f'based_on = "{template}"\n' + (HERE / "specimen.toml").read_text("utf-8"),
        file="specimen.toml",
        read_font=lambda name: (assets_folder() / "fonts" / name).read_bytes(),
        read_theme=lambda name: (templates_folder() / name / "theme.toml").read_text("utf-8"),
    )


class Sheet:
    """Writes the document of a theme, and the styles that its labels need to stand level with what they are about."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.fonts = FontLibrary(theme.fonts, FallbackLookup())
        self._levels: dict[float, str] = {}

    def html(self, title: str) -> str:
        environment = Environment(loader=FileSystemLoader(HERE), undefined=StrictUndefined, autoescape=True)
        return environment.get_template("specimen.html").render(
            title=title,
            page_size=self._theme.page.name,
            look_of=self.look_of,
            level_with=self.level_with,
            family_of=self.family_of,
            swatches=list(self.swatches()),
            samples=list(self.samples()),
        )

    def theme(self) -> Theme:
        """Give the theme with the styles that ``html`` found to be needed."""
        levels = {f".{name}": {"padding": Edges(top=room)} for room, name in self._levels.items()}
        grounds = {
            f".specimen-colour-{name}": {"rule_top": Rule(SWATCH, colour), "padding": Edges(top=SWATCH + 4)}
            for name, colour in self._theme.colours.items()
        }
        return replace(self._theme, styles={**self._theme.styles, **levels, **grounds})

    def look_of(self, sample: str, element: str) -> Look:
        """Say the style of an element that stands in a sample."""
        style = self._styles(sample, element)[-1]
        names = {colour: name for name, colour in reversed([*self._theme.colours.items()])}
        weight = WEIGHTS[style.weight] + (" Italic" if style.italic else "")
        return Look(_size(style.size, style.leading), f"{self.family_of(style.font)} {weight}, {names[style.colour]}")

    def family_of(self, role: str) -> str:
        """Name the typeface of a role."""
        return _family_name(self._theme.fonts[role][0].data)

    def level_with(self, sample: str, element: str) -> str:
        """Name a class whose first line stands level with that of an element in a sample."""
        styles = self._styles(sample, element)
        return self._level(self._baseline(styles[-1]) + sum(style.padding.top for style in styles))

    def swatches(self) -> Iterator[Swatch]:
        """Say how well each colour is told from paper, or from the dark ground of the call to the public."""
        colours = self._theme.colours
        for name, colour in colours.items():
            reached, ground = max((contrast(colour, colours[ground]), ground) for ground in GROUNDS)
            if name not in GROUNDS[:1]:
                yield Swatch(name, colour, f"{reached:.1f}:1 on {ground}")

    def samples(self) -> Iterator[Sample]:
        """Say in many languages that all human beings are born free and equal."""
        texts = tomllib.loads(DECLARATION.read_text("utf-8"))["article-1"]
        style = self._own_style("specimen-script")
        for language in LANGUAGES:
            text = _opening(texts[language], language)
            script = script_of(text)
            found = min(self.fonts.candidates(style, script, language), key=lambda each: len(each.font.lacks(text)))
            leading = max(style.leading, found.leading * style.size)
            level = self._level(self._baseline(replace(style, leading=leading)))
            known = font_families(script, language, style.font)
            names = {file.name.rpartition(".")[0]: family.name for family in known for file in family.files}
            yield Sample(
                language,
                _name(language),
                text,
                _size(style.size * found.scale, leading),
                names.get(found.font.name, self.family_of(style.font)),
                level,
            )

    def _own_style(self, name: str) -> Style:
        return self._theme.style("p", (name,), self._theme.style("body", ("briefing",)))

    def _styles(self, sample: str, element: str) -> list[Style]:
        """Find the styles from the page down to an element of a sample."""
        styles = [self._theme.style("body", ("briefing",))]
        for each in _way_to(parse_html(f"<div>{sample}</div>", root="div"), element):
            styles.append(self._theme.style(each.tag, each.classes, styles[-1]))
        return styles

    def _level(self, baseline: float) -> str:
        lower = round(max(baseline - self._baseline(self._own_style("specimen-name")), 0.0), 2)
        return self._levels.setdefault(lower, f"specimen-level-{len(self._levels) + 1}")

    def _baseline(self, style: Style) -> float:
        font = self.fonts.font(style)
        return (style.leading + (font.ascent - font.descent) * style.size / 1000) / 2


def _way_to(tree: Element, element: str) -> list[Element]:
    """Find the first element of a name, as ``p.source``, with those around it; empty where there is none."""
    if ".".join((tree.tag, *tree.classes)) == element:
        return [tree]
    inside = (_way_to(child, element) for child in tree.children if isinstance(child, Element))
    found = next(filter(None, inside), [])
    return [tree, *found] if found else []


def _opening(text: str, language: str) -> str:
    """Take the first sentence, or the first clause."""
    found = (CLAUSE if language in SPACED_CLAUSES else SENTENCE).match(text)
    return found[0].rstrip(" ;").replace("፡", " ") if found else text


def _name(language: str) -> str:
    script = Locale.parse(language, sep="-").get_script_name("en")
    return ", ".join(filter(None, (language_name(language, "en"), script)))


def _size(size: float, leading: float) -> str:
    return f"{size:.1f}/{leading:.1f}".replace(".0", "")


@cache
def _family_name(font: bytes) -> str:
    return str(TTFont(BytesIO(font), lazy=True)["name"].getBestFamilyName())


if __name__ == "__main__":
    main(*sys.argv[1:])
