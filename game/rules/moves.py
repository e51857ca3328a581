"""Stage 5: issues step where consent suffices (language.md, section 3; rules.md, Details)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.rules.clauses import next_step
from game.rules.compiled import consent_list
from game.rules.offers import amount
from game.rules.work import Work
from game.scenario.grounding import Change, Out, change
from game.scenario.model import Issue
from game.scenario.orders import Step
from game.scenario.terms import Move
from game.world.facts import Consented, Moved, Stage


@dataclass(slots=True)
class Voice:
    """One seat's consent to a step: by its own order, or (``treaty``) by a treaty."""

    new: int
    cost: int
    treaty: str = ""


@dataclass(slots=True)
class Way:
    """One way that an issue could go."""

    new: int
    movers: tuple[str, ...] = ()
    payers: tuple[tuple[str, Voice], ...] = ()
    causes: tuple[str, ...] = ()
    sufficient: bool = False


@dataclass(slots=True)
class Consents:
    """Who consents to what: voices by issue and seat, and treaty clauses that could not be paid."""

    voices: dict[str, dict[str, Voice]] = field(default_factory=dict)
    unpaid: set[tuple[str, str, int]] = field(default_factory=set)  # agreement, seat, clause


def gather(
    work: Work, steps: Mapping[str, Mapping[str, Step]], clauses: Mapping[str, tuple[int, ...]]
) -> Consents:
    """Own orders, and where a seat ordered no step of the issue, its treaties' at half the cost."""
    found = Consents()
    began, moment, scenario = work.world.row, work.moment, work.scenario
    for seat, ordered in steps.items():
        for name, order in ordered.items():
            present = began[scenario.issues[name].cell]
            form = next(f for f in work.compiled.steps[seat][name][present] if f.order == order)
            voice = Voice(form.new, amount(form.cost, began, moment))
            found.voices.setdefault(name, {})[seat] = voice
    owed: dict[str, list[tuple[str, int, Issue, Voice]]] = {}
    for agreement in work.agreements:
        if not agreement.terms.treaty:
            continue
        for number in clauses.get(agreement.id, ()):
            clause = agreement.terms.clauses[number]
            if isinstance(clause, Move):
                for party, voice in _treaty_voices(work, agreement.terms.parties, clause):
                    if party not in found.voices.get(clause.issue, {}):
                        voice.treaty = agreement.id
                        issue = scenario.issues[clause.issue]
                        owed.setdefault(party, []).append((agreement.id, number, issue, voice))
    for party, listed in owed.items():
        _consent_by_treaty(work, party, listed, found)
    return found


