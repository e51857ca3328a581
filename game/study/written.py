"""What the file alone says of balance, as rows: packages, favourites, who is needed."""

from __future__ import annotations

from game.i18n import N_, _
from game.scenario.model import Scenario
from game.study import structure
from game.study.rows import Measure, listed, row, span, uncounted
from game.study.tally import Tally

MANY = 1_000
"""Packages from which on ten of them can be one in a hundred."""


def packages(scenario: Scenario, _tally: Tally) -> Measure:
    """Whether there is something for everybody, and not too much of it."""
    better, among = structure.better_for_all(scenario)
    what, target = (
        N_("Packages better than the start for every player"),
        N_("at most 1 %, at least 10"),
    )
    if better is None:
        return uncounted("packages", what, target, better=better, packages=among)
    figure = _("{n} of {all} ({share})").format(
        n=better, all=among, share=f"{100 * better / among:.2f} %"
    )
    return row(
        "packages",
        what,
        target,
        figure,
        better >= 10 and 100 * better <= among if among >= MANY else None,
        "" if among >= MANY else _("does not apply below {n} packages").format(n=f"{MANY:,}"),
        better=better,
        packages=among,
    )


def favourites(scenario: Scenario, _tally: Tally) -> Measure:
    """Whether what one seat wants most is against others."""
    found = structure.favourites(scenario)
    least = min(2, len(scenario.players) - 1)
    bad = [
        (len(one.hurts), f"{seat}: {one.issue} {one.option} ({', '.join(one.hurts) or '-'})")
        for seat, one in found.items()
        if len(one.hurts) < least
    ]
    return row(
        "favourites",
        N_("Each seat's favourite of its main issue hurts"),
        N_("at least 2 others"),
        span((len(one.hurts) for one in found.values()), "{:.0f}"),
        not bad,
        listed(bad),
        favourites={
            seat: {"issue": one.issue, "option": one.option, "hurts": list(one.hurts)}
            for seat, one in found.items()
        },
    )


def pivots(scenario: Scenario, _tally: Tally) -> Measure:
    """Whether every seat has something to withhold."""
    found = structure.pivots(scenario)
    bad = [
        (len(issues), f"{seat} {len(issues)}") for seat, issues in found.items() if len(issues) < 2
    ]
    return row(
        "pivots",
        N_("Issues on which a seat is pivotal"),
        N_("at least 2"),
        span((len(issues) for issues in found.values()), "{:.0f}"),
        not bad,
        listed(bad),
        issues={seat: list(issues) for seat, issues in found.items()},
    )
