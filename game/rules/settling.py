"""Scoreable exercises: a package that everybody needed accepts settles the game (rules.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.rules.evolve import evolve
from game.rules.moment import Moment
from game.rules.profiles import difference
from game.rules.turn import Resolution
from game.scenario.model import Scenario
from game.world.facts import Fact, Moved, TurnEnded
from game.world.world import World


def settled(scenario: Scenario, accepting: Iterable[str]) -> bool:
    """Whether those who accept a package satisfy the accept rule."""
    rule = scenario.settle
    if rule is None:
        return False
    who = set(accepting)
    return set(rule.all_of) <= who and len(who) >= rule.at_least


def dealt(scenario: Scenario, world: World) -> bool:
    """Whether the issues count as they stand: everywhere but in an exercise without a settlement.

    In an exercise every player has its ``walk_away`` until a package settles it; an end that the
    file names counts as the file says.
    """
    return scenario.settle is None or world.end == "settled" or world.end in scenario.ends


def settle(scenario: Scenario, world: World, package: Mapping[str, str]) -> Resolution:
    """The issues take the package's options, and the game ends."""
    facts: list[Fact] = []
    for name, option in package.items():
        issue = scenario.issues[name]
        old, new = world.row[issue.cell], issue.options.index(option)
        if old != new:
            facts.append(Moved(name, old, new))
    facts.append(TurnEnded(world.turn, "settled"))
    return Resolution(evolve(scenario, world, facts), tuple(facts))


def package_worth(scenario: Scenario, world: World, seat: str, package: Mapping[str, str]) -> int:
    """What a package is worth to a player: its wants over the issues' options."""
    profile = Moment(scenario, world).profiles[seat]
    shifts = [
        (scenario.issues[name].cell, scenario.issues[name].options.index(option), 0)
        for name, option in package.items()
    ]
    base = sum(
        wants.tables[cell][0]
        for wants in (profile.public, profile.private)
        for cell, _new, _old in shifts
        if cell in wants.tables
    )
    return base + difference(profile.public, shifts) + difference(profile.private, shifts)
