"""What a greedy bot proposes in forums, and how it votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.bots import reasons
from game.bots.bot import Choice, Deed, Why
from game.bots.figures import deed, passes, step
from game.bots.outlook import POINT, Outlook
from game.bots.promises import Promises
from game.rules.offers import text_forum
from game.rules.turn import Offer
from game.scenario.orders import Act, Ballot, Denounce, Order, Step, Vote
from game.table.commands import Give


def proposal(look: Outlook, promises: Promises, free: int) -> Deed | None:
    """The one text for a forum that gains this seat most, and would likely pass."""
    given = sum([not isinstance(order, Vote | Denounce) for order in look.sight.orders])
    if look.scenario.orders - given <= len(list(promises.duties())):
        return None  # what it owes takes all the orders that it has
    best: tuple[int, Offer] | None = None
    open_to = [o for o in look.sight.offers if o.forum and o.refusal is None and o.cost <= free]
    if not open_to:
        return None
    before = {proposal.text for proposal in look.sight.proposals}
    for offer in open_to:
        order = offer.order
        if not isinstance(order, Act | Step) or text_id(order) in before:
            continue
        if not promises.allow(look.seat, order):
            continue
        worth = valued(look, look.seat, order)
        if worth < POINT or (best is not None and worth <= best[0]):
            continue
        if passes(look, offer.forum, _text(look, order)):
            best = worth, offer
    if best is None:
        return None
    worth, offer = best
    assert isinstance(offer.order, Act | Step)
    why = reasons.proposed(look.seat, offer.order, worth)
    return Deed(Give(offer.order), look.scenario, why, (Choice(offer.order, worth),))


def _text(look: Outlook, order: Act | Step) -> Act | tuple[str, int]:
    if isinstance(order, Act):
        return order
    return order.issue, look.scenario.issues[order.issue].options.index(order.option)


def text_id(order: Act | Step) -> str:
    """The id by which a text is voted on."""
    return order.issue if isinstance(order, Step) else order.instrument


def valued(look: Outlook, proposer: str, order: Act | Step) -> int:
    """What the adoption of a text is worth to this seat."""
    if isinstance(order, Act):
        return deed(look, look.grounded.act_of[proposer, order])
    return step(look, order.issue, look.scenario.issues[order.issue].options.index(order.option))[0]


def votes(look: Outlook, promises: Promises) -> Iterator[tuple[int, Vote, Act | Step, Why]]:
    """How this seat votes on what others propose, what that is worth to it, and why."""
    for proposal in look.sight.proposals:
        order = proposal.order
        if look.seat in proposal.proposers or not isinstance(order, Act | Step):
            continue
        forum = text_forum(look.scenario, proposal.text)
        if forum is None or look.seat not in look.scenario.forums[forum].members:
            continue
        worth = valued(look, proposal.proposers[0], order)
        bound = worth > 0 and not promises.allow(look.seat, order)
        ballot: Ballot = "abstain" if bound or not worth else "yes" if worth > 0 else "no"
        why = reasons.voted(proposal.proposers[0], order, ballot, worth, bound=bound)
        yield worth, Vote(proposal.text, ballot), order, why


def joinable(offers: Sequence[Offer], order: Order) -> bool:
    """Whether this seat may put its own name to a text."""
    return any(offer.order == order and offer.refusal is None for offer in offers)