def _treaty_voices(work: Work, parties: Iterable[str], clause: Move) -> list[tuple[str, Voice]]:
    issue = work.scenario.issues[clause.issue]
    present = work.row[issue.cell]
    new = next_step(issue, present, clause.to)
    if new == present:
        return []
    consent = issue.consent(present, new)
    if consent.forum:
        return []  # a forum's members vote; a treaty casts no votes
    found = []
    for party in parties:
        if party in consent.of:
            forms = work.compiled.steps[party][issue.id][present]
            form = next(f for f in forms if f.new == new)
            cost = amount(form.cost, work.world.row, work.moment)
            found.append((party, Voice(new, (cost + 1) // 2)))
    return found


def _consent_by_treaty(
    work: Work, party: str, listed: list[tuple[str, int, Issue, Voice]], found: Consents
) -> None:
    # Two treaties may ask for the same step: it is consented to, and paid, once. A purse that is too
    # short for all that its treaties ask pays for none, so that their order cannot matter.
    by_issue = {issue.id: voice for _, _, issue, voice in listed}
    cell = work.compiled.capital.get(party)
    free = work.row[cell] - work.held.get(cell, 0) if cell is not None else 0
    if sum(voice.cost for voice in by_issue.values()) > free:
        found.unpaid.update((agreement, party, number) for agreement, number, _, _ in listed)
        return
    for issue_id, voice in by_issue.items():
        found.voices.setdefault(issue_id, {})[party] = voice


def take_steps(work: Work, consents: Consents) -> None:
    """Move issues, charge the movers, and set off what follows from a move."""
    out, charges = Out(), []
    firing: list[Moved] = []
    waiting, work.waiting = work.waiting, []
    for issue in work.scenario.issues.values():
        voices = consents.voices.get(issue.id, {})
        for seat, voice in voices.items():
            option = issue.options[voice.new]
            work.facts.append(Consented(seat, issue.id, option, voice.treaty))
        effects = [(w, cause) for name, w, cause in waiting if name == issue.id]
        if not voices and not effects and issue.id not in work.decided:
            continue
        way = choose(work, issue, voices, effects)
        if way is None:
            continue
        moved = _move(work, issue, way)
        charges.extend(_charges(work, issue, way))
        if way.movers or any(not cause.startswith("rule:") for cause in way.causes):
            firing.append(moved)
    work.held.clear()
    work.apply(charges, "move")
    follow_moves(work, firing, out, "move")


def choose(
    work: Work, issue: Issue, voices: Mapping[str, Voice], effects: Iterable[tuple[str, str]]
) -> Way | None:
    """The way an issue goes: down beats up; no ladder: most consents, at a tie it stays."""
    present = work.row[issue.cell]
    ways: dict[int, Way] = {}
    for new in {v.new for v in voices.values()}:
        seats = [s for s, v in voices.items() if v.new == new]
        consent = issue.consent(present, new)
        counted = [s for s in seats if s in consent.of]
        if not consent.forum and len(counted) >= consent.need:
            payers = tuple((s, voices[s]) for s in counted)
            ways[new] = Way(new, tuple(counted), payers, sufficient=True)
    if issue.id in work.decided:
        new, voters = work.decided[issue.id]
        ways[new] = Way(new, voters, sufficient=True)
    for direction, cause in effects:
        new = present + (1 if direction == "up" else -1)
        if 0 <= new < len(issue.options):
            way = ways.setdefault(new, Way(new))
            way.causes = tuple(sorted({*way.causes, cause}))
    ways.pop(present, None)
    if not ways:
        return None
    if issue.ladder:
        return ways[min(ways)]
    best = max(len(w.movers) for w in ways.values())
    leading = [w for w in ways.values() if len(w.movers) == best]
    return leading[0] if len(leading) == 1 else None


def _move(work: Work, issue: Issue, way: Way) -> Moved:
    old = work.row[issue.cell]
    work.row[issue.cell] = way.new
    work.moved.add(issue.id)
    moved = Moved(issue.id, old, way.new, way.movers, way.causes)
    work.facts.append(moved)
    return moved


def _charges(work: Work, issue: Issue, way: Way) -> list[Change]:
    found = []
    for seat, voice in way.payers:
        cell = work.compiled.capital.get(seat)
        if voice.cost and cell is not None:
            found.append(change(cell, -voice.cost, f"step:{issue.id}|{seat}"))
    return found


def follow_moves(work: Work, moves: Iterable[Moved], out: Out, stage: Stage) -> None:
    """Set off the rules on moves, then the steps that those rules cause (which set off none)."""
    moment = work.moment
    for moved in moves:
        cell = work.scenario.issues[moved.issue].cell
        moment.movers = frozenset(moved.movers)
        moment.old, moment.new = moved.old, moved.new
        moment.change = ((cell, moved.new, moved.old),)
        work.fire(work.compiled.move_rules(moved.issue), out)
    moment.movers, moment.change = frozenset(), ()
    work.absorb(out, stage)
    steps_now(work)


def steps_now(work: Work) -> list[Moved]:
    """Do the steps that effects ask for after stage 5, of issues that have not moved this turn.

    Returns those that fire ``move``: all but what a rule alone caused.
    """
    waiting, work.waiting = work.waiting, []
    firing = []
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


def own_steps(work: Work, steps: Iterable[tuple[str, Step]]) -> dict[str, dict[str, Step]]:
    """Ordered steps by seat and issue, without those that a forum must adopt."""
    found: dict[str, dict[str, Step]] = {}
    for seat, order in steps:
        issue = work.scenario.issues[order.issue]
        present = work.world.row[issue.cell]
        consent = issue.consent(present, issue.options.index(order.option))
        if not consent.forum and seat in consent_list(work.scenario, consent):
            found.setdefault(seat, {})[order.issue] = order
    return found
