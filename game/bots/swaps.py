"""Exchanges of a bot's own making: one thing it wants for one thing that it can give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from game.bots.book import Page
from game.bots.figures import deed, live_acts, priced
from game.bots.outlook import POINT, Outlook
from game.i18n import _
from game.rules.compiled import ActForm
from game.rules.profiles import Shift
from game.scenario.model import Issue
from game.scenario.terms import Clause, Hold, Move, Refrain, Terms

MOST = 3
"""Parties to an exchange at most, and exchanges thought of."""


@dataclass(frozen=True, slots=True)
class Swap:
    """An exchange, and what it is worth to its author."""

    worth: int
    want: Clause
    give: Clause
    terms: Terms


class _Part:
    """A clause, who must be a party to it, and its worth to each actor, as it is asked for."""

    __slots__ = ("_known", "_reckon", "clause", "needed")

    def __init__(
        self, clause: Clause, needed: frozenset[str], reckon: Callable[[str], int]
    ) -> None:
        self.clause = clause
        self.needed = needed
        self._reckon = reckon
        self._known: dict[str, int] = {}

    def worth(self, who: str) -> int:
        """Publicly to another player, wholly to this seat."""
        if who not in self._known:
            self._known[who] = self._reckon(who)
        return self._known[who]


_Want = tuple[Clause, frozenset[str], tuple[tuple[str, int], ...]]
"""A part that a seat wants, with all its worths, to be kept."""


def swaps(look: Outlook) -> tuple[Swap, ...]:
    """The best exchanges that this seat could propose now, the best first."""
    page: Page[tuple[tuple[Swap, ...], tuple[_Want, ...]]] | None = look.book.pages.get("swaps")
    if page is None:
        page = look.book.pages["swaps"] = Page(look.book.step_needs(), _work)
    found, kept = page.read(look)
    if found or not kept:
        return found
    wants = [
        _Part(clause, needed, partial(_listed, dict(worths))) for clause, needed, worths in kept
    ]
    return _best([_swap(look, want, give) for give in _restraints(look) for want in wants])


def _work(look: Outlook) -> tuple[tuple[Swap, ...], tuple[_Want, ...]]:
    """Exchanges of steps for steps, or for steps not taken; else what this seat wants at all."""
    if look.left < 2:
        return (), ()
    parts = list(_moves(look))
    wants = [part for part in parts if part.worth(look.seat) >= POINT]
    wants = [part for part in wants if any(part.worth(who) <= 0 for who in part.needed)]
    mine = [part for part in [*parts, *_holds(look)] if look.seat in part.needed] if wants else []
    gives = [part for part in mine if part.worth(look.seat) <= 0]
    found = _best([_swap(look, want, give) for want in wants for give in gives])
    if found:
        return found, ()
    players = look.scenario.players
    return (), tuple(
        (want.clause, want.needed, tuple((who, want.worth(who)) for who in players))
        for want in wants
    )


def _best(found: Iterable[Swap | None]) -> tuple[Swap, ...]:
    sure = [swap for swap in found if swap is not None]
    sure.sort(key=lambda swap: (-swap.worth, len(swap.terms.parties)))
    return tuple(sure[:MOST])


def _swap(look: Outlook, want: _Part, give: _Part) -> Swap | None:
    """The exchange of two parts, where everybody gains by it who would not give alone."""
    seat = look.seat
    if getattr(give.clause, "issue", "") == getattr(want.clause, "issue", None):
        return None
    parties = want.needed | give.needed | {seat}
    worth = want.worth(seat) + give.worth(seat)
    if not 2 <= len(parties) <= MOST or worth < POINT:
        return None
    others = parties - {seat}
    if any(want.worth(who) + give.worth(who) < POINT for who in others):
        return None
    listed = tuple(who for who in look.scenario.players if who in parties)
    # No actor's name: a bot does not know the skin in which people see the game.
    name = _("An exchange")
    return Swap(worth, want.clause, give.clause, Terms(name, listed, (want.clause, give.clause)))


def _moves(look: Outlook) -> Iterator[_Part]:
    """Steps that the seats could take together by the end."""
    last = look.scenario.turns[1]
    for issue in look.scenario.issues.values():
        present = look.row[issue.cell]
        for new in range(len(issue.options)):
            consent = issue.consent(present, new)
            if new == present or consent.forum:
                continue
            if issue.ladder and abs(new - present) > look.left - 1:
                continue
            needed = frozenset(consent.of)
            if consent.need < len(consent.of):
                first = [look.seat] if look.seat in consent.of else []
                first += [who for who in consent.of if who != look.seat]
                needed = frozenset(first[: consent.need])
            if len(needed) > MOST:
                continue
            clause = Move(issue.id, issue.options[new], last)
            shifts = [(issue.cell, new, present)]
            yield _Part(clause, needed, _reckoning(look, shifts, _cost(look, issue, present, new)))


def _reckoning(look: Outlook, shifts: list[Shift], cost: int) -> Callable[[str], int]:
    """What shifts are publicly worth to another player, and, less their cost, to this seat."""

    def reckon(who: str) -> int:
        if who != look.seat:
            return look.worth(look.book.public[who], shifts)
        return look.worth(look.book.own, shifts) - cost

    return reckon


def _cost(look: Outlook, issue: Issue, present: int, new: int) -> int:
    way = 1 if new > present else -1
    total = 0
    for old in range(present, new, way) if issue.ladder else (present,):
        for form in look.grounded.steps[look.seat][issue.id][old]:
            if form.new == (old + way if issue.ladder else new):
                total += priced(look, form.cost)
    return total


def _holds(look: Outlook) -> Iterator[_Part]:
    """Steps that this seat could promise not to take."""
    for issue in look.scenario.issues.values():
        present = look.row[issue.cell]
        for form in look.grounded.steps[look.seat][issue.id][present]:
            if form.forum or not issue.ladder:
                continue
            option = issue.options[present]
            bound = Hold(issue.id, "at_most" if form.new > present else "at_least", option)
            yield _Part(bound, frozenset((look.seat,)), _sparing(look, issue, form.new))


def _sparing(look: Outlook, issue: Issue, new: int) -> Callable[[str], int]:
    """What it is worth that a step is not taken: half, as in any text, for it may never be."""
    lost = _reckoning(look, [(issue.cell, new, look.row[issue.cell])], 0)

    def reckon(who: str) -> int:
        worth = lost(who)
        return -(worth // 2) if worth > 0 else -worth // 2

    return reckon


def _harmful(look: Outlook) -> list[tuple[ActForm, Page[int]]]:
    """The acts of this seat that take something from whoever they are aimed at."""
    found: list[tuple[ActForm, Page[int]]] | None = look.book.pages.get("harmful")
    if found is None:
        found = look.book.pages["harmful"] = [
            (form, page)
            for _place, form, page in live_acts(look.book)
            if form.order.target in look.scenario.players and _takes(look, form)
        ]
    return found


def _takes(look: Outlook, form: ActForm) -> bool:
    """Whether an act would take from a cell of its target's what the target wants more of."""
    wants = look.book.public[form.order.target].profile.public
    changes = [(cell, asked) for cell, asked, _why in form.block.static]
    return bool(form.block.ops) or any(wants.units.get(c, 0) * asked < 0 for c, asked in changes)


def _restraints(look: Outlook) -> Iterator[_Part]:
    """Acts against somebody that this seat could promise to leave alone."""
    for form, page in _harmful(look):
        target = form.order.target
        if page.read(look) > 0 and (lost := deed(look, form, target)) < 0:
            clause = Refrain(look.seat, (form.order.instrument,), target)
            worths = {target: -lost, look.seat: -page.read(look)}
            reckon = partial(_listed, worths)
            yield _Part(clause, frozenset((look.seat, target)), reckon)


def _listed(worths: Mapping[str, int], who: str) -> int:
    return worths.get(who, 0)
