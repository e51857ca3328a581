"""What there is to say of a scoreable exercise (`settle:`), where only the deal counts."""

from __future__ import annotations

from game.i18n import N_, _
from game.scenario.model import Scenario
from game.study.rows import Measure, absent, listed, percent, row, span, uncounted
from game.study.structure import better_than_none, comparable
from game.study.tally import Tally


def deals(scenario: Scenario, _tally: Tally) -> Measure:
    """The room there is for a deal at all."""
    better, among = better_than_none(scenario)
    what, target = N_("Packages better than no deal for every player"), N_("at least 1")
    if better is None:
        return uncounted("deals", what, target, better=better, packages=among)
    return row(
        "deals",
        what,
        target,
        _("{n} of {all} ({share})").format(n=better, all=among, share=percent(better / among)),
        better > 0,
        better=better,
        packages=among,
    )


def settled(_scenario: Scenario, tally: Tally) -> Measure:
    """How often a deal is made."""
    share = tally.rate(tally.settled)
    return row("settled", N_("Games that are settled"), "", percent(share), None, share=share)


def efficient(scenario: Scenario, tally: Tally) -> Measure:
    """How often nothing is left on the table."""
    what = N_("Settlements nobody could improve on")
    if not tally.settled:
        return absent("efficient", what, "")
    if not tally.efficient and not comparable(scenario):
        return uncounted("efficient", what, "")
    share = tally.efficient / tally.settled
    return row("efficient", what, "", percent(share), None, share=share)


def above(scenario: Scenario, tally: Tally) -> Measure:
    """What a deal is worth beside none, and who is left out: some deals can do without somebody."""
    what = N_("Mean points above no deal, if settled")
    if not tally.settled:
        return absent("above", what, "")
    means = {seat: tally.above.get(seat, 0) / tally.settled for seat in scenario.players}
    out = [(mean, f"{seat} {mean:.1f}") for seat, mean in means.items() if mean <= 0]
    return row("above", what, "", span(means.values()), None, listed(out), means=means)
