"""A finished game, played once and copied for each test that wants to harm it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.table.state import State
from tests.record import games


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, State]:
    """The file of a game that is over, and the state in which it was left. Not to be changed."""
    path = tmp_path_factory.mktemp("record") / "finished.modus"
    with games.played(path) as table:
        return path, table.state


@pytest.fixture
def copy(finished: tuple[Path, State], tmp_path: Path) -> Path:
    """A copy of the finished game."""
    return Path(shutil.copy(finished[0], tmp_path / "copy.modus"))
