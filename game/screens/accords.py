"""Agreements and drafts as accords: who is a party, where it stands, and who promises what."""

from __future__ import annotations

from game.i18n import _
from game.scenario.model import Scenario
from game.scenario.terms import Clause, Declare, Hold, Move, Perform, Refrain, Terms, Transfer
from game.screens.eyes import Eyes
from game.screens.model import Accord, Party
from game.table.views import AgreementView, DraftView


def in_force(eyes: Eyes) -> tuple[Accord, ...]:
    """The agreements in force that these eyes see, the newest first."""
    return tuple(agreement_accord(eyes, it) for it in reversed(eyes.view.agreements))


def on_the_table(eyes: Eyes) -> tuple[Accord, ...]:
    """The drafts that these eyes see, the newest first."""
    return tuple(draft_accord(eyes, it) for it in reversed(eyes.view.drafts))


def agreement_accord(eyes: Eyes, it: AgreementView) -> Accord:
    """An agreement in force, with what is done of it."""
    pairs = zip(it.parties, it.names, strict=True)
    parties = tuple(Party(actor, name, "signed") for actor, name in pairs)
    marks = dict.fromkeys(it.done, "done")
    since = binds_from(it.since)
    clauses = _clauses(eyes.scenario, it.terms, it.clauses, marks)
    return Accord(it.name, it.kind, parties, clauses, it.secret, since, it.id)


def binds_from(turn: int) -> str:
    """When a text was signed, and since when its clauses bind: from the turn after."""
    says = _("signed in turn {turn}, binds from turn {after}")
    return says.format(turn=turn, after=turn + 1)


def draft_accord(eyes: Eyes, it: DraftView) -> Accord:
    """A draft with what its parties have said of it so far."""
    parties = tuple(
        Party(
            actor,
            name,
            "unratified"
            if actor in it.refused
            else "signed"
            if actor in it.signatures
            else "thinking",
        )
        for actor, name in zip(it.parties, it.names, strict=True)
    )
    note = _("signed by {n} of {all}").format(n=len(it.signatures), all=len(it.parties))
    clauses = _clauses(eyes.scenario, it.terms, it.clauses, {})
    return Accord(it.name, it.kind, parties, clauses, it.secret, note, it.id)


def _clauses(
    scenario: Scenario, terms: Terms, says: tuple[str, ...], marks: dict[int, str]
) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (promising(scenario, terms, clause), text, marks.get(n, ""))
        for n, (clause, text) in enumerate(zip(terms.clauses, says, strict=True))
    )


def promising(scenario: Scenario, terms: Terms, clause: Clause) -> str:
    """Who alone promises a clause; "" where several do, or nobody owes anything."""
    if isinstance(clause, Refrain | Perform):
        return clause.actor
    if isinstance(clause, Transfer):
        return clause.giver
    if len(terms.parties) == 1 or isinstance(clause, Declare):
        return terms.parties[0] if len(terms.parties) == 1 else ""
    assert isinstance(clause, Move | Hold)
    issue = scenario.issues.get(clause.issue)
    able = {*issue.up.of, *issue.down.of} if issue is not None else set()
    bound = [party for party in terms.parties if party in able]
    return bound[0] if len(bound) == 1 else ""
