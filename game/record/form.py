"""What a record is made of: its header, its entries, and the chain of hashes over them.

The chain starts from the header; each entry's hash covers the one before, the command and its
facts. Free texts and names stand beside it (:mod:`game.table.sealing`), and so do the clock and
what a client calls its command.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Protocol

import msgspec
from msgspec import Struct

from game.record.errors import Damaged
from game.table.commands import Command
from game.table.facts import Fact
from game.table.state import Setup

FORMAT = 1
SUFFIX = ".modus"
LARGEST = 16_000_000
"""Bytes of a scenario with its libraries, and of an entry, at most: no record fills the memory."""


class Forked(Struct, frozen=True):
    """Where a fork comes from: the record with the hash `head`, at the start of `turn`."""

    head: str
    turn: int


class Header(Struct, frozen=True, omit_defaults=True):
    """What a record says of itself: it is the first link of the chain.

    `scenario` is the digest of the scenario's whole text, `commitment` that of the seed, which
    is kept apart (and so is the salt that makes it one).
    """

    format: int
    engine: str
    scenario: str
    commitment: str
    setup: Setup
    forked: Forked | None = None


class Entry(Struct, frozen=True):
    """A command and the facts that it led to, as written, with the hash of the chain up to here."""

    seq: int
    author: str
    command: str
    facts: str
    hash: bytes
    key: str | None = None


class Word(Struct, frozen=True):
    """A free text or a name: under which key, brought by which entry, written by or of which seat.

    An erased one has neither salt nor text.
    """

    key: str
    seq: int
    seat: str
    salt: str | None
    text: str | None


class Whole(Struct, frozen=True):
    """Everything a record holds; `head` and `chain` are how many entries it says it has, and the
    hash of the last."""

    header: Header
    seed: int
    salt: str
    text: str
    included: dict[str, str]
    entries: tuple[Entry, ...]
    words: tuple[Word, ...]
    head: int
    chain: bytes


class Store(Protocol):
    """A place that keeps one record. What `append` returned from is on the disk."""

    def append(self, entry: Entry, words: Sequence[Word]) -> None:
        """Add the next entry and the texts that it brings."""
        ...

    def close(self) -> None:
        """Let go of the place."""
        ...


class _Author(Struct, frozen=True):
    author: str


_author = msgspec.json.Decoder(_Author)
_command = msgspec.json.Decoder(Command)
_facts = msgspec.json.Decoder(tuple[Fact, ...])
_encoder = msgspec.json.Encoder()


def encode(value: object) -> str:
    """The one way in which commands, facts and headers are written."""
    return _encoder.encode(value).decode()


def commitment(seed: int, salt: str) -> str:
    """A digest that binds to a seed without telling it."""
    return blake2b(f"{salt}\0{seed}".encode(), digest_size=32).hexdigest()


def genesis(header: Header) -> bytes:
    """The first link of the chain."""
    return blake2b(_encoder.encode(header), digest_size=32, person=b"modus header").digest()


def link(before: bytes, command: str, facts: str) -> bytes:
    """The next link of the chain."""
    said = command.encode()
    chain = blake2b(before, digest_size=32, person=b"modus entry")
    chain.update(len(said).to_bytes(8, "big"))
    chain.update(said)
    chain.update(facts.encode())
    return chain.digest()


def command_of(entry: Entry) -> Command:
    """An entry's command. Raises Damaged where it is none."""
    try:
        return _command.decode(entry.command)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise Damaged.entry(entry.seq, str(error)) from None


def author_of(entry: Entry) -> str:
    """Who the command itself says its author is: that the chain covers. Raises Damaged.

    Nothing else of the command is looked at, for a record outlives the commands of its time.
    """
    try:
        return _author.decode(entry.command).author
    except (msgspec.DecodeError, UnicodeError) as error:
        raise Damaged.entry(entry.seq, str(error)) from None


def facts_of(entry: Entry) -> tuple[Fact, ...]:
    """An entry's facts. Raises Damaged where they are none."""
    try:
        return _facts.decode(entry.facts)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise Damaged.entry(entry.seq, str(error)) from None
