"""The packages of a scenario, one option for every issue, and what each is worth to each player.

A package is worth what the opening position would be worth with the issues so settled: the wants of
all its cells, public and private, and the objectives that hold, tracks as at the start. What has
accrued and what an end is worth are no part of it (language.md, section 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from game.analysis.vectors import Vector, plus
from game.rules.moment import Moment
from game.rules.profiles import Goal, Profile
from game.scenario.model import Scenario
from game.world.world import World

Package = tuple[int, ...]
"""The number of the chosen option of each issue, in the scenario's order of issues."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Issues that some objective links. ``choices`` are all their settlements, one number an issue;
    ``values`` what each adds to what the players get."""

    issues: tuple[int, ...]
    choices: tuple[Package, ...]
    values: tuple[Vector, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Packages:
    """All packages of a scenario under some profiles: a constant, and what each block adds."""

    players: tuple[str, ...]
    issues: dict[str, tuple[str, ...]]
    blocks: tuple[Block, ...]
    base: Vector

    @property
    def count(self) -> int:
        """How many packages there are: perhaps more than `len` may say."""
        return prod(len(block.choices) for block in self.blocks)

    def __len__(self) -> int:
        """How many packages there are."""
        return self.count

    @property
    def vectors(self) -> list[tuple[Vector, ...]]:
        """What :mod:`.vectors` combines: the constant as a block of one, then the blocks."""
        return [(self.base,), *(block.values for block in self.blocks)]

    def package(self, choice: tuple[int, ...]) -> Package:
        """The package that a choice from :attr:`vectors` stands for."""
        options = [0] * len(self.issues)
        for block, number in zip(self.blocks, choice[1:], strict=True):
            for issue, option in zip(block.issues, block.choices[number], strict=True):
                options[issue] = option
        return tuple(options)

    def value(self, package: Package) -> Vector:
        """What a package is worth to each player, in the order of :attr:`players`.

        Raises ValueError for a package that names no option of an issue.
        """
        total = self.base
        for block in self.blocks:
            number = block.choices.index(tuple(package[issue] for issue in block.issues))
            total = plus(total, block.values[number])
        return total

    def named(self, package: Package) -> dict[str, str]:
        """A package in words of the scenario: issue id to option."""
        return {
            issue: options[number]
            for (issue, options), number in zip(self.issues.items(), package, strict=True)
        }

    def __iter__(self) -> Iterator[tuple[Package, Vector]]:
        """Every package with its value."""
        for choice in product(*(range(len(block)) for block in self.vectors)):
            total = self.base
            for block, number in zip(self.blocks, choice[1:], strict=True):
                total = plus(total, block.values[number])
            yield self.package(choice), total


def packages(scenario: Scenario, profiles: Mapping[str, Profile]) -> Packages:
    """The packages of a scenario as these players value them."""
    moment = _start(scenario, profiles)
    cells = {issue.cell: number for number, issue in enumerate(scenario.issues.values())}
    spans = {issue.cell: len(issue.options) for issue in scenario.issues.values()}
    goals = [
        (seat, goal.worth, *_goal_table(goal, scenario.start, moment, spans))
        for seat, player in enumerate(scenario.players)
        for goal in (*profiles[player].goals, *profiles[player].private_goals)
    ]
    zero = [0] * len(scenario.header.cells)
    linked = _linked(spans, (reads for _, _, reads, _ in goals))
    blocks = []
    for members in linked:
        choices = tuple(product(*(range(spans[cell]) for cell in members)))
        mine = [goal for goal in goals if goal[2] and goal[2][0] in members]
        values = []
        for choice in choices:
            for cell, option in zip(members, choice, strict=True):
                zero[cell] = option
            points = [_wanted(profiles[player], zero, members) for player in scenario.players]
            for seat, worth, reads, holds in mine:
                if tuple(zero[cell] for cell in reads) in holds:
                    points[seat] += worth
            values.append(tuple(points))
        blocks.append(Block(tuple(cells[cell] for cell in members), choices, tuple(values)))
    tracks = [cell.index for cell in scenario.header.cells if cell.index not in spans]
    base = [_wanted(profiles[player], scenario.start, tracks) for player in scenario.players]
    for seat, worth, reads, holds in goals:
        if not reads and holds:
            base[seat] += worth
    issues = {issue.id: issue.options for issue in scenario.issues.values()}
    return Packages(scenario.players, issues, tuple(blocks), tuple(base))


def _start(scenario: Scenario, profiles: Mapping[str, Profile]) -> Moment:
    """The moment before anything happened, with these profiles."""
    world = World(
        seed=0,
        turn=1,
        last=scenario.turns[1],
        row=scenario.start,
        mandates=tuple(() for _ in scenario.actors),
        draws=tuple(-1 for _ in scenario.players),
    )
    moment = Moment(scenario, world)
    moment.profiles = {**moment.profiles, **profiles}
    return moment


def _wanted(profile: Profile, row: Any, cells: Iterable[int]) -> int:
    """Points of the wants for these cells alone."""
    total = 0
    for wants in (profile.public, profile.private):
        for cell in cells:
            table = wants.tables.get(cell)
            total += table[row[cell]] if table else wants.units.get(cell, 0) * row[cell]
    return total


class _Reading(list[int]):
    """A row that notes which cells were read: what an objective depends on, whatever it calls."""

    seen: set[int]

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            part = _Reading(super().__getitem__(at))
            part.seen = self.seen
            return part
        self.seen.add(at)
        return super().__getitem__(at)


def _goal_table(
    goal: Goal, row: Iterable[int], moment: Moment, spans: Mapping[int, int]
) -> tuple[tuple[int, ...], frozenset[Package]]:
    """The issue cells that an objective reads, and their settlements under which it holds."""
    reading = _Reading(row)
    reading.seen = set(goal.reads)
    while True:
        cells = tuple(sorted(reading.seen & spans.keys()))
        holds = []
        for choice in product(*(range(spans[cell]) for cell in cells)):
            for cell, option in zip(cells, choice, strict=True):
                reading[cell] = option
            if goal.holds(reading, moment):
                holds.append(choice)
        if reading.seen & spans.keys() == set(cells):
            return cells, frozenset(holds)


def _linked(cells: Iterable[int], links: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The connected components of the issues, an objective linking the cells that it reads."""
    home = {cell: {cell} for cell in cells}
    for link in links:
        together = set().union(*(home[cell] for cell in link))
        for cell in together:
            home[cell] = together
    return sorted({tuple(sorted(group)) for group in home.values()})
