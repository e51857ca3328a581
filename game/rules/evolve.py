"""A world is what its facts made it: no rule is asked again (rules.md, The record)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from game.scenario.model import Scenario
from game.world.facts import (
    Accrued,
    Acted,
    Changed,
    Concluded,
    Ended,
    Fact,
    Fulfilled,
    Happened,
    Injected,
    Leaked,
    Mandated,
    Moved,
    Ratified,
    TurnEnded,
)
from game.world.world import Agreement, World


def evolve(scenario: Scenario, world: World, facts: Iterable[Fact]) -> World:
    """The world after the facts of one whole turn."""
    tale = _Tale(scenario, world)
    for fact in facts:
        tale.take(fact)
    return tale.world()


class _Tale:
    def __init__(self, scenario: Scenario, world: World) -> None:
        self.scenario = scenario
        self.before = world
        self.row = world.row[:]
        self.agreements = {a.id: a for a in world.agreements}
        self.concluded: dict[str, Agreement] = {}
        self.happened = dict(world.happened)
        self.pending: list[str] = []
        self.queue: list[str] = []
        self.done: set[tuple[str, ...]] = set()
        self.mandates = list(world.mandates)
        self.draws = list(world.draws)
        self.accrued = list(world.accrued)
        self.refusing = {draft: set(seats) for draft, seats in world.asked}
        self.end = ""
        self.turn = world.turn

    def take(self, fact: Fact) -> None:
        work = getattr(self, f"_{type(fact).__name__.lower()}", None)
        if work is not None:
            work(fact)

    def _changed(self, fact: Changed) -> None:
        self.row[self.scenario.header.index[fact.cell]] = fact.new

    def _moved(self, fact: Moved) -> None:
        self.row[self.scenario.issues[fact.issue].cell] = fact.new

    def _acted(self, fact: Acted) -> None:
        self.done.add((fact.seat, fact.instrument))
        self.done.add((fact.seat, fact.instrument, fact.target))

    def _ratified(self, fact: Ratified) -> None:
        seats = self.refusing.setdefault(fact.draft, set())
        (seats.discard if fact.carried else seats.add)(fact.seat)

    def _concluded(self, fact: Concluded) -> None:
        self.concluded[fact.agreement] = Agreement(fact.agreement, fact.terms, self.before.turn)
        self.refusing.pop(fact.agreement, None)

    def _fulfilled(self, fact: Fulfilled) -> None:
        found = self.agreements[fact.agreement]
        done = tuple(sorted({*found.done, fact.clause}))
        self.agreements[fact.agreement] = replace(found, done=done)

    def _ended(self, fact: Ended) -> None:
        self.agreements.pop(fact.agreement, None)

    def _leaked(self, fact: Leaked) -> None:
        found = self.agreements[fact.agreement]
        self.agreements[fact.agreement] = replace(found, terms=fact.terms)

    def _happened(self, fact: Happened) -> None:
        self.happened.setdefault(fact.event, self.before.turn)
        if fact.asks:
            self.pending.append(fact.event)

    def _injected(self, fact: Injected) -> None:
        self.queue.append(fact.event)

    def _mandated(self, fact: Mandated) -> None:
        number = list(self.scenario.actors).index(fact.actor)
        self.mandates[number] = (*self.mandates[number], fact.mandate)
        if fact.actor in self.scenario.players:
            self.draws[self.scenario.players.index(fact.actor)] = fact.draw

    def _accrued(self, fact: Accrued) -> None:
        seat = self.scenario.players.index(fact.seat)
        public, private = self.accrued[seat]
        self.accrued[seat] = (public + fact.public, private + fact.private)

    def _turnended(self, fact: TurnEnded) -> None:
        self.end = fact.end
        self.turn = fact.turn + 1

    def world(self) -> World:
        world = self.before
        return World(
            seed=world.seed,
            turn=self.turn,
            last=world.last,
            row=self.row,
            agreements=(*self.agreements.values(), *self.concluded.values()),
            happened=tuple(self.happened.items()),
            pending=() if self.end else tuple(self.pending),
            queue=tuple(sorted(self.queue)),
            done=world.done | self.done,
            mandates=tuple(self.mandates),
            draws=tuple(self.draws),
            accrued=tuple(self.accrued),
            asked=tuple((d, tuple(sorted(s))) for d, s in sorted(self.refusing.items()) if s),
            end=self.end,
        )
