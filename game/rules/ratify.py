"""Ratification: would the constituencies carry it? (rules.md, Ratification; Putnam 1988)"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from game.rules.clauses import issue_shifts
from game.rules.moment import Moment, profile
from game.rules.profiles import Shift, constituency_profiles, difference
from game.scenario.model import Scenario
from game.scenario.terms import Terms
from game.world.world import World

BEARABLE_LOSS = 2  # rules.md: accepted at a loss of at most 2 where support is 7 or more
LOYAL = 7


class Ratification(Struct, frozen=True):
    """What one party's constituencies say: ``needed`` and ``yes`` in per cent and in weight."""

    carried: bool
    needed: int
    yes: int
    weight: int
    accepting: tuple[str, ...]
    gains: dict[str, int]


def ask(scenario: Scenario, seat: str, needed: int, shifts: list[Shift], row: Any) -> Ratification:
    """Ask a seat's constituencies about a change of issues."""
    homes = constituency_profiles(scenario)
    accepting: list[str] = []
    gains: dict[str, int] = {}
    yes = weight = 0
    for constituency in scenario.actors[seat].constituencies:
        name = f"{seat}.{constituency.id}"
        gain = difference(homes[name].public, shifts)
        support = scenario.header.index.get(f"support.{name}")
        loyal = support is not None and row[support] >= LOYAL
        gains[constituency.id] = gain
        weight += constituency.weight
        if gain >= 0 or (gain >= -BEARABLE_LOSS and loyal):
            accepting.append(constituency.id)
            yes += constituency.weight
    return Ratification(yes * 100 >= needed * weight, needed, yes, weight, tuple(accepting), gains)


def ratification(scenario: Scenario, world: World, seat: str, terms: Terms) -> Ratification | None:
    """What a seat's constituencies would say of a treaty; None where it asks nobody."""
    needed = profile(scenario, world, seat).ratify
    if needed is None:
        return None
    return ask(scenario, seat, needed, issue_shifts(scenario, terms, world.row), world.row)


def win_set(scenario: Scenario, world: World, seat: str) -> dict[str, tuple[bool, ...]]:
    """Which options of each issue a seat's constituencies would carry now (Putnam's win-set)."""
    needed = profile(scenario, world, seat).ratify
    if needed is None:
        return {}
    row = world.row
    return {
        issue.id: tuple(
            ask(scenario, seat, needed, [(issue.cell, n, row[issue.cell])], row).carried
            for n in range(len(issue.options))
        )
        for issue in scenario.issues.values()
    }


def refusing(scenario: Scenario, moment: Moment, terms: Terms, row: Any) -> dict[str, Ratification]:
    """What each party of a treaty that must ratify says of it now."""
    if not terms.treaty:
        return {}
    shifts = issue_shifts(scenario, terms, row)
    return {
        party: ask(scenario, party, needed, shifts, row)
        for party in terms.parties
        if (needed := moment.profiles[party].ratify) is not None
    }
