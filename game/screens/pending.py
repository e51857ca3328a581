"""What becomes of texts without this seat's doing: signed ones, treaties in force, new ones."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _
from game.rules.clauses import next_step
from game.scenario.notation import format_order
from game.scenario.orders import Step
from game.scenario.terms import Clause, Move
from game.screens.eyes import Eyes
from game.screens.owed import bound, name_of
from game.table.views import DraftView
from game.world.facts import Concluded, Ratified
from game.world.world import Agreement


def signed_by_all(draft: DraftView) -> str:
    """What follows, where every party has signed; "" where one has not."""
    if set(draft.signatures) != set(draft.parties):
        return ""
    if draft.terms.treaty:
        return _(
            "“{name}” is signed by all: it goes to ratification when the turn ends. "
            "Constituencies are asked before anything that is ordered this turn counts with them."
        ).format(name=draft.name)
    says = _("“{name}” is signed by all: it enters into force when the turn ends.")
    return says.format(name=draft.name)


def signed_in_words(eyes: Eyes) -> list[str]:
    """A line for each text of this seat that every party has signed."""
    mine = (draft for draft in eyes.view.drafts if eyes.seat in draft.parties)
    return [says for draft in mine if (says := signed_by_all(draft))]


def treaties_in_words(eyes: Eyes) -> list[str]:
    """A line for each step that a treaty takes in this seat's place this turn, and its price."""
    return list(dict.fromkeys(_steps(eyes)))


def _steps(eyes: Eyes) -> Iterator[str]:
    ordered = {order.issue for order in eyes.sight.orders if isinstance(order, Step)}
    for agreement, clause in bound(eyes):
        if agreement.terms.treaty and isinstance(clause, Move) and clause.issue not in ordered:
            says = _step(eyes, agreement, clause)
            if says:
                yield says


def _step(eyes: Eyes, agreement: Agreement, clause: Clause) -> str:
    assert isinstance(clause, Move)
    issue = eyes.scenario.issues[clause.issue]
    present = eyes.sight.row[issue.cell]
    option = next_step(issue, present, clause.to)
    if option == present or eyes.seat not in issue.consent(present, option).of:
        return ""
    order = Step(clause.issue, issue.options[option])
    notation = format_order(order)
    cost = next((item.cost for item in eyes.view.menu if item.notation == notation), 0)
    says = _("The treaty “{name}” consents for you this turn: {step}. It costs {n} (half price).")
    if not cost:
        says = _("The treaty “{name}” consents for you this turn: {step}. It costs nothing.")
    label = eyes.words.label(eyes.seat, order)
    # Treaties pay half, rounded up (rules.md, Treaties).
    return says.format(name=name_of(eyes, agreement), step=label, n=(cost + 1) // 2)


def announced(eyes: Eyes) -> list[str]:
    """What the last turn made of signed texts: in force, or refused at home."""
    lines = []
    called = {a.id: a.name for a in eyes.view.agreements}
    called |= {d.id: d.name for d in eyes.view.drafts}
    for fact in eyes.sight.told:
        if isinstance(fact, Concluded) and fact.agreement in called:
            names = eyes.names(fact.terms.parties)
            says = _("In force from this turn: “{name}” ({names}).")
            lines.append(says.format(name=called[fact.agreement], names=names))
        elif isinstance(fact, Ratified) and not fact.carried and fact.draft in called:
            says = _("Not in force: “{name}”. The constituencies of {actor} refused it.")
            lines.append(says.format(name=called[fact.draft], actor=eyes.name(fact.seat)))
    return lines
