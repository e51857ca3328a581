"""What can never come about, however anybody plays: options, adoptions, ratifications, draws."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import product
from math import prod

from game.checking.places import Path, Places
from game.i18n import _
from game.rules.clauses import issue_shifts
from game.rules.ratify import ask
from game.scenario.model import Consent, Effect, Issue, Scenario
from game.scenario.problems import Problem
from game.scenario.terms import Hold, Move, Perform, Terms

POSITIONS = 5_000
"""So many positions of its issues are asked of a treaty; with more, nothing is said of it."""


def warnings(scenario: Scenario, places: Places) -> Iterator[Problem]:
    """Everything that no game can bring about, and seats whose role is no secret."""
    yield from _options(scenario, places)
    yield from _forums(scenario, places)
    for name, terms in scenario.agreements.items():
        if terms.treaty:
            yield from _treaty(scenario, places, name, terms)
    yield from _draws(scenario, places)
    yield from _turns(scenario, places)


# ------------------------------------------------------------------ options


def _options(scenario: Scenario, places: Places) -> Iterator[Problem]:
    if scenario.settle is not None:
        return  # a package settles every issue at any of its options
    pushed = set(_pushed(_effects(scenario)))
    for issue in scenario.issues.values():
        up = _moves(scenario, issue.up) or _push(issue.id, "up", pushed)
        down = _moves(scenario, issue.down) or _push(issue.id, "down", pushed)
        if not issue.ladder and (_moves(scenario, issue.up) or _moves(scenario, issue.down)):
            continue
        for number in _unreached(issue, up, down):
            says = _("No step and no effect ever moves '{issue}' to '{option}'.")
            yield places.warn(
                "option/unreachable",
                says.format(issue=issue.id, option=issue.options[number]),
                ("issues", issue.id, "options", number),
            )


def _unreached(issue: Issue, up: bool, down: bool) -> list[int]:
    numbers = range(len(issue.options))
    return [n for n in numbers if (n > issue.start and not up) or (n < issue.start and not down)]


def _moves(scenario: Scenario, consent: Consent) -> bool:
    """Whether those who must consent exist and could ever pay."""
    if consent.forum:
        return True
    if len(consent.of) < consent.need:
        return False
    purse = scenario.tracks.get("capital")
    fixed = consent.cost if isinstance(consent.cost, int) else 0
    return purse is None or fixed <= purse.high


def _push(issue: str, way: str, pushed: set[tuple[str, str]]) -> bool:
    """Whether an effect steps this issue, by its id or by a name that may stand for it."""
    return any((name, way) in pushed for name in (issue, "issue", "target"))


def _pushed(effects: Iterable[Effect]) -> Iterator[tuple[str, str]]:
    for effect in effects:
        yield from effect.step
        yield from _pushed(effect.effects)


def _effects(scenario: Scenario) -> Iterator[Effect]:
    for instrument in scenario.instruments.values():
        yield from instrument.effects
    for rule in scenario.rules.values():
        yield rule.body
    for event in scenario.events.values():
        yield from event.effects
        for choice in event.choices.values():
            yield from choice.effects


# ------------------------------------------------------------------ forums


def _forums(scenario: Scenario, places: Places) -> Iterator[Problem]:
    for forum in scenario.forums.values():
        weight = len(forum.members)
        if forum.method == "quota":
            weight = sum(forum.weights.get(member, 0) for member in forum.members)
        if forum.method in ("at_least", "quota") and forum.need > weight:
            says = _("Adoption needs {need}, and all members together have {weight}.")
            yield places.warn(
                "forum/never-adopts", says.format(need=forum.need, weight=weight),
                ("forums", forum.id, "adopt"),
            )  # fmt: skip


# ------------------------------------------------------------------ treaties


def _treaty(scenario: Scenario, places: Places, name: str, terms: Terms) -> Iterator[Problem]:
    """Ask every government of every party, with all support that there could be."""
    rows = list(_rows(scenario, terms))
    for party in terms.parties:
        actor = scenario.actors[party]
        asked = [actor.base.ratify, *(m.ratify for m in actor.mandates.values())]
        if actor.base.ratify is None and not any(a is not None for a in asked):
            continue
        needed = min(ratify if ratify is not None else actor.base.ratify or 0 for ratify in asked)
        best = max((_yes(scenario, party, needed, terms, row) for row in rows), default=(True, 0))
        if not best[0]:
            says = _(
                "'{party}' can never ratify this: at most {yes} per cent of its constituencies' "
                "weight would carry it, whatever their support, and {needed} are needed."
            )
            yield places.warn(
                "treaty/never-ratified",
                says.format(party=party, yes=best[1], needed=needed),
                ("agreements", name), key=True,
            )  # fmt: skip


def _yes(
    scenario: Scenario, party: str, needed: int, terms: Terms, row: array[int]
) -> tuple[bool, int]:
    """Whether the party carries it from this row, and with how many per cent."""
    answer = ask(scenario, party, needed, issue_shifts(scenario, terms, row), row)
    return answer.carried, 100 * answer.yes // answer.weight if answer.weight else 100


def _rows(scenario: Scenario, terms: Terms) -> Iterator[array[int]]:
    """Every position of the issues that a treaty moves, with the greatest support at home.

    None where there are too many of them.
    """
    best = array("h", scenario.start)
    for cell in scenario.header.cells:
        if cell.track == "support":
            best[cell.index] = cell.high
    moved = sorted({c.issue for c in terms.clauses if isinstance(c, Move | Hold)})
    ranges = [range(len(scenario.issues[issue].options)) for issue in moved[:4]]
    if prod(map(len, ranges)) > POSITIONS:
        return
    for present in product(*ranges):
        row = array("h", best)
        for issue, option in zip(moved, present, strict=False):
            row[scenario.issues[issue].cell] = option
        if not moved or issue_shifts(scenario, terms, row):
            yield row


# ------------------------------------------------------------------ role sheets


def _draws(scenario: Scenario, places: Places) -> Iterator[Problem]:
    """A seat whose sheet everyone can read; a scoreable exercise keeps its scores apart."""
    open_ = [seat for seat in scenario.players if not scenario.actors[seat].base.private]
    if len(open_) == len(scenario.players) and open_:
        says = _("No seat has 'private:' instructions: everybody knows what everybody wants.")
        yield places.warn("seat/all-open", says, ("actors",), key=True)
        return
    for seat in open_:
        says = _("'{seat}' has no 'private:' draw, so that the others know all that it wants.")
        yield places.warn("seat/no-private", says.format(seat=seat), ("actors", seat), key=True)


# ------------------------------------------------------------------ turns


def _turns(scenario: Scenario, places: Places) -> Iterator[Problem]:
    last = scenario.turns[1]
    for path, turn in _set_for(scenario):
        if turn > last:
            says = _("Turn {turn} comes after the last one, {last}.").format(turn=turn, last=last)
            yield places.warn("turn/beyond", says, path)


def _set_for(scenario: Scenario) -> Iterator[tuple[Path, int]]:
    """What is set for a turn: where it says so, and for which."""
    for name, event in scenario.events.items():
        if event.turn is not None:
            yield ("events", name, "turn"), event.turn
    for name, terms in scenario.agreements.items():
        for number, clause in enumerate(terms.clauses):
            if isinstance(clause, Move | Perform):
                kind = "move" if isinstance(clause, Move) else "perform"
                yield ("agreements", name, "clauses", number, kind, "by"), clause.by
    for number, entry in enumerate(scenario.document.history):
        yield ("history", number, "turn"), entry.turn
