"""What a seat is told of a turn that is over: its facts, less what it may not know.

After the reveal everyone knows acts (as their `seen_by` says), every vote, who ordered which step,
and public agreements and who broke them; secret ones are known to their parties.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from game.scenario.model import Scenario
from game.table.commands import PUBLIC
from game.table.eyes import Eyes, eyes
from game.table.state import ResolvedTurn, State
from game.world import facts as w
from game.world.world import Row

HIDDEN = "hidden"
"""The cause of a change that comes of something this seat may not know."""

MOVED = "step:"
"""What stands for a step where facts are told apart by the cell that they change."""

Secrets = Mapping[str, Collection[str]]


def told(scenario: Scenario, state: State, seat: str) -> tuple[w.Fact, ...]:
    """What `seat` may know of the turn that was resolved last; nothing before the first."""
    if not state.log:
        return ()
    return told_of(scenario, state.log[-1], state.secrets, seat)


def told_of(
    scenario: Scenario, turn: ResolvedTurn, secrets: Secrets, seat: str
) -> tuple[w.Fact, ...]:
    """What `seat` may know of a turn; `secrets` has the parties of secret agreements by id."""
    teller = _Teller(eyes(scenario, seat), secrets, turn.row)
    if teller.eyes.all:
        return turn.facts
    if seat == PUBLIC:
        return tuple(fact for fact in _told(teller, turn.facts) if fact is not None)
    # What the public is told as it is, everybody is; only the rest is judged for each seat.
    closed, kinds = _closed(scenario, turn, secrets)
    teller.kinds |= kinds
    names, facts = teller.eyes.names, turn.facts
    found: list[w.Fact | None] = list(facts)
    later = []
    for n, cell in closed:
        if cell in names or cell == MOVED:
            later.append(n)  # its causes are judged by what else is told
        else:
            found[n] = None if cell else teller.first(facts[n])
    for n in later:
        found[n] = teller.second(facts[n])
    return tuple([fact for fact in found if fact is not None])


def _closed(
    scenario: Scenario, turn: ResolvedTurn, secrets: Secrets
) -> tuple[list[tuple[int, str]], set[str]]:
    """The facts of a turn that the public is not told as they are; the kinds of what it is told.

    Each fact by its number, beside the cell that it changes (`MOVED` for a step).
    """
    kept = scenario.cache.get("told closed")
    if kept is not None and kept[0] is turn and kept[1] is secrets:
        return kept[2], kept[3]
    teller = _Teller(eyes(scenario, PUBLIC), secrets, turn.row)
    known = _told(teller, turn.facts)
    pairs = zip(turn.facts, known, strict=True)
    closed = [(n, _cell(fact)) for n, (fact, seen) in enumerate(pairs) if fact is not seen]
    scenario.cache["told closed"] = (turn, secrets, closed, teller.kinds)
    return closed, teller.kinds


def _cell(fact: w.Fact) -> str:
    if isinstance(fact, w.Changed):
        return fact.cell
    return MOVED if isinstance(fact, w.Moved) else ""


def _told(teller: _Teller, facts: Iterable[w.Fact]) -> list[w.Fact | None]:
    """Each fact as it is told, None where it is not."""
    first = [teller.first(fact) for fact in facts]
    return [None if fact is None else teller.second(fact) for fact in first]


class _Teller:
    def __init__(self, eyes: Eyes, secrets: Secrets, row: Row[int]) -> None:
        self.eyes = eyes
        self.secrets = secrets
        self.row = row
        self.kinds: set[str] = set()

    def first(self, fact: w.Fact) -> w.Fact | None:
        """Leave out what is not told; causes are judged later, by what is."""
        judge = _JUDGES.get(type(fact))
        return fact if judge is None else judge(self, fact)

    def second(self, fact: w.Fact) -> w.Fact:
        """Blur the hidden causes of a fact that is told."""
        if isinstance(fact, w.Changed):
            return self.changed(fact)
        return self.moved(fact) if isinstance(fact, w.Moved) else fact

    def changed(self, fact: w.Changed) -> w.Changed:
        """A change of a cell that is seen, its hidden causes blurred.

        What the seen causes do not explain is put down to `hidden`, unless pace or range may have
        cut it: so the answer depends on seen things alone.
        """
        always, seen, asked = self.eyes.causes, [], 0
        for pair in fact.why:
            known = always.get(pair[0])
            if known or (known is None and self._known(pair[0])):
                seen.append(pair)
                asked += pair[1]
        rest = fact.new - fact.old - asked
        if rest and not (seen and self._cut(fact, asked)):
            return replace(fact, why=(*seen, (HIDDEN, rest)))
        return fact if len(seen) == len(fact.why) else replace(fact, why=tuple(seen))

    def _cut(self, fact: w.Changed, asked: int) -> bool:
        """Would pace and range alone cut what the seen causes asked for to this change?"""
        header = self.eyes.scenario.header
        cell = header.cells[header.index[fact.cell]]
        new = fact.old + asked
        if cell.pace is not None:
            began = self.row[cell.index]
            new = min(max(new, began - cell.pace), began + cell.pace)
        if cell.track == "capital" and asked < 0:
            return True  # what is reserved is not taken but owed
        return min(max(new, cell.low), cell.high) == fact.new

    def _known(self, cause: str) -> bool:
        return self.eyes.cause(cause, self.secrets, self.kinds)

    def moved(self, fact: w.Moved) -> w.Moved:
        """A step, without causes that are not known."""
        seen = tuple(cause for cause in fact.causes if self._known(cause))
        return fact if len(seen) == len(fact.causes) else replace(fact, causes=seen)

    # ------------------------------------------------------------------ judges

    def _changed(self, fact: w.Changed) -> w.Changed | None:
        return fact if fact.cell in self.eyes.names else None

    def _acted(self, fact: w.Acted) -> w.Acted | None:
        if not self.eyes.sees_act(fact.seat, fact.instrument, fact.target):
            return None
        self.kinds.add("act")
        return fact

    def _of_agreement(self, fact: Any) -> Any:
        if not self.eyes.sees_secret(fact.agreement, self.secrets):
            return None
        kind = _KINDS.get(type(fact), "")
        self.kinds.add(_ENDINGS[fact.how] if kind == "end" else kind)
        return fact

    def _ratified(self, fact: w.Ratified) -> w.Ratified | None:
        if not self.eyes.sees_secret(fact.draft, self.secrets):
            return None
        # Who accepted at home is for that government to know; rivals see the answer alone.
        return fact if self.eyes.all or self.eyes.seat == fact.seat else replace(fact, accepting=())

    def _consented(self, fact: w.Consented) -> w.Consented:
        if fact.treaty and not self.eyes.sees_secret(fact.treaty, self.secrets):
            return replace(fact, treaty="")
        return fact

    def _of_event(self, fact: w.Happened | w.Answered) -> w.Fact | None:
        return fact if fact.event in self.eyes.events else None

    def _injected(self, fact: w.Injected) -> None:
        return None

    def _mandated(self, fact: w.Mandated) -> w.Mandated:
        return fact if fact.actor == self.eyes.seat else replace(fact, draw=-1)

    def _news(self, fact: w.News) -> w.News | None:
        return fact if not fact.to or self.eyes.seat in fact.to else None

    def _accrued(self, fact: w.Accrued) -> w.Accrued | None:
        return fact if fact.seat == self.eyes.seat else None


_KINDS: dict[type, str] = {w.Concluded: "conclude", w.Breached: "breach", w.Ended: "end"}
_ENDINGS = {"broken": "breach", "denounced": "denounce", "expired": "expire"}

_JUDGES: dict[type, Callable[[_Teller, Any], w.Fact | None]] = {
    w.Changed: _Teller._changed,
    w.Acted: _Teller._acted,
    w.Ratified: _Teller._ratified,
    w.Concluded: _Teller._of_agreement,
    w.Fulfilled: _Teller._of_agreement,
    w.Breached: _Teller._of_agreement,
    w.Ended: _Teller._of_agreement,
    w.Consented: _Teller._consented,
    w.Answered: _Teller._of_event,
    w.Happened: _Teller._of_event,
    w.Injected: _Teller._injected,
    w.Mandated: _Teller._mandated,
    w.News: _Teller._news,
    w.Accrued: _Teller._accrued,
}
