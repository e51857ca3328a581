"""The three findings of a game: its largest swing, its first breach, the value left on the table.

A reading of the worlds and facts of the turns alone; nothing is asked of anybody.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from game.analysis.pareto import LeftOver, Range, attainable, left_over, share
from game.rules.scores import Part, Score, scores
from game.scenario.model import Scenario
from game.world.facts import Breached, Changed, Concluded, Fact, Moved, TurnEnded
from game.world.world import World


class Swing(Struct, frozen=True):
    """The turn in which one seat's score changed most, what of it, and why.

    `about` is the cell (or the sentence of an objective, or the end) whose points changed most;
    `part` is by how much; `causes` name what changed it, as in the facts, and `movers` who
    consented, where it was an issue.
    """

    turn: int
    seat: str
    change: int
    about: str
    kind: str
    part: int
    movers: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()


class FirstBreach(Struct, frozen=True):
    """The first agreement that was broken: when, by whom, which clause, in force since when."""

    turn: int
    agreement: str
    seat: str
    clause: int
    since: int


class SeatScore(Struct, frozen=True):
    """A seat's points, the reasons, what it could attain, and the share of that."""

    seat: str
    score: Score
    range: Range
    share: int


class Findings(Struct, frozen=True):
    """What a game comes to. `swing` and `breach` are None where there was none."""

    scores: tuple[SeatScore, ...]
    swing: Swing | None
    breach: FirstBreach | None
    left: LeftOver


def findings(
    scenario: Scenario, worlds: Sequence[World], facts: Sequence[Sequence[Fact]]
) -> Findings:
    """Read a game: `worlds` at the start of each turn and after the last, and each turn's facts.

    Raises ValueError unless there is one world more than there are turns.
    """
    if len(worlds) != len(facts) + 1:
        raise ValueError(f"{len(facts)} turns need {len(facts) + 1} worlds, found {len(worlds)}")
    final = worlds[-1]
    ranges = attainable(scenario, final)
    seats = tuple(
        SeatScore(seat, score, ranges[seat], share(ranges[seat], score.total))
        for seat, score in scores(scenario, final).items()
    )
    return Findings(
        seats, largest_swing(scenario, worlds, facts), first_breach(worlds, facts),
        left_over(scenario, final),
    )  # fmt: skip


def largest_swing(
    scenario: Scenario, worlds: Sequence[World], facts: Sequence[Sequence[Fact]]
) -> Swing | None:
    """The largest change of one seat's score in one turn; the first of equals."""
    best: Swing | None = None
    before = scores(scenario, worlds[0])
    for number, turn_facts in enumerate(facts):
        after = scores(scenario, worlds[number + 1])
        for seat in scenario.players:
            change = after[seat].total - before[seat].total
            if change and (best is None or abs(change) > abs(best.change)):
                best = _swing(worlds[number].turn, seat, before[seat], after[seat], turn_facts)
        before = after
    return best


def _swing(turn: int, seat: str, before: Score, after: Score, facts: Sequence[Fact]) -> Swing:
    change = after.total - before.total
    if any(isinstance(fact, TurnEnded) and fact.end == "settled" for fact in facts):
        # Until then the seat had what no deal gives; no one issue brought the difference.
        return Swing(turn, seat, change, "settled", "settlement", change)
    old, new = _by_reason(before.parts), _by_reason(after.parts)
    shifts = {key: new.get(key, 0) - old.get(key, 0) for key in dict.fromkeys([*old, *new])}
    # The reason that pulls hardest in the direction of the whole change.
    kind, about = max(shifts, key=lambda key: shifts[key] if change > 0 else -shifts[key])
    movers: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    for fact in facts:
        if isinstance(fact, Moved) and fact.issue == about:
            movers, causes = fact.movers, fact.causes
        elif isinstance(fact, Changed) and fact.cell == about:
            causes = tuple(cause for cause, _amount in fact.why)
    return Swing(turn, seat, change, about, kind, shifts[kind, about], movers, causes)


def _by_reason(parts: Sequence[Part]) -> dict[tuple[str, str], int]:
    """Points by what they are for; public and private points for one cell count together."""
    found: dict[tuple[str, str], int] = {}
    for part in parts:
        kind = "want" if part.kind == "private" else part.kind
        found[kind, part.about] = found.get((kind, part.about), 0) + part.points
    return found


def first_breach(worlds: Sequence[World], facts: Sequence[Sequence[Fact]]) -> FirstBreach | None:
    """The first broken clause; None where every promise was kept."""
    since: dict[str, int] = {}
    for world, turn_facts in zip(worlds, facts, strict=False):
        since |= {agreement.id: agreement.since for agreement in world.agreements}
        for fact in turn_facts:
            if isinstance(fact, Concluded):
                since[fact.agreement] = world.turn
            if isinstance(fact, Breached):
                return FirstBreach(
                    world.turn, fact.agreement, fact.seat, fact.clause,
                    since.get(fact.agreement, world.turn),
                )  # fmt: skip
    return None
