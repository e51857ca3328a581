"""The command: exit codes, and sentences instead of tracebacks."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli, verbs
from game.errors import UserError
from game.scenario.problems import Problem, ScenarioErrors


def said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """The exit code of the command, what it said, and what it said on standard error."""
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    out, err = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, out, err


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(["--help"], capsys)
    assert code == 0
    for verb in ["play", "run", "replay", "verify", "export", "list", "fork", "check", "schema"]:
        assert f"\n  {verb} " in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nonsense"], "nonsense"),
        (["run"], "scenario"),
        (["run", "first-talks", "--seed", "seven"], "--seed"),
        (["play"], "Name a scenario"),
        (["check", "frist-talks"], "Did you mean first-talks?"),
        (["check", "nowhere/mine.yaml"], "There is no scenario file"),
    ],
)
def test_wrong_usage_is_a_sentence_and_exit_code_2(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = said(arguments, capsys)
    assert code == 2
    assert says.lower() in err.lower()
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (UserError("This record was cut short."), 2, "This record was cut short."),
        (UserError("A check failed.", exit_code=1), 1, "A check failed."),
        (OSError(errno.ENOSPC, "No space left on device", "g.modus"), 2, "g.modus: No space"),
        (
            ScenarioErrors([Problem("a/b", "It is wrong.", "x.yaml", 3, 4)]),
            2,
            "x.yaml:3:4: a/b: It is wrong.",
        ),
        (KeyboardInterrupt(), 130, "Interrupted."),
        (EOFError(), 2, "The input ended"),
    ],
)
def test_what_goes_wrong_in_a_verb_is_a_sentence(
    error: BaseException,
    code: int,
    says: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr("game.authoring.schema.schema_text", fail)
    found, _, err = said(["schema"], capsys)
    assert (found, says in err) == (code, True)


def test_a_bug_is_not_hidden(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise ValueError("a bug")

    monkeypatch.setattr("game.authoring.schema.schema_text", fail)
    with pytest.raises(ValueError, match="a bug"):
        cli.main(["schema"])


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no terminals to close")
@pytest.mark.parametrize("name", ["SIGINT", "SIGHUP", "SIGTERM"])
def test_an_interrupt_is_a_sentence(name: str, tmp_path: Path) -> None:
    script = (
        "import os, signal, game.authoring.schema as schema\n"
        f"schema.schema_text = lambda: os.kill(os.getpid(), signal.{name})\n"
        "from game.cli import main\n"
        "main(['schema'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(verbs.__file__).parents[2],
        env=os.environ,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 130
    assert done.stderr == "Interrupted. What had been acknowledged is kept.\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_scenario_that_would_never_end_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path / "pipe.yaml", Path("/dev/zero")):
        code, _, err = said(["check", str(path)], capsys)
        assert (code, "it is no regular file" in err) == (2, True)


def test_a_file_that_is_too_big_is_not_read_to_its_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(3_000_000_000)  # sparse: it takes no room
    code, _, err = said(["check", str(tmp_path / "big.yaml")], capsys)
    assert (code, "2,000,000 bytes" in err) == (2, True)
