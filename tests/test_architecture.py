"""The shape of the package: rooms, imports that go one way, sizes, and what is public."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "briefing"

ROOMS = (
    "errors",
    "model",
    "resources",
    "rules",
    "protecting",
    "saving",
    "memory",
    "addressing",
    "photographs",
    "editions",
    "theme",
    "reading",
    "claims",
    "evidence",
    "writing",
    "importing",
    "recipients",
    "checking",
    "drawing",
    "timeline",
    "charts",
    "citing",
    "templating",
    "typesetting",
    "tagging",
    "pdf",
    "archiving",
    "verifying",
    "capturing",
    "versions",
    "press",
    "parity",
    "sheet",
    "petitioning",
    "printing",
    "packing",
    "merging",
    "exporting",
    "online",
    "cli",
)
"""From the top down: a room imports only rooms above it."""

PARTS = {
    "typesetting": (
        "tree",
        "bidi",
        "fonts",
        "recording",
        "text",
        "lines",
        "blocks",
        "outlined",
        "pagination",
        "areas",
        "styling",
        "building",
        "prepared",
        "story",
        "misfits",
        "parted",
        "marks",
        "running",
        "document",
    ),
    "verifying": (
        "findings",
        "printed",
        "words",
        "addresses",
        "limits",
        "records",
        "extras",
        "processes",
        "code_faults",
        "inspecting",
        "codes",
        "judging",
        "child",
        "verify",
        "taking",
        "attached",
    ),
    "reading": (
        "limits",
        "spelling",
        "raised",
        "files",
        "places",
        "spreadsheets",
        "csv_table",
        "pictures",
        "dates",
        "yaml",
        "json_tree",
        "fields",
        "events",
        "sources",
        "markdown",
        "body",
        "consents",
        "charts",
        "citation_style",
        "front_matter",
        "timelines",
        "article",
        "profile",
        "folder",
        "new_folder",
        "starter",
    ),
    "claims": (
        "shortened",
        "negations",
        "languages",
        "sentences",
        "quotations",
        "quantities",
        "comparing",
        "typed",
        "passages",
        "binding",
        "detecting",
        "claim",
        "compared",
        "ledger",
        "hedges",
    ),
    "evidence": ("excerpts", "printed", "entries", "writing", "parsing", "gathering"),
    "checking": (
        "trees",
        "content",
        "changed_names",
        "asked",
        "stand_ins",
        "differing",
        "embargo",
        "evidence",
        "compared",
        "people",
        "dates",
        "same_person",
        "release",
        "voters",
        "translated_fields",
        "counterparts",
        "editorial",
        "rules",
    ),
    "petitioning": ("values", "notice", "signatures", "commons", "days", "fitting", "filling", "making"),
    "packing": ("values", "purposes", "paper", "making", "telling", "job_sheet", "packing"),
    "sheet": ("values", "places", "beside", "filling", "making"),
    "printing": ("papers", "planning", "imposition", "child", "imposing", "telling", "proof"),
    "exporting": ("legible", "document", "raster", "html", "docx", "markdown", "exporting"),
    "writing": ("values", "markdown"),
    "importing": (
        "given",
        "draft",
        "found",
        "keys",
        "solar_dates",
        "bylines",
        "sidelines",
        "decoding",
        "archives",
        "xml_trees",
        "pictures",
        "trees",
        "events",
        "sheets",
        "recipients",
        "exports",
        "docx",
        "html",
        "text",
        "markdown",
        "proposing",
        "belongings",
        "amounts",
        "head",
        "asking",
        "plainer",
        "article",
        "importing",
    ),
    "templating": (
        "vocabulary",
        "content",
        "catalogue",
        "borrowed",
        "words",
        "missing_words",
        "machine_marks",
        "whitespace",
        "faults",
        "reader",
        "blockwise",
        "parse",
        "serialise",
        "plain_macros",
        "sandbox",
        "ahead",
        "template",
        "note_letters",
        "numbering",
        "sentences",
        "styled",
        "references",
        "source_names",
        "typography",
        "chart",
        "data_chart",
        "resolve",
        "page",
        "render",
        "abbreviations",
        "bracketed",
    ),
}
"""Of rooms that have folders inside, from the top down: a part imports only parts above it."""

FACADE = ("__init__", "__main__")
MAY_IMPORT_LATE = {
    "resources": ("importlib.metadata",),
    "protecting": ("briefing.protecting",),
    "photographs": ("PIL",),
    "drawing": ("briefing.drawing.renderer",),
    "checking": ("briefing.checking.editorial",),
    "timeline": ("briefing.timeline",),
    "charts": ("briefing.charts",),
    "importing": ("briefing.importing",),
    "templating": ("babel.messages", "briefing.citing"),
    "typesetting": ("pyphen", "fontTools", "uniseg", "icu4py"),
    "press": (
        "briefing.archiving",
        "briefing.capturing",
        "briefing.evidence",
        "briefing.press.edges",
        "briefing.press.ink",
        "briefing.press.press_notes",
        "briefing.press.printed_contrast",
        "briefing.press.printing_condition",
        "briefing.verifying.codes",
    ),
    "verifying": ("briefing.verifying.inspecting.rechecking",),
    "cli": ("",),
}
"""Which rooms may import inside a function, and what their modules' names begin with."""

