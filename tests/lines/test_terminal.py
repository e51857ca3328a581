"""The terminal: leaving without loss, bad input, widths, skins and languages."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from game.cli import main
from game.data import scenario_text
from game.errors import UserError
from game.headless import run as run_bots
from game.lines.replaying import replay
from game.lines.terminal import LONGEST
from game.lines.wrapping import MARK, columns, plain, wrap
from game.record.fork import fork
from game.record.table import Table
from game.session.beginning import Wanted
from game.table.outcome import ending
from tests.lines.scripted import CLOSED, CTRL_C, Person

STARTED = ["", "", "step radar agreed", "messages", "write to everybody", "Let us talk.", "send it"]


@pytest.mark.parametrize(("how", "code"), [(CLOSED, 2), (CTRL_C, 130)])
def test_leaving_in_mid_turn_loses_nothing(how: str, code: int, tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    person = Person([*STARTED, how])
    with pytest.raises(UserError) as left:
        person.play("first-talks", path, seats=["host"])
    assert left.value.exit_code == code
    assert f"modus play --load {path}" in left.value.message
    with Table.load(path) as table:
        assert len(table.state.orders["host"]) == 1
        assert [m.seat for m in table.state.messages] == ["host"]
    again = Person().play(None, load=path)
    assert "Let us talk." not in again.text or "THE SCORES" in again.text
    with Table.load(path) as table:
        assert table.state.phase == "over"
        assert table.state.world.turn == 5


def test_leaving_by_the_menu_keeps_the_game(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    person = Person([*STARTED, "q"]).play("first-talks", path, seats=["host"])
    assert f"modus play --load {path}" in person.flat
    with Table.load(path) as table:
        assert len(table.state.orders["host"]) == 1


def test_a_terminal_that_cannot_be_written_to_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    person = Person([*STARTED, ""])

    def write(text: str) -> None:
        if "Sent." in text:
            raise BrokenPipeError
        person.lines.append(text)

    from game.lines import play

    with pytest.raises(UserError, match="Nothing is lost"):
        play(Wanted("first-talks", ("host",), seed=7, out=path), read=person.read, write=write)
    with Table.load(path) as table:
        assert [m.seat for m in table.state.messages] == ["host"]


def run(*arguments: str, typed: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        input=typed, capture_output=True, text=True, cwd=cwd, timeout=60,
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip


def test_the_command_says_where_the_game_is_and_how_to_go_on(tmp_path: Path) -> None:
    done = run("play", "first-talks", "--lines", "--seat", "host", typed="\n\n", cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    (kept,) = (tmp_path / "modus-games").glob("first-talks-*.modus")
    assert f"modus play --load modus-games/{kept.name}" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stdout + done.stderr
    again = run("play", "--load", str(kept), typed="\n" * 200, cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert "THE SCORES" in again.stdout


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no hang-ups on this system")
def test_a_hang_up_keeps_the_game(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "game", "play", "first-talks", "--seat", "host", "--out", "g.modus"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    assert program.stdin and program.stdout
    program.stdin.write("\n\nstep radar agreed\n")
    program.stdin.flush()
    while "Ordered" not in (line := program.stdout.readline()):
        assert line, "the order was not given"
    program.send_signal(signal.SIGHUP)
    _out, err = program.communicate(timeout=60)
    assert program.returncode == 130
    assert "Traceback" not in err
    with Table.load(tmp_path / "g.modus") as table:
        assert len(table.state.orders["host"]) == 1


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ({"seats": ["hoost"]}, "Did you mean 'host'?"),
        ({"bots": "greedi"}, "greedy"),
        ({"skin": "nowhere"}, "There is no skin 'nowhere'"),
        ({"seats": ["host"], "bots": "greedy,greedy,greedy"}, "3 bots for 2 seats"),
    ],
)
def test_bad_input_is_a_sentence(how: dict[str, object], says: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as wrong:
        Person().play("first-talks", tmp_path / "g.modus", **how)
    assert says in wrong.value.message
    assert not (tmp_path / "g.modus").exists()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("stap radar agreed", "step radar agreed"),
        ("radar", "step radar agreed"),
        ("step radar", "expected 'step ISSUE OPTION'"),
        ("reassure", "expected one of sponsor, neighbour"),
        ("99", "is no choice here"),
        ("toll host", "Refused"),
        ("why nothing", "Ask 'why' and the name"),
    ],
)
def test_what_is_not_understood_is_answered(typed: str, says: str, tmp_path: Path) -> None:
    person = Person(["", "", typed]).play("first-talks", tmp_path / "g.modus", seats=["host"])
    answer = person.flat.split(f"> {typed} ", 1)[1][:400].casefold()
    assert says.casefold() in answer


def test_a_person_takes_a_seat_of_a_game_of_bots(tmp_path: Path) -> None:
    game, whatif = tmp_path / "g.modus", tmp_path / "f.modus"
    list(run_bots("first-talks", seed=7, bots="greedy", out=game))
    fork(game, 2, whatif)
    with pytest.raises(UserError, match="Take one with --seat"):
        Person().play(None, load=whatif)
    person = Person(["", "", "q"]).play(None, load=whatif, seats=["Lowland"])
    assert "TURN 1: " in person.text and "Lowland | Turn 2 of 4" in person.text
    with Table.load(whatif) as table:
        kinds = {seat: chair.kind for seat, chair in table.state.chairs.items()}
        assert kinds == {"host": "person", "sponsor": "bot", "neighbour": "bot"}
    again = Person().play(None, load=whatif)
    assert "THE SCORES" in again.text


def test_a_language_that_nobody_speaks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not translated into 'fr'; there are: en, ko"):
        Person(["q"]).play("thaad-2016", tmp_path / "g.modus", seats=["rok"], language="fr")


def test_the_interface_speaks_korean(tmp_path: Path) -> None:
    person = Person(["q"]).play("thaad-2016", tmp_path / "g.modus", seats=["rok"], language="ko")
    assert "The interface speaks English" not in person.flat
    assert "대한민국" in person.flat
    assert "How it is played" not in person.flat


@pytest.mark.parametrize("how", [{"bots": "greedi"}, {"out": Path("nowhere/g.modus")}])
def test_what_cannot_be_is_noticed_before_a_seat_is_asked_for(
    how: dict[str, object], tmp_path: Path
) -> None:
    person = Person()
    with pytest.raises(UserError):
        person.play("first-talks", **({"out": tmp_path / "g.modus"} | how))  # type: ignore[arg-type]
    assert not person.lines


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("reassure overriver", "Ordered: Reassure: Overriver (reassure neighbour)"),
        ("Reassure OVER river", "(reassure neighbour)"),
        ("step A radar on the border hill agreed", "(step radar agreed)"),
        ("Hold a town meeting the village below the hill", "(town_meeting village)"),
        ("0", "There is no way back from here"),
        ("why trust", "Nothing of this changed last turn"),
        ("why trust lowland OVERRIVER", "Why? Trust: Lowland and Overriver"),
        ("why?", "The desk is where each turn is played"),
        ("HELP", "The desk is where each turn is played"),
    ],
)
def test_the_names_that_are_read_can_be_typed(typed: str, says: str, tmp_path: Path) -> None:
    person = Person(["", "", typed]).play("first-talks", tmp_path / "g.modus", seats=["host"])
    answer = person.flat.split(f"> {typed} ", 1)[1][:300]
    assert says.casefold() in answer.casefold()


def test_an_order_typed_at_the_orders_stays_there(tmp_path: Path) -> None:
    script = ["", "", "orders", "reassure overriver", "q"]
    person = Person(script).play("first-talks", tmp_path / "g.modus", seats=["host"])
    after = person.flat.split("Ordered: Reassure: Overriver", 1)[1]
    assert "ORDERS ===" in after and "YOUR DESK ===" not in after


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(width: int, tmp_path: Path) -> None:
    script = ["", "", "board", "back", "orders", "back", "agreements"]
    how = {"seats": ["rok"], "width": width, "language": "ko"}
    person = Person(script).play("thaad-2016", tmp_path / "g.modus", **how)
    # A command to be copied is one line, and a path is one word.
    kept = ("The game is kept", "The record of", "modus ", str(tmp_path))
    shown = [line for line in person.lines if not line.startswith(kept)]
    assert max(columns(line) for line in shown) <= width


def test_a_skin_leaves_no_real_name(tmp_path: Path) -> None:
    script = ["", "", "board", "back", "orders", "back", "agreements", "ready texts"]
    how = {"seats": ["rok"], "skin": "lantern"}
    person = Person(script).play("thaad-2016", tmp_path / "g.modus", **how)
    before_debrief = person.text.split("WHAT REALLY HAPPENED")[0]
    assert "Capeland" in before_debrief
    for name in ("Republic of Korea", "China", "United States", "Seoul", "Beijing"):
        assert name not in before_debrief


def test_the_last_words_say_where_the_record_is(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    person = Person().play("first-talks", path, seats=["host"])
    assert person.lines[-1] == f"modus replay {path}"


def test_sources_are_found_from_the_desk_and_lead_back(tmp_path: Path) -> None:
    script = ["", "", "sources", "", "q"]
    person = Person(script).play("thaad-2016", tmp_path / "g.modus", seats=["rok"])
    assert "SOURCES ===" in person.flat and "[1] " in person.flat
    assert "YOUR DESK ===" in person.flat.split("SOURCES ===")[1]


def test_enter_is_announced_on_every_screen(tmp_path: Path) -> None:
    person = Person().play("thaad-2016", tmp_path / "g.modus", seats=["usa"])
    screens = person.text.split("\n\n" + "=" * 80 + "\n")
    assert len(screens) > 40
    for screen in screens[1:]:
        assert "\nEnter: " in screen


def test_a_record_is_told_again(tmp_path: Path) -> None:
    Person().play("first-talks", tmp_path / "g.modus", seats=["host"])
    told = io.StringIO()
    replay(tmp_path / "g.modus", Console(file=told, width=100))
    assert all(f"Turn {n}" in told.getvalue() for n in (1, 2, 3, 4))
    assert "Tension: 4 (strained)" in told.getvalue()
    assert "as before" not in told.getvalue()
    with Table.load(tmp_path / "g.modus") as table:
        ends = list(ending(table.scenario, table.state, table.state.world.seed))
    assert told.getvalue().rstrip().splitlines()[-len(ends) :] == ends


def test_a_record_is_told_again_in_a_skin_that_there_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Person().play("thaad-2016", tmp_path / "g.modus", seats=["rok"])
    told = io.StringIO()
    replay(tmp_path / "g.modus", Console(file=told, width=100), skin="lantern")
    assert "Capeland" in told.getvalue()
    for name in ("Republic of Korea", "China", "United States", "Seoul", "Beijing"):
        assert name not in told.getvalue()
    with pytest.raises(UserError, match="lantern"):
        replay(tmp_path / "g.modus", Console(file=told, width=100), skin="none")
    with pytest.raises(SystemExit) as left:
        main(["replay", "--lines", str(tmp_path / "g.modus"), "--skin", "lantern"])
    assert left.value.code == 0
    assert "Capeland" in capsys.readouterr().out


@pytest.mark.parametrize("letter", ["x", "\N{HANGUL SYLLABLE GA}", "e\N{COMBINING ACUTE ACCENT}"])
def test_a_word_longer_than_a_line_is_cut_and_nothing_is_lost(letter: str) -> None:
    lines = wrap("so " + letter * LONGEST, 40, "- ")
    assert "".join(line[2:] for line in lines) == "so" + letter * LONGEST
    assert {columns(line) for line in lines[1:-1]} == {40}


def test_a_line_that_is_too_long_is_asked_for_again(tmp_path: Path) -> None:
    script = [*STARTED[:-2], "y" * (LONGEST + 1), "Let us talk.", "send it", "q"]
    person = Person(script).play("first-talks", tmp_path / "g.modus", seats=["host"])
    assert "A line may have 10,000 characters" in person.flat
    with Table.load(tmp_path / "g.modus") as table:
        assert [m.seat for m in table.state.messages] == ["host"]


def test_a_number_that_is_none_is_answered() -> None:
    from game.lines.session import Session
    from game.lines.terminal import Terminal
    from game.screens.model import Fill, Place

    person = Person(["+-3", "9" * 5000, "3"])
    session = Session.__new__(Session)
    session.terminal = Terminal(person.read, person.write, 80)
    ask = Fill(to=Place("desk"), key="n", prompt="How many", kind="number", low=0, high=5)
    assert session._filled(ask) == "3"
    assert person.flat.count("Expected a number") == 2


def test_no_text_commands_the_terminal_of_another(tmp_path: Path) -> None:
    wild = "Peace\x1b[2J\x9b31m\u202egnuh\x07\x85!"
    assert plain(wild) == f"Peace{MARK}[2J{MARK}31m{MARK}gnuh{MARK}{MARK}!"
    assert plain("one\ntwo") == "one\ntwo"
    script = [*STARTED[:-2], wild, "send it", "messages", "q"]
    person = Person(script)
    person.read = lambda prompt, read=person.read: (read(prompt), person.lines.pop())[0]  # type: ignore[method-assign]
    person.play("first-talks", tmp_path / "g.modus", seats=["host"])
    assert "Peace" in person.text
    assert not set(person.text) & set("\x1b\x9b\u202e\x07\x85")


def test_a_record_that_is_told_again_commands_no_terminal(tmp_path: Path) -> None:
    wild = "Tal\x1b[2Jks"
    text = scenario_text("first-talks")[0]
    path = tmp_path / "first-talks.yaml"
    title = f"title: {json.dumps(wild)}"
    path.write_text(re.sub(r"(?m)^title: .*", lambda _found: title, text))
    Person().play(str(path), tmp_path / "g.modus", seats=["host"])
    told = io.StringIO()
    replay(tmp_path / "g.modus", Console(file=told, width=100))
    assert "\x1b" not in told.getvalue()
    assert told.getvalue().startswith(f"Tal{MARK}[2Jks")


PLAY = (sys.executable, "-m", "game", "play", "first-talks", "--out", "g.modus")


@pytest.mark.skipif(os.name != "posix", reason="closes an input as a shell of POSIX does")
@pytest.mark.parametrize(
    ("seat", "says"), [(["--seat", "host"], "modus play --load g.modus"), ([], "The input ended")]
)
def test_a_closed_input_is_an_input_that_ended(seat: list[str], says: str, tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *PLAY, *seat],
        capture_output=True, text=True, cwd=tmp_path, timeout=60,
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr
    assert "Traceback" not in done.stderr


def test_an_input_that_is_no_text_is_read_with_marks(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PLAY, "--seat", "host"], input=b"\n\nst\xffp\nq\n",
        capture_output=True, cwd=tmp_path, timeout=60,
        env=os.environ | {"PYTHONPATH": str(Path.cwd()), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert f"'st{MARK}p' is no choice here" in done.stdout.decode()
