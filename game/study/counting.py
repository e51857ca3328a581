"""Counts one game: what is a number of games is counted once in it, whatever happens again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from game.analysis.pareto import TooManyPackages, left_over
from game.rules.scores import scores
from game.scenario.model import Scenario
from game.study.tally import Tally
from game.world import facts as f
from game.world.world import World

HIGH = 80
"""Per cent of its range above which a banded world track counts as high."""


class Counter:
    """The counts of one game, as it goes on. `row` is that of the turn that is being played."""

    def __init__(self, scenario: Scenario, bots: str) -> None:
        self.scenario = scenario
        self.bots = bots
        self.row: Sequence[int] = scenario.start
        self._numbers: defaultdict[str, int] = defaultdict(int)
        self._counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._tables: defaultdict[str, dict[str, dict[str, int]]] = defaultdict(dict)
        self._income = {
            seat: cell.index
            for seat in scenario.players
            for cell in scenario.header.cells
            if cell.name == f"capital.{seat}"
        }
        self._watched = [
            (cell.track, cell.index, cell.low * 100 + HIGH * (cell.high - cell.low))
            for cell in scenario.header.cells
            if (track := scenario.tracks.get(cell.track)) is not None
            and track.scope == "world"
            and track.bands
        ]
        for issue in scenario.issues.values():
            self.once_in("reached", issue.id, issue.options[issue.start])

    def add(self, name: str, n: int = 1) -> None:
        """More of a number."""
        self._numbers[name] += n

    def mark(self, name: str) -> None:
        """This number is of games, and this is one of them."""
        self._numbers[name] = 1

    def add_to(self, name: str, key: str, n: int = 1) -> None:
        """More of a count."""
        counts = self._counts[name]
        counts[key] = counts.get(key, 0) + n

    def once(self, name: str, key: str) -> None:
        """This happened in the game."""
        self._counts[name][key] = 1

    def once_in(self, name: str, first: str, second: str) -> None:
        """This happened in the game, in a table."""
        self._tables[name].setdefault(first, {})[second] = 1

    def turn(self, facts: Sequence[f.Fact], world: World) -> None:
        """What a turn brought; `world` is that after it."""
        self.add("turns")
        refused: dict[str, bool] = {}
        for fact in facts:
            if isinstance(fact, f.Changed | f.Moved):
                self._caused(fact)
            elif isinstance(fact, f.Happened):
                self.once("events", fact.event)
            elif isinstance(fact, f.Answered):
                self.once_in("answers", fact.event, fact.option)
            elif isinstance(fact, f.Decided):
                self.once("adopted" if fact.adopted else "rejected", fact.text)
            elif isinstance(fact, f.Ratified):
                refused[fact.draft] = refused.get(fact.draft, False) or not fact.carried
            elif isinstance(fact, f.Concluded):
                self.once("concluded", self._ready(fact.agreement))
            elif isinstance(fact, f.Ended):
                self.once(fact.how, self._ready(fact.agreement))
        for draft, no in refused.items():
            self.once("failed" if no else "ratified", self._ready(draft))
        self._stands(world)

    def _caused(self, fact: f.Changed | f.Moved) -> None:
        if isinstance(fact, f.Moved):
            self.once_in("moved", fact.issue, "up" if fact.new > fact.old else "down")
            causes = fact.causes
        else:
            causes = tuple([cause for cause, _amount in fact.why])
        for cause in causes:
            if cause.startswith("rule:"):
                self.once("rules", cause[5:].partition("|")[0])

    def _stands(self, world: World) -> None:
        """Where things stand at the end of a turn."""
        self.row = row = world.row
        for issue in self.scenario.issues.values():
            self.once_in("reached", issue.id, issue.options[row[issue.cell]])
        for track, cell, level in self._watched:
            if row[cell] * 100 > level:
                self.add_to("high", track)
        for seat, cell in self._income.items():
            income = self.scenario.tracks["capital"].income
            self.add_to("unspent", seat, max(row[cell] - income, 0))

    def _ready(self, agreement: str) -> str:
        return agreement if agreement in self.scenario.agreements else ""

    def final(self, world: World) -> None:
        """How the game ended."""
        self.add("games")
        self.once("ends", world.end)
        for issue in self.scenario.issues.values():
            self.once_in("finals", issue.id, issue.options[world.row[issue.cell]])
        settle = self.scenario.settle
        for seat, score in scores(self.scenario, world).items():
            self.add_to("scores", seat, score.total)
            if settle is not None and world.end == "settled":
                self.add_to("above", seat, score.total - settle.walk_away.get(seat, 0))
        if world.end == "settled":
            self.add("settled")
            with suppress(TooManyPackages):  # its measure says so
                self.add("efficient", int(left_over(self.scenario, world).total == 0))

    def tally(self) -> Tally:
        """The game as a tally."""
        fields: dict[str, Any] = {**self._numbers, **self._counts, **self._tables}
        return Tally(self.scenario.id, self.bots, **fields)
