"""What things are worth to one's own seat: from its sight and role sheet alone.

A seat's own wants, purse and constituencies are in its sight; what it cannot see takes its start,
and others' wants are the public ones. So nothing here tells more than the sight does.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from game.scenario.drafting import faults
from game.scenario.terms import Terms
from game.screens.eyes import Eyes
from game.table.weigh import Scales, Weighed


class Appraisal(Struct, frozen=True):
    """What a text is worth to this seat, and what its constituencies would say of it.

    `faults` says what is wrong with the text; then nothing else is known of it.
    """

    faults: tuple[str, ...]
    weighed: Weighed | None = None


def appraise(eyes: Eyes, terms: Terms) -> Appraisal:
    """Weigh a text for this seat."""
    wrong = tuple(fault.says for fault in faults(eyes.scenario, terms))
    if wrong or eyes.view.sheet is None:
        return Appraisal(wrong)
    return Appraisal((), Scales(eyes.scenario, eyes.sight).terms(terms))


def issue_worth(eyes: Eyes, issue: str) -> tuple[int, ...]:
    """What each option of an issue is worth to this seat; empty where it wants nothing of it.

    Its own objectives that speak of the issue count, met or not as everything else stands now: so
    an option is worth here what a text that leads to it is worth.
    """
    profile = eyes.sight.profile
    if profile is None:
        return ()
    it = eyes.scenario.issues[issue]
    tables = [t for w in (profile.public, profile.private) if (t := w.tables.get(it.cell))]
    goals = [g for g in (*profile.goals, *profile.private_goals) if it.cell in g.reads]
    if not tables and not goals:
        return ()
    worth = [sum(table[n] for table in tables) for n in range(len(it.options))]
    if goals:
        scales = Scales(eyes.scenario, eyes.sight)
        for n in range(len(it.options)):
            row = scales.world.row[:]
            row[it.cell] = n
            worth[n] += sum(goal.worth for goal in goals if goal.holds(row, scales.moment))
    return tuple(worth)


def package_worth(eyes: Eyes, chosen: Mapping[str, str]) -> int | None:
    """What a package would be worth to this seat."""
    if eyes.sight.profile is None:
        return None
    return Scales(eyes.scenario, eyes.sight).package(dict(chosen))


def walk_away(eyes: Eyes) -> int | None:
    """What this seat gets without a deal, in a scoreable exercise."""
    settle = eyes.scenario.settle
    return settle.walk_away.get(eyes.seat, 0) if settle and eyes.seat else None
