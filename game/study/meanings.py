"""What the words of the table of balance mean, for whoever reads it for the first time."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import N_, _
from game.study.games import CLOSE

_MEANINGS = (
    N_(
        "*Worthwhile*: an act, step or proposal in a forum that a bot weighed and held for "
        "worth at least one point more than passing. Votes are none, and the random turns of "
        "a mixed bot choose nothing and break nothing on purpose."
    ),
    N_(
        "*Main issue*: the issue whose options differ most in what they are publicly worth to "
        "a seat; its *favourite* is the option it likes best there."
    ),
    N_("*Pivotal*: a seat without which no step up, or none down, of an issue comes about."),
    N_("*Signs*: a seat signs what it holds for worth something; no dead letter has all names."),
    N_(
        "*Way to coerce*: an instrument that takes from its target what this publicly wants "
        "(or its capital, its trust, its support at home), or a step that one seat imposes "
        "alone, can lift alone, and that costs the others. It is *let go of* where that step "
        "is taken back, or where who holds it signs not to use it."
    ),
    N_("*Unspent*: capital that is left when all orders are paid, before the next income."),
    N_(
        "*Breach*: counted where the seat weighed what it did that turn. It is *on purpose* "
        "where the seat chose it, and meant its word when it signed; else the seat was unable "
        "to keep it, for want of capital or an order. What dice break does not count."
    ),
    N_(
        "*Joint score*: what all seats together gain over a game of the same seed in which "
        "nobody does anything; greedy bots play it with and without agreements."
    ),
    N_(
        "*Attainable*: from the worst to the best that a seat gets on the Pareto frontier. "
        "Shares of it and the joint score are taken from every second of the first {close} "
        "games."
    ),
)


def meanings() -> Iterator[str]:
    """One sentence or more for each word, which stands in front between asterisks."""
    for one in _MEANINGS:
        yield _(one).format(close=CLOSE)
