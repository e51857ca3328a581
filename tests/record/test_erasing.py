"""Names and free texts can be erased, and the chain holds as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import UserError
from game.record.files import erase
from game.record.table import Table
from game.record.verify import verify
from game.table.sealing import unsealed
from tests.record import games


def test_an_erased_name_leaves_the_chain_intact(copy: Path) -> None:
    one = games.scenario().players[0]
    before = verify(copy)
    assert erase(copy, one) == 2  # the name and the message
    assert verify(copy) == before
    with Table.load(copy) as table:
        told = [unsealed(m.text, table.state.texts) for m in table.state.messages]
        assert told == ["[erased]"]
        assert games.PROMISE in table.state.texts.values()


def test_what_is_erased_is_gone_from_the_disk(copy: Path) -> None:
    assert games.NAME.encode() in copy.read_bytes()
    for seat in games.scenario().players:
        erase(copy, seat)
    for file in copy.parent.iterdir():
        for text in (games.NAME, games.SECRET, games.PROMISE):
            assert text.encode() not in file.read_bytes()


def test_a_running_table_forgets_too(tmp_path: Path) -> None:
    found = games.scenario()
    one, two = found.players[:2]
    with Table.open(found, 1, path=tmp_path / "g.modus") as table:
        games.say(table)
        assert table.erase(one) == 2
        assert games.SECRET not in table.state.texts.values()
        assert games.SECRET not in repr(table.view(two))
        assert not list(tmp_path.glob("*-wal")) or games.SECRET.encode() not in b"".join(
            file.read_bytes() for file in tmp_path.iterdir()
        )


def test_erasing_for_nobody_is_a_sentence(copy: Path) -> None:
    with pytest.raises(UserError, match="There is no seat nobody; there are "):
        erase(copy, "nobody")
