"""What an actor wants now: its government's aims and its role sheet (language.md, section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from game.scenario.binding import Binder, Fn, Test
from game.scenario.model import Actor, Mandate, Objective, Scenario, Sheet, Wants

Shift = tuple[int, int, int]
"""A cell, its value with the change at hand, and its value without."""


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """An objective, bound."""

    says: str
    worth: int
    holds: Fn
    reads: frozenset[int]
    asks: frozenset[str]  # what it reads of the moment
    tests: frozenset[Test]


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """Everything an actor wants at one time. Constituencies have one too, with wants alone."""

    actor: str
    public: Wants
    private: Wants
    goals: tuple[Goal, ...]
    private_goals: tuple[Goal, ...]
    accrues: Wants
    private_accrues: Wants
    ratify: int | None
    instructions: str
    brief: str
    player: bool = False
    accruing: bool = False  # whether time alone gives it points

    def gain(self, shifts: Sequence[Shift], row: Any, moment: Any, *, private: bool = False) -> int:
        """What the change at hand is worth (rules.md: with it, less without it)."""
        total = difference(self.public, shifts)
        goals = self.goals
        if private:
            total += difference(self.private, shifts)
            goals += self.private_goals
        for goal in goals:
            reads = goal.reads
            for cell, _after, _before in shifts:
                if cell in reads:
                    return total + _goal_gain(goals, shifts, row, moment)
        return total


def _goal_gain(goals: Sequence[Goal], shifts: Sequence[Shift], row: Any, moment: Any) -> int:
    """What objectives gain that any of the shifts concerns."""
    touched = {cell for cell, _, _ in shifts}
    after, before = row[:], row[:]
    for cell, value, was in shifts:
        after[cell], before[cell] = value, was
    return sum(
        goal.worth * (bool(goal.holds(after, moment)) - bool(goal.holds(before, moment)))
        for goal in goals
        if goal.reads & touched
    )


def value(wants: Wants, row: Any) -> int:
    """Points of a row under one list of wants.

    >>> value(Wants(tables={0: (0, 2, 5)}, units={1: -1}), [2, 3])
    2
    """
    total = 0
    for cell, table in wants.tables.items():
        total += table[row[cell]]
    for cell, points in wants.units.items():
        total += points * row[cell]
    return total


def difference(wants: Wants, shifts: Iterable[Shift]) -> int:
    """Points gained by cells that shift."""
    total = 0
    tables, units = wants.tables, wants.units
    for cell, after, before in shifts:
        if cell in units:
            total += units[cell] * (after - before)
        elif cell in tables:
            table = tables[cell]
            total += table[after] - table[before]
    return total


def profile_of(scenario: Scenario, actor: str, chain: tuple[str, ...], draw: int) -> Profile:
    """The profile of an actor under its mandates so far, with the role sheet of number ``draw``.

    ``draw`` -1 stands for no sheet: what everybody knows.
    """
    key = (actor, chain, draw)
    cache = scenario.cache.setdefault("profiles", {})
    found: Profile | None = cache.get(key)
    if found is None:
        found = cache[key] = _profile(scenario, scenario.actors[actor], chain, draw)
    return found


def government(actor: Actor, chain: tuple[str, ...]) -> Mandate:
    """The aims in force: the first government's, each later mandate replacing what it names."""
    base = actor.base
    wants, accrues, objectives = base.wants, base.accrues, base.objectives
    ratify, private, brief, says = base.ratify, base.private, base.brief, base.says
    for name in chain:
        later = actor.mandates[name]
        wants = wants if later.wants is None else later.wants
        accrues = accrues if later.accrues is None else later.accrues
        objectives = objectives if later.objectives is None else later.objectives
        ratify = ratify if later.ratify is None else later.ratify
        private = private if later.private is None else later.private
        brief = brief if later.brief is None else later.brief
        says = later.says
    return Mandate(says, wants, accrues, objectives, ratify, private, brief)


def constituency_profiles(scenario: Scenario) -> dict[str, Profile]:
    """The profile of each constituency, by ``actor.constituency``."""
    found: dict[str, Profile] | None = scenario.cache.get("constituencies")
    if found is None:
        none = Wants()
        found = scenario.cache["constituencies"] = {
            f"{actor.id}.{c.id}": Profile(actor.id, c.wants, none, (), (), none, none, None, "", "")
            for actor in scenario.actors.values()
            for c in actor.constituencies
        }
    return found


def _profile(scenario: Scenario, actor: Actor, chain: tuple[str, ...], draw: int) -> Profile:
    aims = government(actor, chain)
    sheets = aims.private or ()
    none = Wants()
    sheet = sheets[draw] if 0 <= draw < len(sheets) else Sheet("", none, none, ())
    return Profile(
        actor.id,
        aims.wants or none,
        sheet.wants,
        tuple(_goal(scenario, o) for o in aims.objectives or ()),
        tuple(_goal(scenario, o) for o in sheet.objectives),
        aims.accrues or none,
        sheet.accrues,
        aims.ratify,
        sheet.instructions,
        aims.brief or "",
        actor.player,
        any(w.tables or w.units for w in (aims.accrues or none, sheet.accrues)),
    )


def _goal(scenario: Scenario, objective: Objective) -> Goal:
    binder = Binder(scenario, {}, dynamic=False)
    holds = binder.number(objective.when).function()
    reads, asks = frozenset(binder.reads), frozenset(binder.asks)
    return Goal(objective.says, objective.worth, holds, reads, asks, frozenset(binder.tests))
