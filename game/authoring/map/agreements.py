"""Who owes what: ready agreements, their parties and their clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from game.authoring.map.frame import NAME, SMALL, Grid, Label, Lane, Row
from game.authoring.map.paper import Paper
from game.i18n import _
from game.scenario.model import Scenario
from game.scenario.terms import Clause, Hold, Move, Perform, Refrain, Terms, Transfer
from game.table.words import Words

LABELS: Final = 560.0


class Agreements:
    """The section of who owes what."""

    def __init__(self, scenario: Scenario, words: Words) -> None:
        self.scenario = scenario
        self.words = words

    def draw(self, paper: Paper, y: float, grid: Grid) -> float:
        """Draw the section from `y` down; returns where it ends."""
        says = _(
            "A large disc where a seat is party to the agreement. Below, for each clause: a small "
            "disc where a seat owes it, a ring where it is owed to that seat or aimed at it. "
            "Players may draft other agreements from the same kinds of clause."
        )
        y = grid.heading(paper, y, _("Who owes what"), says)
        y = grid.names(paper, y, _("Ready agreements"))
        for number, (id, terms) in enumerate(self.scenario.agreements.items()):
            for row in self._rows(id, terms):
                y = grid.row(paper, y, row, number % 2 == 0)
        return y

    def _rows(self, id: str, terms: Terms) -> Iterator[Row]:
        name = self.words.agreement(id)
        kind = self._kind(terms)
        labels = [Label(name, NAME, "ink", True), Label(kind)]
        parties = self.words.actors(terms.parties)

        def party(paper: Paper, y: float, lanes: Sequence[Lane]) -> None:
            there = [lane for lane in lanes if lane.id in terms.parties]
            if len(there) > 1:
                paper.line(there[0].x, y + 10, there[-1].x, y + 10, "ink", 1.5)
            for lane in there:
                paper.circle(lane.x, y + 10, 10, lane.fill)

        yield Row(f"{name}. {kind}. {parties}", labels, 20, party)
        for clause in terms.clauses:
            says = self.words.clause(clause)
            owes, toward = self._owed(terms, clause)
            yield Row(says, [Label(says, SMALL, "ink")], 12, _discs(owes, toward), 22)

    def _kind(self, terms: Terms) -> str:
        """What sort of text it is, and what that means."""
        if len(terms.parties) == 1:
            kind = _("a pledge: one seat alone gives its word")
        elif terms.treaty:
            kind = _("a treaty: ratified, then it executes itself")
        else:
            kind = _("a promise: in force when all have signed, and anyone may break it")
        if terms.annex_of:
            says = _("{kind}; annex of “{name}”")
            kind = says.format(kind=kind, name=self.words.agreement(terms.annex_of))
        return _("{kind}; secret").format(kind=kind) if terms.secret else kind

    def _owed(self, terms: Terms, clause: Clause) -> tuple[set[str], set[str]]:
        """Who owes a clause, and to or at whom."""
        if isinstance(clause, Move):
            issue = self.scenario.issues[clause.issue]
            consent = issue.consent(issue.start, issue.options.index(clause.to))
            return {party for party in terms.parties if party in consent.of}, set()
        if isinstance(clause, Hold):
            return set(terms.parties), set()
        if isinstance(clause, Refrain | Perform):
            return {clause.actor}, {clause.target} if clause.target else set()
        if isinstance(clause, Transfer):
            return {clause.giver}, {clause.receiver}
        return set(), set()


def _discs(owes: set[str], toward: set[str]) -> Callable[[Paper, float, Sequence[Lane]], None]:
    """Marks on the lanes of those who owe a clause, and of those at whom it is aimed."""

    def mark(paper: Paper, y: float, lanes: Sequence[Lane]) -> None:
        for lane in lanes:
            if lane.id in owes:
                paper.circle(lane.x, y + 7, 5.5, lane.fill)
            elif lane.id in toward:
                paper.circle(lane.x, y + 7, 5.5, "card", "ink", 1.6)

    return mark
