"""A table to try things at."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.rules.turn import Refusal
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.table import commands as c
from game.table import facts as f
from game.table.commands import CONTROL
from game.table.state import Setup, begin
from game.table.table import Table

HARBOUR = Path(__file__).with_name("harbour.yaml")
SETTLING = """
settle: {accept: {all_of: [north], at_least: 2}, walk_away: {north: 3, south: 2, west: 0}}
"""


@cache
def harbour(more: str = "") -> Scenario:
    """The scenario of these tests, with more sections if wanted."""
    return load_text(HARBOUR.read_text(encoding="utf-8") + more, str(HARBOUR))


def table(more: str = "", *, brisk: bool = True, facilitator: bool = False, **by: str) -> Table:
    """A table of it; `by` says who plays a seat that no person does."""
    setup = Setup(tuple(by.items()), brisk, facilitator)
    it = harbour(more)
    return Table(it, begin(it, 7, setup))


def does(at: Table, author: str, *what: object) -> tuple[f.Fact, ...]:
    """Everything is accepted."""
    facts: tuple[f.Fact, ...] = ()
    for do in what:
        reply = at.submit(author, do)  # type: ignore[arg-type]
        assert reply.refused is None, (author, do, reply.refused)
        facts += reply.facts
    return facts


def code(at: Table, author: str, do: object) -> str:
    """Why something is refused; nothing has changed then."""
    before = at.state
    reply = at.submit(author, do)  # type: ignore[arg-type]
    assert isinstance(reply.refused, Refusal), (author, do, reply.facts)
    assert reply.refused.says and at.state is before
    return reply.refused.code


def lock_all(at: Table) -> None:
    """Everybody who has not locked does."""
    for seat in at.scenario.players:
        if at.state.phase == "negotiation" and not at.state.chairs[seat].locked:
            does(at, seat, c.Lock())


def close(at: Table) -> None:
    """The facilitator ends the negotiation or the ruling."""
    does(at, CONTROL, c.Close())
