"""Games that the tests of the record play, and what they do to the files."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import game
from game.bots.play import bots_for, play_table
from game.record import sqlite
from game.record.form import genesis, link
from game.record.table import Table
from game.scenario.model import Scenario
from game.scenario.terms import Declare, Terms
from game.table.commands import CONTROL, Draft, Say, Seat
from game.table.facts import Drafted

NAME = "Rosa Meridian"
SECRET = "Meet me behind the press tent."
PROMISE = "We shall speak softly."


def scenario() -> Scenario:
    """The primer."""
    return game.load("first-talks")


def played(path: Path, seed: int = 7, chatter: bool = True) -> Table:
    """A game of random bots, kept and over; with `chatter`, people wrote things in it too."""
    found = scenario()
    bots = bots_for(found, "random", seed)
    table = Table.open(found, seed, dict.fromkeys(found.players, "bot:random"), path)
    if chatter:
        say(table)
    for _turn in play_table(table, bots):
        pass
    return table


def say(table: Table) -> None:
    """A name, a message and a text of one's own, from the first two seats."""
    one, two = table.scenario.players[:2]
    table.submit(CONTROL, Seat(one, NAME))
    table.submit(one, Say(SECRET, (two,)))
    terms = Terms("Quiet words", (one, two), (Declare(PROMISE),))
    reply = table.submit(two, Draft(terms))
    assert any(isinstance(fact, Drafted) for fact in reply.facts)


def tampered(path: Path, change: Callable[[sqlite3.Connection], object]) -> None:
    """Change what is in a record behind its back."""
    with closing(sqlite3.connect(path)) as raw:
        change(raw)
        raw.commit()


def facts(raw: sqlite3.Connection, seq: int) -> str:
    """The facts of an entry, as they are written."""
    packed = raw.execute("SELECT facts FROM entry WHERE seq = ?", (seq,)).fetchone()[0]
    return zlib.decompress(packed).decode()


def set_facts(raw: sqlite3.Connection, seq: int, text: str) -> None:
    """Write other facts."""
    packed = zlib.compress(text.encode())
    raw.execute("UPDATE entry SET facts = ? WHERE seq = ?", (packed, seq))


def resolved(path: Path) -> int:
    """The number of the first entry with a turn's resolution."""
    return next(e.seq for e in sqlite.read(path).entries if '"resolved"' in e.facts)


def chained_anew(path: Path) -> None:
    """Make the chain hold over whatever the entries say: a forger who knows the format."""
    whole = sqlite.read(path)
    chain = genesis(whole.header)
    with closing(sqlite3.connect(path)) as raw:
        for entry in whole.entries:
            chain = link(chain, entry.command, entry.facts)
            raw.execute("UPDATE entry SET hash = ? WHERE seq = ?", (chain, entry.seq))
        raw.execute("UPDATE game SET chain = ?", (chain,))
        raw.commit()
