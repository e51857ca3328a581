"""What a greedy bot orders: first what it owes and keeps, then what gains it most for its price."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.bots import reasons
from game.bots.book import Page
from game.bots.bot import Choice, Why
from game.bots.budget import income
from game.bots.figures import live_acts, step
from game.bots.outlook import Outlook
from game.bots.promises import Promises
from game.rules.clauses import next_step
from game.scenario.orders import Act, Denounce, Order, Step, Vote
from game.scenario.terms import Move
from game.world.facts import Consented


class _Option(NamedTuple):
    order: Act | Step
    cost: int
    worth: int
    page: Page[int] | None = None


class Desk:
    """One seat's orders of a turn, with the reason of each."""

    def __init__(self, look: Outlook, promises: Promises) -> None:
        self.look = look
        self.promises = promises
        sight = look.sight
        self.orders: list[Order] = []
        self.reasons: list[Why] = []
        self.chosen: list[Choice] = []
        self.free = sight.purse - sight.reserved - promises.payments()
        self.room = look.scenario.orders - sum(
            [not isinstance(order, Vote | Denounce) for order in sight.orders]
        )
        self._consents: list[Consented] | None = None
        self.price = 1 if look.left > 1 else 0  # what a unit of capital might be worth later

    def fill(self) -> None:
        """Keep or leave what was promised, then order what is worth most."""
        seat, offers = self.look.seat, self.look.sight.offers
        for agreement, worth, quiet in self.promises.dropped:
            why = reasons.left if quiet else reasons.broken
            if quiet:
                self.orders.append(Denounce(agreement.id))
            self.reasons.append(why(agreement.id, agreement.terms, worth))
            self.chosen.append(Choice(agreement.id, -self.promises.stake(agreement)))
        self._keep_promises()
        self.free -= self.promises.ahead()
        if self.room < 1 or not offers:
            return
        options = [*self._steps(), *self._acts()]
        while self.room > 0 and options:
            best = max(options, key=self._rate)
            if self._rate(best) <= 0 or not self._take(best.order, best.cost):
                return
            self.reasons.append(reasons.ordered(seat, best.order, best.worth))
            self.chosen.append(Choice(best.order, best.worth))
            options = [option for option in options if option.cost <= self.free]
            if self.room < 1 or len(options) < 1:
                return
            options = self._again(options, best)

    def _keep_promises(self) -> None:
        """Order what is owed; for what cannot be paid yet, save."""
        owed = list(self.promises.duties())
        if not owed:
            return
        offers = {offer.order: offer for offer in self.look.sight.offers}
        unpaid = 0
        for agreement, order in owed:
            offer = offers.get(order)
            if offer is None or order in self.orders:
                continue
            if offer.refusal is None and self._take(order, offer.cost):
                self.reasons.append(reasons.kept(agreement.id, agreement.terms))
                self.chosen.append(Choice(order, self.promises.stake(agreement)))
            elif offer.cost > self.free:
                unpaid += offer.cost
                self.reasons.append(reasons.unpaid(agreement.id, agreement.terms))
        if unpaid:
            self.free -= max(unpaid - income(self.look), 0)

    def _take(self, order: Order, cost: int) -> bool:
        if self.room < 1 or cost > self.free or order in self.orders:
            return False
        self.room -= 1
        self.free -= cost
        self.orders.append(order)
        return True

    def _rate(self, option: _Option) -> float:
        """What an order gains for what it costs."""
        if option.cost > self.free:
            return 0.0
        return (option.worth - self.price * option.cost) / (option.cost or 1)

    def _again(self, options: list[_Option], chosen: _Option) -> list[_Option]:
        """What is left to choose from when an order has been chosen, and what it is worth then."""
        look, order = self.look, chosen.order
        if isinstance(order, Step):
            return [o for o in options if getattr(o.order, "issue", "") != order.issue]
        before = look.row
        shifts = look.act_shifts(look.grounded.act_of[look.seat, order])
        look.suppose(shifts)
        changed = {cell for cell, _after, _before in shifts if look.row[cell] != before[cell]}
        found = []
        for option in options:
            if option is chosen:
                continue
            if option.page is not None and not changed.isdisjoint(option.page.cells):
                option = _Option(option.order, option.cost, option.page.read(look), option.page)
            if option.worth > 0:
                found.append(option)
        return found

    def _acts(self) -> Iterator[_Option]:
        """Acts worth doing."""
        look, offers, barred = self.look, self.look.sight.offers, self.promises.barred
        for place, form, page in live_acts(look.book):
            offer = offers[place]
            if offer.refusal is not None or offer.cost > self.free or form.order in self.orders:
                continue
            worth = page.read(look)
            if worth > 0 and (not barred or self.promises.allow(look.seat, form.order)):
                yield _Option(form.order, offer.cost, worth, page)

    def _steps(self) -> Iterator[_Option]:
        """Steps worth taking that would likely come about, with their worths and costs."""
        look = self.look
        if look.scenario.settle is not None:
            return  # only the settlement counts, whatever stands where
        first = len(look.grounded.acts[look.seat])
        for offer in look.sight.offers[first:]:
            order = offer.order
            if not isinstance(order, Step) or offer.refusal is not None or offer.forum:
                continue
            if order.issue in self.promises.fixed or order in look.sight.orders:
                continue
            if self._away(order):
                continue
            if self._hopeful(order) and self.promises.allow(look.seat, order):
                worth = self._worth(order)
                if worth > 0:
                    yield _Option(order, offer.cost, worth)

    def _away(self, order: Step) -> bool:
        """Whether a step leads away from where a text wants the issue that this seat has signed."""
        issue = self.look.scenario.issues[order.issue]
        new, present = issue.options.index(order.option), self.look.row[issue.cell]
        for seen in self.look.sight.drafts:
            if self.look.seat in seen.draft.signatures:
                for clause in seen.draft.terms.clauses:
                    if isinstance(clause, Move) and clause.issue == issue.id:
                        goal = issue.options.index(clause.to)
                        if abs(goal - new) > abs(goal - present):
                            return True
        return False

    def _worth(self, order: Step) -> int:
        issue = self.look.scenario.issues[order.issue]
        return step(self.look, order.issue, issue.options.index(order.option))[0]

    def _tried(self, order: Step) -> set[str]:
        """Who ordered this step last turn, as far as this seat was told."""
        if self._consents is None:
            self._consents = [fact for fact in self.look.sight.told if type(fact) is Consented]
        return {
            fact.seat
            for fact in self._consents
            if fact.issue == order.issue and fact.option == order.option
        }

    def _hopeful(self, order: Step) -> bool:
        """Whether enough of those asked would likely consent: who gains, and who is bound to."""
        look = self.look
        issue = look.scenario.issues[order.issue]
        new, present = issue.options.index(order.option), look.row[issue.cell]
        consent = issue.consent(present, new)
        if consent.need <= 1:
            return True
        willing = {look.seat, *step(look, order.issue, new)[1]}
        tried = self._tried(order)
        if look.seat in tried:
            willing &= tried  # who let it fail last turn will likely do so again
        for agreement in look.sight.agreements:
            for clause in agreement.terms.clauses:
                if not isinstance(clause, Move) or clause.issue != issue.id:
                    continue
                if next_step(issue, present, clause.to) == new:
                    willing.update(agreement.terms.parties)
        return len(willing.intersection(consent.of)) >= consent.need
