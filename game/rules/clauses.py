"""What the clauses of an agreement ask for now: when they bind, what they would change."""

from __future__ import annotations

from typing import Any

from game.rules.compiled import Compiled
from game.rules.moment import Moment
from game.rules.profiles import Shift
from game.scenario.grounding import Out
from game.scenario.model import Issue, Scenario
from game.scenario.orders import Act
from game.scenario.terms import Clause, Declare, Hold, Move, Perform, Terms, Transfer
from game.world.world import Agreement


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


def alive(agreement: Agreement, turn: int) -> bool:
    """Whether any clause can still bind in ``turn``; words alone never expire."""
    return any(
        isinstance(clause, Declare) or (number not in agreement.done and binds(clause, turn))
        for number, clause in enumerate(agreement.terms.clauses)
    )


def binding(compiled: Compiled, agreement: Agreement, row: Any, moment: Moment) -> tuple[int, ...]:
    """The numbers of the clauses that bind in a turn that begins with ``row``."""
    found = []
    for number, clause in enumerate(agreement.terms.clauses):
        if number in agreement.done or not binds(clause, moment.turn):
            continue
        if clause.if_ and not compiled.clause_condition(clause.if_)(row, moment):
            continue
        found.append(number)
    return tuple(found)


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
    shifts = issue_shifts(scenario, terms, row)
    for cell, total in sorted(sums.items()):
        after = min(max(row[cell] + total, compiled.lows[cell]), compiled.highs[cell])
        shifts.append((cell, after, row[cell]))
    return shifts
