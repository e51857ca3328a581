"""What promises will cost a seat, turn by turn, and whether it can pay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from game.bots.book import LEFT, Page
from game.bots.figures import priced, subjects
from game.bots.outlook import Outlook
from game.rules.clauses import next_step
from game.scenario.orders import Act
from game.scenario.terms import Move, Perform, Terms, Transfer

Dues = tuple[tuple[int, int], ...]
"""Capital and orders that a text asks of a seat, in its first turn, in the next, and so on."""


def dues(look: Outlook, terms: Terms, done: tuple[int, ...] = ()) -> Dues:
    """What a text asks of this seat while everybody keeps it, from the present options on."""
    key = ("dues", terms.parties, terms.clauses, terms.treaty, done)
    page: Page[Dues] | None = look.book.pages.get(key)
    if page is None:
        needs = look.book.needs(look.book.costs.cells, look.book.costs.asks)
        needs.asks.add(LEFT)
        needs.cells |= {look.scenario.issues[name].cell for name in subjects(terms)}
        for clause in terms.clauses:
            if isinstance(clause, Perform) and clause.actor == look.seat:
                form = look.grounded.act_of.get((look.seat, Act(clause.do, clause.target)))
                if form is not None and not isinstance(form.cost, int):
                    needs.cells.update(range(len(look.row) - len(look.book.paced)))
        page = look.book.pages[key] = Page(needs, lambda at: _dues(at, terms, done))
    return page.read(look)


def _dues(look: Outlook, terms: Terms, done: tuple[int, ...]) -> Dues:
    clauses = [clause for n, clause in enumerate(terms.clauses) if n not in done]
    row, found = look.row[:], []
    for turn in range(look.left):
        capital = orders = 0
        for clause in clauses:
            if isinstance(clause, Transfer):
                if clause.giver == look.seat and (clause.every == "turn" or not turn):
                    capital += clause.amount if clause.track == "capital" else 0
            elif isinstance(clause, Perform):
                if clause.actor == look.seat and not turn:
                    form = look.grounded.act_of.get((look.seat, Act(clause.do, clause.target)))
                    capital += priced(look, form.cost, row) if form is not None else 0
                    orders += 1
            elif isinstance(clause, Move):
                cost = _step_due(look, clause, row)
                if cost is not None:
                    capital += (cost + 1) // 2 if terms.treaty else cost
                    orders += not terms.treaty
        found.append((capital, orders))
    while found and found[-1] == (0, 0):
        found.pop()
    return tuple(found)


def _step_due(look: Outlook, clause: Move, row: list[int]) -> int | None:
    """What the next step costs this seat, which is then taken; None where it is not asked."""
    issue = look.scenario.issues[clause.issue]
    present = row[issue.cell]
    new = next_step(issue, present, clause.to)
    cost = None
    for form in look.grounded.steps[look.seat][issue.id][present]:
        if form.new == new:
            cost = priced(look, form.cost, row)
    row[issue.cell] = new
    return cost


def total(listed: Iterable[Dues]) -> list[tuple[int, int]]:
    """Several texts' dues together."""
    return [
        (sum([capital for capital, _orders in turn]), sum([orders for _capital, orders in turn]))
        for turn in zip_longest(*listed, fillvalue=(0, 0))
    ]


def income(look: Outlook) -> int:
    """The capital that a turn brings."""
    track = look.scenario.tracks.get("capital")
    return track.income if track is not None else 0


def reserve(look: Outlook, ahead: Sequence[tuple[int, int]]) -> int:
    """The capital to keep back this turn for what is due from the next turn on."""
    gained = income(look)
    short = most = 0
    for capital, _orders in ahead:
        short += capital - gained
        most = max(most, short)
    return most


def can_keep(look: Outlook, now: Sequence[Dues], coming: Sequence[Dues]) -> bool:
    """Whether this seat could keep what binds it now, and what will from the next turn on."""
    bound = total(now)
    ahead = total([tuple(bound[1:]), *coming])
    if any(orders > look.scenario.orders for _capital, orders in ahead):
        return False
    free = look.sight.purse - look.sight.reserved - (bound[0][0] if bound else 0)
    return free >= reserve(look, ahead)
