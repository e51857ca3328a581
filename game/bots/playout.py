"""Random games straight from the rules, without sights: for studies and for timing the core."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import shake_128
from struct import unpack

from game.rules.compiled import ActForm, Compiled, StepForm, compiled
from game.rules.moment import Moment
from game.rules.offers import amount
from game.rules.opening import opening
from game.rules.resolve import advance
from game.rules.turn import Resolution, Turn
from game.scenario.model import Scenario
from game.scenario.orders import Ballot, Denounce, Order, Vote
from game.world.world import World

BALLOTS: tuple[Ballot, ...] = ("yes", "no", "abstain")
TRIES = 4  # draws of an order for each that a seat may give; a miss is a pass
KEPT = 4096  # positions of the issues whose next steps are remembered

Draw = Callable[[], int]
"""The next number in [0, 65536)."""


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
    scenario = grounded.scenario
    moment = Moment(scenario, world)
    room = _room(grounded)
    draw = room.draws(world.seed, world.turn)
    answers, spent = {}, {}
    for event in world.pending:
        asking = scenario.events[event]
        choices = tuple(asking.choices)
        option = answers[event] = choices[draw() * len(choices) >> 16]
        cost = amount(grounded.answer_cost(event, option), world.row, moment)
        spent[asking.asks] = spent.get(asking.asks, 0) + cost
    steps = room.next_steps(world)
    proposed: dict[str, tuple[Order, list[str]]] = {}
    orders: dict[str, list[Order]] = {}
    for seat, purse in room.seats:
        free = world.row[purse] - spent.get(seat, 0) if purse is not None else 0
        hand = _Hand(room.tries, scenario.orders, free, draw, proposed)
        orders[seat] = hand.play(seat, grounded.acts[seat], steps[seat], world, moment)
    for text, (_order, proposers) in proposed.items():
        for member in room.voters[text]:
            if member not in proposers:
                orders[member].append(Vote(text, BALLOTS[draw() * 3 >> 16]))
    for agreement in world.agreements:
        if draw() < 65536 // 16:
            parties = agreement.terms.parties
            orders[parties[draw() * len(parties) >> 16]].append(Denounce(agreement.id))
    standing = {agreement.id for agreement in world.agreements}
    signed = tuple(
        [(i, t) for i, t, odds in room.drafts if i not in standing and draw() < odds]
    )
    return Turn({seat: tuple(given) for seat, given in orders.items()}, signed, answers)


class _Room:
    """What random players of a scenario ask for every turn, worked out once."""

    def __init__(self, grounded: Compiled) -> None:
        scenario = grounded.scenario
        self.grounded = grounded
        self.tries = range(scenario.orders * TRIES)
        self.seats = tuple((seat, grounded.capital.get(seat)) for seat in scenario.players)
        self.voters = {
            text: tuple(m for m in scenario.forums[forum].members if m in scenario.players)
            for text, forum in grounded.texts.items()
        }
        # Whoever may sign does so as if each party threw a coin.
        self.drafts = tuple(
            (name, terms, 65536 >> len(terms.parties)) for name, terms in scenario.agreements.items()
        )
        most = len(self.seats) * (len(self.tries) + len(self.voters)) + len(scenario.events)
        self.numbers = most + 3 * len(self.drafts)
        self._steps: dict[bytes, dict[str, tuple[StepForm, ...]]] = {}

    def draws(self, seed: int, turn: int) -> Draw:
        """Enough numbers for any turn, drawn by name at once."""
        digest = shake_128(f"{seed}|{turn}|playout".encode()).digest(2 * self.numbers)
        return iter(unpack(f"<{self.numbers}H", digest)).__next__

    def next_steps(self, world: World) -> dict[str, tuple[StepForm, ...]]:
        """Every seat's next steps where the issues stand now."""
        row, issues = world.row, self.grounded.scenario.issues
        key = row[: len(issues)].tobytes()  # the cells of issues come first in every row
        found = self._steps.get(key)
        if found is None:
            if len(self._steps) > KEPT:
                self._steps.clear()
            found = self._steps[key] = {
                seat: tuple(
                    form for name, rows in steps.items() for form in rows[row[issues[name].cell]]
                )
                for seat, steps in self.grounded.steps.items()
            }
        return found


def _room(grounded: Compiled) -> _Room:
    found: _Room | None = grounded.scenario.cache.get("playout")
    if found is None:
        found = grounded.scenario.cache["playout"] = _Room(grounded)
    return found


class _Hand:
    """One seat's orders as they are drawn."""

    __slots__ = ("draw", "free", "most", "proposed", "tries")

    def __init__(
        self,
        tries: range,
        most: int,
        free: int,
        draw: Draw,
        proposed: dict[str, tuple[Order, list[str]]],
    ) -> None:
        self.tries = tries
        self.most = most
        self.free = free
        self.draw = draw
        self.proposed = proposed

    def play(
        self,
        seat: str,
        acts: tuple[ActForm, ...],
        steps: tuple[StepForm, ...],
        world: World,
        moment: Moment,
    ) -> list[Order]:
        """Draw until the seat has given all it may, or the tries are over."""
        row, draw, many, several = world.row, self.draw, len(acts), len(steps)
        taken: list[object] = []  # acts, and the issues and texts that are spoken for
        given: list[Order] = []
        for _try in self.tries:
            number = draw()
            # As often a step as an act, however many targets there are.
            if several and number & 1:
                step = steps[(number >> 1) * several >> 15]
                key: object = step.issue
                order: Order = step.order
                text, cost = step.text, step.cost
            elif many:
                act = acts[(number >> 1) * many >> 15]
                key = act.text or act
                order, text, cost = act.order, act.text, act.cost
                if act.allowed is not None and not act.allowed(row, moment):
                    continue
            else:
                continue
            if key in taken:
                continue
            before = self.proposed.get(text) if text else None
            if before is not None:
                if before[0] != order:
                    continue
                before[1].append(seat)
            else:
                price = cost if isinstance(cost, int) else amount(cost, row, moment)
                if price > self.free:
                    continue
                self.free -= price
                if text:
                    self.proposed[text] = (order, [seat])
            taken.append(key)
            given.append(order)
            if len(given) == self.most:
                break
        return given