KEPT_BY_A_PROCESS = {
    "claims/comparing/counted": ("_known",),
    "claims/comparing/opposites": ("_patterns",),
    "claims/comparing/turning": ("_judge",),
    "claims/languages/lookup": ("words_of",),
    "claims/negations": ("_pattern",),
    "claims/quantities/pieces": ("_signs",),
    "model/languages": ("read_tag",),
    "model/numbers": ("number_signs",),
    "model/locales": ("locale_of",),
    "reading/dates/lexicon": ("lexicon_of",),
    "reading/markdown/parser": ("_parser",),
    "resources/families": ("_table",),
    "resources/installing": ("_is_installed",),
    "templating/typography/language": ("language_of",),
    "templating/words": ("_read_versions",),
    "typesetting/text/hyphenation": ("_patterns",),
    "typesetting/text/itemising": ("_scaled",),
    "typesetting/text/opportunities": ("opportunities", "_ends"),
    "typesetting/text/scripts": ("is_east_asian", "_script", "scripts_using"),
    "verifying/records": ("_types_of",),
}
"""Functions whose results a process keeps, outside of any ``Memory``: the docstring of that says why they may."""

MAY_WRITE = {
    "capturing/capturing": {"rename"},
    "cli/opened": {"open"},
    "importing/article": {"mkdir", "write_bytes"},
    "parity/editions": {"write_bytes"},
    "reading/new_folder": {"mkdir", "rename", "write_bytes"},
    "saving": {"fdopen", "mkdir", "mkstemp", "rename", "replace", "write_bytes"},
    "templating/ahead": {"mkdir", "replace", "write_bytes"},
    "verifying/judging/verapdf": {"copyfile"},
    "verifying/processes": {"fdopen"},
    "versions/opening": {"mkdir", "open"},
}
"""Modules that touch files that last, and how. ``saving`` and ``new_folder`` compare with the protected words first;
the others give a file another name, keep templates ready, or write what they read back and remove."""

LONGEST_FUNCTION = 60
LONGEST_FILE = 600

