"""Stage 6: who kept its word (language.md, section 7; rules.md, Details)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from msgspec.structs import replace

from game.rules.clauses import Duty, alive, allowed, clause_shifts, next_step
from game.rules.compiled import consent_list
from game.rules.docket import Docket
from game.rules.moves import Consents, steps_now
from game.rules.offers import amount
from game.rules.work import Work
from game.scenario.grounding import Change, Out, change
from game.scenario.orders import Step
from game.scenario.terms import Hold, Move, Perform, Refrain, Transfer
from game.world.facts import Breached, Ended, Fulfilled, Moved
from game.world.world import Agreement

Breach = tuple[str, str, int]
"""An agreement, the seat that broke it, and the number of the clause."""

Owed = tuple[str, int, Transfer]
"""A transfer that is due: its agreement and the number of the clause."""


@dataclass(slots=True)
class Conduct:
    """What the seats did this turn, as far as clauses ask."""

    docket: Docket
    consents: Consents
    clauses: Mapping[str, Sequence[Duty]]  # which clauses bind this turn, by agreement
    breaches: set[Breach] = field(default_factory=set)
    fulfilled: dict[str, set[int]] = field(default_factory=dict)
    owed: list[Owed] = field(default_factory=list)


def comply(work: Work, conduct: Conduct) -> None:
    """Find breaches, make transfers, end agreements, and set off what follows."""
    conduct.breaches |= conduct.consents.unpaid
    for agreement in work.agreements:
        for duty in conduct.clauses[agreement.id]:
            _judge(work, conduct, agreement, duty)
    changes = _transfers(work, conduct) if conduct.owed else ()
    fulfilled, facts = conduct.fulfilled, work.facts
    for broken, seat, number in sorted(conduct.breaches):
        facts.append(Breached(broken, seat, number))
    for name, numbers in sorted(fulfilled.items()):
        facts.extend(Fulfilled(name, number) for number in sorted(numbers))
    if changes:
        work.apply(changes, "comply")
    ended = _ends(work, conduct)
    if ended:
        _follow(work, ended)
    over = {agreement.id for agreement, _, _ in ended}
    if over or fulfilled:
        work.agreements = [
            replace(a, done=tuple(sorted({*a.done, *fulfilled[a.id]}))) if a.id in fulfilled else a
            for a in work.agreements
            if a.id not in over
        ]
    for agreement, _, _ in ended:
        work.moment.in_force.pop(agreement.id, None)


def _judge(work: Work, conduct: Conduct, agreement: Agreement, duty: Duty) -> None:
    """Note who broke a clause, what it makes due, and whether it is now done for good."""
    clause = duty.clause
    broken: Iterable[str] = ()
    done = False
    if type(clause) is Move:
        cell = work.scenario.issues[clause.issue].cell
        if work.world.row[cell] != duty.goal:
            broken = _move_breakers(work, conduct, agreement, clause)
        done = work.row[cell] == duty.goal
    elif type(clause) is Hold:
        if clause.issue in work.moved:
            broken = _hold_breakers(work, agreement, clause, work.moved[clause.issue])
    elif type(clause) is Refrain:
        deeds = duty.deeds
        if not (deeds.isdisjoint(work.moment.did) and deeds.isdisjoint(conduct.docket.proposed)):
            broken = (clause.actor,)
    elif type(clause) is Perform:
        deed = (clause.actor, clause.do, clause.target)
        done = (deed if clause.target else deed[:2]) in work.moment.did
        if not done and work.world.turn == clause.by:
            broken = (clause.actor,)
    elif type(clause) is Transfer:
        conduct.owed.append((agreement.id, duty.number, clause))
    for seat in broken:
        conduct.breaches.add((agreement.id, seat, duty.number))
    if done:
        conduct.fulfilled.setdefault(agreement.id, set()).add(duty.number)


def _move_breakers(work: Work, conduct: Conduct, agreement: Agreement, clause: Move) -> list[str]:
    issue = work.scenario.issues[clause.issue]
    began = work.world.row
    present = began[issue.cell]
    new = next_step(issue, present, clause.to)
    consent = issue.consent(present, new)
    broken = []
    for party in agreement.terms.parties:
        if party not in consent_list(work.scenario, consent):
            continue
        ordered = _ordered(conduct, party, clause.issue, new, issue.options[new])
        if ordered == "that way":
            continue
        if not ordered and _excused(work, agreement, party, clause, present, new):
            continue
        broken.append(party)
    return broken


def _ordered(conduct: Conduct, party: str, issue: str, new: int, option: str) -> str:
    """``that way``, ``away``, or nothing; a yes vote on the step in a forum is that way too."""
    voice = conduct.consents.voices.get(issue, {}).get(party)
    if voice is not None and not voice.treaty:
        return "that way" if voice.new == new else "away"
    proposed = conduct.docket.proposals.get(issue, {})
    if party in proposed:
        order = proposed[party]
        return "that way" if type(order) is Step and order.option == option else "away"
    if any(type(order) is Step and order.option == option for order in proposed.values()):
        ballot = conduct.docket.ballots.get((party, issue), "abstain")
        return {"yes": "that way", "no": "away"}.get(ballot, "")
    return ""


def _excused(
    work: Work, agreement: Agreement, party: str, clause: Move, present: int, new: int
) -> bool:
    """Whether who ordered nothing owes nothing: a treaty consents for it; its purse is empty."""
    issue = work.scenario.issues[clause.issue]
    if agreement.terms.treaty:
        # It consents in the party's place, and what that could not pay is counted already; but it
        # casts no votes in a forum, and no empty purse excuses from it.
        return not issue.consent(present, new).forum
    cell = work.compiled.capital.get(party)
    form = work.compiled.step_of[party, Step(issue.id, issue.options[new]), present]
    purse = work.world.row[cell] if cell is not None else 0
    return amount(form.cost, work.world.row, work.moment) > purse


def _hold_breakers(work: Work, agreement: Agreement, clause: Hold, moved: Moved) -> list[str]:
    span = allowed(work.scenario.issues[clause.issue], clause)
    outside = _distance(span, moved.new)
    if not outside or outside < _distance(span, moved.old):
        return []
    return [party for party in agreement.terms.parties if party in moved.movers]


def _distance(span: range, option: int) -> int:
    return max(span[0] - option, option - span[-1], 0)


# ---------------------------------------------------------------------- transfers


def _transfers(work: Work, conduct: Conduct) -> list[Change]:
    """All transfers of one giver are paid, or none is, and that is a breach of each."""
    broken = {agreement for agreement, _, _ in conduct.breaches}
    due: dict[tuple[str, str], list[Owed]] = {}
    for name, number, clause in conduct.owed:
        if name not in broken:
            due.setdefault((clause.giver, clause.track), []).append((name, number, clause))
    index, lows = work.scenario.header.index, work.compiled.lows
    short = set()
    for (giver, track), listed in due.items():
        cell = index[f"{track}.{giver}"]
        if sum(clause.amount for _, _, clause in listed) > work.row[cell] - lows[cell]:
            short.add(giver)
    changes: list[Change] = []
    for (giver, track), listed in due.items():
        for name, number, clause in listed:
            if giver in short:
                conduct.breaches.add((name, giver, number))
                continue
            cause = f"transfer:{name}|{giver}>{clause.receiver}"
            changes.append(change(index[f"{track}.{giver}"], -clause.amount, cause))
            changes.append(change(index[f"{track}.{clause.receiver}"], clause.amount, cause))
            if clause.every == "once":
                conduct.fulfilled.setdefault(name, set()).add(number)
    return changes


# ---------------------------------------------------------------------- endings

How = Literal["broken", "denounced", "expired"]
Ending = tuple[Agreement, How, tuple[str, ...]]


def _ends(work: Work, conduct: Conduct) -> list[Ending]:
    breakers: dict[str, set[str]] = {}
    for name, seat, _number in conduct.breaches:
        breakers.setdefault(name, set()).add(seat)
    found: list[Ending] = []
    for agreement in work.agreements:
        name = agreement.id
        if name in breakers:
            found.append((agreement, "broken", tuple(sorted(breakers[name]))))
        elif name in conduct.docket.leaving:
            found.append((agreement, "denounced", tuple(conduct.docket.leaving[name])))
        else:
            done: Collection[int] = agreement.done
            if name in conduct.fulfilled:
                done = conduct.fulfilled[name].union(done)
            if not alive(work.compiled, agreement.terms, done, work.world.turn + 1):
                found.append((agreement, "expired", ()))
    for agreement, how, by in found:
        work.facts.append(Ended(agreement.id, how, by))
    return found


_TRIGGER = {"broken": "breach", "denounced": "denounce", "expired": "expire"}


def _follow(work: Work, ended: list[Ending]) -> None:
    out, moment = Out(), work.moment
    for agreement, how, _by in ended:
        if how != "broken":
            moment.in_force.pop(agreement.id, None)
    for agreement, how, by in ended:
        trigger = _TRIGGER[how]
        if not work.compiled.rules_on.get(trigger):
            continue
        moment.agreement = agreement.id
        moment.parties = agreement.terms.parties
        moment.secret = agreement.terms.secret
        moment.change = ()
        for actor in by or ("",):
            forms = work.compiled.rules_of_end(trigger, actor)
            if not moment.change and any("change" in form.block.asks for form in forms):
                moment.change = clause_shifts(work.compiled, agreement.terms, work.row, moment)
            work.fire(forms, out)
    moment.agreement, moment.parties, moment.change, moment.secret = "", (), (), False
    work.absorb(out, "comply")
    steps_now(work)
