"""What a greedy bot puts on the table and signs: what gains it more than no deal."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from game.bots import reasons
from game.bots.bot import Choice, Deed
from game.bots.budget import can_keep, dues
from game.bots.figures import carried, terms_worth
from game.bots.outlook import Outlook
from game.bots.promises import promises
from game.bots.swaps import swaps
from game.rules.clauses import allowed, last_turn
from game.scenario.terms import Clause, Declare, Hold, Move, Terms
from game.table.commands import Draft, Sign

FOREVER = 1 << 15
"""A turn that never comes."""
_AIMS = (Move, Hold)
Promised = frozenset[tuple[str, str]]


def signatures(look: Outlook) -> Iterator[Deed]:
    """Drafts that gain this seat more than no deal, the best first, while it can keep them all."""
    sight, seat = look.sight, look.seat
    waiting = [
        seen.draft
        for seen in sight.drafts
        if seen.refusal is None
        and seat in seen.draft.terms.parties
        and seat not in seen.draft.signatures
    ]
    if not waiting:
        return
    bound, known = promises(look), promised(look)
    now, coming = bound.dues(), bound.coming()
    valued = [(gain(look, draft.terms, known, draft.id), draft) for draft in waiting]
    for _worth, draft in sorted(valued, key=lambda pair: -pair[0]):
        worth = gain(look, draft.terms, known, draft.id)
        if worth <= 0 or _crossed(look, draft.terms):
            continue
        if carried(look, draft.terms):
            if not can_keep(look, now, [*coming, dues(look, draft.terms)]):
                continue
            coming.append(dues(look, draft.terms))
            known = known.union(_moves(draft.terms))
        why = reasons.signed(draft.id, draft.terms, worth)
        yield Deed(Sign(draft.id, draft.revision), look.scenario, why, (Choice(draft.id, worth),))


def draft(look: Outlook) -> Deed | None:
    """A ready agreement, or an exchange of one's own, that gains this seat and no party loses by.

    What was not taken up stands back in the next turn: a bot begins with another text each turn.
    """
    found = _ready(look)
    if found:
        worth, name, terms = found[(look.world.turn - 1) % len(found)]
        why = reasons.drafted(name, terms, worth)
        return Deed(Draft(terms), look.scenario, why, (Choice(name, worth),))
    offered = [swap for swap in swaps(look) if _new(look, swap.terms)]
    if not offered:
        return None
    swap = offered[(look.world.turn - 1) % len(offered)]
    if not _affordable(look, swap.terms):
        return None
    why = reasons.swapped(swap.want, swap.give, swap.worth)
    return Deed(Draft(swap.terms), look.scenario, why, (Choice("", swap.worth),))


def _ready(look: Outlook) -> list[tuple[int, str, Terms]]:
    """Ready agreements worth drafting, the best first."""
    sight, turn = look.sight, look.world.turn + 1
    taken = {a.id for a in sight.agreements}
    taken.update([seen.draft.id for seen in sight.drafts])
    known: Promised | None = None
    found: list[tuple[int, str, Terms]] = []
    for name, terms, others, last in _own_ready(look):
        if name in taken or turn > last or terms_worth(look, terms, id=name) <= 0:
            continue
        if min([terms_worth(look, terms, p, name) for p in others], default=0) < 0:
            continue
        if not carried(look, terms):
            continue
        if known is None:
            known = promised(look)
        worth = gain(look, terms, known, name)
        if worth > 0 and _affordable(look, terms) and not _crossed(look, terms):
            found.append((worth, name, terms))
    found.sort(key=lambda one: -one[0])
    return found


def _own_ready(look: Outlook) -> list[tuple[str, Terms, list[str], int]]:
    """The ready agreements open to this seat: who else is in it, and until when all of it binds."""
    found: list[tuple[str, Terms, list[str], int]] | None = look.book.pages.get("ready")
    if found is None:
        found = look.book.pages["ready"] = [
            (
                name,
                terms,
                [party for party in terms.parties if party != look.seat],
                min(last for c in terms.clauses if (last := last_turn(c) or FOREVER)),
            )
            for name, terms in look.scenario.agreements.items()
            if look.seat in terms.parties and terms.clauses
        ]
    return found


def _new(look: Outlook, terms: Terms) -> bool:
    """Whether nothing of this text is promised already, or lies on the table."""
    known = promised(look)
    if not known.isdisjoint(_moves(terms)):
        return False
    return all(seen.draft.terms.clauses != terms.clauses for seen in look.sight.drafts)


def gain(look: Outlook, terms: Terms, known: Promised, id: str) -> int:
    """What a text is worth beside what is promised already."""
    ready = id if id in look.scenario.agreements else ""
    if known.isdisjoint(_moves(terms)):
        return terms_worth(look, terms, id=ready)
    rest = tuple(
        clause
        for clause in terms.clauses
        if not isinstance(clause, Declare)
        and not (isinstance(clause, Move) and (clause.issue, clause.to) in known)
    )
    return terms_worth(look, replace(terms, clauses=rest), id=ready) if rest else 0


def promised(look: Outlook) -> Promised:
    """The moves that this seat is promised already, or has signed for."""
    seat, sight = look.seat, look.sight
    mine = [a.terms for a in sight.agreements if seat in a.terms.parties]
    signed = [s.draft.terms for s in sight.drafts if seat in s.draft.signatures]
    mine += [terms for terms in signed if carried(look, terms)]
    return frozenset([move for terms in mine for move in _moves(terms)])


def _moves(terms: Terms) -> list[tuple[str, str]]:
    return [(c.issue, c.to) for c in terms.clauses if type(c) is Move]


def _crossed(look: Outlook, terms: Terms) -> bool:
    """Whether a text wants an issue where something that this seat promised will not have it.

    The table looks at this too, but not at clauses with a condition.
    """
    seat, sight = look.seat, look.sight
    others = [a.terms for a in sight.agreements if seat in a.terms.parties]
    others += [s.draft.terms for s in sight.drafts if seat in s.draft.signatures]
    return any(
        _apart(look, mine, theirs) or _apart(look, theirs, mine)
        for other in others
        if other is not terms
        for mine in terms.clauses
        if type(mine) in _AIMS
        for theirs in other.clauses
        if type(theirs) in _AIMS
    )


def _apart(look: Outlook, move: Clause, hold: Clause) -> bool:
    if not isinstance(move, Move) or not isinstance(hold, Hold) or move.issue != hold.issue:
        return False
    issue = look.scenario.issues[move.issue]
    return issue.options.index(move.to) not in allowed(issue, hold)


def _affordable(look: Outlook, terms: Terms) -> bool:
    """Whether this seat could keep a text beside what it has promised and signed."""
    bound = promises(look)
    return can_keep(look, bound.dues(), [*bound.coming(), dues(look, terms)])
