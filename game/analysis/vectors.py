"""Vectors of gains, one number for each party: which are maximal, and what sums of them can be.

A vector is dominated by another that is nowhere smaller and somewhere larger; the maximal ones are
the Pareto frontier. Everything here is exact, on integers, and knows nothing of scenarios.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import add, ge, sub

from game.errors import UserError
from game.i18n import _

Vector = tuple[int, ...]

_WALL = 2048  # points of the frontier in one wall: a few kilobytes for each level of each party

MOST_JOINED = 250_000  # sums compared at a time: some seconds each


class TooManyPackages(UserError):
    """There are more packages than can be compared."""

    def __init__(self) -> None:
        super().__init__(_("There are too many packages to compare."))


class _Wall:
    """Some points, indexed so that one AND a party tells which of them are nowhere smaller."""

    __slots__ = ("_axes",)

    def __init__(self, points: Sequence[Vector]) -> None:
        self._axes: list[tuple[list[int], list[int]]] = []
        for axis in range(len(points[0])):
            levels: list[int] = []
            masks: list[int] = []
            mask = 0
            column = [point[axis] for point in points]
            for number in sorted(range(len(points)), key=column.__getitem__, reverse=True):
                mask |= 1 << number
                if levels and levels[-1] == column[number]:
                    masks[-1] = mask
                else:
                    levels.append(column[number])
                    masks.append(mask)
            self._axes.append((levels[::-1], masks[::-1]))

    def above(self, point: Vector) -> int:
        """The points that are nowhere smaller than this one, as bits."""
        found = -1
        for value, (levels, masks) in zip(point, self._axes, strict=True):
            at = bisect_left(levels, value)
            if at == len(levels):
                return 0
            found &= masks[at]
            if not found:
                return 0
        return found


def maximal(vectors: Iterable[Vector]) -> list[Vector]:
    """The vectors that no other dominates, each once, by falling sum.

    A sorted sweep: what dominates a vector has a larger sum, so it is enough to compare each with
    the maximal ones before it. They stand in walls of bits, where one comparison meets thousands.

    >>> maximal([(0, 3), (1, 1), (3, 0), (1, 0), (0, 3)])
    [(0, 3), (3, 0), (1, 1)]
    """
    ordered = sorted(sorted(set(vectors)), key=sum, reverse=True)
    if not ordered or not ordered[0]:
        return ordered
    kept: list[Vector] = []
    walls: list[_Wall] = []
    loose: list[Vector] = []  # kept, and not yet enough for a wall that stays
    for start in range(0, len(ordered), _WALL):
        rest = ordered[start : start + _WALL]
        for wall in (*walls, _Wall(loose)) if loose else walls:
            rest = [point for point in rest if not wall.above(point)]
        if not rest:
            continue
        among = _Wall(rest).above
        # Every point is above itself; a second bit is a dominator.
        rest = [point for point in rest if not (bits := among(point)) & (bits - 1)]
        kept += rest
        loose += rest
        if len(loose) >= _WALL:
            walls.append(_Wall(loose))
            loose = []
    return kept


def pareto(points: Sequence[Vector]) -> list[int]:
    """The numbers of the points on the Pareto frontier, in order; equal points are all named.

    >>> pareto([(1, 0), (0, 1), (0, 0), (1, 0)])
    [0, 1, 3]
    """
    front = set(maximal(points))
    return [number for number, point in enumerate(points) if point in front]


def plus(one: Vector, other: Vector) -> Vector:
    """The sum of two vectors."""
    return tuple(map(add, one, other))


class Sums:
    """The frontier of all sums of one vector from each block, and which choices lead to it.

    The frontier of a sum needs only the frontiers of its parts: replacing a dominated part by what
    dominates it improves the sum. So blocks are joined one by one, pruned after each.

    :raises TooManyPackages: where more than ``most`` sums would have to be compared at a time.
    """

    def __init__(self, blocks: Sequence[Sequence[Vector]], most: int = MOST_JOINED) -> None:
        self._blocks = blocks
        # Small frontiers first: only the last joining meets the whole product.
        tops = [set(maximal(block)) for block in blocks]
        self._order = sorted(range(len(blocks)), key=lambda number: len(tops[number]))
        self._stages: list[set[Vector]] = []
        self.values: list[Vector] = []
        for number in self._order:
            top = tops[number]
            if len(self.values) * len(top) > most:
                raise TooManyPackages
            joined = {plus(a, b) for a in self.values for b in top} if self._stages else top
            self.values = maximal(joined)
            self._stages.append(set(self.values))

    def choices(self, value: Vector, most: int | None = None) -> list[tuple[int, ...]]:
        """Every choice (the number of the vector taken from each block) that sums to ``value``.

        ``value`` must be one of ``values``; choices come in order. With ``most``, only so many are
        looked for: there may be more of them than anybody can list.
        """
        return sorted(islice(self._paths(len(self._order) - 1, value), most))

    def _paths(self, stage: int, value: Vector) -> Iterator[tuple[int, ...]]:
        if stage < 0:
            yield (0,) * len(self._blocks)
            return
        block = self._order[stage]
        for number, vector in enumerate(self._blocks[block]):
            rest = tuple(a - b for a, b in zip(value, vector, strict=True))
            # What is left must be on the frontier of the blocks before, or the sum would not be.
            if any(rest) if stage == 0 else rest not in self._stages[stage - 1]:
                continue
            for path in self._paths(stage - 1, rest):
                yield (*path[:block], number, *path[block + 1 :])


def combine(blocks: Sequence[Sequence[Vector]]) -> list[tuple[Vector, list[tuple[int, ...]]]]:
    """The frontier of the sums of one vector from each block, with every choice that gives each.

    >>> combine([[(0, 2), (1, 0)], [(0, 0), (2, 1)]])
    [((2, 3), [(0, 1)]), ((3, 1), [(1, 1)])]
    """
    sums = Sums(blocks)
    return [(value, sums.choices(value)) for value in sums.values]


def at_least(
    blocks: Sequence[Sequence[Vector]], floor: Vector
) -> Iterator[tuple[tuple[int, ...], Vector]]:
    """Every choice, one vector from each block, whose sum is nowhere below ``floor``, in order.

    Branches that even the best of what is left cannot lift to the floor are not walked.

    >>> list(at_least([[(0, 2), (1, 0)], [(0, 0), (2, 1)]], (2, 2)))
    [((0, 1), (2, 3))]
    """
    reach: list[Vector] = [(0,) * len(floor)]
    for block in reversed(blocks):
        reach.append(plus(reach[-1], tuple(map(max, zip(*block, strict=True)))))
    reach.reverse()

    def walk(
        stage: int, path: tuple[int, ...], sofar: Vector
    ) -> Iterator[tuple[tuple[int, ...], Vector]]:
        if any(
            have + most < need for have, most, need in zip(sofar, reach[stage], floor, strict=True)
        ):
            return
        if stage == len(blocks):
            yield path, sofar
            return
        for number, vector in enumerate(blocks[stage]):
            yield from walk(stage + 1, (*path, number), plus(sofar, vector))

    return walk(0, (), (0,) * len(floor))


def count_at_least(
    blocks: Sequence[Sequence[Vector]], floor: Vector, most: int = 50_000
) -> int | None:
    """How many choices, one vector from each block, sum to nowhere below ``floor``.

    Equal sums so far are counted together, and those that can no more fall below the floor count as
    equal. None where more than ``most`` different sums would have to be kept at a time.

    >>> count_at_least([[(0, 2), (1, 0)], [(0, 0), (2, 1)]], (2, 0))
    2
    """
    best: list[Vector] = [(0,) * len(floor)]
    worst = best[:]
    for block in reversed(blocks):
        best.append(plus(best[-1], tuple(map(max, zip(*block, strict=True)))))
        worst.append(plus(worst[-1], tuple(map(min, zip(*block, strict=True)))))
    sums = {best[0]: 1}
    for left, block in zip(reversed(range(len(blocks))), blocks, strict=True):
        needed = tuple(map(sub, floor, best[left]))
        enough = tuple(map(sub, floor, worst[left]))
        found: dict[Vector, int] = {}
        for vector, times in Counter(block).items():
            for sofar, ways in sums.items():
                total = tuple(map(min, plus(sofar, vector), enough))
                if all(map(ge, total, needed)):
                    found[total] = found.get(total, 0) + ways * times
            if len(found) > most:
                return None
        sums = found
    return sum(sums.values())
