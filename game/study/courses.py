"""How games go, and how they end for whom."""

from __future__ import annotations

from game.i18n import N_, _
from game.scenario.model import Scenario
from game.study import structure
from game.study.rows import RARE, Measure, absent, listed, percent, rates, row, span, uncounted
from game.study.tally import Tally


def unspent(scenario: Scenario, tally: Tally) -> Measure:
    """Whether capital is scarce enough to choose between its uses."""
    what, target = N_("Mean unspent capital of a seat in a turn"), N_("at most 1.5")
    if "capital" not in scenario.tracks:
        return absent("unspent", what, target)
    means = {seat: tally.unspent.get(seat, 0) / tally.turns for seat in scenario.players}
    bad = [(-mean, f"{seat} {mean:.2f}") for seat, mean in means.items() if mean > 1.5]
    figure = span(means.values(), "{:.2f}")
    return row("unspent", what, target, figure, not bad, listed(bad), means=means)


def crisis(scenario: Scenario, tally: Tally) -> Measure:
    """Whether the end that nobody wants is a danger, and not the rule."""
    what, target = N_("Games that end in the crisis"), N_("under 10 %")
    shares = rates(tally, tally.ends, structure.crises(scenario))
    if not shares:
        return absent("crisis", what, target)
    share = sum(shares.values())
    bad = [(-s, f"{end} {percent(s)}") for end, s in shares.items()]
    worst = listed(bad) if share >= 0.1 else ""
    return row("crisis", what, target, percent(share), share < 0.1, worst, shares=shares)


def tension(scenario: Scenario, tally: Tally) -> Measure:
    """Whether games live at the brink."""
    what, target = N_("Turns that end above 80 % of tension"), N_("under 15 %")
    tracks = structure.strains(scenario)
    if not tracks:
        return absent("tension", what, target)
    shares = {track: tally.high.get(track, 0) / tally.turns for track in tracks}
    bad = [(-s, f"{track} {percent(s)}") for track, s in shares.items() if s >= 0.15]
    most = max(shares.values())
    return row("tension", what, target, percent(most), not bad, listed(bad), shares=shares)


def finals(scenario: Scenario, tally: Tally) -> Measure:
    """Whether every option of the first issue can be where things end."""
    finals = {
        issue.id: rates(tally, tally.finals.get(issue.id, {}), issue.options)
        for issue in scenario.issues.values()
    }
    what, target = N_("Final options of the first issue"), N_("each at least 5 %")
    if not finals:
        return absent("finals", what, target)
    main = next(iter(finals))
    shares = finals[main]
    bad = [(s, f"{option} {percent(s)}") for option, s in shares.items() if s < RARE]
    return row(
        "finals",
        what,
        target,
        " ".join(f"{100 * share:.0f}" for share in shares.values()),
        not bad,
        listed(bad),
        issue=main,
        finals=finals,
    )


def breaches(scenario: Scenario, tally: Tally) -> Measure:
    """Whether promises are broken at times, and mostly kept; dice break none that count."""
    share, chosen = tally.rate(tally.unkept), tally.rate(tally.breached)
    unable = tally.rate(tally.defaulted)
    breakers = {name: rates(tally, seats, seats) for name, seats in tally.breakers.items()}
    who = [
        (-rate, f"{name or _('an exchange')}: {seat} {percent(rate)}")
        for name, seats in breakers.items()
        for seat, rate in seats.items()
    ]
    return row(
        "breaches",
        N_("Games with a breach"),
        N_("15 to 40 %"),
        _("{share} ({chosen} on purpose)").format(share=percent(share), chosen=percent(chosen)),
        0.15 <= share <= 0.4 if _binding(scenario, tally) else None,
        listed(who),
        share=share,
        chosen=chosen,
        defaulted=unable,
        breakers=breakers,
    )


def last_turn(scenario: Scenario, tally: Tally) -> Measure:
    """Whether the last turn invites betrayal."""
    what, target = N_("Breaches on the last turn"), N_("at most twice the rate before")
    before = tally.breaches_before / max(tally.turns - tally.games, 1)
    last = tally.breaches_last / tally.games
    says = _("{n:.1f} times ({last} against {before})") if before else _("{last} against {before}")
    figure = says.format(
        n=last / before if before else 0, last=percent(last), before=percent(before)
    )
    met = last <= 2 * before if _binding(scenario, tally) else None
    return row("last-turn", what, target, figure, met, last=last, before=before)


def _binding(scenario: Scenario, tally: Tally) -> bool:
    """Whether there is anything to break."""
    return bool(scenario.agreements or tally.concluded)


def joint(_scenario: Scenario, tally: Tally) -> Measure:
    """Whether agreements are worth their trouble: by what all gain over doing nothing."""
    what, target = N_("Joint score without agreements"), N_("at least 25 % lower")
    if not tally.pairs:
        return absent("joint", what, target)
    idle = sum(tally.joint_idle.values())
    gain = (sum(tally.joint.values()) - idle) / tally.pairs
    apart = (sum(tally.joint_apart.values()) - idle) / tally.pairs
    lower = (gain - apart) / gain if gain > 0 else None
    if lower is None:
        figure = _("no gain to compare")
    else:
        says = _("{share} lower") if lower >= 0 else _("{share} higher")
        figure = says.format(share=percent(abs(lower)))
    brought = {
        source: (tally.joint.get(source, 0) - tally.joint_apart.get(source, 0)) / tally.pairs
        for source in {**tally.joint, **tally.joint_apart}
    }
    most = sorted(brought.items(), key=lambda one: (-abs(one[1]), one[0]))[:3]
    told = [f"{source} {points:+.1f}" for source, points in most if points]
    worst = _("{gain:+.1f} with, {apart:+.1f} without; texts bring {most}").format(
        gain=gain, apart=apart, most=", ".join(told) or "-"
    )
    return row(
        "joint",
        what,
        target,
        figure,
        lower is not None and lower >= 0.25,
        worst,
        gain=gain,
        apart=apart,
        lower=lower,
        brought=brought,
    )


def attained(scenario: Scenario, tally: Tally) -> Measure:
    """Whether every seat has a fair game."""
    what, target = N_("Each seat's mean share of the attainable"), N_("35 to 65")
    if not tally.appraised:
        made = absent if structure.comparable(scenario) else uncounted
        return made("attained", what, target)
    means = {seat: tally.shares.get(seat, 0) / tally.appraised for seat in scenario.players}
    bad = [
        (-abs(mean - 50), f"{seat} {mean:.0f}")
        for seat, mean in means.items()
        if not 35 <= mean <= 65
    ]
    figure = span(means.values(), "{:.0f}")
    return row("attained", what, target, figure, not bad, listed(bad), means=means)


def leader(_scenario: Scenario, tally: Tally) -> Measure:
    """Whether the game is open in its middle."""
    what, target = N_("Who leads in the middle wins"), N_("not every time")
    if not tally.leads:
        return absent("leader", what, target)
    share = tally.led / tally.leads
    return row("leader", what, target, percent(share), share < 1, share=share)
