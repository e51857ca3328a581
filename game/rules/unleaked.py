"""Why a secret did not come out in a case that says it does: the commonest riddle of a leak."""

from __future__ import annotations

from collections.abc import Collection

from game.i18n import _
from game.rules.turn import Resolution
from game.scenario.model import Scenario
from game.world.facts import Concluded, Ended
from game.world.world import World


def unleaked(
    scenario: Scenario, before: World, after: Resolution, name: str, leaks: Collection[str]
) -> str:
    """The reason, in a sentence; `leaks` are those that chance shall bring out."""
    if not scenario.leaks:
        return _("this scenario has no 'leaks:', the chance each turn that a secret comes out")
    if name not in leaks:
        return _("chance brings out only what stands in the 'leaks:' of the case")
    agreement = next((one for one in before.agreements if one.id == name), None)
    if agreement is None:
        if any(isinstance(fact, Concluded) and fact.agreement == name for fact in after.facts):
            return _("it is concluded in this turn, and comes out in a later one at the earliest")
        return _("it is not in force: give it with 'in_force:'")
    if not agreement.terms.secret:
        return _("it is public already")
    ended = [f for f in after.facts if isinstance(f, Ended) and f.agreement == name]
    if ended:
        who = ", ".join(ended[0].by)
        if ended[0].how == "expired":
            return _("it expired before it could come out")
        return _(
            "it ended before it could come out, by {who}: give the orders that keep it"
        ).format(who=who or "?")
    return _("nothing brought it out")
