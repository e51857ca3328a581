"""The keeper: what a table hands its commands to, which makes them entries of a record."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from game.record.form import Entry, Word, encode, facts_of, link
from game.record.sqlite import SQLiteStore
from game.table.commands import Command, Seat
from game.table.facts import Fact

SALT = 16


def fresh_salt() -> str:
    """Salt that nobody can guess."""
    return secrets.token_hex(SALT)


class Keeper:
    """Keeps what comes of commands in a store, and knows what came of those with a key."""

    def __init__(self, store: SQLiteStore, kept: Mapping[tuple[str, str], Entry]) -> None:
        self.store = store
        self.key = ""
        """What the client calls the command that is submitted next; "" where it has no name."""
        self._salt = ""
        self._kept = dict(kept)

    def before(self, author: str, key: str) -> tuple[Fact, ...] | None:
        """What came of the command that its author called so, if it is kept already."""
        entry = self._kept.get((author, key)) if key else None
        return None if entry is None else facts_of(entry)

    def salt(self) -> str:
        """Fresh salt for the free texts of the next command."""
        self._salt = fresh_salt()
        return self._salt

    def append(self, command: Command, facts: tuple[Fact, ...], texts: Mapping[str, str]) -> None:
        """Keep a command and what came of it; on return it is on the disk. Raises RecordError."""
        said, became = encode(command), encode(facts)
        seq, chain = self.store.head + 1, link(self.store.chain, said, became)
        entry = Entry(seq, command.author, said, became, chain, self.key or None)
        seat = command.do.seat if isinstance(command.do, Seat) else command.author
        words = [Word(key, seq, seat, self._salt, text) for key, text in texts.items()]
        self.store.append(entry, words)
        if self.key:
            self._kept[command.author, self.key] = entry
