"""`modus run`, `replay`, `verify`, `export` and `fork`, as they are typed."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from game import cli
from game.record.table import Table
from tests.record import games

ROOT = Path(__file__).parents[2]


def said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """The exit code of the command, what it said, and what it said on standard error."""
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    out, err = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, out, err


def modus(*arguments: str | Path) -> list[str]:
    """The command line of a process of its own."""
    return [sys.executable, "-m", "game", *map(str, arguments)]


def run(path: Path, seed: int = 7) -> list[str]:
    return ["run", "first-talks", "--seed", str(seed), "--bots", "random", "--out", str(path)]


def test_a_game_is_run_kept_and_agrees(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "g.modus"
    code, out, err = said(run(path), capsys)
    assert (code, err) == (0, "")
    with Table.load(path) as table:
        assert table.state.phase == "over"
    assert out.count("\n") >= 1 + len(games.scenario().players)
    # The same again shows the same end and changes nothing.
    before = path.read_bytes()
    assert said(run(path), capsys) == (0, out, "")
    assert path.read_bytes() == before
    code, out, _err = said(["verify", str(path)], capsys)
    assert code == 0
    assert "every command decides as it did" in out


def test_another_game_is_not_written_over(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = copy.read_bytes()
    code, _out, err = said(run(copy, seed=8), capsys)
    assert code == 2
    assert "exists already" in err
    assert copy.read_bytes() == before


@pytest.mark.parametrize("bots", ["clever", "random,random,random,random", "mixed:2"])
def test_an_unknown_bot_is_a_sentence(bots: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _out, err = said(["run", "first-talks", "--bots", bots], capsys)
    assert code == 2
    assert err.startswith("--bots: ")


def test_the_ledger_has_a_row_a_turn(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = said(["export", str(copy), "--to", "csv"], capsys)
    lines = [line.split(",") for line in out.splitlines()]
    with Table.load(copy) as table:
        assert lines[0] == ["turn", "date", *table.scenario.header.names]
        assert [int(line[0]) for line in lines[1:]] == [t.turn for t in table.state.log] + [
            table.state.world.turn
        ]
        assert list(map(int, lines[-1][2:])) == list(table.state.world.row)
    assert code == 0
    written = copy.with_suffix(".csv")
    assert said(["export", str(copy), "--to", "csv", "--out", str(written)], capsys)[0] == 0
    assert written.read_text("utf-8") == out


def test_the_facts_are_json_lines(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = said(["export", str(copy), "--to", "jsonl"], capsys)
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert {line["text"] for line in lines if "text" in line} >= {games.NAME, games.SECRET}
    kinds = [line["fact"]["type"] for line in lines if "fact" in line]
    with Table.load(copy) as table:
        assert kinds.count("resolved") == len(table.state.log)


def test_a_fork_goes_on_from_the_start_of_its_turn(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = copy.with_name("fork.modus")
    assert said(["fork", str(copy), "--turn", "3", "--out", str(out)], capsys)[0] == 0
    with Table.load(copy) as whole, Table.load(out) as fork:
        assert fork.state.world.turn == 3
        assert fork.state.world.row == whole.state.log[2].row
        assert fork.state.orders == {}
        assert fork.state.texts == whole.state.texts
    assert said(["verify", str(out)], capsys)[0] == 0
    # Other bots take it to another end; the game it came from stays as it was.
    again = run(out)
    again[again.index("random")] = "greedy"
    assert said(again, capsys)[0] == 0
    assert said(["verify", str(out)], capsys)[0] == 0
    with Table.load(out) as fork:
        assert fork.state.phase == "over"


def test_a_fork_of_the_first_turn_has_no_command(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = copy.with_name("fork.modus")
    assert said(["fork", str(copy), "--turn", "1", "--out", str(out)], capsys)[0] == 0
    with Table.load(out) as fork:
        assert (fork.state.world.turn, fork.state.texts) == (1, {})


def test_a_fork_of_no_such_turn_is_a_sentence(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = copy.with_name("fork.modus")
    code, _out, err = said(["fork", str(copy), "--turn", "99", "--out", str(out)], capsys)
    assert code == 2
    assert "no start of turn 99; choose a turn from 1 to " in err
    assert not out.exists()


def test_a_replay_tells_every_turn(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = said(["replay", str(copy)], capsys)
    assert code == 0
    with Table.load(copy) as table:
        for turn in table.state.log:
            assert f"Turn {turn.turn}" in out
    assert "\x1b" not in out


def test_a_replay_only_reads(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Another program is about to write: whoever opened the file to write would be kept waiting.
    with closing(sqlite3.connect(copy)) as other:
        other.execute("BEGIN IMMEDIATE")
        code, out, err = said(["replay", str(copy)], capsys)
    assert (code, err) == (0, "")
    assert "Turn 1" in out


@pytest.mark.parametrize("verb", ["replay", "verify", "export"])
def test_a_record_that_may_only_be_read_is_read(
    verb: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy.parent
    copy.chmod(0o444)
    folder.chmod(0o555)
    try:
        code, _out, err = said([verb, str(copy)], capsys)
        assert (code, err) == (0, "")
        assert list(folder.iterdir()) == [copy]
    finally:
        folder.chmod(0o755)


def test_the_same_game_on_another_hash_seed(tmp_path: Path) -> None:
    seen = []
    for number in ("1", "2"):
        path = tmp_path / f"{number}.modus"
        for verb in (run(path), ["verify", str(path)], ["export", str(path)],
                     ["export", str(path), "--to", "jsonl"]):  # fmt: skip
            done = subprocess.run(
                modus(*verb), cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": number},
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            seen.append(done.stdout.replace(str(path), ""))
    assert seen[:4] == seen[4:]
    assert re.search(r"Fingerprint of the game: [0-9a-f]{32}", seen[1])


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="this system sets no such limit")
def test_a_full_disk_is_a_sentence_and_loses_nothing(tmp_path: Path) -> None:
    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))

    path = tmp_path / "g.modus"
    done = subprocess.run(
        modus(*run(path)), cwd=ROOT, capture_output=True, text=True, preexec_fn=full
    )
    assert done.returncode == 2, done.stderr
    assert "full" in done.stderr
    assert "Traceback" not in done.stderr
    with Table.load(path) as table:
        assert table.state.phase == "negotiation"
        assert table.state.log or table.state.orders
    # With room again, the same command goes on.
    subprocess.run(modus(*run(path)), cwd=ROOT, capture_output=True, check=True)
    with Table.load(path) as table:
        assert table.state.phase == "over"


@pytest.mark.parametrize("verb", ["replay", "verify", "export"])
def test_a_missing_record_is_a_sentence(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _out, err = said([verb, str(tmp_path / "no.modus")], capsys)
    assert code == 2
    assert err.startswith("There is no record ")


def test_an_interrupted_run_says_how_to_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.bots import play

    turns = play.play_table

    def interrupted(*arguments):  # type: ignore[no-untyped-def]
        for number, turn in enumerate(turns(*arguments)):
            if number == 2:
                raise KeyboardInterrupt
            yield turn

    path = tmp_path / "g.modus"
    monkeypatch.setattr("game.headless.play_table", interrupted)
    code, _out, err = said(run(path), capsys)
    assert code == 130
    assert f"Go on with: modus run first-talks --seed 7 --bots random --out {path}" in err
    monkeypatch.undo()
    with Table.load(path) as table:
        assert table.state.world.turn == 4
    assert said(run(path), capsys)[0] == 0
    # Interrupted between two turns, the game is the one that it would have been.
    whole = tmp_path / "whole.modus"
    assert said(run(whole), capsys)[0] == 0
    assert said(["export", str(path)], capsys) == said(["export", str(whole)], capsys)
