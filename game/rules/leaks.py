"""What is agreed in secret may come out: drawn each turn for each secret agreement in force."""

from __future__ import annotations

from msgspec.structs import replace

from game.rules.chance import happens
from game.rules.clauses import clause_shifts
from game.rules.work import Work
from game.scenario.binding import Ref
from game.scenario.grounding import Out
from game.world.facts import Leaked


def leak(work: Work) -> None:
    """Make public what chance brings out, and let the rules `on: leak` follow from it.

    What is concluded in this turn is safe until the next: nobody has had time to talk.
    """
    out, moment = Out(), work.moment
    forms = work.compiled.rules("leak", {"agreement": Ref("agreement", "")})
    for number, agreement in enumerate(work.agreements):
        terms = agreement.terms
        if not (terms.secret and _comes_out(work, agreement.id)):
            continue
        work.agreements[number] = replace(agreement, terms=replace(terms, secret=False))
        work.facts.append(Leaked(agreement.id, work.agreements[number].terms))
        if forms:
            moment.agreement, moment.parties = agreement.id, terms.parties
            moment.change = clause_shifts(work.compiled, terms, work.row, moment)
            work.fire(forms, out)
    moment.agreement, moment.parties, moment.change = "", (), ()
    work.absorb(out, "events")


def _comes_out(work: Work, agreement: str) -> bool:
    name, world, luck = f"leak:{agreement}", work.world, work.turn.luck
    if luck is not None:
        return luck.get(name, False)
    return happens(world.seed, world.turn, name, work.scenario.leaks)
