"""Bring the translations in templates/words up to date with the English words: new words wait, changed ones are fuzzy.

Usage: catalogues.py FOLDER
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import escape, read_po

WORD = re.compile(r"^((?:# .*\n)*)(\w+) = ", re.MULTILINE)
HEAD = """# The words of a briefing in LANGUAGE.
msgid ""
msgstr ""
"Project-Id-Version: briefing\\n"
"Language: \\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def main(folder: str) -> None:
    source = Path(folder, "en.toml").read_text("utf-8")
    comments = {name: above.replace("\n# ", " ").removeprefix("# ").strip() for above, name in WORD.findall(source)}
    english = tomllib.loads(source)
    for file in [Path(folder, "words.pot"), *sorted(Path(folder).glob("*.po"))]:
        text = file.read_text("utf-8") if file.suffix == ".po" else HEAD
        known = {message.context: message for message in read_po(text.split("\n"), abort_invalid=True) if message.id}
        entries = ("\n".join(entry(name, comments[name], word, known.get(name))) for name, word in english.items())
        file.write_text("\n\n".join([text.partition("\n\n")[0].strip(), *entries]) + "\n", "utf-8")


def entry(name: str, comment: str, word: str, known: Message | None) -> Iterator[str]:
    yield from (f"# {line}" for line in (known.user_comments if known else ()))
    yield f"#. {comment}"
    if known and known.string and (known.fuzzy or known.id != word):
        yield "#, fuzzy"
    if known and known.string and known.id != word:
        yield f"#| msgid {escape(str(known.id))}"
    yield f"msgctxt {escape(name)}"
    yield f"msgid {escape(word)}"
    yield f"msgstr {escape(str(known.string) if known else '')}"


if __name__ == "__main__":
    main(*sys.argv[1:])
