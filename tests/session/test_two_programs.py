"""Two programs on one game: who comes second sees how it stands, and goes on."""

from __future__ import annotations

from pathlib import Path

from game.record.table import Table
from game.session.beginning import Wanted, source_of
from game.session.hotseat import HotSeat
from game.table.commands import Lock


def test_a_game_that_another_program_went_on_with_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "two.modus"
    at = source_of(Wanted("first-talks", ("host",), seed=3, out=path))
    assert isinstance(at, HotSeat)
    for _n in range(2):
        enter = at.frame().screen.default
        assert enter is not None
        at.act(enter)
    with Table.load(path) as other:
        assert other.submit("sponsor", Lock()).refused is None
    at.typed("reassure neighbour")
    assert any("how it stands now" in notice.text for notice in at.frame().notices)
    assert at.table.state.chairs["sponsor"].locked
    at.typed("reassure neighbour")
    assert len(at.table.state.orders["host"]) == 1
    at.close()
