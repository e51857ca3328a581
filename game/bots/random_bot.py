"""The random bot: any legal orders, drafts and signatures."""

from __future__ import annotations

from collections.abc import Sequence

from game.bots import reasons
from game.bots.bot import Deed
from game.bots.dice import Dice
from game.rules.offers import text_forum
from game.scenario.model import Scenario
from game.scenario.orders import Ballot, Denounce, Order, Vote
from game.table.commands import (
    Accept,
    Answer,
    Draft,
    Give,
    Perceive,
    Plan,
    Refuse,
    Sign,
    TablePackage,
)
from game.table.sight import Sight

BALLOTS: tuple[Ballot, ...] = ("yes", "no", "abstain")


class Random:
    """Anything that may be done, with equal chances; the same again under the same seed."""

    name = "random"

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def _dice(self, sight: Sight, what: str) -> Dice:
        return Dice(self.seed, sight.turn, sight.seat, what)

    def opens(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """A random answer and rating, now and then a draft, a package, a proposal."""
        dice, why = self._dice(sight, "opens"), reasons.thrown()
        free = sight.purse - sight.reserved
        deeds: list[Deed] = []
        for question in sight.questions:
            options = [option for option, cost in question.costs if cost <= free]
            if question.asks == sight.seat and options:
                option = dice.pick(options)
                free -= dict(question.costs)[option]
                deeds.append(Deed(Answer(question.event, option), scenario, why))
        if scenario.perceptions:
            others = [p for p in scenario.players if p != sight.seat]
            deeds.append(Deed(Perceive(tuple((p, dice.below(11)) for p in others)), scenario, why))
        if scenario.settle is not None and dice.chance(0.5):
            package = tuple((id, dice.pick(i.options)) for id, i in scenario.issues.items())
            deeds.append(Deed(TablePackage(package), scenario, why))
        taken = {a.id for a in sight.agreements} | {seen.draft.id for seen in sight.drafts}
        mine = [
            terms
            for name, terms in scenario.agreements.items()
            if sight.seat in terms.parties and name not in taken
        ]
        if mine and dice.chance(0.5):
            deeds.append(Deed(Draft(dice.pick(mine)), scenario, why))
        proposals = [
            offer.order
            for offer in sight.offers
            if offer.forum
            and not isinstance(offer.order, Vote)
            and offer.refusal is None
            and offer.cost <= free
        ]
        if proposals and dice.chance(0.25):
            deeds.append(Deed(Give(dice.pick(proposals)), scenario, why))
        return deeds

    def signs(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Every other draft that it may sign, and a word on packages."""
        dice, why = self._dice(sight, "signs"), reasons.thrown()
        deeds = [
            Deed(Sign(seen.draft.id, seen.draft.revision), scenario, why)
            for seen in sight.drafts
            if seen.refusal is None
            and sight.seat in seen.draft.terms.parties
            and sight.seat not in seen.draft.signatures
            and dice.chance(0.5)
        ]
        for package in sight.packages:
            if sight.seat not in (*package.accepts, *package.refuses):
                do = Accept(package.id) if dice.chance(0.5) else Refuse(package.id)
                deeds.append(Deed(do, scenario, why))
        return deeds

    def closes(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Random orders and votes; now and then it leaves an agreement."""
        dice = self._dice(sight, "closes")
        orders: list[Order] = []
        room = scenario.orders - len(sight.orders)
        free = sight.purse - sight.reserved
        standing = [
            o
            for o in sight.offers
            if o.refusal is None and not o.forum and not isinstance(o.order, Vote | Denounce)
        ]
        issues: set[str] = set()
        while standing and room > 0 and not dice.chance(0.15):
            offer = standing.pop(dice.below(len(standing)))
            issue = getattr(offer.order, "issue", "")
            if offer.cost <= free and offer.order not in orders and issue not in issues:
                orders.append(offer.order)
                free -= offer.cost
                room -= 1
                if issue:
                    issues.add(issue)
        for proposal in sight.proposals:
            forum = text_forum(scenario, proposal.text)
            members = scenario.forums[forum].members if forum else ()
            if sight.seat in members and sight.seat not in proposal.proposers:
                orders.append(Vote(proposal.text, dice.pick(BALLOTS)))
        for agreement in sight.agreements:
            if sight.seat in agreement.terms.parties and dice.chance(0.06):
                orders.append(Denounce(agreement.id))
        return (Deed(Plan(tuple(orders), lock=True), scenario, reasons.thrown()),)
