"""Would a signature bind an actor both ways? (rules.md, ``draft/conflict``)"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.rules.clauses import allowed
from game.scenario.model import Issue, Scenario
from game.scenario.terms import Clause, Hold, Move, Perform, Refrain, Terms

_AIMS = (Move, Hold)


def conflict(
    scenario: Scenario, row: Any, terms: Terms, others: Iterable[Terms]
) -> tuple[Terms, int, int] | None:
    """The first agreement (``terms`` itself among them) that binds a party the other way.

    Returns it with the numbers of the clauses that clash: of ``terms`` first. Clauses with a
    condition may never bind together and are not compared.
    """
    for other in (terms, *others):
        shared = set(terms.parties) & set(other.parties)
        if not shared:
            continue
        for n, mine in enumerate(terms.clauses):
            for k, theirs in enumerate(other.clauses):
                if not mine.if_ and not theirs.if_ and _clash(scenario, row, mine, theirs):
                    return other, n, k
    return None


def _clash(scenario: Scenario, row: Any, a: Clause, b: Clause) -> bool:
    if isinstance(a, _AIMS) and isinstance(b, _AIMS):
        if a.issue != b.issue:
            return False
        return _apart(scenario.issues[a.issue], row, a, b)
    if isinstance(a, Refrain) and isinstance(b, Perform):
        a, b = b, a
    if isinstance(a, Perform) and isinstance(b, Refrain):
        same = a.actor == b.actor and a.do in b.instruments
        return same and b.target in ("", a.target)
    return False


def _apart(issue: Issue, row: Any, a: Move | Hold, b: Move | Hold) -> bool:
    if isinstance(a, Move) and isinstance(b, Move):
        present = row[issue.cell]
        ways = {_sign(issue.options.index(clause.to) - present) for clause in (a, b)}
        if issue.ladder:
            return ways == {-1, 1}
        return a.to != b.to
    if isinstance(a, Hold) and isinstance(b, Hold):
        first, second = allowed(issue, a), allowed(issue, b)
        return max(first[0], second[0]) > min(first[-1], second[-1])
    move, hold = (a, b) if isinstance(a, Move) else (b, a)
    assert isinstance(move, Move) and isinstance(hold, Hold)
    return issue.options.index(move.to) not in allowed(issue, hold)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
