"""Kill a process that plays a bot game, at random moments; nothing acknowledged may be lost.

`python -m tests.record.kills 200` does it 200 times.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import tempfile
import time
from pathlib import Path

from game.bots.play import bots_for, play_table
from game.record import sqlite
from game.record.table import Table
from game.record.verify import verify
from game.scenario.model import Scenario
from tests.record import games

Acknowledged = dict[int, str]


class _Acknowledging(Table):
    """Says the number and the hash of every entry once `submit` has returned."""

    pipe = 1

    def submit(self, author, do, key=""):  # type: ignore[no-untyped-def]
        reply = super().submit(author, do, key)
        assert self.store is not None
        store = self.store.store
        os.write(self.pipe, f"{store.head} {store.chain.hex()}\n".encode())
        return reply


def kills(times: int, folder: Path, seed: int = 0) -> int:
    """Kill so many times; the number of acknowledged entries that were found again.

    Each process goes on with the game that the one before was killed in. Raises AssertionError
    for an entry that is lost, doubled or another.
    """
    dice, found = random.Random(seed), games.scenario()
    acknowledged: Acknowledged = {}
    number, count = 0, 0
    for _time in range(times):
        path = folder / f"{number}.modus"
        over, said = _kill_one(found, path, number, dice)
        acknowledged |= said
        if acknowledged:
            _compare(path, acknowledged)
        if over:
            verify(path)
            count += len(acknowledged)
            number, acknowledged = number + 1, {}
    return count + len(acknowledged)


def _kill_one(
    found: Scenario, path: Path, seed: int, dice: random.Random
) -> tuple[bool, Acknowledged]:
    """Play in a process of its own and kill it; was the game over, and what was acknowledged?"""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _play(found, path, seed, writer)
    os.close(writer)
    said = b""
    lines, over = dice.randrange(25), False
    while said.count(b"\n") < lines:
        ready, _w, _e = select.select([reader], [], [], 30)
        assert ready, "the game stands still"
        more = os.read(reader, 4096)
        if not more:
            over = True
            break
        said += more
    time.sleep(dice.random() * 0.003)
    if not over:
        os.kill(child, signal.SIGKILL)
    while more := os.read(reader, 4096):
        said += more
    os.close(reader)
    _pid, status = os.waitpid(child, 0)
    over = not os.WIFSIGNALED(status)
    assert not over or os.WEXITSTATUS(status) == 0, "the child failed"
    # The last line may be half written: what was not said whole was not acknowledged.
    whole = said[: said.rfind(b"\n") + 1].decode().split("\n")[:-1]
    return over, {int(n): chain for n, chain in (line.split(" ") for line in whole)}


def _play(found: Scenario, path: Path, seed: int, writer: int) -> None:
    code = 1
    try:
        _Acknowledging.pipe = writer
        bots = bots_for(found, "random", seed)
        seats = dict.fromkeys(found.players, "bot:random")
        if path.exists():
            table = _Acknowledging.load(path)
        else:
            table = _Acknowledging.open(found, seed, seats, path)
        with table:
            for _turn in play_table(table, bots):
                pass
        code = 0
    finally:
        os._exit(code)


def _compare(path: Path, acknowledged: Acknowledged) -> None:
    entries = sqlite.read(path).entries
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    kept = {entry.seq: entry.hash.hex() for entry in entries}
    lost = {seq for seq, chain in acknowledged.items() if kept.get(seq) != chain}
    assert not lost, f"acknowledged and lost: {sorted(lost)}"
    with Table.load(path) as table:
        assert table.store is not None


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as made:
        print(f"{wanted} kills, {kills(wanted, Path(made))} acknowledged entries, none lost")
