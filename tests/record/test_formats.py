"""Records that were written by earlier versions go on loading, whatever became of the rules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.record.export import export
from game.record.form import FORMAT
from game.record.table import Table
from tests.record.formats import FOLDER
from tests.record.games import NAME, PROMISE

FILES = sorted(FOLDER.glob("format-*.modus"))


def test_every_format_has_its_file() -> None:
    assert [file.stem for file in FILES] == [f"format-{n}" for n in range(1, FORMAT + 1)]


@pytest.mark.parametrize("stored", FILES, ids=lambda file: file.stem)
def test_a_stored_record_goes_on_loading(stored: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(stored, tmp_path))
    assert "".join(f"{line}\n" for line in export(path, "csv")) == stored.with_suffix(
        ".csv"
    ).read_text("utf-8")
    with Table.load(path) as table:
        assert table.state.phase == "over"
        assert PROMISE in table.state.texts.values()
        assert NAME not in table.state.texts.values()
        assert table.view(table.scenario.players[0]).turn
