"""Stage 5: issues step where consent suffices (language.md, section 3; rules.md, Details)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from game.rules.clauses import Duty, next_step
from game.rules.compiled import Voice
from game.rules.offers import amount
from game.rules.work import Work
from game.scenario.grounding import Change, Out, change
from game.scenario.model import Issue
from game.scenario.orders import Step
from game.scenario.terms import Move
from game.world.facts import Consented, Moved, Stage
from game.world.world import Agreement

NOBODY: dict[str, Voice] = {}


@dataclass(slots=True)
class Way:
    """One way that an issue could go."""

    new: int
    movers: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    free: bool = False  # a forum's decision: its proposer has paid


@dataclass(slots=True)
class Consents:
    """Who consents to what: voices by issue and seat, and treaty clauses that could not be paid."""

    voices: dict[str, dict[str, Voice]] = field(default_factory=dict)
    unpaid: set[tuple[str, str, int]] = field(default_factory=set)  # agreement, seat, clause


def gather(
    work: Work, voices: dict[str, dict[str, Voice]], clauses: Mapping[str, Sequence[Duty]]
) -> Consents:
    """Own orders, and where a seat ordered no step of the issue, its treaties' at half the cost."""
    found = Consents(voices)
    owed: dict[str, list[tuple[str, int, str, Voice]]] = {}
    # Public ones last: where two treaties ask the same step, the one that all may know is named.
    treaties = [agreement for agreement in work.agreements if agreement.terms.treaty]
    treaties.sort(key=lambda agreement: not agreement.terms.secret)
    for agreement in treaties:
        for duty in clauses[agreement.id]:
            clause, number = duty.clause, duty.number
            if type(clause) is Move:
                ordered = voices.get(clause.issue, {})
                for party, voice in _treaty_voices(work, agreement, clause):
                    if party not in ordered:
                        owed.setdefault(party, []).append(
                            (agreement.id, number, clause.issue, voice)
                        )
    if owed:
        for party, listed in owed.items():
            _consent_by_treaty(work, party, listed, found)
        # In the order of the file: behind own orders, a secret treaty would show in it.
        seats = work.scenario.players
        for issue, heard in found.voices.items():
            found.voices[issue] = {seat: heard[seat] for seat in seats if seat in heard}
    return found


