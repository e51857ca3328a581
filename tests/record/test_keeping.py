"""What is acknowledged is kept, and what is kept is the game."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.record import sqlite
from game.record.errors import RecordError
from game.record.table import Table
from game.scenario.orders import Act
from game.table.commands import CONTROL, Lock, Say, Seat
from game.table.state import State
from tests.record import games


def test_a_loaded_game_is_the_game_that_was_played(finished: tuple[Path, State]) -> None:
    path, state = finished
    with Table.load(path) as table:
        assert table.state == state
        assert games.SECRET in table.state.texts.values()


def test_loading_decides_nothing_again(
    finished: tuple[Path, State], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: Any) -> None:
        raise AssertionError("loading must only evolve facts")

    for name in ("game.table.table.decide", "game.table.closing.advance"):
        monkeypatch.setattr(name, fail)
    with Table.load(finished[0]) as table:
        assert table.state == finished[1]


def test_a_game_goes_on_where_it_was_left(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    found = games.scenario()
    with Table.open(found, 3, path=path) as table:
        for seat in found.players[:-1]:
            table.submit(seat, Lock())
        before = table.state
    with Table.load(path) as table:
        assert table.state == before
        table.submit(found.players[-1], Lock())
        assert table.state.world.turn == 2
        after = table.state
    with Table.load(path) as table:
        assert table.state == after


def test_a_refused_command_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    found = games.scenario()
    with Table.open(found, 3, path=path) as table:
        before = table.state
        assert table.submit(found.players[0], Act("no_such_thing")).refused
        assert table.submit("nobody", Lock()).refused
        assert table.state == before
    assert sqlite.read(path).entries == ()


def test_the_same_command_sent_again_is_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    found = games.scenario()
    one, two = found.players[:2]
    with Table.open(found, 3, path=path) as table:
        first = table.submit(one, Say("Good morning.", (two,)), key="k1")
        assert table.submit(one, Say("Good morning.", (two,)), key="k1") == first
        assert table.submit(two, Lock(), key="k1").facts != first.facts
    with Table.load(path) as table:
        assert table.submit(one, Say("Good morning.", (two,)), key="k1") == first
        assert len(table.state.messages) == 1
    assert len(sqlite.read(path).entries) == 2


def test_no_free_text_stands_in_the_chain(finished: tuple[Path, State]) -> None:
    whole = sqlite.read(finished[0])
    chain = "".join(entry.command + entry.facts for entry in whole.entries)
    for text in (games.NAME, games.SECRET, games.PROMISE):
        assert text not in chain
        assert text in {word.text for word in whole.words}


def test_the_seed_is_only_committed_to(finished: tuple[Path, State]) -> None:
    whole = sqlite.read(finished[0])
    assert whole.seed == 7
    assert whole.salt not in repr(whole.header)
    with games.played(finished[0].with_name("again.modus")) as table:
        assert table.state.world == finished[1].world
    again = sqlite.read(finished[0].with_name("again.modus"))
    assert again.header.commitment != whole.header.commitment


def test_an_existing_file_is_never_written_over(copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(RecordError, match="exists already"):
        Table.open(games.scenario(), 1, path=copy)
    assert copy.read_bytes() == before


def test_a_closed_record_is_one_file(finished: tuple[Path, State]) -> None:
    folder = finished[0].parent
    assert not [file for file in folder.iterdir() if file.suffix != ".modus"]


def test_a_table_without_a_path_needs_no_file() -> None:
    found = games.scenario()
    with Table.open(found, 3) as table:
        assert table.submit(CONTROL, Seat(found.players[0], games.NAME)).facts
        assert games.NAME in table.state.texts.values()


@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_a_record_that_is_gone_acknowledges_nothing(how: str, tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    found = games.scenario()
    with Table.open(found, 3, path=path) as table:
        first, second = found.players[:2]
        table.submit(first, Lock())
        before = table.state
        whole = path.read_bytes()
        path.unlink()
        if how == "replaced":
            (tmp_path / "other").write_bytes(whole)
            (tmp_path / "other").rename(path)
        with pytest.raises(RecordError, match="deleted, moved or replaced"):
            table.submit(second, Lock())
        assert table.state == before
