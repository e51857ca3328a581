"""Verifying a record: the chain holds, and every command still leads to the same facts."""

from __future__ import annotations

from hashlib import blake2b
from itertools import zip_longest
from pathlib import Path

from game import __version__
from game.errors import UserError
from game.i18n import _
from game.record import sqlite
from game.record.errors import Tampered
from game.record.form import Entry, Whole, command_of, encode, facts_of
from game.record.replaying import scenario_of, start_of, steps
from game.scenario.model import Scenario
from game.table.decide import decide
from game.table.state import State

FAILED = 1
LONGEST = 300
"""Characters of a fact that a sentence quotes at most."""


def verify(path: Path) -> str:
    """What a sound record shows: how much it holds, and the fingerprint of its game.

    Raises UserError with exit code 1 for the first difference, RecordError (2) where the file
    cannot be read.
    """
    whole = sqlite.read(path)
    try:
        scenario = scenario_of(path, whole)
        state = start_of(scenario, whole)
        for entry, _facts, after in steps(path, scenario, whole):
            _decide_again(path, scenario, whole, entry, state)
            state = after
    except Tampered as broken:
        raise Tampered(broken.message, FAILED) from broken
    says = _(
        "{path} holds: {n} commands, {turns} turns; the chain is whole, and every command "
        "decides as it did.\nFingerprint of the game: {hash}"
    )
    count = len(state.log)
    return says.format(path=path, n=len(whole.entries), turns=count, hash=fingerprint(whole))


def fingerprint(whole: Whole) -> str:
    """A digest of what happened: the same for the same game, whoever played it where.

    The chain's own hash differs from record to record, for the seed's commitment is salted.
    """
    digest = blake2b(whole.header.scenario.encode(), digest_size=16)
    for entry in whole.entries:
        digest.update(entry.facts.encode())
    return digest.hexdigest()


def _decide_again(path: Path, scenario: Scenario, whole: Whole, entry: Entry, state: State) -> None:
    try:
        again = encode(decide(scenario, state, command_of(entry)))
    except (LookupError, ValueError, TypeError, AttributeError) as wrong:
        again = repr(wrong)
    if again == entry.facts:
        return
    says = _(
        "{path}: entry {n} (turn {turn}, {author}) decides otherwise today.\n"
        "  recorded: {recorded}\n  decided:  {decided}"
    )
    recorded, decided = _first_difference(entry, again)
    message = says.format(
        path=path, n=entry.seq, turn=state.world.turn, author=entry.author,
        recorded=recorded, decided=decided,
    )  # fmt: skip
    if whole.header.engine != __version__:
        older = _("It was played with version {then}; this is {now}, whose rules may differ.")
        message += "\n" + older.format(then=whole.header.engine, now=__version__)
    raise UserError(message, FAILED)


def _first_difference(entry: Entry, again: str) -> tuple[str, str]:
    """The first two facts that differ, those of a turn's resolution looked at one by one."""
    try:
        decided = facts_of(Entry(entry.seq, "", "", again, b""))
    except UserError:
        return _short(entry.facts), _short(again)
    for old, new in zip_longest(_flat(facts_of(entry)), _flat(decided)):
        if old != new:
            return (
                _("nothing") if old is None else _short(encode(old)),
                _("nothing") if new is None else _short(encode(new)),
            )
    return _short(entry.facts), _short(again)


def _flat(facts: tuple[object, ...]) -> list[object]:
    return [inner for fact in facts for inner in getattr(fact, "facts", (fact,))]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