def _treaty_voices(work: Work, agreement: Agreement, clause: Move) -> list[tuple[str, Voice]]:
    issue = work.scenario.issues[clause.issue]
    present = work.row[issue.cell]
    new = next_step(issue, present, clause.to)
    if new == present:
        return []
    consent = issue.consent(present, new)
    if consent.forum:
        return []  # a forum's members vote; a treaty casts no votes
    found = []
    for party in agreement.terms.parties:
        if party in consent.of:
            form = work.compiled.step_of[party, Step(issue.id, issue.options[new]), present]
            cost = amount(form.cost, work.world.row, work.moment)
            found.append((party, Voice(new, (cost + 1) // 2, agreement.id)))
    return found


def _consent_by_treaty(
    work: Work, party: str, listed: list[tuple[str, int, str, Voice]], found: Consents
) -> None:
    # Two treaties may ask for the same step: it is consented to, and paid, once. A purse that is
    # too short for all that its treaties ask pays for none, so that their order cannot matter.
    by_issue = {issue: voice for _, _, issue, voice in listed}
    cell = work.compiled.capital.get(party)
    free = work.row[cell] - work.held.get(cell, 0) if cell is not None else 0
    if sum(voice.cost for voice in by_issue.values()) > free:
        found.unpaid.update((agreement, party, number) for agreement, number, _, _ in listed)
        return
    for issue, voice in by_issue.items():
        found.voices.setdefault(issue, {})[party] = voice


def take_steps(work: Work, consents: Consents) -> None:
    """Move issues, charge the movers, and set off what follows from a move."""
    charges: list[Change] = []
    firing: list[Moved] = []
    waiting, work.waiting = work.waiting, []
    facts, fewest, heard = work.facts, work.compiled.fewest, consents.voices
    for name, issue in work.scenario.issues.items():
        voices = heard.get(name) or NOBODY
        for seat, voice in voices.items():
            facts.append(Consented(seat, name, issue.options[voice.new], voice.treaty))
        effects = [(w, cause) for about, w, cause in waiting if about == name] if waiting else ()
        if not effects and name not in work.decided and len(voices) < fewest[name]:
            continue
        way = choose(work, issue, voices, effects)
        if way is None:
            continue
        moved = _move(work, issue, way)
        _charge(work, issue, way, voices, charges)
        if way.movers or any(not cause.startswith("rule:") for cause in way.causes):
            firing.append(moved)
    work.release()
    if charges:
        work.apply(charges, "move")
    follow_moves(work, firing, "move")


def choose(
    work: Work, issue: Issue, voices: Mapping[str, Voice], effects: Iterable[tuple[str, str]]
) -> Way | None:
    """The way an issue goes: down beats up; no ladder: most consents, at a tie it stays."""
    decided = work.decided.get(issue.id)
    present = work.row[issue.cell]
    ways: dict[int, Way] = {}
    seats: dict[int, list[str]] = {}
    for seat, voice in voices.items():
        if voice.new in seats:
            seats[voice.new].append(seat)
        else:
            seats[voice.new] = [seat]
    for new, saying in seats.items():  # all of them are in the consent list
        if len(saying) >= (issue.up if new > present else issue.down).need:
            ways[new] = Way(new, tuple(saying))
    if decided is not None:
        new, voters = decided
        ways[new] = Way(new, voters, free=True)
    for direction, cause in effects:
        new = present + (1 if direction == "up" else -1)
        if 0 <= new < len(issue.options):
            way = ways.setdefault(new, Way(new))
            way.causes = tuple(sorted({*way.causes, cause}))
    if present in ways:
        del ways[present]
    if not ways:
        return None
    if issue.ladder or len(ways) == 1:
        return ways[min(ways)]
    best = max(len(w.movers) for w in ways.values())
    leading = [w for w in ways.values() if len(w.movers) == best]
    return leading[0] if len(leading) == 1 else None


def _move(work: Work, issue: Issue, way: Way) -> Moved:
    old = work.row[issue.cell]
    work.row[issue.cell] = way.new
    moved = work.moved[issue.id] = Moved(issue.id, old, way.new, way.movers, way.causes)
    work.facts.append(moved)
    return moved


def _charge(
    work: Work, issue: Issue, way: Way, voices: Mapping[str, Voice], charges: list[Change]
) -> None:
    """Everybody who moved the issue pays what its step costs."""
    if way.free:
        return
    for seat in way.movers:
        cost, cell = voices[seat].cost, work.compiled.capital.get(seat)
        if cost and cell is not None:
            charges.append(change(cell, -cost, f"step:{issue.id}|{seat}"))


def follow_moves(work: Work, moves: Sequence[Moved], stage: Stage) -> None:
    """Set off the rules on moves, then the steps that those rules cause (which set off none)."""
    if not moves:
        return
    out = Out()
    for moved in moves:
        if work.compiled.move_rules(moved.issue):
            _fire(work, moved, out)
    work.absorb(out, stage)
    if work.waiting:
        steps_now(work)


def _fire(work: Work, moved: Moved, out: Out) -> None:
    memory = work.memory
    key = memory.move_key(moved, work.row, work.moment)
    known = None if key is None else memory.move(key)
    if known is None:
        moment = work.moment
        moment.movers = moved.movers
        moment.old, moment.new = moved.old, moved.new
        moment.change = ((work.scenario.issues[moved.issue].cell, moved.new, moved.old),)
        known = Out()
        work.fire(work.compiled.move_rules(moved.issue), known)
        moment.movers, moment.change = (), ()
        if key is not None:
            memory.remember_move(key, known)
    out.add(known)


def steps_now(work: Work) -> list[Moved]:
    """Do the steps that effects ask for after stage 5, of issues that have not moved this turn.

    Returns those that fire ``move``: all but what a rule alone caused.
    """
    waiting, work.waiting = work.waiting, []
    firing: list[Moved] = []
    if not waiting:
        return firing
    for issue in work.scenario.issues.values():
        effects = [(way, cause) for name, way, cause in waiting if name == issue.id]
        if not effects or issue.id in work.moved:
            continue
        way = choose(work, issue, {}, effects)
        if way is not None:
            moved = _move(work, issue, way)
            if any(not cause.startswith("rule:") for cause in way.causes):
                firing.append(moved)
    return firing
