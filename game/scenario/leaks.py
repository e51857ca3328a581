"""What tells a secret: changes that more eyes can read than may know what caused them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from game.scenario.model import Cell, Scenario
from game.scenario.terms import Terms, Transfer


def outside(scenario: Scenario, cells: Iterable[int], eyes: Collection[str]) -> set[int]:
    """Those of the cells that somebody else than `eyes` can read."""
    header = scenario.header.cells
    return {i for i in cells if _beyond(header[i], {*eyes})}


def _beyond(cell: Cell, eyes: set[str]) -> bool:
    if cell.seen_by in ("owner", "pair"):
        return not set(cell.owners) <= eyes
    return cell.seen_by == "everyone"


def betrayed(scenario: Scenario, reads: Iterable[int], writes: Iterable[int]) -> set[int]:
    """The hidden cells among `reads` that who sees one of `writes`, and not them, can guess at."""
    cells = scenario.header.cells
    hidden = {i for i in reads if cells[i].seen_by != "everyone"}
    if not hidden:
        return set()
    owners = [set(cells[i].owners) if cells[i].seen_by != "control" else set() for i in hidden]
    return hidden if outside(scenario, writes, set.intersection(*owners)) else set()


def shown_by(scenario: Scenario, terms: Terms, follows: Iterable[int]) -> set[int]:
    """Cells in which others see that a secret agreement was made: paid, or changed by a rule.

    `follows` are the cells that rules change when an agreement begins or ends.
    """
    parties = set(terms.parties)
    cells = scenario.header.cells
    mine = (i for i in follows if set(cells[i].owners) <= parties)
    return outside(scenario, {*mine, *_paid(scenario, terms)}, parties)


def _paid(scenario: Scenario, terms: Terms) -> Iterator[int]:
    for clause in terms.clauses:
        if isinstance(clause, Transfer):
            for who in (clause.giver, clause.receiver):
                index = scenario.header.index.get(f"{clause.track}.{who}")
                if index is not None:
                    yield index
