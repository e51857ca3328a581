"""Is a drafted text well-formed? Asked of ready agreements, and of every draft at the table."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.i18n import _
from game.scenario.binding import Binder, BindError
from game.scenario.expressions import ExpressionError, parse
from game.scenario.model import Expression, Scenario
from game.scenario.problems import nearest
from game.scenario.terms import Clause, Declare, Hold, Move, Perform, Refrain, Terms, Transfer


class Fault(NamedTuple):
    """What is wrong with a text: ``clause`` counts from 0, -1 is the text as a whole.

    ``key`` is the key of the text that is to blame, where it is one.
    """

    code: str
    says: str
    clause: int = -1
    key: str = ""


def faults(scenario: Scenario, terms: Terms) -> list[Fault]:
    """Everything wrong with a text, by itself (conflicts with other agreements are not asked)."""
    found: list[Fault] = []
    for party in terms.parties:
        if party not in scenario.players:
            called = {scenario.actors[p].name.casefold(): p for p in scenario.players}
            meant = called.get(party.casefold(), "")
            fault = _unknown(party, scenario.players, _("a player"), meant)
            found.append(fault._replace(key="parties"))
    if not terms.parties or len(set(terms.parties)) < len(terms.parties):
        says = _("Name each party once, and at least one.")
        found.append(Fault("draft/parties", says, key="parties"))
    if not terms.clauses:
        found.append(Fault("draft/empty", _("An agreement has at least one clause.")))
    if len(terms.parties) == 1 and terms.secret:
        found.append(Fault("draft/pledge", _("A pledge (one party alone) is public.")))
    for number, clause in enumerate(terms.clauses):
        found.extend(f._replace(clause=number) for f in _clause(scenario, terms, clause))
    return found


def _unknown(name: str, known: Iterable[str], what: str, meant: str = "") -> Fault:
    close = meant or nearest(name, known)
    hint = " " + _("Did you mean '{name}'?").format(name=close) if close else ""
    says = _("Expected {what}, found '{name}'.").format(what=what, name=name)
    return Fault("name/unknown", says + hint)


def _clause(scenario: Scenario, terms: Terms, clause: Clause) -> Iterator[Fault]:
    if isinstance(clause, Move | Hold):
        yield from _issue(scenario, terms, clause)
    elif isinstance(clause, Refrain):
        yield from _actor(terms, clause.actor)
        if not clause.instruments:
            yield Fault("draft/empty", _("Say what it refrains from."))
        for instrument in clause.instruments:
            yield from _deed(scenario, clause.actor, instrument, clause.target, exact=False)
    elif isinstance(clause, Perform):
        yield from _actor(terms, clause.actor)
        yield from _deed(scenario, clause.actor, clause.do, clause.target, exact=True)
    elif isinstance(clause, Transfer):
        yield from _transfer(scenario, terms, clause)
    elif isinstance(clause, Declare) and not clause.text.strip():
        yield Fault("draft/empty", _("A declaration has words."))
    if isinstance(clause, Move | Perform) and clause.by < 1:
        yield Fault("draft/term", _("Say by which turn (1 or later)."))
    if clause.until < 0:
        yield Fault("draft/term", _("The last turn it binds is 1 or later."))
    if clause.if_:
        yield from _condition(scenario, terms, clause.if_)


def _issue(scenario: Scenario, terms: Terms, clause: Move | Hold) -> Iterator[Fault]:
    issue = scenario.issues.get(clause.issue)
    if issue is None:
        yield _unknown(clause.issue, scenario.issues, _("an issue"))
        return
    option = clause.to if isinstance(clause, Move) else clause.option
    if option not in issue.options:
        yield _unknown(option, issue.options, _("an option of {issue}").format(issue=issue.id))
        return
    if isinstance(clause, Move):
        lists = [scenario.forums[c.forum].members if c.forum else c.of
                 for c in (issue.up, issue.down)]  # fmt: skip
        if not any(party in names for names in lists for party in terms.parties):
            yield Fault(
                "draft/nobody-bound",
                _("No party's consent moves '{issue}': nobody could keep this.").format(
                    issue=issue.id
                ),
            )


def _actor(terms: Terms, actor: str) -> Iterator[Fault]:
    if actor not in terms.parties:
        yield _unknown(actor, terms.parties, _("a party"))


def _deed(
    scenario: Scenario, actor: str, instrument: str, target: str, *, exact: bool
) -> Iterator[Fault]:
    known = scenario.instruments.get(instrument)
    if known is None:
        yield _unknown(instrument, scenario.instruments, _("an instrument"))
        return
    if actor in scenario.players and actor not in known.who:
        yield Fault(
            "draft/not-in-hand",
            _("'{instrument}' is not in the hand of '{actor}'.").format(
                instrument=instrument, actor=actor
            ),
        )
    if exact and known.forum:
        yield Fault(
            "draft/nobody-bound",
            _("'{instrument}' is the forum's to do: nobody could keep this.").format(
                instrument=instrument
            ),
        )
    if not known.target and target:
        yield Fault(
            "draft/target", _("'{instrument}' takes no target.").format(instrument=instrument)
        )
    if known.target and not target and exact:
        yield Fault(
            "draft/target", _("Say toward whom '{instrument}'.").format(instrument=instrument)
        )
    if known.target == "actor" and target and (target not in scenario.players or target == actor):
        yield _unknown(target, [p for p in scenario.players if p != actor], _("another player"))
    if known.target == "issue" and target and target not in scenario.issues:
        yield _unknown(target, scenario.issues, _("an issue"))


def _transfer(scenario: Scenario, terms: Terms, clause: Transfer) -> Iterator[Fault]:
    yield from _actor(terms, clause.giver)
    if clause.receiver not in scenario.players or clause.receiver == clause.giver:
        yield _unknown(
            clause.receiver, [p for p in scenario.players if p != clause.giver], _("another player")
        )
    track = scenario.tracks.get(clause.track)
    if track is None or track.scope != "actor":
        known = [t.id for t in scenario.tracks.values() if t.scope == "actor"]
        yield _unknown(clause.track, known, _("a track of actors"))
    if clause.amount < 1:
        yield Fault("draft/amount", _("An amount is 1 or more."))


def _condition(scenario: Scenario, terms: Terms, text: str) -> Iterator[Fault]:
    binder = Binder(scenario, {}, dynamic=False)
    try:
        binder.number(parse(text))
    except (ExpressionError, BindError) as error:
        yield Fault(error.code, error.says)
        return
    # A condition that only one side can check would tell the others what they may not know.
    readers = list(terms.parties) if terms.secret else [*terms.parties, ""]
    for reader in readers:
        hidden = binder.reads - scenario.header.visible(reader)
        names = [scenario.header.names[min(hidden)]] if hidden else []
        names += secrets(scenario, parse(text), reader)
        if names:
            yield Fault(
                "draft/hidden",
                _(
                    "'{what}' is hidden from {who}: a condition reads what all who know of the "
                    "agreement can see."
                ).format(what=names[0], who=reader or _("the public")),
            )
            return


def secrets(scenario: Scenario, expression: Expression, reader: str) -> Iterator[str]:
    """What a condition asks that a reader may not know: secret agreements, events, acts."""
    for node in ast.walk(expression.tree):
        if not isinstance(node, ast.Call):
            continue
        for argument in node.args:
            name = argument.id if isinstance(argument, ast.Name) else ""
            agreement = scenario.agreements.get(name)
            if agreement is not None and agreement.secret and reader not in agreement.parties:
                yield name
            event = scenario.events.get(name)
            if event is not None and event.to and reader not in event.to:
                yield name
            instrument = scenario.instruments.get(name)
            if instrument is not None:
                parties = [a.id for a in node.args if isinstance(a, ast.Name)]
                eyes = parties[:1] if instrument.seen_by == "actor" else parties
                if instrument.seen_by != "everyone" and reader not in eyes:
                    yield name
