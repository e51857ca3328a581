"""The Pareto frontier of a scenario's packages, and what each seat could attain on it.

Wants depend on the role sheets drawn and on the governments of the day, so everything is asked for
some profiles; without any, for what everybody knows. Each answer is computed once for a scenario.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from game.analysis.packages import Package, Packages, packages
from game.analysis.vectors import Sums, TooManyPackages, Vector, at_least, combine, pareto
from game.rules.moment import profiles as profiles_of
from game.rules.profiles import Profile, profile_of
from game.rules.scores import scores
from game.rules.settling import dealt
from game.scenario.model import Scenario
from game.world.world import World

__all__ = [
    "Frontier", "LeftOver", "Package", "Packages", "Range", "TooManyPackages", "Vector",
    "attainable", "combine", "frontier", "improvements", "left_over", "pareto", "settled", "share",
    "shares", "values_table",
]  # fmt: skip

_KEPT = 128  # answers kept for a scenario: one for each set of role sheets and governments
_LOOKED_AT = 2_000  # packages of one value, of which one is named


class Range(Struct, frozen=True):
    """The worst and the best value that a seat gets on the frontier."""

    worst: int
    best: int


class Frontier:
    """The packages that nobody can improve on without loss to another.

    ``values`` are the distinct vectors of the frontier, one number for each of ``players``, by
    falling sum; ``packages`` names, for each of them, every package that gives it.
    """

    def __init__(self, table: Packages) -> None:
        self.table = table
        self.players = table.players
        self.issues = tuple(table.issues)
        self._sums = Sums(table.vectors)
        self.values: tuple[Vector, ...] = tuple(self._sums.values)

    @cached_property
    def packages(self) -> tuple[tuple[Package, ...], ...]:
        """The packages of each value, in order; read only when somebody asks."""
        return tuple(self.of(value) for value in self.values)

    def of(self, value: Vector) -> tuple[Package, ...]:
        """The packages that give one of the frontier's values."""
        return tuple(sorted(self.table.package(choice) for choice in self._sums.choices(value)))

    def one(self, value: Vector) -> Package:
        """A package that gives one of the frontier's values: the first of those looked at."""
        choices = self._sums.choices(value, _LOOKED_AT)
        return min(self.table.package(choice) for choice in choices)

    def ranges(self) -> dict[str, Range]:
        """Each seat's attainable range."""
        columns = zip(*self.values, strict=True)
        return {
            seat: Range(min(column), max(column))
            for seat, column in zip(self.players, columns, strict=True)
        }


class LeftOver(Struct, frozen=True):
    """Value left on the table: a package no worse for anyone, and what each seat would have gained.

    ``package`` is by issue, and of all such packages one with the largest ``total`` gain; a total
    of 0 says that the issues were settled on the frontier.
    """

    package: dict[str, str]
    gains: dict[str, int]
    total: int


def frontier(scenario: Scenario, profiles: Mapping[str, Profile] | None = None) -> Frontier:
    """The exact Pareto frontier of the issue packages, as these profiles value them.

    Raises TooManyPackages where it cannot be found in reasonable time.
    """
    whose = _profiles(scenario, profiles)
    kept: dict[tuple[Profile, ...], Frontier | None] = scenario.cache.setdefault("frontiers", {})
    key = tuple(whose.values())
    if key not in kept:
        if len(kept) >= _KEPT:
            kept.clear()
        try:
            kept[key] = Frontier(packages(scenario, whose))
        except TooManyPackages:
            kept[key] = None  # it need not be tried again
    found = kept[key]
    if found is None:
        raise TooManyPackages
    return found


def attainable(scenario: Scenario, world: World | None = None) -> dict[str, Range]:
    """The worst and the best that each seat gets on the frontier, as this world's seats want it."""
    whose = None if world is None else profiles_of(scenario, world)
    return frontier(scenario, whose).ranges()


def share(range: Range, score: int) -> int:
    """A score as a share of what was attainable, 0 to 100, rounded half up.

    >>> share(Range(worst=-4, best=8), 2), share(Range(0, 5), 9), share(Range(3, 3), 3)
    (50, 100, 100)
    """
    span = range.best - range.worst
    if span <= 0:
        return 100 if score >= range.best else 0
    return min(100, max(0, (200 * (score - range.worst) + span) // (2 * span)))


def shares(scenario: Scenario, world: World) -> dict[str, int]:
    """Each seat's score in this world as a share of what it could attain."""
    ranges = attainable(scenario, world)
    return {
        seat: share(ranges[seat], score.total) for seat, score in scores(scenario, world).items()
    }


def values_table(
    scenario: Scenario, profiles: Mapping[str, Profile] | None = None
) -> Iterator[tuple[Package, Vector]]:
    """Every package with what it is worth to each player."""
    return iter(packages(scenario, _profiles(scenario, profiles)))


def settled(scenario: Scenario, world: World | None = None) -> Package:
    """The package that the issues stand at: in this world, or at the start."""
    row = scenario.start if world is None else world.row
    return tuple(row[issue.cell] for issue in scenario.issues.values())


def improvements(
    scenario: Scenario, package: Package, profiles: Mapping[str, Profile] | None = None
) -> list[tuple[Package, Vector]]:
    """The packages that are no worse than this one for anybody and better for somebody."""
    table = frontier(scenario, profiles).table
    here = table.value(package)
    return sorted(
        (table.package(choice), value)
        for choice, value in at_least(table.vectors, here)
        if value != here
    )


def left_over(scenario: Scenario, world: World) -> LeftOver:
    """What everybody together could still have gained without loss to anybody, tracks apart.

    In an exercise that nothing settled, the gain is over what everybody gets without a deal.
    """
    front = frontier(scenario, profiles_of(scenario, world))
    here = settled(scenario, world)
    value = front.table.value(here)
    if scenario.settle is not None and not dealt(scenario, world):
        value = tuple(scenario.settle.walk_away.get(seat, 0) for seat in front.players)
    better = [v for v in front.values if all(a >= b for a, b in zip(v, value, strict=True))]
    best = max(better, key=lambda v: (sum(v), v), default=value)
    gains = {
        seat: after - before for seat, after, before in zip(front.players, best, value, strict=True)
    }
    package = here if best == value else front.one(best)
    return LeftOver(front.table.named(package), gains, sum(gains.values()))


def _profiles(scenario: Scenario, profiles: Mapping[str, Profile] | None) -> dict[str, Profile]:
    """The players' profiles, in order; without any, what everybody knows at the start."""
    if profiles is None:
        return {seat: profile_of(scenario, seat, (), -1) for seat in scenario.players}
    return {seat: profiles[seat] for seat in scenario.players}
