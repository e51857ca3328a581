"""A record appears under its name once and whole, or not at all."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from game.record import sqlite
from game.record.errors import CannotKeep
from game.record.fork import fork
from game.record.table import Table
from game.table.commands import Lock
from tests.record import games

resource = pytest.importorskip("resource", reason="this system sets no limits")


def no_links(*_arguments: Any) -> None:
    raise PermissionError(1, "Operation not permitted")


@pytest.fixture(params=["links", "no links"])
def links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """File systems with links, and without."""
    if request.param == "no links":
        monkeypatch.setattr(os, "link", no_links)


@pytest.mark.usefixtures("links")
@pytest.mark.parametrize("by", ["open", "fork"])
def test_of_two_that_make_the_same_record_one_wins(
    by: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, found, first = copy.with_name("g.modus"), games.scenario(), []
    settle = sqlite._settle

    def overtaken(*arguments: Any) -> None:
        # The other one has begun and plays on before this one is ready to name its file.
        monkeypatch.setattr(sqlite, "_settle", settle)
        first.append(Table.open(found, 1, path=path))
        settle(*arguments)

    monkeypatch.setattr(sqlite, "_settle", overtaken)
    with pytest.raises(CannotKeep, match=r"g\.modus exists already"):
        Table.open(found, 2, path=path) if by == "open" else fork(copy, 2, path)
    with first[0] as table:
        assert table.submit(found.players[0], Lock()).facts
        state = table.state
    with Table.load(path) as table:
        assert table.state == state
    assert sorted(file.name for file in path.parent.iterdir()) == ["copy.modus", "g.modus"]


@contextmanager
def full(size: int) -> Iterator[None]:
    """No file grows beyond this size."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_disk_that_fills_up_while_a_record_is_made_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log still found room; the file that it should go into does not."""
    path, settle = tmp_path / "g.modus", sqlite._settle

    def no_room(*arguments: Any) -> None:
        with full(4096):
            settle(*arguments)

    monkeypatch.setattr(sqlite, "_settle", no_room)
    with pytest.raises(CannotKeep, match="full") as found:
        Table.open(games.scenario(), 1, path=path)
    assert found.value.exit_code == 2
    assert str(path) in found.value.message
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    Table.open(games.scenario(), 1, path=path).close()


def test_a_log_without_its_file_is_not_read_into_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "g.modus"
    log = tmp_path / "g.modus-wal"
    log.write_bytes(b"left over")
    with pytest.raises(CannotKeep, match=r"g\.modus-wal exists already"):
        Table.open(games.scenario(), 1, path=path)
    assert not path.exists()
