"""Random games straight from the rules, without sights: for studies and for timing the core."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import shake_128
from struct import unpack

from game.rules.compiled import Compiled, compiled
from game.rules.moment import Moment
from game.rules.offers import amount
from game.rules.opening import opening
from game.rules.resolve import advance
from game.rules.turn import Resolution, Turn
from game.scenario.binding import Fn
from game.scenario.model import Scenario
from game.scenario.orders import Ballot, Denounce, Order, Vote
from game.world.world import World

BALLOTS: tuple[Ballot, ...] = ("yes", "no", "abstain")
TRIES = 3  # draws of an order for each that a seat may give; a miss is a pass
LEAVES = 65536 // 16  # one agreement in sixteen is left by somebody
KEPT = 4096  # positions of the issues whose next steps are remembered

Draw = Callable[[], int]
"""The next number in [0, 65536)."""

Pick = tuple[object, Order, str, "int | Fn", "Fn | None"]
"""What is spoken for with an order, the order, its text in a forum, its cost, and its condition."""


def playout(scenario: Scenario, seed: int) -> World:
    """Play a whole game with random legal orders, drafts, votes and answers; the last world."""
    world = opening(scenario, seed)
    for after in turns(scenario, world):
        world = after.world
    return world


def turns(scenario: Scenario, world: World) -> Iterator[Resolution]:
    """The turns of a random game from a position, to its end."""
    grounded = compiled(scenario)
    while not world.end:
        after = advance(scenario, world, random_turn(grounded, world))
        yield after
        world = after.world


def random_turn(grounded: Compiled, world: World) -> Turn:
    """What a table of random players brings to a turn; every order is legal."""
    room = _room(grounded)
    table = _Table(grounded, world, room.draws(world.seed, world.turn))
    draw, proposed = table.draw, table.proposed
    hands = room.hands(world)
    orders = {seat: _play(seat, hands[seat], room, table) for seat in hands}
    for text, (_order, proposers) in proposed.items():
        for member in room.voters[text]:
            if member not in proposers:
                orders[member].append(Vote(text, BALLOTS[draw() * 3 >> 16]))
    for agreement in world.agreements:
        if draw() < LEAVES:
            parties = agreement.terms.parties
            orders[parties[draw() * len(parties) >> 16]].append(Denounce(agreement.id))
    standing = {agreement.id for agreement in world.agreements}
    signed = [(i, t) for i, t, odds in room.drafts if draw() < odds and i not in standing]
    told = {seat: tuple(given) for seat, given in orders.items()}
    return Turn(told, tuple(signed), table.answers)


class _Table:
    """One turn as its random players find it: answers first, then what each has left to spend."""

    __slots__ = ("answers", "draw", "free", "moment", "proposed", "world")

    def __init__(self, grounded: Compiled, world: World, draw: Draw) -> None:
        self.world = world
        self.draw = draw
        self.moment = Moment(grounded.scenario, world)
        self.proposed: dict[str, tuple[Order, list[str]]] = {}
        row = world.row
        self.free = {seat: row[cell] for seat, cell in grounded.capital.items()}
        self.answers: dict[str, str] = {}
        for event in world.pending:
            asking = grounded.scenario.events[event]
            free = self.free.get(asking.asks, 0)
            priced = [
                (option, amount(grounded.answer_cost(event, option), row, self.moment))
                for option in asking.choices
            ]
            within = [(option, cost) for option, cost in priced if cost <= free]
            if within:  # else its default is taken
                self.answers[event], cost = within[draw() * len(within) >> 16]
                self.free[asking.asks] = free - cost


class _Room:
    """What random players of a scenario ask for every turn, worked out once."""

    def __init__(self, grounded: Compiled) -> None:
        scenario = grounded.scenario
        self.grounded = grounded
        self.most = scenario.orders
        self.tries = range(self.most * TRIES)
        self.acts = {
            seat: tuple((f.text or f, f.order, f.text, f.cost, f.allowed) for f in forms)
            for seat, forms in grounded.acts.items()
        }
        self.voters = {
            text: tuple(m for m in scenario.forums[forum].members if m in scenario.players)
            for text, forum in grounded.texts.items()
        }
        # Whoever may sign does so as if each party threw a coin.
        self.drafts = tuple(
            (id, terms, 65536 >> len(terms.parties)) for id, terms in scenario.agreements.items()
        )
        most = len(scenario.players) * (len(self.tries) + len(self.voters)) + len(scenario.events)
        self.numbers = most + 3 * len(self.drafts)
        self._hands: dict[bytes, dict[str, tuple[tuple[Pick, ...], tuple[Pick, ...]]]] = {}

    def draws(self, seed: int, turn: int) -> Draw:
        """Enough numbers for any turn, drawn by name at once."""
        digest = shake_128(f"{seed}|{turn}|playout".encode()).digest(2 * self.numbers)
        return iter(unpack(f"<{self.numbers}H", digest)).__next__

    def hands(self, world: World) -> dict[str, tuple[tuple[Pick, ...], tuple[Pick, ...]]]:
        """Every seat's acts, and its next steps where the issues stand now."""
        row, issues = world.row, self.grounded.scenario.issues
        key = row[: len(issues)].tobytes()  # the cells of issues come first in every row
        found = self._hands.get(key)
        if found is None:
            if len(self._hands) > KEPT:
                self._hands.clear()
            found = self._hands[key] = {}
            for seat, steps in self.grounded.steps.items():
                forms = [f for name, rows in steps.items() for f in rows[row[issues[name].cell]]]
                picks = tuple((f.issue, f.order, f.text, f.cost, None) for f in forms)
                acts = self.acts[seat]
                found[seat] = (acts or picks, picks or acts)
        return found


def _room(grounded: Compiled) -> _Room:
    found: _Room | None = grounded.scenario.cache.get("playout")
    if found is None:
        found = grounded.scenario.cache["playout"] = _Room(grounded)
    return found


def _play(
    seat: str, sides: tuple[tuple[Pick, ...], tuple[Pick, ...]], room: _Room, table: _Table
) -> list[Order]:
    """Draw until the seat has given all it may, or the tries are over."""
    draw, world, moment, proposed = table.draw, table.world, table.moment, table.proposed
    free, most = table.free.get(seat, 0), room.most
    taken: list[object] = []  # acts, and the issues and texts that are spoken for
    given: list[Order] = []
    for _try in room.tries:
        number = draw()
        # As often a step as an act, however many targets there are.
        picks = sides[number & 1]
        if not picks:
            continue
        key, order, text, cost, allowed = picks[(number >> 1) * len(picks) >> 15]
        if key in taken or (allowed is not None and not allowed(world.row, moment)):
            continue
        if text and text in proposed:
            first, others = proposed[text]
            if first != order:
                continue
            others.append(seat)
        else:
            price = cost if isinstance(cost, int) else amount(cost, world.row, moment)
            if price > free:
                continue
            free -= price
            if text:
                proposed[text] = (order, [seat])
        taken.append(key)
        given.append(order)
        if len(given) == most:
            break
    return given
