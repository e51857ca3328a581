"""What the clauses of an agreement ask for now: when they bind, what they would change."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from game.rules.compiled import Compiled
from game.rules.moment import Moment
from game.rules.profiles import Shift
from game.scenario.binding import Fn
from game.scenario.grounding import Out
from game.scenario.model import Issue, Scenario
from game.scenario.orders import Act
from game.scenario.terms import Clause, Declare, Hold, Move, Perform, Refrain, Terms, Transfer
from game.world.world import Agreement

FOREVER = 1 << 30


def last_turn(clause: Clause) -> int | None:
    """The last turn that a clause can bind; None where it has no term."""
    terms = [clause.until] if clause.until else []
    if isinstance(clause, Move | Perform):
        terms.append(clause.by)
    return min(terms) if terms else None


def binds(clause: Clause, turn: int) -> bool:
    """Whether a clause's term lets it bind in ``turn`` (its condition is another matter)."""
    last = last_turn(clause)
    return last is None or turn <= last


class Duty(NamedTuple):
    """A clause as the rules read it every turn.

    ``last`` is the last turn it can bind; ``words`` say that it is for the record alone; ``deeds``
    are what a ``refrain`` forbids, ``goal`` the option a ``move`` goes to.
    """

    number: int
    clause: Clause
    last: int
    condition: Fn | None
    words: bool
    deeds: frozenset[tuple[str, ...]] = frozenset()
    goal: int = 0


def duties(compiled: Compiled, terms: Terms) -> tuple[Duty, ...]:
    """The clauses of a text, made once for as long as the text is in hand."""
    kept = compiled.duties
    found: tuple[Terms, tuple[Duty, ...]] | None = kept.get(id(terms))
    if found is None:
        if len(kept) > 4096:
            kept.clear()
        listed = tuple(_duty(compiled, n, clause) for n, clause in enumerate(terms.clauses))
        # The text itself is kept too: while it is, no other can have its identity.
        found = kept[id(terms)] = (terms, listed)
    return found[1]


def _duty(compiled: Compiled, number: int, clause: Clause) -> Duty:
    last = last_turn(clause)
    condition = compiled.clause_condition(clause.if_) if clause.if_ else None
    deeds: frozenset[tuple[str, ...]] = frozenset()
    goal = 0
    if isinstance(clause, Refrain):
        target = (clause.target,) if clause.target else ()
        deeds = frozenset((clause.actor, i, *target) for i in clause.instruments)
    elif isinstance(clause, Move):
        goal = compiled.scenario.issues[clause.issue].options.index(clause.to)
    end = FOREVER if last is None else last
    return Duty(number, clause, end, condition, isinstance(clause, Declare), deeds, goal)


def alive(compiled: Compiled, terms: Terms, done: Collection[int], turn: int) -> bool:
    """Whether any clause can still bind in ``turn``; words alone never expire."""
    for duty in duties(compiled, terms):
        if duty.words or (turn <= duty.last and duty.number not in done):
            return True
    return False


def binding(compiled: Compiled, agreement: Agreement, row: Any, moment: Moment) -> tuple[int, ...]:
    """The numbers of the clauses that bind in a turn that begins with ``row``."""
    return tuple(duty.number for duty in owed(compiled, agreement, row, moment))


def owed(compiled: Compiled, agreement: Agreement, row: Any, moment: Moment) -> list[Duty]:
    """The duties that bind in a turn that begins with ``row``."""
    turn, done = moment.turn, agreement.done
    return [
        duty
        for duty in duties(compiled, agreement.terms)
        if turn <= duty.last
        and duty.number not in done
        and (duty.condition is None or duty.condition(row, moment))
    ]


def allowed(issue: Issue, hold: Hold) -> range:
    """The numbers of the options that a ``hold`` allows."""
    at = issue.options.index(hold.option)
    if hold.bound == "at":
        return range(at, at + 1)
    return range(at, len(issue.options)) if hold.bound == "at_least" else range(at + 1)


def next_step(issue: Issue, present: int, to: str) -> int:
    """The option that the next step toward ``to`` leads to (``present`` when it is reached)."""
    goal = issue.options.index(to)
    if goal == present or not issue.ladder:
        return goal
    return present + (1 if goal > present else -1)


def issue_shifts(scenario: Scenario, terms: Terms, row: Any) -> list[Shift]:
    """The options that clauses move or hold issues to, from the present ones.

    A hold that is already met moves nothing, another moves to the nearest allowed option; a
    conditional clause counts as if its condition held (rules.md, Ratification).
    """
    goals: dict[int, int] = {}
    for clause in terms.clauses:
        if isinstance(clause, Move):
            issue = scenario.issues[clause.issue]
            goals[issue.cell] = issue.options.index(clause.to)
    for clause in terms.clauses:
        if isinstance(clause, Hold):
            issue = scenario.issues[clause.issue]
            span = allowed(issue, clause)
            at = goals.get(issue.cell, row[issue.cell])
            goals[issue.cell] = min(max(at, span[0]), span[-1])
    return [(cell, goal, row[cell]) for cell, goal in sorted(goals.items()) if goal != row[cell]]


def clause_shifts(compiled: Compiled, terms: Terms, row: Any, moment: Moment) -> list[Shift]:
    """What all clauses would change if they ran on the present row: steps, transfers and deeds."""
    scenario = compiled.scenario
    sums: dict[int, int] = {}
    for clause in terms.clauses:
        if isinstance(clause, Transfer):
            for who, sign in ((clause.giver, -1), (clause.receiver, 1)):
                cell = scenario.header.index[f"{clause.track}.{who}"]
                sums[cell] = sums.get(cell, 0) + sign * clause.amount
        elif isinstance(clause, Perform):
            form = compiled.act_of.get((clause.actor, Act(clause.do, clause.target)))
            if form is not None:
                out = Out()
                form.block.run(row, moment, out)
                for cell, asked, _cause in out.changes:
                    sums[cell] = sums.get(cell, 0) + asked
                for issue, way, _step_cause in out.steps:
                    cell = scenario.issues[issue].cell
                    sums[cell] = sums.get(cell, 0) + (1 if way == "up" else -1)
    shifts = issue_shifts(scenario, terms, row)
    for cell, total in sorted(sums.items()):
        after = min(max(row[cell] + total, compiled.lows[cell]), compiled.highs[cell])
        shifts.append((cell, after, row[cell]))
    return shifts
