"""The greedy bot: one turn ahead, by its own score, on what it may see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.bots import reasons
from game.bots.book import Page
from game.bots.bot import Choice, Deed, Why
from game.bots.desk import Desk
from game.bots.exercise import judgements, packages
from game.bots.figures import answer
from game.bots.forum import joinable, proposal, votes
from game.bots.outlook import POINT, Outlook, outlook
from game.bots.promises import Promises, promises
from game.bots.talks import draft, signatures
from game.rules.profiles import difference
from game.scenario.model import Scenario
from game.scenario.orders import Order
from game.table.commands import Answer, Perceive, Plan
from game.table.sight import Sight


class Greedy:
    """Orders, proposes, signs and keeps what gains it more than no deal; breaks what does not."""

    name = "greedy"

    def opens(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Answers, ratings, at most one draft, one package and one proposal in a forum."""
        look = outlook(scenario, sight)
        bound = promises(look)
        free = sight.purse - sight.reserved - bound.payments() - _due(look, bound)
        deeds: list[Deed] = []
        for deed, cost in _answers(look, free):
            deeds.append(deed)
            free -= cost
        if scenario.perceptions and not sight.perceived:
            deeds.append(_ratings(look))
        if scenario.settle is not None:
            deeds.extend(packages(look))
        text = draft(look) if scenario.settle is None else None
        if text is not None:
            deeds.append(text)
        before = proposal(look, bound, free)
        if before is not None:
            deeds.append(before)
        return deeds

    def signs(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Drafts that gain it more than no deal; a word on the packages of others."""
        look = outlook(scenario, sight)
        return [*signatures(look), *judgements(look)]

    def closes(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Votes and orders."""
        look = outlook(scenario, sight)
        bound = promises(look)
        desk = Desk(look, bound)
        orders: list[Order] = []
        why: list[Why] = []
        chosen: list[Choice] = []
        cast = list(votes(look, bound)) if sight.proposals else []
        desk.fill()
        for worth, vote, text, reason in cast:
            # Whoever has an order to spare stands beside the proposer.
            stands = vote.ballot == "yes" and worth >= 2 * POINT and desk.room > 0
            if stands and joinable(sight.offers, text):
                desk.room -= 1
                orders.append(text)
                why.append(reasons.joined(look.seat, text, worth))
                chosen.append(Choice(text, worth))
            else:
                orders.append(vote)
                why.append(reason)
        orders += desk.orders
        because = reasons.together([*why, *desk.reasons])
        choices = (*chosen, *desk.chosen)
        return (Deed(Plan(tuple(orders), lock=True), scenario, because, choices),)


def _due(look: Outlook, bound: Promises) -> int:
    """The capital that the promises it keeps ask of this seat now."""
    owed = [order for _agreement, order in bound.duties()]
    if not owed:
        return 0
    return sum([offer.cost for offer in look.sight.offers if offer.order in owed])


def _answers(look: Outlook, free: int) -> Iterator[tuple[Deed, int]]:
    for question in look.sight.questions:
        if question.asks != look.seat or question.answer:
            continue
        event = look.scenario.events[question.event]
        best, most, price = event.default, None, 0
        for option, cost in question.costs:
            if cost > free and option != event.default:
                continue
            worth = answer(look, event.id, option) - cost
            if most is None or worth > most or (worth == most and option == event.default):
                best, most, price = option, worth, cost
        deed = Deed(Answer(event.id, best), look.scenario, reasons.answered(event.id, best))
        free -= price
        yield deed, price


def _ratings(look: Outlook) -> Deed:
    """How threatening others look: by how far their favourites are from ours, and by trust."""
    page: Page[Perceive] | None = look.book.pages.get("ratings")
    if page is None:
        book, index = look.book, look.scenario.header.index
        needs = book.needs(issue.cell for issue in look.scenario.issues.values())
        trusts = (index.get(f"trust.{look.seat}.{other}") for other in look.scenario.players)
        needs.cells.update(cell for cell in trusts if cell is not None)
        page = book.pages["ratings"] = Page(needs, _rate)
    return Deed(page.read(look), look.scenario, reasons.rated())


def _rate(look: Outlook) -> Perceive:
    rated = []
    own = look.book.own.profile
    for other in look.scenario.players:
        if other == look.seat:
            continue
        clash = 0
        for cell, table in look.book.public[other].profile.public.tables.items():
            favourite = table.index(max(table))
            shift = ((cell, favourite, look.row[cell]),)
            worth = difference(own.public, shift) + difference(own.private, shift)
            clash += (worth < 0) - (worth > 0)
        trust = look.scenario.header.index.get(f"trust.{look.seat}.{other}")
        level = 5 + clash - (look.row[trust] if trust is not None else 0)
        rated.append((other, min(max(level, 0), 10)))
    return Perceive(tuple(rated))
