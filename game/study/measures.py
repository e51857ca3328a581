"""The targets of a good scenario, and how far a tally meets them.

Nothing here knows a scenario by name: seats, instruments, issues and agreements are the file's.
Most measures do not apply to an exercise (`settle:`), which has measures of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from game.i18n import N_, _
from game.scenario.model import Scenario
from game.study import structure
from game.study.levers import levers
from game.study.tally import Tally

RARE = 0.05
"""The share of games in which a thing must come up to be alive."""
NAMED = 4
"""Offenders that a row names at most."""


class Measure(Struct, frozen=True):
    """One row of the table of balance.

    ``met`` is None where the target does not apply; ``worst`` names who or what is farthest from
    it, and ``values`` holds all figures, unrounded.
    """

    id: str
    what: str
    target: str
    figure: str
    met: bool | None
    worst: str
    values: dict[str, Any]


def measured(scenario: Scenario, tally: Tally) -> tuple[Measure, ...]:
    """Every measure of a scenario, in the order of the table."""
    if not tally.games:
        return ()
    made = EXERCISE if scenario.settle is not None else GAME
    return tuple(make(scenario, tally) for make in made)


def _row(
    id: str, what: str, target: str, figure: str, met: bool | None, worst: str = "", **values: Any
) -> Measure:
    if met is None:
        figure, worst = _("does not apply"), worst
    return Measure(id, _(what), _(target), figure, met, worst, values)


def percent(share: float) -> str:
    """A share of 1 in per cent, as a table shows it."""
    return f"{100 * share:.1f} %"


def _span(values: Iterable[float], form: str = "{:.1f}") -> str:
    """The least and the most of some figures."""
    listed = sorted(values)
    if not listed:
        return ""
    low, high = form.format(listed[0]), form.format(listed[-1])
    return low if low == high else f"{low} - {high}"


def _list(offenders: Iterable[tuple[float, str]]) -> str:
    """The worst offenders, the worst first, each with its figure."""
    listed = [text for _rank, text in sorted(offenders)]
    more = len(listed) - NAMED
    return ", ".join([*listed[:NAMED], *([f"+{more}"] if more > 0 else [])])


def _shares(tally: Tally, counts: Mapping[str, int], ids: Iterable[str]) -> dict[str, float]:
    return {id: tally.rate(counts.get(id, 0)) for id in ids}


def _alive(
    tally: Tally, id: str, what: str, target: str, counts: Mapping[str, int], ids: Iterable[str]
) -> Measure:
    """A measure that asks of many things that each comes up in some share of games."""
    shares = _shares(tally, counts, ids)
    if not shares:
        return _row(id, what, target, "", None)
    rare = [(share, f"{name} {percent(share)}") for name, share in shares.items() if share < RARE]
    figure = _("{n} of {all}").format(n=len(shares) - len(rare), all=len(shares))
    return _row(id, what, target, figure, not rare, _list(rare), shares=shares)


# ---------------------------------------------------------------------- what the file alone says


def _packages(scenario: Scenario, _tally: Tally) -> Measure:
    better, among = structure.better_for_all(scenario)
    figure = _("{n} of {all} ({share})").format(
        n=better, all=among, share=f"{100 * better / among:.2f} %"
    )
    return _row(
        "packages",
        N_("Packages better than the start for every player"),
        N_("at most 1 %, at least 10"),
        figure,
        better >= 10 and better <= among / 100,
        better=better,
        packages=among,
    )


def _favourites(scenario: Scenario, _tally: Tally) -> Measure:
    found = structure.favourites(scenario)
    least = min(2, len(scenario.players) - 1)
    bad = [
        (len(one.hurts), f"{seat}: {one.issue} {one.option} ({', '.join(one.hurts) or '-'})")
        for seat, one in found.items()
        if len(one.hurts) < least
    ]
    return _row(
        "favourites",
        N_("Each seat's favourite of its main issue hurts"),
        N_("at least 2 others"),
        _span((len(one.hurts) for one in found.values()), "{:.0f}"),
        not bad,
        _list(bad),
        favourites={
            seat: {"issue": one.issue, "option": one.option, "hurts": list(one.hurts)}
            for seat, one in found.items()
        },
    )


def _pivots(scenario: Scenario, _tally: Tally) -> Measure:
    found = structure.pivots(scenario)
    bad = [
        (len(issues), f"{seat} {len(issues)}") for seat, issues in found.items() if len(issues) < 2
    ]
    return _row(
        "pivots",
        N_("Issues on which a seat is pivotal"),
        N_("at least 2"),
        _span((len(issues) for issues in found.values()), "{:.0f}"),
        not bad,
        _list(bad),
        issues={seat: list(issues) for seat, issues in found.items()},
    )


# ---------------------------------------------------------------------- what is chosen on purpose


def _orders(scenario: Scenario, tally: Tally) -> Measure:
    means = {
        seat: tally.worthwhile.get(seat, 0) / max(tally.minded.get(seat, 0), 1)
        for seat in scenario.players
    }
    bad = [(mean, f"{seat} {mean:.2f}") for seat, mean in means.items() if mean < 2.5]
    return _row(
        "orders",
        N_("Worthwhile orders of a seat in a turn"),
        N_("at least 2.5"),
        _span(means.values(), "{:.2f}"),
        not bad,
        _list(bad),
        means=means,
    )


def _signatures(scenario: Scenario, tally: Tally) -> Measure:
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
    return _row(
        "signatures",
        N_("Ready agreements a seat signs in 5 % of games"),
        N_("at least 2"),
        _span((len(names) for names in signed.values()), "{:.0f}"),
        not bad,
        _list(bad),
        signed=signed,
    )


def _coercion(scenario: Scenario, tally: Tally) -> Measure:
    keys = [lever.key for lever in levers(scenario)]
    what = N_("Ways to coerce that are chosen")
    return _alive(tally, "coercion", what, N_("each in 5 % of games"), tally.chosen, keys)


def _relief(scenario: Scenario, tally: Tally) -> Measure:
    keys = [lever.key for lever in levers(scenario)]
    what = N_("Ways to coerce that are let go of")
    return _alive(tally, "relief", what, N_("each in 5 % of games"), tally.relieved, keys)


def _instruments(scenario: Scenario, tally: Tally) -> Measure:
    what = N_("Instruments that are chosen")
    keys = scenario.instruments
    return _alive(tally, "instruments", what, N_("each in 5 % of games"), tally.chosen, keys)


def _agreements(scenario: Scenario, tally: Tally) -> Measure:
    what = N_("Ready agreements that all parties sign")
    keys = scenario.agreements
    return _alive(tally, "agreements", what, N_("each in 5 % of games"), tally.agreed, keys)


def _interests(scenario: Scenario, tally: Tally) -> Measure:
    what, target = N_("Ready agreements worth a point to each party"), N_("each in some games")
    if not scenario.agreements:
        return _row("interests", what, target, "", None)
    shares = {
        name: _shares(tally, tally.valued.get(name, {}), terms.parties)
        for name, terms in scenario.agreements.items()
    }
    dull = {name: [p for p, s in parties.items() if not s] for name, parties in shares.items()}
    bad = [(-len(who), f"{name}: {', '.join(who)}") for name, who in dull.items() if who]
    figure = _("{n} of {all}").format(n=len(shares) - len(bad), all=len(shares))
    return _row("interests", what, target, figure, not bad, _list(bad), shares=shares)


# ---------------------------------------------------------------------- how games go


def _unspent(scenario: Scenario, tally: Tally) -> Measure:
    what, target = N_("Mean unspent capital of a seat in a turn"), N_("at most 1.5")
    if "capital" not in scenario.tracks:
        return _row("unspent", what, target, "", None)
    means = {seat: tally.unspent.get(seat, 0) / tally.turns for seat in scenario.players}
    bad = [(-mean, f"{seat} {mean:.2f}") for seat, mean in means.items() if mean > 1.5]
    figure = _span(means.values(), "{:.2f}")
    return _row("unspent", what, target, figure, not bad, _list(bad), means=means)


def _crisis(scenario: Scenario, tally: Tally) -> Measure:
    what, target = N_("Games that end in the crisis"), N_("under 10 %")
    shares = _shares(tally, tally.ends, structure.crises(scenario))
    if not shares:
        return _row("crisis", what, target, "", None)
    share = sum(shares.values())
    bad = [(-s, f"{end} {percent(s)}") for end, s in shares.items()]
    worst = _list(bad) if share >= 0.1 else ""
    return _row("crisis", what, target, percent(share), share < 0.1, worst, shares=shares)


def _tension(scenario: Scenario, tally: Tally) -> Measure:
    what, target = N_("Turns that end above 80 % of tension"), N_("under 15 %")
    tracks = structure.strains(scenario)
    if not tracks:
        return _row("tension", what, target, "", None)
    shares = {track: tally.high.get(track, 0) / tally.turns for track in tracks}
    bad = [(-s, f"{track} {percent(s)}") for track, s in shares.items() if s >= 0.15]
    most = max(shares.values())
    return _row("tension", what, target, percent(most), not bad, _list(bad), shares=shares)


def _finals(scenario: Scenario, tally: Tally) -> Measure:
    finals = {
        issue.id: _shares(tally, tally.finals.get(issue.id, {}), issue.options)
        for issue in scenario.issues.values()
    }
    main = next(iter(finals))
    shares = finals[main]
    bad = [(s, f"{option} {percent(s)}") for option, s in shares.items() if s < RARE]
    return _row(
        "finals",
        N_("Final options of the first issue"),
        N_("each at least 5 %"),
        " ".join(f"{100 * share:.0f}" for share in shares.values()),
        not bad,
        _list(bad),
        issue=main,
        finals=finals,
    )


def _breaches(scenario: Scenario, tally: Tally) -> Measure:
    share = tally.rate(tally.breached)
    return _row(
        "breaches",
        N_("Games with a breach on purpose"),
        N_("15 to 40 %"),
        percent(share),
        0.15 <= share <= 0.4 if _binding(scenario, tally) else None,
        share=share,
    )


def _last_turn(scenario: Scenario, tally: Tally) -> Measure:
    what, target = N_("Breaches on the last turn"), N_("at most twice the rate before")
    before = tally.breaches_before / max(tally.turns - tally.games, 1)
    last = tally.breaches_last / tally.games
    ratio = last / before if before else (0.0 if not last else float("inf"))
    figure = _("{n:.1f} times ({last} against {before})").format(
        n=ratio, last=percent(last), before=percent(before)
    )
    met = ratio <= 2 if _binding(scenario, tally) else None
    return _row("last-turn", what, target, figure, met, last=last, before=before)


def _binding(scenario: Scenario, tally: Tally) -> bool:
    return bool(scenario.agreements or tally.concluded)


def _joint(_scenario: Scenario, tally: Tally) -> Measure:
    what, target = N_("Joint score without agreements"), N_("at least 25 % lower")
    if not tally.pairs:
        return _row("joint", what, target, "", None)
    gain = (tally.joint - tally.joint_idle) / tally.pairs
    apart = (tally.joint_apart - tally.joint_idle) / tally.pairs
    if gain > 0:
        lower = (gain - apart) / gain
        says = _("{share} lower") if lower >= 0 else _("{share} higher")
        figure = says.format(share=percent(abs(lower)))
        met = lower >= 0.25
    else:
        lower, met = None, False
        figure = _("no gain to compare")
    means = _("{gain:+.1f} with, {apart:+.1f} without").format(gain=gain, apart=apart)
    return _row("joint", what, target, figure, met, means, gain=gain, apart=apart, lower=lower)


def _attained(scenario: Scenario, tally: Tally) -> Measure:
    means = {seat: tally.shares.get(seat, 0) / tally.games for seat in scenario.players}
    bad = [
        (-abs(mean - 50), f"{seat} {mean:.0f}")
        for seat, mean in means.items()
        if not 35 <= mean <= 65
    ]
    return _row(
        "attained",
        N_("Each seat's mean share of the attainable"),
        N_("35 to 65"),
        _span(means.values(), "{:.0f}"),
        not bad,
        _list(bad),
        means=means,
    )


def _leader(_scenario: Scenario, tally: Tally) -> Measure:
    what, target = N_("Who leads in the middle wins"), N_("not every time")
    if not tally.leads:
        return _row("leader", what, target, "", None)
    share = tally.led / tally.leads
    return _row("leader", what, target, percent(share), share < 1, share=share)


# ---------------------------------------------------------------------- exercises


def _settled(_scenario: Scenario, tally: Tally) -> Measure:
    share = tally.rate(tally.settled)
    what, target = N_("Games that are settled"), N_("15 to 95 %")
    return _row("settled", what, target, percent(share), 0.15 <= share <= 0.95, share=share)


def _efficient(_scenario: Scenario, tally: Tally) -> Measure:
    what, target = N_("Settlements nobody could improve on"), N_("not all of them")
    if not tally.settled:
        return _row("efficient", what, target, "", None)
    share = tally.efficient / tally.settled
    return _row("efficient", what, target, percent(share), share < 1, share=share)


def _above(scenario: Scenario, tally: Tally) -> Measure:
    what, target = N_("Mean points above no deal, if settled"), N_("each above 0")
    if not tally.settled:
        return _row("above", what, target, "", None)
    means = {seat: tally.above.get(seat, 0) / tally.settled for seat in scenario.players}
    bad = [(mean, f"{seat} {mean:.1f}") for seat, mean in means.items() if mean <= 0]
    figure = _span(means.values())
    return _row("above", what, target, figure, not bad, _list(bad), means=means)


Make = Callable[[Scenario, Tally], Measure]

GAME: tuple[Make, ...] = (
    _packages, _favourites, _orders, _pivots, _signatures, _coercion, _relief, _instruments,
    _agreements, _interests, _unspent, _crisis, _tension, _finals, _breaches, _last_turn, _joint,
    _attained, _leader,
)  # fmt: skip
EXERCISE: tuple[Make, ...] = (_settled, _efficient, _above, _attained)
