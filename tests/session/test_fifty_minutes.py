"""A class of fifty minutes: four turns of a scenario that has more, and then the debrief."""

from __future__ import annotations

from pathlib import Path

from game.loading import load
from game.record.table import Table
from game.record.verify import verify
from game.session.facilitator import Facilitator
from game.session.hotseat import HotSeat
from game.session.source import Frame, Source
from game.table.commands import CONTROL, Finish
from game.table.words import words_of
from game.world.world import STOPPED
from tests.lines.scripted import Person

SAYS = "The session ended after turn 4, before the scenario did."
START = 1_000_000.0


class Hour:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        return self.now


def table(path: Path, persons: int, **how: bool) -> Table:
    """Fifty minutes of the larger scenario."""
    scenario = load("thaad-2016")
    seats = {
        seat: "person" if n < persons else "bot:greedy"
        for n, seat in enumerate(scenario.players)
    }  # fmt: skip
    return Table.open(scenario, 7, seats, path, minutes=50, **how)


def press(source: Source, id: str = "") -> Frame:
    """Press Enter, or choose a control."""
    screen = source.frame().screen
    control = next(c for c in screen.controls if c.id == id) if id else screen.default
    assert control is not None and source.act(control) is source
    return source.frame()


def texts(frame: Frame) -> str:
    return str((frame.screen, frame.notices))


def test_persons_at_one_machine_play_four_turns_and_have_their_debrief(tmp_path: Path) -> None:
    hour, path = Hour(), tmp_path / "g.modus"
    source = HotSeat(table(path, 2), words_of(load("thaad-2016")), path, now=hour)
    counted = set[str]()
    frame = source.frame()
    while frame.screen.title != "End the session here?":
        assert frame.scene is not None
        counted.add(f"{frame.scene.turn} of {frame.scene.of}")
        assert source.table.state.world.turn <= 5 and not source.over
        if frame.layout == "reveal":
            assert "finish" in [control.id for control in frame.screen.controls]
        hour.now += 20
        frame = press(source)
    assert {"1 of 4", "2 of 4", "3 of 4", "4 of 4"} == counted
    assert "4 turns, and they are played" in texts(frame) and frame.seat == ""
    frame = press(source)
    assert source.over and frame.screen.title == "The end" and SAYS in texts(frame)
    assert frame.clock is not None and frame.clock.seconds(hour.now) == 13 * 60
    titles = [frame.screen.title]
    while "done" not in [control.id for control in source.frame().screen.controls]:
        titles.append(press(source).screen.title)
    assert "The scores" in titles and "Three findings" in titles
    source.close()
    assert "every command decides as it did" in verify(path)


def test_a_class_with_a_facilitator_plays_four_turns_and_has_its_debrief(tmp_path: Path) -> None:
    hour, path = Hour(), tmp_path / "g.modus"
    kept = table(path, 6, brisk=False, facilitator=True)
    at = Facilitator(kept, words_of(kept.scenario), path, now=hour)
    frame = at.frame()
    for turn in (1, 2, 3, 4):
        assert f"Turn {turn} of 4" in frame.screen.status
        press(at, "open")
        hour.now += 5 * 60
        press(at, "close")
        if at.frame().screen.title == "Slips are missing":
            press(at, "close")
        while kept.state.phase == "reveal" and at.frame().screen.title != "End the session here?":
            assert f"Turn {turn} of 4" in at.frame().screen.status
            press(at)
        frame = at.frame()
    assert frame.screen.title == "End the session here?" and "dropped" not in texts(frame)
    frame = press(at)
    assert frame.screen.title == "The end" and SAYS in texts(frame)
    assert "The facilitator ended the session." in texts(frame)
    assert "The session was ended after 4 turns" in texts(frame)
    assert frame.clock is not None and frame.clock.seconds(hour.now) == 13 * 60
    at.close()
    assert "every command decides as it did" in verify(path)


def test_the_facilitator_may_end_it_at_any_time_and_take_that_back(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    kept = table(path, 6, brisk=False, facilitator=True)
    at = Facilitator(kept, words_of(kept.scenario), path)
    seat = kept.scenario.players[0]
    press(at, "open")
    press(at, f"slip {seat}")
    press(at, "on")
    at.typed("denounce")
    press(at, "back")
    press(at, "powers")
    frame = press(at, "finish")
    assert frame.screen.default is not None and frame.screen.default.id == "on"
    assert "whatever was ordered in it is dropped" in texts(frame)
    frame = press(at, "yes")
    assert "The session ended before the first turn was over." in texts(frame)
    press(at, "powers")
    frame = press(at, "undo")
    assert frame.screen.title == "Take the end of the session back?"
    frame = press(at, "yes")
    assert kept.state.phase == "negotiation" and kept.state.world.end == ""
    assert frame.screen.title == "Negotiation of turn 1"
    assert "the game goes on" in texts(frame)
    assert at.box.text(seat) == "denounce"


def test_one_may_play_on_though_the_turns_are_played(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    source = HotSeat(table(path, 1), words_of(load("thaad-2016")), path)
    frame = source.frame()
    while frame.screen.title != "End the session here?":
        frame = press(source)
    frame = press(source, "on")
    assert frame.scene is not None and frame.scene.of == "7 to 9" and frame.scene.turn == 5
    seen = set[str]()
    while source.table.state.world.turn == 5:
        seen.add(frame.screen.title)
        frame = press(source)
    assert "End the session here?" not in seen and "Your desk" in seen
    source.close()


def test_a_lone_person_ends_it_at_the_desk_in_plain_lines(tmp_path: Path) -> None:
    person = Person(["", "", "", "End the session here: to the debrief", "yes"])
    person.play("thaad-2016", out=tmp_path / "g.modus", minutes=50)
    assert "Turn 1 of 4" in person.flat
    assert "The session ended before the first turn was over." in person.flat
    assert "Questions to talk about" in person.text


def test_a_finished_game_is_gone_on_with_at_its_debrief(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    with table(path, 1) as kept:
        assert kept.submit(CONTROL, Finish()).refused is None
    person = Person()
    person.play(None, load=path)
    assert "The session ended before the first turn was over." in person.flat
    assert STOPPED not in person.text
