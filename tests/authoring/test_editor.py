"""What an author sees in an editor: completion, explanations and marks, by a real language server.

It needs node and npm. Where they are missing the tests are skipped, but never in CI.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.authoring.scaffold import scaffold
from game.authoring.schema import NAME, schema_text
from game.data import Library, scenario_ids, scenario_path
from game.scenario.load import check_text
from game.scenario.snippets import SNIPPETS
from tests.authoring.language_server import LanguageServer

LOCKED = Path(__file__).parent / "editor"


def without(reason: str) -> None:
    """Skip, but fail where nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The language server, installed once for this environment at its locked version."""
    lock = (LOCKED / "package-lock.json").read_bytes()
    home = Path(sys.prefix) / "share" / f"modus-editor-{hashlib.sha256(lock).hexdigest()[:12]}"
    inside = Path("node_modules", "yaml-language-server", "bin", "yaml-language-server")
    if not (shutil.which("node") and shutil.which("npm")):
        without("node and npm are not installed")
    if not (home / inside).is_file():
        made = tmp_path_factory.mktemp("editor") / "made"
        shutil.copytree(LOCKED, made)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        done = subprocess.run(command, cwd=made, capture_output=True, text=True, timeout=300)
        if done.returncode:
            without(f"npm cannot install the language server: {done.stderr[-400:]}")
        home.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.move(made, home)
        except OSError:
            # Another process of this run was faster.
            assert (home / inside).is_file()
    return home / inside


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An author's folder: the schema, and a scenario that was just begun."""
    folder = tmp_path_factory.mktemp("author")
    (folder / NAME).write_text(schema_text(), encoding="utf-8")
    (folder / "mine.yaml").write_text(scaffold("mine"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def editor(program: Path, folder: Path) -> Iterator[LanguageServer]:
    """An editor in that folder."""
    server = LanguageServer(program, folder)
    yield server
    server.close()


def typed(folder: Path, name: str, after: str, line: str) -> tuple[Path, int, int]:
    """A copy of the scenario with a line typed below another, and the place of the cursor."""
    lines = (folder / "mine.yaml").read_text(encoding="utf-8").splitlines()
    at = next(number for number, there in enumerate(lines) if there.startswith(after)) + 1
    path = folder / f"{name}.yaml"
    path.write_text("\n".join([*lines[:at], line, *lines[at:]]) + "\n", encoding="utf-8")
    return path, at, len(line)


def under(path: Path, word: str) -> tuple[int, int]:
    """Where a word stands first as a key."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line.strip().startswith(f"{word}:"):
            return number, line.index(word) + 1
    raise AssertionError(word)


def test_nothing_is_marked_in_a_new_scenario(editor: LanguageServer, folder: Path) -> None:
    assert editor.open(folder / "mine.yaml") == []


@pytest.mark.parametrize("name", scenario_ids())
def test_nothing_is_marked_in_a_bundled_scenario(
    name: str, editor: LanguageServer, folder: Path
) -> None:
    path = folder / f"bundled-{name}.yaml"
    text = scenario_path(name).read_text(encoding="utf-8")
    path.write_text(f"# yaml-language-server: $schema={NAME}\n{text}", encoding="utf-8")
    marked = editor.open(path)
    assert marked == [], "a condition with a comma between braces goes in quotes"


def test_keys_of_an_instrument_are_offered_and_explained(
    editor: LanguageServer, folder: Path
) -> None:
    path, line, column = typed(folder, "keys", "  slow_trade:", "    ")
    editor.open(path)
    offered = editor.completions(path, line, column)
    assert {"seen_by", "if", "brief", "forum"} <= set(offered)
    assert not {"cost", "effects", "wants"} & set(offered)  # there already, or an actor's
    assert "Who learns that it was done" in offered["seen_by"]


def test_keys_of_the_whole_file_are_offered(editor: LanguageServer, folder: Path) -> None:
    path, line, column = typed(folder, "top", "orders:", "")
    editor.open(path)
    offered = editor.completions(path, line, column)
    assert {"arguments", "perceptions", "skins", "history"} <= set(offered)
    assert "fictional" in offered["skins"]


def test_values_are_offered_and_explained(editor: LanguageServer, folder: Path) -> None:
    path, line, column = typed(folder, "values", "  slow_trade:", "    seen_by: ")
    editor.open(path)
    offered = editor.completions(path, line, column)
    assert set(offered) == {"everyone", "parties", "actor"}
    assert "whom it is aimed at" in offered["parties"]

    path, line, column = typed(folder, "emblems", "  host:", "    kind: ")
    editor.open(path)
    assert set(editor.completions(path, line, column)) == {"player", "chorus"}


def test_what_sets_a_rule_off_is_offered_and_explained(
    editor: LanguageServer, folder: Path
) -> None:
    path, line, column = typed(folder, "rule", "rules:", "  mine:\n    on: ")
    editor.open(path)
    offered = editor.completions(path, line + 1, 8)
    assert {"turn", "act", "move", "breach", "adopt"} <= set(offered)
    assert "binds issue, movers" in offered["move"]


@pytest.mark.parametrize("section", [key for _part, key in SNIPPETS])
def test_a_whole_entry_is_offered_and_is_sound(
    section: str, editor: LanguageServer, folder: Path
) -> None:
    path, line, column = typed(folder, f"entry-{section}", f"{section}:", "  ")
    editor.open(path)
    label, says, _body = SNIPPETS["Document", section]
    assert editor.completions(path, line, column)[label] == says
    entry = editor.inserted(path, line, column, label).replace("\n", "\n  ")
    text = path.read_text(encoding="utf-8").replace("\n  \n", f"\n  {entry}\n", 1)
    _scenario, problems = check_text(text, path.name, Library(str(path)))
    shape = [one for one in problems if one.code != "name/unknown"]
    assert [one for one in shape if one.severity == "error"] == [], text


@pytest.mark.parametrize(
    ("word", "says", "example"),
    [
        ("ratify", "share of its constituencies' weight must carry", "ratify: 60"),
        ("up", "who must consent to a step up", "up: {all: [host, sponsor], cost: 2}"),
        ("include", "Shared libraries", "politics: all"),
        ("teaches", "whom to read", "cite: Jervis 1978"),
        ("turns", "drawn and hidden, so that the last", "turns: {from: 7, to: 9}"),
    ],
)
def test_a_key_under_the_pointer_is_explained_with_an_example(
    word: str, says: str, example: str, editor: LanguageServer, folder: Path
) -> None:
    path = folder / "mine.yaml"
    editor.open(path)
    shown = editor.hover(path, *under(path, word))
    assert says in shown
    assert "```yaml" in shown and example in shown


@pytest.mark.parametrize(
    ("after", "line", "says"),
    [
        ("  slow_trade:", "    raitfy: 60", "raitfy"),
        ("  slow_trade:", "    seen_by: nobody", "everyone"),
        ("  host:", "    weapons: {}", "weapons"),
        ("orders:", "Reviewed: true", "Reviewed"),
    ],
)
def test_a_slip_is_marked_where_it_stands(
    after: str, line: str, says: str, editor: LanguageServer, folder: Path
) -> None:
    path, at, _column = typed(folder, f"slip-{says}", after, line)
    (problem,) = editor.open(path)
    assert problem["range"]["start"]["line"] == at
    assert says in problem["message"]
