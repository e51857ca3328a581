"""The start screen: choosing a scenario, who plays, and the games that are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.headless import run as run_bots
from game.record.table import Table
from game.screens.model import Control
from game.session.beginning import Wanted, source_of
from game.session.facilitator import Facilitator
from game.session.hotseat import HotSeat
from game.session.lobby import Lobby
from game.session.replay import Replay
from game.session.source import Source
from game.table.commands import Lock
from game.table.facts import Locked


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def choose(source: Source, id: str, text: str = "") -> Source:
    control = next(c for c in source.frame().screen.controls if c.id == id)
    after = source.act(control, text)
    assert after is not None
    return after


def offered(source: Source) -> dict[str, Control]:
    return {control.id: control for control in source.frame().screen.controls}


def test_scenarios_are_cards() -> None:
    card = offered(Lobby())["first-talks"]
    assert card.label and card.hint and card.default
    assert "3 seats" in card.value and "25 minutes" in card.value and "beginners" in card.value


def test_from_the_start_to_a_locked_turn_takes_few_inputs() -> None:
    source: Source = Lobby()
    inputs = 0
    locked = False
    while not locked:
        control = source.frame().screen.default
        assert control is not None
        inputs += 1
        after = source.act(control)
        assert after is not None
        source = after
        locked = isinstance(source, HotSeat) and bool(source.table.state.log)
    assert inputs <= 15


def test_everything_that_is_set_up_is_in_the_game() -> None:
    source = choose(Lobby(), "thaad-2016")
    source = choose(choose(source, "china"), "to empty")
    source = choose(choose(source, "minutes"), "to 50")
    source = choose(source, "skin")
    source = choose(source, "seed", "41")
    assert offered(source)["minutes"].value == "50 minutes"
    assert offered(source)["seed"].value == "41"
    source = choose(source, "rok")
    source = choose(source, "to person")
    assert offered(source)["rok"].value == "a person"
    game = choose(source, "begin")
    assert isinstance(game, HotSeat)
    state = game.table.state
    assert (state.chairs["rok"].kind, state.chairs["china"].kind) == ("person", "empty")
    assert (state.setup.minutes, state.world.seed) == (50, 41)
    assert game.frame().clock is not None
    assert "Capeland" in game.words.actor("rok")
    game.close()


def test_a_game_needs_a_person_or_a_facilitator() -> None:
    source = choose(Lobby(), "first-talks")
    source = choose(choose(source, "host"), "to bot:random")
    enter = source.frame().screen.default
    assert enter is not None and enter.id == "begin" and "a person must play" in enter.hint
    assert source.act(enter) is source
    assert "a person must play a seat" in source.frame().notices[0].text
    source = choose(source, "facilitator")
    game = choose(source, "begin")
    assert isinstance(game, Facilitator)
    assert {chair.kind for chair in game.table.state.chairs.values()} == {"person"}
    game.close()


def test_who_plays_a_seat_is_chosen_from_all_there_is_with_the_present_one_marked() -> None:
    source = choose(choose(Lobby(), "first-talks"), "host")
    screen = source.frame().screen
    assert [c.label for c in screen.controls][:2] == ["a person", "a bot that seeks its own good"]
    assert [c.label for c in screen.controls if c.value] == ["a person"]
    assert screen.default is not None and screen.default.label == "a person"
    source = choose(source, "back")
    assert offered(source)["host"].value == "a person"


def test_a_number_that_is_none_changes_nothing() -> None:
    source = choose(choose(Lobby(), "first-talks"), "seed", "many")
    assert "Expected a number" in source.frame().notices[0].text
    assert offered(source)["seed"].value == "drawn"


def test_a_kept_game_goes_on_and_a_broken_one_says_why(tmp_path: Path) -> None:
    assert not offered(Lobby())["continue"].enabled
    game = source_of(Wanted("first-talks", ("host",), seed=3))
    assert isinstance(game, HotSeat)
    kept = game.path
    game.close()
    (tmp_path / "torn.modus").write_text("nothing")
    source = choose(Lobby(), "continue")
    rows = offered(source)
    assert rows["torn.modus"].why_not and not rows["torn.modus"].enabled
    assert rows[str(kept)].label == "First talks" and rows[str(kept)].value == "turn 1"
    again = choose(source, str(kept))
    assert isinstance(again, HotSeat) and again.path == kept
    again.close()


def test_persons_are_told_that_pins_are_not_kept(tmp_path: Path) -> None:
    wanted = Wanted("first-talks", ("host", "sponsor"), seed=3, out=tmp_path / "two.modus")
    source_of(wanted).close()
    again = source_of(Wanted(load=tmp_path / "two.modus"))
    frame = again.frame()
    assert frame.layout == "curtain"
    assert any(notice.text.startswith("PINs are not kept") for notice in frame.notices)
    again.close()


def test_a_game_is_seen_again_and_played_on_from_a_turn(tmp_path: Path) -> None:
    path = tmp_path / "bots.modus"
    list(run_bots("first-talks", seed=7, bots="greedy", out=path))
    assert not offered(choose(Lobby(), "continue"))["bots.modus"].enabled
    assert isinstance(choose(choose(Lobby(), "replay"), "bots.modus"), Replay)
    source = choose(choose(Lobby(), "fork"), "bots.modus", "2")
    assert {"host", "sponsor", "neighbour"} <= offered(source).keys()
    game = choose(source, "host")
    assert isinstance(game, HotSeat) and game.path != path
    assert game.table.state.world.turn == 2 and game.frame().layout != "reveal"
    game.close()


def test_a_game_that_is_not_over_is_not_played_on_from_a_turn() -> None:
    """With the same draws it would tell what the seats of the running game keep secret."""
    path = Path("running.modus")
    source_of(Wanted("first-talks", ("host",), seed=3, out=path)).close()
    source = choose(Lobby(), "fork")
    row = offered(source)["running.modus"]
    assert not row.enabled and row.why_not.startswith("The game is not over")
    source.act(replace(row, enabled=True), "1")
    assert source.frame().notices[0].text.startswith("The game is not over")
    assert [*Path().glob("**/*.modus")] == [path]


def test_a_file_of_ones_own_is_opened_or_refused(tmp_path: Path) -> None:
    source = choose(Lobby(), "file", "nowhere.yaml")
    assert source.frame().notices
    bundled = Path(__file__).parents[2] / "scenarios" / "first-talks.yaml"
    (tmp_path / "mine.yaml").write_text(
        bundled.read_text(encoding="utf-8").replace("id: first-talks", "id: mine"),
        encoding="utf-8",
    )
    assert "begin" in offered(choose(Lobby(), "file", "mine.yaml"))


def test_options_say_all_that_the_start_screen_says(tmp_path: Path) -> None:
    wanted = Wanted(
        "thaad-2016", ("rok", "china"), "random", ("japan",), minutes=90, seed=5,
        out=tmp_path / "g.modus",
    )  # fmt: skip
    game = source_of(wanted)
    assert isinstance(game, HotSeat)
    kinds = {seat: chair.kind for seat, chair in game.table.state.chairs.items()}
    assert kinds["rok"] == kinds["china"] == "person" and kinds["japan"] == "empty"
    assert game.table.state.chairs["usa"].bot == "random"
    game.close()
    with Table.load(tmp_path / "g.modus") as table:
        assert table.state.setup.minutes == 90
        assert any(isinstance(f, Locked) for f in table.submit("rok", Lock()).facts)


def test_who_was_asked_for_at_the_start_sits_there_once_a_scenario_is_chosen() -> None:
    wanted = Wanted(seats=("neighbour",), bots="random", empty=("sponsor",))
    source = choose(Lobby(wanted), "first-talks")
    assert {id: offered(source)[id].value for id in ("host", "sponsor", "neighbour")} == {
        "host": "a bot that acts at random", "sponsor": "nobody", "neighbour": "a person",
    }  # fmt: skip
    assert not source.frame().notices


def test_who_is_not_in_the_scenario_is_said_and_the_scenario_opens() -> None:
    source = choose(Lobby(Wanted(seats=("us",))), "first-talks")
    assert "There is no seat 'us'" in source.frame().notices[0].text
    assert offered(source)["begin"].enabled


def test_a_language_chosen_at_the_start_is_that_of_the_frames() -> None:
    source = choose(Lobby(), "thaad-2016")
    source = choose(source, "language")
    assert source.frame().language == "ko"
    game = choose(source, "begin")
    assert isinstance(game, HotSeat) and game.frame().language == "ko"
    game.close()
