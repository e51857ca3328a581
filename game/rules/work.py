"""The workbench of one turn: the row as it changes, what is held back, the facts so far."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.chance import pick
from game.rules.compiled import PACED, Compiled, RuleForm
from game.rules.memory import Memory, memory
from game.rules.moment import Moment
from game.rules.profiles import profile_of
from game.rules.turn import Turn
from game.scenario.grounding import Change, Out
from game.world.facts import Changed, Fact, Injected, Mandated, Moved, News, Stage
from game.world.world import Agreement, World


Reasons = tuple[tuple[str, int], ...]
"""Why a cell changes: causes, and the amount that each asked for."""


class Work:
    """Private to one resolution; nothing of it outlives the turn."""

    __slots__ = (
        "agreements", "compiled", "decided", "draws", "facts", "fresh", "held", "later",
        "mandates", "moment", "moved", "queue", "row", "scenario", "turn", "waiting", "world",
        "_memory",
    )  # fmt: skip

    def __init__(self, compiled: Compiled, world: World, turn: Turn) -> None:
        self.compiled = compiled
        self.scenario = compiled.scenario
        self.world = world
        self.turn = turn
        self.row = world.row[:]
        self.moment = Moment(self.scenario, world)
        self.facts: list[Fact] = []
        self.held: dict[int, int] = {}  # reserved capital by cell
        self.agreements: list[Agreement] = list(world.agreements)
        self.queue: list[str] = [*world.queue, *turn.injects]
        self.later: list[str] = []
        self.moved: dict[str, Moved] = {}
        self.waiting: list[tuple[str, str, str]] = []  # steps that wait for stage 5
        self.decided: dict[str, tuple[int, tuple[str, ...]]] = {}  # forum steps adopted
        self.mandates = list(world.mandates)
        self.draws = list(world.draws)
        self.fresh: list[str] = []  # events that never happened before this turn
        self._memory: Memory | None = None

    @property
    def memory(self) -> Memory:
        """What is remembered under the present governments."""
        if self._memory is None:
            self._memory = memory(self.compiled, self.mandates, self.moment.profiles)
        return self._memory

    # ------------------------------------------------------------------ changes

    def apply(self, changes: Iterable[Change], stage: Stage) -> None:
        """Sum all changes of a stage and apply them once: reservations, pace, then range."""
        asked: dict[int, Change] = {}
        for new_change in changes:
            cell = new_change[0]
            if cell in asked:
                _, points, reasons = asked[cell]
                asked[cell] = (cell, points + new_change[1], reasons + new_change[2])
            else:
                asked[cell] = new_change
        row, bounds, append = self.row, self.compiled.bounds, self.facts.append
        for cell in sorted(asked):
            _, points, reasons = asked[cell]
            name, low, high, special = bounds[cell]
            old = row[cell]
            new = old + points
            if special and (special == PACED or new < 0 or cell in self.held):
                new = self._within(cell, old, new, reasons, stage)
            if new > high:
                new = high
            elif new < low:
                new = low
            if new != old:
                row[cell] = new
                if len(reasons) > 1:
                    reasons = tuple(sorted(reasons))
                append(Changed(name, old, new, stage, reasons))

    def _within(self, cell: int, old: int, new: int, why: Reasons, stage: Stage) -> int:
        """The new value of a purse, or of a cell with a pace, inside its bounds."""
        low, high, pace, purse = self.compiled.limits[cell]
        if purse and new < old:
            new = self._take(cell, old, new, why, stage)
        if pace:
            began = self.world.row[cell]
            low, high = max(low, began - pace), min(high, began + pace)
        return min(max(new, low), high)

    def _take(self, cell: int, old: int, new: int, why: Reasons, stage: Stage) -> int:
        """Take capital down to what is reserved; the rest is owed from the next income."""
        floor = min(self.held.get(cell, 0), old)
        if new >= floor:
            return new
        debt = self.compiled.debt[cell]
        owed = self.row[debt]
        rises = min(owed + floor - new, self.compiled.highs[debt])
        if rises != owed:
            self.row[debt] = rises
            name = self.scenario.header.names[debt]
            self.facts.append(Changed(name, owed, rises, stage, tuple(sorted(why))))
        return floor

    def absorb(self, out: Out, stage: Stage, *, extra: Iterable[Change] = ()) -> None:
        """Apply what effects asked for; their steps wait (stages 2 to 4) or are left to the stage."""
        changes = [*out.changes, *extra] if extra else out.changes
        if changes:
            self.apply(changes, stage)
        if out.steps:
            self.waiting.extend(out.steps)
        if out.news:
            for text, _cause in sorted(set(out.news)):
                self.facts.append(News(text))
        if out.injects:
            self._inject(out.injects, stage)
        if out.mandates:
            for actor, mandate in sorted(set(out.mandates)):
                self.govern(actor, mandate)

    def _inject(self, events: list[str], stage: Stage) -> None:
        late = stage in ("events", "turn")
        for event in sorted(set(events)):
            (self.later if late else self.queue).append(event)
            if late:
                self.facts.append(Injected(event))

    def govern(self, actor: str, mandate: str) -> None:
        """Put a government in office; the seed draws its private role sheet."""
        scenario = self.scenario
        number = list(scenario.actors).index(actor)
        chain = (*self.mandates[number], mandate)
        self.mandates[number] = chain
        sheet = -1
        if actor in scenario.players:
            seat = scenario.players.index(actor)
            sheet = draw_sheet(self.compiled, self.world.seed, self.world.turn, actor, chain,
                               self.draws[seat])  # fmt: skip
            self.draws[seat] = sheet
        self._memory = None
        self.moment.profiles = {
            **self.moment.profiles, actor: profile_of(scenario, actor, chain, sheet),
        }  # fmt: skip
        self.facts.append(Mandated(actor, mandate, sheet))

    # ------------------------------------------------------------------ rules

    def fire(self, forms: Iterable[RuleForm], out: Out) -> None:
        """Run rules on the row as it stands; what they ask for is summed in ``out``."""
        for form in forms:
            form.block.run(self.row, self.moment, out)


def draw_sheet(
    compiled: Compiled, seed: int, turn: int, actor: str, chain: tuple[str, ...], before: int
) -> int:
    """Which private role sheet a government gets: drawn anew only where its mandate names some."""
    them = compiled.scenario.actors[actor]
    named = them.mandates[chain[-1]].private if chain else them.base.private
    if named is None:
        return before
    name = f"private:{actor}" + (f":{chain[-1]}" if chain else "")
    return pick(seed, turn, name, len(named)) if named else -1
