"""A checked scenario: what the rules read. Prose stays in the document (:mod:`.document`)."""

from __future__ import annotations

import ast
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from game.scenario.document import Document
    from game.scenario.terms import Terms

Scope = Literal["world", "actor", "pair", "constituency"]
SeenBy = Literal["everyone", "owner", "pair", "control"]
Trigger = Literal[
    "turn", "act", "move", "conclude", "expire", "breach", "denounce", "leak", "adopt", "reject"
]


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """A parsed expression, and where it was written, so that a problem can point there."""

    text: str
    tree: ast.expr
    line: int = 0
    column: int = 0
    home: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """A family of cells (language.md, section 1)."""

    id: str
    name: str
    scope: Scope
    symmetric: bool
    start: int
    low: int
    high: int
    pace: int | None
    income: int
    seen_by: SeenBy
    bands: dict[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One quantity. ``owners`` are the actors that an ``owner`` or ``pair`` cell belongs to."""

    name: str
    index: int
    track: str  # the track's id, or "" for an issue
    issue: str  # the issue's id, or ""
    owners: tuple[str, ...]
    low: int
    high: int
    start: int
    pace: int | None
    seen_by: SeenBy


@dataclass(frozen=True, slots=True, eq=False)
class Header:
    """The names of the row's cells. ``index`` also knows a symmetric pair's other spelling."""

    cells: tuple[Cell, ...]
    index: dict[str, int]
    names: tuple[str, ...]

    def visible(self, seat: str) -> frozenset[int]:
        """Indexes of the cells that ``seat`` may see ("" is the public, "control" sees all)."""
        return frozenset(
            c.index
            for c in self.cells
            if seat == "control"
            or c.seen_by == "everyone"
            or (c.seen_by in ("owner", "pair") and seat in c.owners)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Objective:
    """Points for a condition that holds at the end of the game."""

    says: str
    when: Expression
    worth: int


@dataclass(frozen=True, slots=True, eq=False)
class Wants:
    """Points by cell: a table by option for an issue, points a unit for a track's cell."""

    tables: dict[int, tuple[int, ...]] = field(default_factory=dict)
    units: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A private role sheet: what only its seat knows it wants."""

    instructions: str
    wants: Wants
    accrues: Wants
    objectives: tuple[Objective, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Mandate:
    """A government's aims. In ``Actor.mandates`` a field that is None was not named."""

    says: str
    wants: Wants | None
    accrues: Wants | None
    objectives: tuple[Objective, ...] | None
    ratify: int | None
    private: tuple[Sheet, ...] | None
    brief: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Constituency:
    """A domestic constituency; its id is bare, its cells are ``track.actor.constituency``."""

    id: str
    actor: str
    name: str
    weight: int
    wants: Wants


@dataclass(frozen=True, slots=True, eq=False)
class Actor:
    """A player or chorus actor. ``base`` is its first government, whole but for ``ratify``."""

    id: str
    name: str
    player: bool
    base: Mandate
    mandates: dict[str, Mandate]
    constituencies: tuple[Constituency, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Consent:
    """Who must consent to a step: ``need`` of ``of``, or a forum; and what each pays."""

    of: tuple[str, ...]
    need: int
    forum: str
    cost: Expression | int


@dataclass(frozen=True, slots=True, eq=False)
class Issue:
    """A matter on the table; its cell holds the number of its present option.

    ``up`` and ``down`` are the same value (``change``) for an issue that is no ladder.
    """

    id: str
    name: str
    kind: str
    options: tuple[str, ...]
    start: int
    ladder: bool
    up: Consent
    down: Consent
    cell: int

    def consent(self, old: int, new: int) -> Consent:
        """What the step from one option to another asks for."""
        return self.up if new > old else self.down


@dataclass(frozen=True, slots=True, eq=False)
class Effect:
    """One block of effects, names not yet bound (language.md, section 4)."""

    for_: tuple[Expression, ...]
    if_: Expression | None
    changes: tuple[tuple[Expression, Expression | int], ...]  # (cell, amount)
    effects: tuple[Effect, ...]
    step: tuple[tuple[str, str], ...]
    news: str
    inject: str
    mandate: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Instrument:
    """What an actor can do."""

    id: str
    name: str
    says: str
    who: tuple[str, ...]
    target: Literal["", "actor", "issue", "constituency"]
    forum: str
    if_: Expression | None
    cost: Expression | int
    seen_by: Literal["everyone", "parties", "actor"]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What follows from what."""

    id: str
    concept: str
    cite: str
    says: str
    on: Trigger
    do: str
    issue: str
    body: Effect  # the rule's own for:, if: and effects:


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One answer to an event."""

    id: str
    says: str
    cost: Expression | int
    default: bool
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """What happens; ``to`` empty means everyone; ``asks`` is the actor that must choose."""

    id: str
    title: str
    says: str
    when: Expression | None
    chance: float | None
    turn: int | None
    to: tuple[str, ...]
    repeat: bool
    effects: tuple[Effect, ...]
    asks: str
    choices: dict[str, Choice]

    @property
    def default(self) -> str:
        """The id of the answer that is taken when nobody answers."""
        return next((c.id for c in self.choices.values() if c.default), next(iter(self.choices)))


@dataclass(frozen=True, slots=True, eq=False)
class Forum:
    """A body that votes: ``weights`` by member, ``quota`` of yes weight, who may veto."""

    id: str
    name: str
    members: tuple[str, ...]
    method: Literal["at_least", "majority", "consensus", "quota"]
    need: int
    weights: dict[str, int]
    veto: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """A condition that ends the game early."""

    id: str
    when: Expression
    says: str
    worth: int


@dataclass(frozen=True, slots=True, eq=False)
class Settle:
    """A scoreable exercise: who must accept a package, and what no deal is worth to each player."""

    all_of: tuple[str, ...]
    at_least: int
    walk_away: dict[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """A scenario that passed every check. Compare and cache by ``digest``."""

    id: str
    title: str
    text: str
    digest: str
    source: str
    turns: tuple[int, int]
    orders: int
    header: Header
    start: array[int]
    tracks: dict[str, Track]
    actors: dict[str, Actor]
    players: tuple[str, ...]
    chorus: tuple[str, ...]
    issues: dict[str, Issue]
    instruments: dict[str, Instrument]
    rules: dict[str, Rule]
    events: dict[str, Event]
    forums: dict[str, Forum]
    agreements: dict[str, Terms]
    ends: dict[str, End]
    settle: Settle | None
    argue_cells: frozenset[int]
    argue_limit: int
    perceptions: bool
    document: Document
    leaks: float = 0
    """With what probability a secret agreement in force comes out, each turn."""
    included: dict[str, str] = field(default_factory=dict)
    """The texts of the libraries that `include:` names, so that a record can hold the whole."""
    cache: dict[str, Any] = field(default_factory=dict)
    """What later rooms compute once for a scenario (grounded rules, attainable ranges)."""

    def date(self, turn: int) -> str:
        """The calendar's month at the start of ``turn``, ``YYYY-MM``; "" without a calendar."""
        calendar = self.document.calendar
        if calendar is None:
            return ""
        year, month = (int(part) for part in calendar.start.split("-"))
        months = year * 12 + month - 1 + (turn - 1) * calendar.months
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
