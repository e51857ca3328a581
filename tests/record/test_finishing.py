"""A session that ended before its scenario: what its record says, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.bots.play import bots_for, play_table
from game.lines.replaying import replay
from game.record.export import export
from game.record.fork import fork
from game.record.table import Table
from game.record.verify import verify
from game.session.feed import FileFeed
from game.session.replay import Replay
from game.session.watch import Watch
from game.table.commands import CONTROL, PUBLIC, Finish, Give, Lock, Next, Undo
from game.table.words import words_of
from game.world.world import STOPPED
from tests.record import games

SAYS = "The session ended after turn 2, before the scenario did."


@pytest.fixture
def ended(tmp_path: Path) -> Path:
    """Two turns of the primer, one order of the third, and the end of the session."""
    found, path = games.scenario(), tmp_path / "g.modus"
    bots = bots_for(found, "random", 7)
    seats = dict.fromkeys(found.players, "bot:random")
    with Table.open(found, 7, seats, path) as table:
        turns = iter(play_table(table, bots))
        while len(table.state.log) < 2:
            next(turns)
        seat = found.players[0]
        given = next(o.order for o in table.sight(seat).offers if o.refusal is None)
        assert table.submit(seat, Give(given)).refused is None
        before = table.view(PUBLIC)
        assert table.submit(CONTROL, Finish()).refused is None
        after = table.view(PUBLIC)
        assert before.ended == "" and after.ended == SAYS and after.turn == before.turn
        assert table.state.orders == {} and len(table.state.log) == 2
        refused = [table.submit(*asked).refused for asked in _too_late(seat)]
        assert all(one is not None and one.code == "phase/closed" for one in refused)
    return path


def _too_late(seat: str) -> list[tuple[str, Lock | Next | Finish]]:
    return [(seat, Lock()), (CONTROL, Next()), (CONTROL, Finish())]


def test_the_record_agrees_and_says_what_was_dropped(ended: Path) -> None:
    assert "every command decides as it did" in verify(ended)
    lines = list(export(ended, "jsonl"))
    assert '"fact":{"type":"gave"' in "".join(lines[-4:])
    assert any('{"type":"finished","turns":2}' in line for line in lines)
    assert len(list(export(ended, "csv"))) > 2


def test_it_is_told_again_with_its_scores(ended: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replay(ended)
    out = capsys.readouterr().out
    assert "over after 2 turns" in out and SAYS in " ".join(out.split())
    words = words_of(games.scenario())
    assert all(words.actor(seat) in out for seat in words.scenario.players)


def test_the_end_can_be_undone_where_the_record_is_opened_again(ended: Path) -> None:
    with Table.load(ended) as table:
        assert table.submit(CONTROL, Undo()).refused is None
        state = table.state
        assert state.phase == "negotiation" and state.world.end == "" and len(state.log) == 2
        assert any(state.orders.values())
    assert "every command decides as it did" in verify(ended)
    with Table.load(ended) as again:
        assert again.state == state


def test_one_may_play_on_from_where_it_ended(ended: Path, tmp_path: Path) -> None:
    for turn in (2, 3):
        out = tmp_path / f"turn-{turn}.modus"
        fork(ended, turn, out)
        with Table.load(out) as table:
            assert table.state.world.turn == turn and table.state.phase == "negotiation"
            assert not any(table.state.orders.values())


def test_a_replay_and_a_projector_show_the_end(ended: Path) -> None:
    shown = Replay(ended)
    last = shown.typed("3")
    assert isinstance(last, Replay) and last.over
    blocks = [getattr(block, "text", "") for block in last.frame().screen.blocks]
    assert SAYS in blocks
    controls = {one.id: one for one in last.frame().screen.controls}
    assert controls["fork"].enabled and controls["debrief"].enabled
    assert last.act(controls["debrief"]) is last
    assert last.frame().screen.title == "The end"
    assert STOPPED not in str(last.frame())
    watch = Watch(FileFeed(ended))
    watch.poll(0.0)
    for _n in range(200):
        default = watch.frame().screen.default
        if default is None or default.id == "quit":
            break
        watch.act(default)
    assert SAYS in [getattr(block, "text", "") for block in watch.frame().screen.blocks]
