"""Bots at a table: who acts when, and games played by bots alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from game.bots.bot import Bot, Deed
from game.bots.greedy import Greedy
from game.bots.mixed import Mixed
from game.bots.random_bot import Random
from game.scenario.model import Scenario
from game.scenario.problems import nearest
from game.table.commands import Draft, Lock, Plan, Sign
from game.table.facts import Drafted
from game.table.table import Table

Bots = Mapping[str, Bot]
Heard = Callable[[str, Deed], None]
"""Called with each deed of a bot that the table accepted, and its seat."""

NAMES = ("random", "greedy", "mixed:0.3")


def named(name: str, seed: int = 0) -> Bot:
    """The bot of a name: ``random``, ``greedy``, or ``mixed:P`` with a probability.

    :raises ValueError: for a name that means no bot.
    """
    if name == "greedy":
        return Greedy()
    if name == "random":
        return Random(seed)
    kind, _colon, rest = name.partition(":")
    if kind == "mixed":
        try:
            probability = float(rest or "0.3")
        except ValueError:
            probability = -1.0
        if 0 <= probability <= 1:
            return Mixed(probability, seed)
    close = nearest(name, NAMES)
    hint = f"; did you mean '{close}'?" if close else ""
    raise ValueError(f"there is no bot '{name}'; there are {', '.join(NAMES)}{hint}")


def bots_for(scenario: Scenario, names: str | Sequence[str], seed: int) -> dict[str, Bot]:
    """A bot for every player from names by seat order; the last name serves all that follow.

    :raises ValueError: for a name that means no bot, or for more names than seats.
    """
    listed = names.split(",") if isinstance(names, str) else list(names)
    listed = [name.strip() for name in listed] or ["greedy"]
    if len(listed) > len(scenario.players):
        raise ValueError(f"{len(listed)} bots for {len(scenario.players)} seats")
    listed += [listed[-1]] * (len(scenario.players) - len(listed))
    return {seat: named(name, seed) for seat, name in zip(scenario.players, listed, strict=True)}


def open_turn(table: Table, bots: Bots, heard: Heard | None = None) -> None:
    """What bots do when the negotiation opens, and their signatures under one another's texts."""
    read: dict[str, frozenset[object]] = {}
    for seat, bot in bots.items():
        seen = table.sight(seat)
        deeds = list(bot.opens(table.scenario, seen))
        waiting = _waiting(table, seat)
        if waiting and not any(isinstance(deed.do, Draft) for deed in deeds):
            # Who drafts reads the others' texts beside its own, on the table.
            read[seat] = waiting
            deeds += bot.signs(table.scenario, seen)
        _do(table, seat, deeds, heard)
    sign(table, bots, heard, read)


def sign(
    table: Table,
    bots: Bots,
    heard: Heard | None = None,
    read: Mapping[str, frozenset[object]] | None = None,
) -> None:
    """Let bots sign what is on the table, as they do whenever something was put there.

    `read` has what each of them has read already in this turn.
    """
    for seat, bot in bots.items():
        if _waiting(table, seat) - (read or {}).get(seat, frozenset()):
            _do(table, seat, bot.signs(table.scenario, table.sight(seat)), heard)


def _waiting(table: Table, seat: str) -> frozenset[object]:
    """What waits for a seat's signature, or for its word: drafts by revision, and packages."""
    state = table.state
    if not state.drafts and not state.packages:
        return frozenset()
    texts: list[object] = [
        (draft.id, draft.revision)
        for draft in state.drafts.values()
        if seat in draft.terms.parties and seat not in draft.signatures
    ]
    texts += [p.id for p in state.packages.values() if seat not in (*p.accepts, *p.refuses)]
    return frozenset(texts)


def close_turn(table: Table, bots: Bots, heard: Heard | None = None) -> None:
    """The bots' votes and orders, and their locks."""
    for seat, bot in bots.items():
        if table.state.phase != "negotiation":
            return
        if not table.state.chairs[seat].locked:
            _do(table, seat, bot.closes(table.scenario, table.sight(seat)), heard)


def play_turn(table: Table, bots: Bots, heard: Heard | None = None) -> None:
    """A whole turn of a table at which nobody but bots plays."""
    open_turn(table, bots, heard)
    close_turn(table, bots, heard)


def play_table(table: Table, bots: Bots, heard: Heard | None = None) -> Iterator[int]:
    """Play a brisk table to its end; yields the number of each turn that is over."""
    while table.state.phase == "negotiation":
        turn = table.state.world.turn
        play_turn(table, bots, heard)
        yield turn


def game(scenario: Scenario, seed: int, bots: Bots) -> Table:
    """A whole game between bots, kept nowhere."""
    seats = {seat: f"bot:{bot.name}" for seat, bot in bots.items()}
    table = Table.open(scenario, seed, seats)
    for _turn in play_table(table, bots):
        pass
    return table


def _do(table: Table, seat: str, deeds: Sequence[Deed], heard: Heard | None) -> None:
    for deed in deeds:
        reply = table.submit(seat, deed.do)
        if reply.refused is not None:
            if isinstance(deed.do, Plan):
                _one_by_one(table, seat, deed, deed.do, heard)
            continue
        if heard is not None:
            heard(seat, deed)
        if isinstance(deed.do, Draft):
            # A bot stands by what it drafts.
            for fact in reply.facts:
                if isinstance(fact, Drafted):
                    table.submit(seat, Sign(fact.draft, fact.revision))


def _one_by_one(table: Table, seat: str, deed: Deed, plan: Plan, heard: Heard | None) -> None:
    """A plan that another seat's proposal has crossed: what still can be given, and the lock."""
    given = tuple(order for order in plan.orders if table.submit(seat, order).refused is None)
    table.submit(seat, Lock())
    if heard is not None:
        choices = deed.choices
        if choices is not None:
            choices = tuple(choice for choice in choices if choice.what in given)
        heard(seat, replace(deed, do=Plan(given, lock=True), choices=choices))
