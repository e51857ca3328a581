"""A recorded game: through its turns, two side by side, and on from any of them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from game.bots.play import bots_for, play_table
from game.loading import load
from game.record.table import Table
from game.screens.model import Change, Control, Fill, Go, Heading, Place
from game.session.facilitator import Facilitator
from game.session.hotseat import HotSeat
from game.session.replay import Replay
from game.session.source import Source
from game.table.commands import Close, Finish, Give, Lock, Next, Open, Undo
from game.table.facts import Gave


def played(path: Path, turns: int = 99, seed: int = 7) -> Path:
    """A game between bots, kept in a file: its first turns, or all."""
    it = load("first-talks")
    bots = bots_for(it, "mixed:0.3", seed)
    seats = {seat: f"bot:{bot.name}" for seat, bot in bots.items()}
    with Table.open(it, seed, seats, path) as table:
        for number, _turn in enumerate(play_table(table, bots), 1):
            if number == turns:
                break
    return path


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return played(tmp_path_factory.mktemp("games") / "whole.modus")


def control(source: Source, id: str) -> Control:
    return next(c for c in source.frame().screen.controls if c.id == id)


def choose(source: Source, *ids: str, text: str = "") -> Source:
    for id in ids:
        after = source.act(control(source, id), text)
        assert after is not None
        source = after
    return source


def test_every_turn_is_shown_as_it_stood(whole: Path) -> None:
    replay = Replay(whole)
    with Table.look(whole) as table:
        rows = [*(turn.row for turn in table.state.log), table.state.world.row]
        issue = next(iter(table.scenario.issues.values()))
    for number, row in enumerate(rows, 1):
        scene = replay.frame().scene
        assert scene is not None
        assert scene.turn == number or scene.over
        assert scene.cards[0].now == row[issue.cell]
        assert {gauge.value for gauge in scene.gauges} <= set(row)
        if number < len(rows):
            choose(replay, "next")
    assert not control(replay, "next").enabled
    choose(replay, "first")
    assert replay.at == 0
    choose(replay, "last")
    choose(replay, "back one")
    assert replay.at == len(rows) - 2
    choose(replay, "turn", text="2")
    assert replay.at == 1
    replay.typed("3")
    assert replay.at == 2


def test_a_wrong_turn_changes_nothing_and_is_said(whole: Path) -> None:
    replay = Replay(whole)
    choose(replay, "turn", text="99")
    assert replay.at == 0
    assert "99" in replay.frame().notices[0].text


def test_each_reveal_is_told_and_leads_back(whole: Path) -> None:
    replay = Replay(whole)
    choose(replay, "next", "reveal")
    seen = 0
    while replay.frame().layout == "reveal":
        assert replay.frame().screen.title.startswith("Turn 1")
        choose(replay, "next")
        seen += 1
    assert seen > 1 and replay.at == 1
    choose(replay, "last", "reveal")
    for _step in range(40):
        default = replay.frame().screen.default
        assert default is not None
        choose(replay, default.id)
        if replay.frame().screen.title == "The scores":
            return
    pytest.fail("the last reveal does not lead to the scores")


def test_every_way_leads_somewhere(whole: Path) -> None:
    """Whatever is offered can be chosen, and the way back is always there."""
    replay = Replay(whole)
    for stop in range(len(replay.stops)):
        replay.at = stop
        for one in list(replay.frame().screen.controls):
            if one.enabled and isinstance(one.action, Go):
                assert replay.act(one) is replay
                assert replay.frame().screen.title
            replay.typed(str(stop + 1))


def test_what_is_locked_comes_last_and_leaving_is_a_choice_of_its_own(whole: Path) -> None:
    screen = Replay(whole).frame().screen
    offered = [one.enabled for one in screen.controls[:-1]]
    assert offered == sorted(offered, reverse=True) and not all(offered)
    assert not any(one.role == "back" for one in screen.controls)
    fill = control(Replay(whole), "turn").action
    assert isinstance(fill, Fill) and fill.prompt.startswith("Which turn, from 1 to 4; or 5 for")


def test_two_turns_are_compared(whole: Path) -> None:
    replay = Replay(whole)
    choose(replay, "compare")
    replay.act(control(replay, "other"), str(len(replay.stops)))
    blocks = replay.frame().screen.blocks
    with Table.look(whole) as table:
        first, last = table.state.log[0].row, table.state.world.row
        names = table.scenario.header.names
    changed = {block.cell for block in blocks if isinstance(block, Change)}
    differ = {name for n, name in enumerate(names) if first[n] != last[n]}
    assert changed and changed <= differ
    assert any(isinstance(block, Heading) for block in blocks)
    replay.act(control(replay, "other"), "1")
    assert not any(isinstance(block, Change) for block in replay.frame().screen.blocks)


def test_one_may_play_on_from_a_turn(whole: Path) -> None:
    before = whole.read_bytes()
    replay = Replay(whole)
    choose(replay, "next", "fork")
    assert not control(replay, "go").enabled
    game = choose(replay, "host", "go")
    assert isinstance(game, HotSeat)
    assert game.table.state.world.turn == 2
    assert game.frame().layout != "reveal" and game.place.screen == "briefing"
    assert game.table.state.chairs["host"].kind == "person"
    assert game.path is not None and game.path != whole
    assert game.table.submit("host", Lock()).refused is None
    game.close()
    with Table.load(game.path) as again:
        assert again.state.chairs["host"].kind == "person"
    assert whole.read_bytes() == before
    game.path.unlink()


def test_one_may_play_on_in_a_class(tmp_path: Path) -> None:
    """What was led by a facilitator is led by one again, and its turns end."""
    path = tmp_path / "class.modus"
    seats = dict.fromkeys(("sponsor", "neighbour"), "bot:greedy")
    table = Table.open(load("first-talks"), 5, seats, path, brisk=False, facilitator=True)
    for _turn in range(2):
        for do in (Open(), Close(), Next()):
            assert table.submit("control", do).refused is None
    assert table.submit("control", Finish()).refused is None
    table.close()
    game = choose(Replay(path), "next", "fork", "host", "go")
    assert isinstance(game, Facilitator) and game.table.state.world.turn == 2
    choose(game, "open", "close", "close")
    assert game.table.state.phase == "reveal"
    game.close()


def test_a_game_that_goes_on_is_not_played_on_from_a_turn(tmp_path: Path) -> None:
    """With the same draws it would tell what the seats of the running game keep secret."""
    path = played(tmp_path / "half.modus", 2)
    replay = Replay(path)
    way = control(replay, "fork")
    assert not way.enabled and way.why_not.startswith("The game is not over")
    go = Place("replay.go", args=(("seats", "host"),))
    assert replay.act(Control("go", "", Go(go))) is replay
    assert replay.frame().notices[0].text.startswith("The game is not over")
    assert [*tmp_path.glob("*.modus")] == [path]


def test_what_is_secret_in_a_game_that_goes_on_is_not_shown(tmp_path: Path) -> None:
    """What was ordered and not yet resolved changes nothing that a replay shows."""
    path = played(tmp_path / "half.modus", 2)
    before = [shown(Replay(path), stop) for stop in range(3)]
    with Table.load(path) as table:
        seat = table.scenario.players[0]
        order = next(i for i in table.sight(seat).offers if i.refusal is None).order
        answer = table.submit(seat, Give(order))
        assert any(isinstance(fact, Gave) for fact in answer.facts)
    after = Replay(path)
    assert not after.over
    assert [shown(after, stop) for stop in range(3)] == before
    own = [name for name in after.frame().scene.gauges if "capital" in name.cell]  # type: ignore[union-attr]
    assert not own


def shown(replay: Replay, stop: int) -> list[bytes]:
    """All that a replay says at a stop, on each of its pages."""
    found = []
    for id in ("", "board", "timeline", "compare", "reveal"):
        replay.typed(str(stop + 1))
        if id and control(replay, id).enabled:
            choose(replay, id)
        found.append(msgspec.json.encode(replay.frame()))
    return found


def test_a_turn_that_was_undone_is_not_there(tmp_path: Path) -> None:
    path = played(tmp_path / "undone.modus", 2)
    with Table.load(path) as table:
        assert table.submit("control", Undo()).refused is None
    assert [state.world.turn for state in Replay(path).stops] == [1, 2]
