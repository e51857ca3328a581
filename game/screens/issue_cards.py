"""Issues as cards of the board: where they stand, who must consent, who has, and who minds."""

from __future__ import annotations

from game.i18n import _
from game.rules.profiles import difference, profile_of
from game.scenario.model import Consent, Issue
from game.scenario.orders import Step
from game.screens.eyes import Eyes
from game.screens.scene import Assent, Card
from game.table.views import IssueView
from game.world.facts import Consented


def cards(eyes: Eyes) -> tuple[Card, ...]:
    """Every issue as a card."""
    return tuple(_card(eyes, issue) for issue in eyes.view.issues)


def _card(eyes: Eyes, view: IssueView) -> Card:
    issue = eyes.scenario.issues[view.id]
    last = len(issue.options) - 1
    onward = () if issue.ladder and view.now == last else _assents(eyes, issue, issue.up, view.now)
    back: tuple[Assent, ...] = ()
    if issue.ladder and view.now > 0:
        back = _assents(eyes, issue, issue.down, view.now, up=False)
    return Card(
        id=view.id,
        name=view.name,
        options=view.labels,
        now=view.now,
        was=view.now if view.was is None else view.was,
        ladder=view.ladder,
        on=onward,
        back=back,
        needs=_needs(eyes, issue.up) if onward else "",
        minds=_minds(eyes, issue, view.now),
    )


def _needs(eyes: Eyes, consent: Consent) -> str:
    if consent.forum:
        return eyes.words.forum(consent.forum)
    if len(consent.of) < 2:
        return ""
    if consent.need == len(consent.of):
        return _("all")
    if consent.need == 1:
        return _("any")
    return _("{n} of {all}").format(n=consent.need, all=len(consent.of))


def _assents(
    eyes: Eyes, issue: Issue, consent: Consent, now: int, up: bool = True
) -> tuple[Assent, ...]:
    """Who must consent to a step; of a forum, its members that have a seat."""
    players = {actor.id for actor in eyes.players}
    of = eyes.scenario.forums[consent.forum].members if consent.forum else consent.of
    given = _given(eyes, issue, consent, now, up)
    tried = any(given.values())
    return tuple(
        Assent(id, eyes.name(id), given.get(id, False if tried else None))
        for id in of
        if id in players
    )


def _given(eyes: Eyes, issue: Issue, consent: Consent, now: int, up: bool) -> dict[str, bool]:
    """Who is known to have consented: last turn to the same step, or to its proposal now.

    Orders of this turn are secret, but one's own.
    """
    options = _targets(issue, now, up)
    given: dict[str, bool] = {}
    for fact in eyes.sight.told:
        if isinstance(fact, Consented) and fact.issue == issue.id and fact.option in options:
            given[fact.seat] = True
    for proposal in eyes.sight.proposals:
        order = proposal.order
        if isinstance(order, Step) and order.issue == issue.id and order.option in options:
            given |= dict.fromkeys(proposal.proposers, True)
    for order in eyes.sight.orders:
        if isinstance(order, Step) and order.issue == issue.id and order.option in options:
            given[eyes.seat] = True
    return given


def _targets(issue: Issue, now: int, up: bool) -> tuple[str, ...]:
    if not issue.ladder:
        return tuple(option for n, option in enumerate(issue.options) if n != now)
    at = now + 1 if up else now - 1
    return issue.options[at : at + 1] if at >= 0 else ()


def _minds(eyes: Eyes, issue: Issue, now: int) -> int:
    """How many players would lose by the next step on, by what everybody knows they want."""
    if not issue.ladder or now + 1 >= len(issue.options):
        return 0
    mandates = dict(zip(eyes.scenario.actors, eyes.sight.mandates, strict=True))
    losing = [
        actor.id
        for actor in eyes.players
        if difference(
            profile_of(eyes.scenario, actor.id, mandates[actor.id], -1).public,
            [(issue.cell, now + 1, now)],
        )
        < 0
    ]
    return len(losing)
