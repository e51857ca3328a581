"""What is chosen on purpose: orders, signatures, and whether all that there is comes alive."""

from __future__ import annotations

from game.i18n import N_, _
from game.scenario.model import Scenario
from game.study.levers import levers
from game.study.rows import RARE, Measure, absent, alive, listed, rates, row, span
from game.study.tally import Tally


def orders(scenario: Scenario, tally: Tally) -> Measure:
    """Whether every seat has something worth doing, turn by turn."""
    means = {
        seat: tally.worthwhile.get(seat, 0) / max(tally.minded.get(seat, 0), 1)
        for seat in scenario.players
    }
    bad = [(mean, f"{seat} {mean:.2f}") for seat, mean in means.items() if mean < 2.5]
    return row(
        "orders",
        N_("Worthwhile orders of a seat in a turn"),
        N_("at least 2.5"),
        span(means.values(), "{:.2f}"),
        not bad,
        listed(bad),
        means=means,
    )


def signatures(scenario: Scenario, tally: Tally) -> Measure:
    """Whether every seat finds texts worth signing."""
    signed = {
        seat: [
            name
            for name, terms in scenario.agreements.items()
            if seat in terms.parties
            and tally.rate(tally.signers.get(name, {}).get(seat, 0)) >= RARE
        ]
        for seat in scenario.players
    }
    bad = [(len(names), f"{seat} {len(names)}") for seat, names in signed.items() if len(names) < 2]
    return row(
        "signatures",
        N_("Ready agreements a seat signs in 5 % of games"),
        N_("at least 2"),
        span((len(names) for names in signed.values()), "{:.0f}"),
        not bad,
        listed(bad),
        signed=signed,
    )


def coercion(scenario: Scenario, tally: Tally) -> Measure:
    """Whether threats are ever carried out: else nobody need fear them."""
    keys = [lever.key for lever in levers(scenario)]
    what = N_("Ways to coerce that are chosen")
    return alive(tally, "coercion", what, N_("each in 5 % of games"), tally.chosen, keys)


def relief(scenario: Scenario, tally: Tally) -> Measure:
    """Whether pressure is ever let go of: else there is nothing to buy."""
    keys = [lever.key for lever in levers(scenario)]
    what = N_("Ways to coerce that are let go of")
    return alive(tally, "relief", what, N_("each in 5 % of games"), tally.relieved, keys)


def instruments(scenario: Scenario, tally: Tally) -> Measure:
    """Whether any instrument lies dead."""
    what = N_("Instruments that are chosen")
    keys = scenario.instruments
    return alive(tally, "instruments", what, N_("each in 5 % of games"), tally.chosen, keys)


def agreements(scenario: Scenario, tally: Tally) -> Measure:
    """Whether any ready agreement is a dead letter."""
    what = N_("Ready agreements that all parties sign")
    keys = scenario.agreements
    return alive(tally, "agreements", what, N_("each in 5 % of games"), tally.agreed, keys)


def interests(scenario: Scenario, tally: Tally) -> Measure:
    """Whether every party of a ready agreement has something to gain by it at times."""
    what, target = N_("Ready agreements worth a point to each party"), N_("each in some games")
    if not scenario.agreements:
        return absent("interests", what, target)
    shares = {
        name: rates(tally, tally.valued.get(name, {}), terms.parties)
        for name, terms in scenario.agreements.items()
    }
    dull = {name: [p for p, s in parties.items() if not s] for name, parties in shares.items()}
    bad = [(-len(who), f"{name}: {', '.join(who)}") for name, who in dull.items() if who]
    figure = _("{n} of {all}").format(n=len(shares) - len(bad), all=len(shares))
    return row("interests", what, target, figure, not bad, listed(bad), shares=shares)
