"""The house: what is installed, what may import what, and what no committed file may say."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import grimp
import pytest

import game
from tests.rooms import RoomsContract

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PURE = PYPROJECT["tool"]["importlinter"]["contracts"][1]["pure"]


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command that must succeed, and return what it said."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, (
        f"{command} ended with {done.returncode}\n{done.stdout}{done.stderr}"
    )
    return done


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a clean environment in which the built wheel is installed."""
    top = tmp_path_factory.mktemp("wheel")
    # What the package depends on is lent by this environment: a test downloads nothing.
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", top / "dist"]
    run(*build, ROOT, cwd=top)
    run(sys.executable, "-m", "venv", "--without-pip", top / "venv", cwd=top)
    python = top / "venv" / "bin" / "python"
    (wheel,) = (top / "dist").glob("*.whl")
    run(
        *(sys.executable, "-m", "uv", "pip", "install", "--quiet", "--offline", "--no-deps"),
        *("--python", python, wheel),
        cwd=top,
    )
    here = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=top)
    lent = Path(here.stdout.strip()) / "lent.pth"
    lent.write_text(sysconfig.get_path("purelib") + "\n")
    return top / "venv" / "bin"


def test_a_wheel_works_from_any_folder(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import game; print(game.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent)

    listed = run(installed / "modus", "list", cwd=tmp_path).stdout
    for scenario in (ROOT / "scenarios").glob("*.yaml"):
        assert scenario.stem in listed
    run(installed / "modus", "check", "first-talks", cwd=tmp_path)
    run(installed / "modus", "run", "first-talks", "--seed", "1", cwd=tmp_path)


def test_a_wheel_installs_under_game_alone(installed: Path) -> None:
    (packages,) = (installed.parent / "lib").glob("*/site-packages")
    beside = {path.name for path in packages.iterdir() if "dist-info" not in path.name}
    assert beside <= {"game", "lent.pth", "_virtualenv.py", "_virtualenv.pth", "__pycache__"}
    assert (packages / "game" / "scenarios" / "first-talks.yaml").is_file()
    assert (packages / "game" / "assets").is_dir()


def test_importing_the_game_imports_nothing_heavy() -> None:
    script = "import sys, game; print(*sorted(sys.modules))"
    loaded = set(run(sys.executable, "-c", script, cwd=ROOT).stdout.split())
    assert not loaded & {"pydantic", "msgspec", "yaml", "typer", "rich", "sqlalchemy", "numpy"}


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys, atexit\n"
        "atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))\n"
        "from game.cli import main\n"
        "main(['--help'])"
    )
    done = run(sys.executable, "-c", script, cwd=ROOT)
    assert "verify" in done.stdout
    loaded = set(done.stderr.split())
    assert not loaded & {"pydantic", "msgspec", "yaml", "rich", "sqlalchemy", "numpy"}


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "game").rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def broken(contract: dict[str, object], *imports: tuple[str, str]) -> list[str]:
    """What the contract says of a program that has these imports."""
    graph = grimp.ImportGraph()
    for importer, imported in imports:
        graph.add_import(importer=importer, imported=imported)
    options = {key: value for key, value in contract.items() if key not in {"id", "name", "type"}}
    checked = RoomsContract("rooms", {}, options).check(graph, verbose=False)
    found: list[str] = checked.metadata["broken"]
    return found


def test_the_contracts_refuse_what_the_design_forbids() -> None:
    rooms, pure = PYPROJECT["tool"]["importlinter"]["contracts"]
    allowed = [("game.rules.stages", "game.world.row"), ("game.cli", "game.verbs")]
    assert broken(rooms, *allowed) == []
    for wrong in [
        ("game.world.row", "game.rules.stages"),
        ("game.lines.menu", "game.rules"),
        ("game.bots.greedy", "game.record.store"),
        ("game.debrief.findings", "game.table.state"),
        ("game.scenario.load", "game.data"),
        ("game.somewhere.new", "game.world"),
    ]:
        assert len(broken(rooms, *allowed, wrong)) == 1, wrong
    assert broken(pure, ("game.record.store", "sqlite3")) == []
    for library in ("random", "os", "time", "pathlib", "pygame"):
        assert len(broken(pure, ("game.rules.chance", library))) == 1, library


def test_the_core_opens_no_file_and_asks_nobody() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.func.id}"
        for room in PURE
        for path in (ROOT / "game" / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"open", "input", "print", "breakpoint", "__import__"}
    ]
    assert found == []


def test_the_engine_names_no_country() -> None:
    """Law 7: states are data, so no code spells the id of one (the primer's are common words)."""
    actors = game.load("thaad-2016").actors
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
        for path in (ROOT / "game").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and node.value in actors
    ]
    assert actors
    assert found == []


def tracked() -> list[Path]:
    """The files that a clone has: what git tracks."""
    listed = run("git", "ls-files", "-z", cwd=ROOT).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


# Spelled in pieces, or this file would be the first to break its own rule.
ADDRESSES = re.compile(
    "|".join(
        [
            "py" + r"pi\.org",
            "python" + r"hosted\.org",
            "index" + "-url *=",
            "file:" + "//",
            "/" + r"(?:work|root|home|Users|opt)/[\w.-]+/",
        ]
    )
)


def test_no_committed_file_names_a_registry_or_a_path_of_this_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in tracked()
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if ADDRESSES.search(line)
    ]
    assert found == []


def test_no_committed_file_is_over_two_megabytes() -> None:
    assert [path.name for path in tracked() if path.stat().st_size > 2_000_000] == []


def test_the_lock_pins_every_requirement_by_version_and_hash() -> None:
    text = (ROOT / "requirements-dev.txt").read_text().replace("\\\n", " ")
    locked = [line for line in text.splitlines() if line[:1].isalnum()]
    assert [line for line in locked if "==" not in line or "--hash=sha256:" not in line] == []
    names = {line.partition("==")[0] for line in locked}
    project = PYPROJECT["project"]
    wanted = [*project["dependencies"], *PYPROJECT["dependency-groups"]["dev"]]
    wanted += [need for extra in project["optional-dependencies"].values() for need in extra]
    needed = {re.split(r"[<>=]", need)[0].lower() for need in wanted}
    assert needed <= names
