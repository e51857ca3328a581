"""A projector follows a game that another process plays, and shows nobody's secrets."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from game.bots.play import bots_for, play_table
from game.lines.terminal import Terminal
from game.lines.watching import watch as watch_in_lines
from game.loading import load
from game.record.table import Table
from game.scenario.notation import parse_order
from game.scenario.terms import Declare, Terms
from game.screens.model import Control
from game.session.clock import presets
from game.session.feed import FileFeed
from game.session.source import Frame
from game.session.watch import Watch
from game.table.commands import Draft, Give, Lock, Say, Undo

PLAYS = """
import sys, time
from pathlib import Path
from game.bots.play import bots_for, play_table
from game.loading import load
from game.record.table import Table

it = load("first-talks")
bots = bots_for(it, "greedy", 7)
seats = {seat: f"bot:{bot.name}" for seat, bot in bots.items()}
with Table.open(it, 7, seats, Path(sys.argv[1])) as table:
    for _turn in play_table(table, bots):
        time.sleep(0.1)
"""


class Hands:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


def begun(path: Path, seed: int = 3) -> Table:
    return Table.open(load("first-talks"), seed, path=path)


def watching(path: Path) -> tuple[Watch, Hands]:
    hands = Hands()
    return Watch(FileFeed(path), now=hands), hands


def end_turn(table: Table) -> None:
    """End a turn in which something was done that everybody sees."""
    table.submit("sponsor", parse_order("reassure neighbour"))
    for seat in table.scenario.players:
        assert table.submit(seat, Lock()).refused is None


def told(watch: Watch, hands: Hands, most: int = 200) -> list[Frame]:
    """The frames of a reveal that pages by itself, until the board stands again."""
    frames: list[Frame] = []
    while watch.frame().layout == "reveal" and len(frames) < most:
        frames.append(watch.frame())
        hands.at += 60
        watch.poll(hands.at)
    return frames


def control(watch: Watch, id: str) -> Control:
    return next(c for c in watch.frame().screen.controls if c.id == id)


def test_it_follows_a_game_in_another_process(tmp_path: Path) -> None:
    path = tmp_path / "played.modus"
    watch = Watch(FileFeed(path))
    assert watch.frame().scene is None
    seen: set[int] = set()
    with subprocess.Popen([sys.executable, "-c", PLAYS, str(path)]) as other:
        until = time.monotonic() + 60
        over = False
        while not over and time.monotonic() < until:
            watch.poll(time.time())
            scene = watch.frame().scene
            if scene is not None:
                seen.add(scene.turn)
                over = scene.over
            time.sleep(0.01)
        assert other.wait(20) == 0
    watch.poll(time.time())
    assert len(seen) > 2
    with Table.look(path) as table:
        scene = watch.frame().scene
        assert scene is not None and scene.over
        assert [card.now for card in scene.cards] == [
            table.state.world.row[issue.cell] for issue in table.scenario.issues.values()
        ]


def test_it_waits_for_a_game_that_has_not_begun(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    watch, hands = watching(path)
    assert watch.frame().screen.title == "Waiting for the game"
    path.write_bytes(b"not a record")
    watch.poll(hands.at)
    path.unlink()
    with begun(path):
        assert watch.poll(hands.at)
        scene = watch.frame().scene
        assert scene is not None and scene.turn == 1
        assert watch.frame().layout == "board"
        assert not watch.poll(hands.at + 0.1)


def test_a_turn_is_told_by_itself_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    with begun(path) as table:
        watch, hands = watching(path)
        end_turn(table)
        assert watch.poll(hands.at)
        assert watch.frame().layout == "reveal"
        frames = told(watch, hands)
        titles = [frame.screen.title for frame in frames]
        assert len(set(titles)) > 1 and all(title.startswith("Turn 1") for title in titles)
        blocks = [len(frame.screen.blocks) for frame in frames]
        assert min(blocks) == 1
        assert watch.frame().layout == "board"
        assert not watch.poll(hands.at + 1)


def test_a_reveal_can_be_held_paged_and_skipped(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    with begun(path) as table:
        watch, hands = watching(path)
        end_turn(table)
        watch.poll(hands.at)
        before = watch.frame()
        watch.act(control(watch, "hold"))
        hands.at += 600
        watch.poll(hands.at)
        assert watch.frame().screen.blocks == before.screen.blocks
        watch.act(control(watch, "next"))
        assert watch.frame().screen != before.screen
        watch.act(control(watch, "hold"))
        told(watch, hands)
        assert watch.frame().layout == "board"
        watch.act(control(watch, "tell"))
        assert watch.frame().layout == "reveal"


def test_a_turn_that_is_taken_back_goes_from_the_board(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    with begun(path) as table:
        watch, hands = watching(path)
        end_turn(table)
        watch.poll(hands.at)
        assert watch.frame().layout == "reveal"
        assert table.submit("control", Undo()).refused is None
        assert watch.poll(hands.at)
        frame = watch.frame()
        assert frame.layout == "board" and frame.scene is not None and frame.scene.turn == 1
        assert "taken back" in frame.notices[0].text


def test_another_game_may_take_the_place_of_the_file(tmp_path: Path) -> None:
    path, other = tmp_path / "g.modus", tmp_path / "h.modus"
    with begun(path) as table:
        end_turn(table)
    with begun(other, 4):
        pass
    watch, hands = watching(path)
    other.replace(path)
    assert watch.poll(hands.at)
    scene = watch.frame().scene
    assert scene is not None and scene.turn == 1


def test_a_file_that_cannot_be_read_for_a_moment_keeps_the_board(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    with begun(path):
        pass
    watch, hands = watching(path)
    before = watch.frame()
    kept = path.read_bytes()
    path.write_bytes(kept[:200])
    watch.poll(hands.at + 10)
    assert watch.frame().screen == before.screen
    path.write_bytes(kept)
    watch.poll(hands.at + 20)
    assert watch.frame().screen == before.screen


@pytest.mark.parametrize("resolved", [False, True])
def test_no_frame_depends_on_a_secret(tmp_path: Path, resolved: bool) -> None:
    """Two games that differ in what is secret alone look the same on the projector."""
    shown = []
    for secrets in (False, True):
        path = tmp_path / f"{secrets}.modus"
        with begun(path) as table:
            watch, hands = watching(path)
            if secrets:
                secret(table, last=resolved)
            if resolved:
                end_turn(table)
            watch.poll(hands.at)
            frames = [watch.frame(), *told(watch, hands)]
            for place in ("relations", "timeline"):
                watch.act(control(watch, place))
                frames.append(watch.frame())
                watch.act(control(watch, "back"))
            shown.append(msgspec.json.encode(frames))
    assert shown[0] == shown[1]


def secret(table: Table, *, last: bool) -> None:
    """What others may not see: a draft, a message; an order, while it is not carried out."""
    first, second = table.scenario.players[:2]
    terms = Terms("Unter uns", (first, second), (Declare("Niemand weiss es."),), secret=True)
    for command in (Draft(terms), Say("Niemand soll es wissen.", (second,))):
        assert table.submit(first, command).refused is None
    if not last:
        order = next(o for o in table.sight(second).offers if o.refusal is None).order
        assert table.submit(second, Give(order)).refused is None


def test_the_clock_of_the_game_runs_on_the_projector(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    it = load("first-talks")
    minutes = presets(it)[0]
    with Table.open(it, 3, path=path, minutes=minutes):
        watch, _hands = watching(path)
        shown = watch.frame().clock
        assert shown is not None
        assert 0 < shown.seconds(time.time()) <= minutes * 60


def test_it_says_where_to_join(tmp_path: Path) -> None:
    with begun(tmp_path / "g.modus"):
        watch = Watch(FileFeed(tmp_path / "g.modus"), "example.org, code 1234")
        assert b"code 1234" in msgspec.json.encode(watch.frame().screen)


def test_a_projector_takes_no_orders(tmp_path: Path) -> None:
    with begun(tmp_path / "g.modus") as table:
        watch, _hands = watching(tmp_path / "g.modus")
        before = table.state
        assert watch.typed("step radar agreed") is watch
        assert watch.frame().notices and table.state == before


def turn_by(turns: Iterator[int]) -> None:
    """Let another turn be played, in the place of waiting."""
    next(turns, None)


def test_without_a_display_it_is_told_in_lines(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    bots = bots_for(load("first-talks"), "greedy", 7)
    table = Table.open(load("first-talks"), 7, dict.fromkeys(bots, "bot:greedy"), path)
    turns = play_table(table, bots)
    lines: list[str] = []
    with table:
        watch_in_lines(
            FileFeed(path), Terminal(write=lines.append, width=80),
            wait=lambda _seconds: turn_by(turns), now=time.time,
        )  # fmt: skip
    text = "\n".join(lines)
    last = table.state.log[-1].turn
    assert all(f"Turn {n}: " in text for n in range(1, last + 1))
    assert "THE BOARD" in text and "capital" not in text