FILES = sorted(path for path in PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(node: ast.stmt, path: Path) -> list[str]:
    """Full names of the modules that an import statement names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    assert isinstance(node, ast.ImportFrom)
    assert node.level == 0, f"{path}:{node.lineno} imports by a relative name"
    if node.module == "briefing":
        return [f"briefing.{alias.name}" for alias in node.names]
    return [node.module or ""]


def imports(tree: ast.AST) -> Iterator[ast.stmt]:
    return (node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_part_of_the_package_is_a_room():
    assert {room_of(path) for path in FILES} - set(FACADE) == set(ROOMS)


@pytest.mark.parametrize("path", [path for path in FILES if room_of(path) not in FACADE], ids=name_of)
def test_a_room_imports_only_rooms_above_it(path):
    allowed = ROOMS[: ROOMS.index(room_of(path)) + 1]
    for node in imports(tree_of(path)):
        for module in imported(node, path):
            package, _, rest = module.partition(".")
            room = rest.partition(".")[0]
            if package == "briefing" and room != "__version__":
                assert room in allowed, f"{name_of(path)}:{node.lineno} imports {module}"


def parts_of(room: str) -> list[str]:
    inside = {path.relative_to(PACKAGE / room).parts[0].removesuffix(".py") for path in (PACKAGE / room).rglob("*.py")}
    return sorted(inside - {"__init__"})


def part_of(path: Path) -> str:
    """The part of its room that a file belongs to; empty where it is the room's face or the room has no parts."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[1] if parts[0] in PARTS and parts[1] in PARTS[parts[0]] else ""


def test_rooms_with_folders_inside_say_the_order_of_their_parts():
    assert {path.parent.parent.name for path in PACKAGE.glob("*/*/*.py")} <= set(PARTS)


@pytest.mark.parametrize("room", PARTS)
def test_the_face_of_a_room_lists_its_parts_in_their_order(room):
    assert parts_of(room) == sorted(PARTS[room])
    face = ast.get_docstring(tree_of(PACKAGE / room / "__init__.py")) or ""
    assert tuple(re.findall(r"^ {4}(\w+)/? ", face, re.MULTILINE)) == PARTS[room]


@pytest.mark.parametrize("path", [path for path in FILES if part_of(path)], ids=name_of)
def test_a_part_imports_only_parts_above_it_and_by_their_faces(path):
    room, part = room_of(path), part_of(path)
    above = {f"briefing.{room}.{name}" for name in PARTS[room][: PARTS[room].index(part)]}
    for node in imports(tree_of(path)):
        for module in imported(node, path):
            own = f"{module}.".startswith(f"briefing.{room}.{part}.")
            if f"{module}.".startswith(f"briefing.{room}.") and not own:
                assert module in above, f"{name_of(path)}:{node.lineno} imports {module}"


def folders_inside() -> list[Path]:
    found = (PACKAGE / room / part for room, parts in PARTS.items() for part in parts)
    return [path for path in found if path.is_dir()]


@pytest.mark.parametrize("folder", folders_inside(), ids=name_of)
def test_a_folder_lists_its_modules_in_their_order(folder):
    face = ast.get_docstring(tree_of(folder / "__init__.py")) or ""
    modules = re.findall(r"^ {4}(\w+) ", face, re.MULTILINE)
    assert sorted(modules) == sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    package = ".".join(folder.relative_to(ROOT).parts)
    for number, name in enumerate(modules):
        below = {package, *(f"{package}.{other}" for other in modules[number:])}
        path = folder / f"{name}.py"
        assert not below & {module for node in imports(tree_of(path)) for module in imported(node, path)}, name


def test_resources_imports_nothing_of_ours():
    for path in (PACKAGE / "resources").glob("*.py"):
        names = [name for node in imports(tree_of(path)) for name in imported(node, path)]
        assert not [name for name in names if name.startswith("briefing") and ".resources." not in name], path.name


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_stand_at_the_top_but_for_the_named_ones(path):
    allowed = MAY_IMPORT_LATE.get(room_of(path), ())
    for node in (node for function in functions(tree_of(path)) for node in imports(function)):
        for module in imported(node, path):
            assert module.startswith(allowed), f"{name_of(path)}:{node.lineno} imports {module} inside a function"


def test_what_a_process_keeps_is_named_and_bounded():
    kept: dict[str, tuple[str, ...]] = {}
    for path in FILES:
        for node in tree_of(path).body:
            rules = {ast.unparse(each) for each in getattr(node, "decorator_list", ())}
            if any("cache" in each for each in rules):
                bounded = any("maxsize=" in each and "maxsize=None" not in each for each in rules)
                arguments = [each.annotation for each in node.args.args if ast.unparse(each.annotation) != "type"]
                assert bounded or not arguments, f"{name_of(path)}:{node.lineno} may keep more and more"
                name = path.relative_to(PACKAGE).with_suffix("").as_posix()
                kept[name] = (*kept.get(name, ()), node.name)
    assert kept == KEPT_BY_A_PROCESS


@pytest.mark.parametrize(
    "path", [path for path in FILES if room_of(path) not in ("drawing", "timeline", "charts")], ids=name_of
)
def test_only_what_draws_knows_matplotlib(path):
    names = [name for node in imports(tree_of(path)) for name in imported(node, path)]
    assert not [name for name in names if name.startswith("matplotlib")]


ONLINE = ("online/network", "online/exchange")
"""The modules that connect; another imports none of the libraries that can."""
CAN_CONNECT = {
    *("aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket"),
    *("socketserver", "ssl", "telnetlib", "trio", "urllib3", "webbrowser", "xmlrpc", "multiprocessing.connection"),
    *("urllib.request", "urllib.robotparser"),
}


def test_only_the_modules_that_look_up_links_can_connect():
    for path in FILES:
        if path.relative_to(PACKAGE).with_suffix("").as_posix() in ONLINE:
            continue
        for node in imports(tree_of(path)):
            names = [f"{node.module}.{alias.name}" for alias in node.names] if isinstance(node, ast.ImportFrom) else []
            for module in (*imported(node, path), *names):
                parts = module.split(".")
                begun = {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
                assert not begun & CAN_CONNECT, f"{name_of(path)}:{node.lineno} imports {module}"


@pytest.mark.slow
def test_no_other_command_uses_the_network(tmp_path):
    code = """if True:
        import sys, warnings
        from pathlib import Path
        warnings.simplefilter("ignore")
        reaching_out = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
        used = set()
        sys.addaudithook(lambda name, _given: used.add(name) if name in reaching_out else None)
        from briefing.cli import main
        folder, out = Path("assets/northern-alliance"), Path(sys.argv[1])
        statuses = [
            main(["check", str(folder), "--all-checks"]),
            main(["build", str(folder), "-o", str(out / "a.pdf"), "--edition", "archive"]),
            main(["export", str(folder), "--as", "html", "-o", str(out / "a.html")]),
            main(["import", str(out / "a.html"), "-o", str(out / "again")]),
            main(["verify", str(out / "a.pdf")]),
        ]
        print("RESULT", statuses, sorted(used), "briefing.online" in sys.modules)
    """
    said = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=True
    ).stdout
    assert said.splitlines()[-1] == "RESULT [1, 0, 0, 0, 0] [] False"


def test_matplotlib_waits_for_a_chart():
    code = "import sys, briefing.press; print(sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    assert "reportlab" in loaded
    assert not {"matplotlib", "numpy"} & set(ast.literal_eval(loaded))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_functions_and_files_stay_small(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{name_of(path)} has {lines} lines: split it by concept"
    for function in functions(tree_of(path)):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{name_of(path)}:{function.lineno} {function.name} has {length} lines"


@pytest.mark.parametrize("path", [path for path in FILES if room_of(path) not in ("cli", "__main__")], ids=name_of)
def test_only_the_command_line_speaks_and_ends_the_program(path):
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in {"print", "input", "exit", "quit", "sys.exit", "os._exit"}, node.lineno
        if isinstance(node, ast.Raise) and node.exc:
            assert not ast.unparse(node.exc).startswith("SystemExit"), node.lineno


def written(node: ast.Call) -> str:
    """How a call touches a file that lasts; empty where it does not."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    mode = next((each.value for each in (*node.args, *(key.value for key in node.keywords)) if is_mode(each)), "r")
    opens = name in ("open", "fdopen") and any(letter in mode for letter in "wax+")
    moves = name in ("rename", "mkstemp", "mkdir", "makedirs", "write_bytes", "write_text", "symlink_to", "copyfile")
    replaces = name == "replace" and len(node.args) == 1 and not node.keywords and ast.unparse(node.func) != "replace"
    return name if opens or moves or replaces else ""


def is_mode(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(re.fullmatch("[rwaxbt+]+", node.value))
    )


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_are_written_in_the_named_places_alone(path):
    calls = (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))
    used = {written(node) for node in calls} - {""}
    assert used == MAY_WRITE.get(path.relative_to(PACKAGE).with_suffix("").as_posix(), set())


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_what_is_written_is_compared_with_the_protected_words(path):
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("save", "save_folder", "write_new_folder"):
            assert "protected" in {keyword.arg for keyword in node.keywords}, f"{name_of(path)}:{node.lineno}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_handler_catches_everything(path):
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{name_of(path)}:{node.lineno} bare except"
            assert ast.unparse(node.type) not in {"Exception", "BaseException"}, f"{name_of(path)}:{node.lineno}"


def test_the_readme_lists_the_rooms_in_their_order():
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Architecture")[2].partition("\n## ")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == ROOMS


FACES = [".".join(path.relative_to(ROOT).parts) for path in (PACKAGE, *folders_inside())]


@pytest.mark.parametrize("module", [*FACES, *(f"briefing.{room}" for room in ROOMS)])
def test_public_names_are_there(module):
    room = importlib.import_module(module)
    names = room.__all__
    assert len(set(names)) == len(names)
    assert all(hasattr(room, name) for name in names)


def test_the_facade_offers_these_names_and_no_others():
    import briefing

    assert set(briefing.__all__) == {name for names in briefing._ROOMS.values() for name in names}
    assert set(briefing.__all__) <= set(dir(briefing))
    with pytest.raises(AttributeError, match=r"module 'briefing' has no attribute 'bild'"):
        _ = briefing.bild


def test_importing_the_package_loads_no_library():
    code = "import sys, briefing; print(sorted({name.partition('.')[0] for name in sys.modules}))"
    before = subprocess.run([sys.executable, "-c", code.replace(", briefing", "")], capture_output=True, text=True)
    after = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    new = set(ast.literal_eval(after.stdout)) - set(ast.literal_eval(before.stdout))
    assert "briefing" in new
    assert new - sys.stdlib_module_names == {"briefing"}
