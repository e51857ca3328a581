"""The state of a table: a value. Nothing in it is ever changed in place, dicts included."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from game.rules.opening import opening
from game.scenario.model import Scenario
from game.scenario.orders import Argue, Order
from game.scenario.terms import Terms
from game.table.facts import Fact, Phase
from game.world.facts import Fact as WorldFact
from game.world.world import Row, World

EVEN = 50
WORDS_OF_ODDS = (5, 25, EVEN, 75, 95)
"""The words of estimative probability, in per cent: remote to near certain."""


class Setup(Struct, frozen=True, omit_defaults=True):
    """How a table is set: who plays each seat (`person`, `bot:<name>`, `empty`), and by what mode.

    `brisk`: no briefing and no reveal to wait through, for tables without a projector.
    `facilitator`: somebody rules on arguments; without, the seats' median rules. `minutes`: which
    of the scenario's timings the clock keeps, 0 for no clock.
    """

    seats: tuple[tuple[str, str], ...] = ()
    brisk: bool = False
    facilitator: bool = False
    minutes: int = 0


class Chair(Struct, frozen=True, omit_defaults=True):
    """A seat at the table: who plays it (`person`, `bot`, `empty`), under what name (a key)."""

    kind: Literal["person", "bot", "empty"] = "person"
    bot: str = ""
    name: str = ""
    locked: bool = False


class DraftText(Struct, frozen=True, omit_defaults=True):
    """A draft on the table; `signatures` are those of this `revision`.

    `touched` is the turn in which it was last written or signed: one that nobody touches for a
    whole turn leaves the table, unless every party has signed it.
    """

    id: str
    by: str
    terms: Terms
    touched: int
    revision: int = 1
    signatures: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Has every party signed?"""
        return len(self.signatures) == len(self.terms.parties)


class Message(Struct, frozen=True, omit_defaults=True):
    """A message; `text` is a key. `to` as in the command."""

    turn: int
    seat: str
    text: str
    to: tuple[str, ...] = ()


class Proposal(Struct, frozen=True):
    """What is before a forum this turn; `proposers` in the order in which they joined."""

    text: str
    order: Order
    proposers: tuple[str, ...]


class Package(Struct, frozen=True, omit_defaults=True):
    """One option for every issue, and who accepts and refuses it."""

    id: str
    by: str
    options: tuple[tuple[str, str], ...]
    accepts: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()


class ReasonGiven(Struct, frozen=True, omit_defaults=True):
    """A reason (a key) that `by` added to another seat's argument."""

    by: str
    text: str
    against: bool = False


class Hearing(Struct, frozen=True, omit_defaults=True):
    """An argument before its ruling; `odds` says who holds what, in per cent."""

    seat: str
    number: int
    order: Argue
    reasons: tuple[ReasonGiven, ...] = ()
    odds: tuple[tuple[str, int], ...] = ()


class ResolvedTurn(Struct, frozen=True):
    """A turn that is over: the row it began with, what became so, what was perceived and tabled."""

    turn: int
    row: Row[int]
    facts: tuple[WorldFact, ...]
    perceptions: dict[str, tuple[tuple[str, int], ...]]
    packages: tuple[Package, ...] = ()


class TurnStart(Struct, frozen=True):
    """What undoing a turn brings back."""

    world: World
    drafts: dict[str, DraftText]


class Power(Struct, frozen=True):
    """A facilitator's power was used in a phase of a turn; told to everyone in the debrief."""

    turn: int
    fact: Fact
    phase: Phase = "negotiation"


class State(Struct, frozen=True):
    """A table between two commands.

    `stopped` is the table as it stood where the session was ended before the scenario, without its
    texts: what undoing that brings back.
    `secrets` has the parties of every secret draft there ever was, by id, `named` the name of every
    draft (a text's key, or of a ready agreement) and `issued` how many ids of
    a kind were given out; `start` how this turn began and `past` how each resolved one did; `texts`
    the free texts by key (an erased one is missing), which no fact brings.
    """

    world: World
    phase: Phase
    setup: Setup
    chairs: dict[str, Chair]
    start: TurnStart
    orders: dict[str, tuple[Order, ...]] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    perceptions: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    drafts: dict[str, DraftText] = field(default_factory=dict)
    messages: tuple[Message, ...] = ()
    proposals: dict[str, Proposal] = field(default_factory=dict)
    hearings: tuple[Hearing, ...] = ()
    packages: dict[str, Package] = field(default_factory=dict)
    injects: tuple[str, ...] = ()
    log: tuple[ResolvedTurn, ...] = ()
    powers: tuple[Power, ...] = ()
    secrets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    issued: dict[str, int] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    paused: bool = False
    extra: int = 0
    past: tuple[TurnStart, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    stopped: State | None = None


def chair(by: str) -> Chair:
    """The chair of whoever plays: `person`, `empty` or `bot:<name>`."""
    if by.startswith("bot:"):
        return Chair("bot", by[4:])
    return Chair("empty") if by == "empty" else Chair()


def begin(scenario: Scenario, seed: int, setup: Setup | None = None) -> State:
    """A new table; seats that the setup does not name are played by persons."""
    setup = setup or Setup()
    return seated(scenario, opening(scenario, seed), setup)


def seated(scenario: Scenario, world: World, setup: Setup) -> State:
    """A table at the start of a turn, around a world."""
    by = dict(setup.seats)
    return State(
        world=world,
        phase="negotiation" if setup.brisk else "briefing",
        setup=setup,
        chairs={seat: chair(by.get(seat, "person")) for seat in scenario.players},
        start=TurnStart(world, {}),
        secrets={a.id: a.terms.parties for a in world.agreements if a.terms.secret},
    )


def remember(state: State, texts: dict[str, str]) -> State:
    """The state with free texts that its facts refer to by key."""
    return replace(state, texts=state.texts | texts) if texts else state


def forget(state: State, keys: frozenset[str]) -> State:
    """The state without these texts."""
    kept = {key: text for key, text in state.texts.items() if key not in keys}
    return replace(state, texts=kept)
