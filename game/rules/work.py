"""The workbench of one turn: the row as it changes, what is held back, the facts so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter

from game.rules.chance import pick
from game.rules.compiled import Compiled, RuleForm
from game.rules.memory import Memory, memory
from game.rules.moment import Moment
from game.rules.profiles import profile_of
from game.rules.turn import Turn
from game.scenario.grounding import Change, Out
from game.world.facts import Changed, Fact, Injected, Mandated, Moved, News, Stage
from game.world.world import Agreement, World

Reasons = tuple[tuple[str, int], ...]
"""Why a cell changes: causes, and the amount that each asked for."""


_CELL = itemgetter(0)
_NONE: Change = (-1, 0, ())  # behind the last


class Work:
    """Private to one resolution; nothing of it outlives the turn."""

    __slots__ = (
        "_memory", "agreements", "compiled", "decided", "draws", "facts", "fresh", "held", "later",
        "mandates", "moment", "moved", "queue", "row", "scenario", "spans", "turn", "waiting",
        "world",
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
        self.spans = compiled.spans[:]  # what each cell may become this turn, as things stand
        for cell in compiled.paced:
            self.spans[cell] = self._span(cell, 0)
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

    def hold(self, amounts: Mapping[int, int]) -> None:
        """Hold capital back for orders, or (a negative amount) release it."""
        held, spans, paced = self.held, self.spans, self.compiled.paced
        for cell, amount in amounts.items():
            low = held.get(cell, 0) + amount
            held[cell] = low = low if low > 0 else 0
            spans[cell] = self._span(cell, low) if cell in paced else (low, spans[cell][1])

    def release(self) -> None:
        """Nothing is held back any longer."""
        holding, self.held = self.held, {}
        spans, always, paced = self.spans, self.compiled.spans, self.compiled.paced
        for cell in holding:
            spans[cell] = self._span(cell, 0) if cell in paced else always[cell]

    def _span(self, cell: int, held: int) -> tuple[int, int]:
        """What a cell may become this turn: its range, its pace, and what is held back of it."""
        low, high, pace, _purse = self.compiled.limits[cell]
        if pace:
            began = self.world.row[cell]
            low, high = max(low, began - pace), min(high, began + pace)
        return max(low, held) if held else low, high

    def apply(self, changes: Iterable[Change], stage: Stage) -> None:
        """Sum all changes of a stage and apply them once: reservations, pace, then range."""
        row, spans, names, append = self.row, self.spans, self.compiled.names, self.facts.append
        # All that a cell is asked for stands together.
        ordered = iter([*sorted(changes, key=_CELL), _NONE])
        cell, points, reasons = next(ordered)
        summed = False
        for following, more, why in ordered:
            if following == cell:
                points += more
                reasons += why
                summed = True
                continue
            if summed:
                reasons = tuple(sorted(reasons))
                summed = False
            old = row[cell]
            new = old + points
            low, high = spans[cell]
            if not low <= new <= high:
                new = self._within(cell, old, new, reasons, stage)
            if new != old:
                row[cell] = new
                append(Changed(names[cell], old, new, stage, reasons))
            cell, points, reasons = following, more, why

    def _within(self, cell: int, old: int, new: int, why: Reasons, stage: Stage) -> int:
        """The value inside a cell's bounds; what a purse does not have it owes."""
        low, high = self.spans[cell]
        if new > high:
            return high
        debt = self.compiled.debt.get(cell)
        if debt is None or new >= old:
            return low
        floor = min(self.held.get(cell, self.compiled.lows[cell]), old)
        if new < floor:
            self._owe(debt, floor - new, why, stage)
            new = floor
        return max(new, self._span(cell, 0)[0]) if cell in self.compiled.paced else new

    def _owe(self, debt: int, missing: int, why: Reasons, stage: Stage) -> None:
        """What an effect took and the purse did not have is debited from the next income."""
        owed = self.row[debt]
        rises = min(owed + missing, self.compiled.highs[debt])
        if rises != owed:
            self.row[debt] = rises
            self.facts.append(Changed(self.compiled.names[debt], owed, rises, stage, why))

    def absorb(self, out: Out, stage: Stage, *, extra: Iterable[Change] = ()) -> None:
        """Apply what effects asked for; their steps wait until a stage does them."""
        changes = [*out.changes, *extra] if extra else out.changes
        if changes:
            self.apply(changes, stage)
        if out.steps:
            self.waiting.extend(out.steps)
        if out.news:
            for text, cause in sorted(set(out.news)):
                self.facts.append(News(text, self.readers(cause)))
        if out.injects:
            self._inject(out.injects, stage)
        if out.mandates:
            for actor, mandate in sorted(set(out.mandates)):
                self.govern(actor, mandate)

    def readers(self, cause: str) -> tuple[str, ...]:
        """Who may read a headline: those who learn of what caused it; empty for everyone."""
        kind, _colon, rest = cause.partition(":")
        name, _bar, who = rest.partition("|")
        name = name.partition(".")[0]
        if kind in ("event", "answer") and name in self.scenario.events:
            return self.scenario.events[name].to
        if kind == "act" and self.scenario.instruments[name].seen_by != "everyone":
            seat, _arrow, target = who.partition(">")
            parties = self.scenario.instruments[name].seen_by == "parties"
            return (seat, target) if parties and target else (seat,)
        return ()

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

    def fire(self, forms: Iterable[RuleForm], out: Out, readers: tuple[str, ...] = ()) -> None:
        """Run rules on the row as it stands; what they ask for is summed in ``out``.

        What they say is told to ``readers`` alone, where there are any, and what they say of a
        secret agreement at hand to its parties.
        """
        before = len(out.news)
        for form in forms:
            form.block.run(self.row, self.moment, out)
        readers = tuple(self.moment.parties) if self.moment.secret else readers
        if readers and len(out.news) > before:
            self.facts.extend(
                News(text, readers) for text, _cause in sorted(set(out.news[before:]))
            )
            del out.news[before:]


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
