"""Measuring: figures with a floor and a target, in interleaved runs, told by their medians."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

ROUNDS = 5


@dataclass(frozen=True)
class Figure:
    """One thing to measure. ``run`` gives one measurement in ``unit``; a larger one is better where
    ``floor`` is below ``target``. ``note`` says, after the runs, what the reader should know."""

    name: str
    unit: str
    floor: float
    target: float
    run: Callable[[], float]
    gate: bool = False
    note: Callable[[], str] = str


@dataclass
class Result:
    """What the runs of a figure gave, or why there is nothing."""

    figure: Figure
    runs: list[float] = field(default_factory=list)
    failure: str = ""

    @property
    def median(self) -> float:
        """The median of the runs."""
        return median(self.runs)

    def reaches(self, mark: float) -> bool:
        """Is the median at least as good as this mark?"""
        if not self.runs:
            return False
        more = self.figure.floor < self.figure.target
        return self.median >= mark if more else self.median <= mark

    @property
    def verdict(self) -> str:
        """In a word, how the median stands to the marks."""
        if not self.runs:
            return "failed"
        if self.reaches(self.figure.target):
            return "target"
        return "floor" if self.reaches(self.figure.floor) else "BELOW"


def rate(work: Callable[[], int], least: float = 0.25) -> float:
    """Things a second: ``work`` says how many it did, and is repeated for ``least`` seconds."""
    done = 0
    gc.collect()
    start = time.perf_counter()
    while True:
        done += work()
        spent = time.perf_counter() - start
        if spent >= least:
            return done / spent


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(figures: Sequence[Figure], rounds: int, tell: Callable[[str], None]) -> list[Result]:
    """Run every figure once untimed and then ``rounds`` times, round by round, so that a slow spell
    of the machine meets them all. A figure that raises is reported, and the others go on."""
    results = [Result(figure) for figure in figures]
    for number in range(rounds + 1):
        tell("warming up" if not number else f"round {number} of {rounds}")
        for result in results:
            if result.failure:
                continue
            try:
                value = result.figure.run()
            except Exception as error:  # whatever it is, it is told
                result.failure = f"{type(error).__name__}: {error}"
                continue
            if number:
                result.runs.append(value)
    return results
