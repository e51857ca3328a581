"""Agreements: what is in force, on the table, or could be put there; signing and leaving."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from game.i18n import _
from game.scenario.notation import parse_order
from game.screens.accords import agreement_accord, draft_accord, promising
from game.screens.appraise import Appraisal, appraise
from game.screens.eyes import DESK, Eyes, listed, nothing, screen
from game.screens.model import (
    Accord,
    Block,
    Control,
    Go,
    Paragraph,
    Place,
    Screen,
    Submit,
)
from game.screens.pending import signed_by_all
from game.screens.verdicts import at_a_glance, verdict
from game.table.commands import Draft, Give, Sign, Withdraw
from game.table.views import AgreementView, DraftView

AGREEMENTS = Place("agreements")


def kind_in_words(kind: str, secret: bool) -> str:
    """What sort of text it is, and whether it is secret."""
    return _("secret {kind}").format(kind=kind) if secret else kind


def agreements(eyes: Eyes, place: Place) -> Screen:
    """Everything that is agreed or might be."""
    view = eyes.view
    blocks: list[Block] = []
    if not view.agreements and not view.drafts:
        blocks.append(nothing(_("Nothing is agreed, and nothing is on the table.")))
    controls = [
        *_tabled(eyes),
        *_in_force(eyes),
        *_to_write(eyes),
        Control("back", _("back to the desk"), Go(DESK), role="back", default=True),
    ]
    help = _(
        "A promise is kept or broken, and a broken one costs trust and support. A treaty must be "
        "carried by the constituencies of every party that asks them, and then it carries itself "
        "out. One party alone makes a pledge. A text enters into force when every party has signed "
        "it and the turn ends; its clauses bind from the next turn. Changing a draft clears all "
        "signatures."
    )
    return screen(eyes, _("Agreements"), blocks, controls, help)


def _tabled(eyes: Eyes) -> list[Control]:
    return [
        Control(
            f"draft {draft.id}", _("Draft: {name}").format(name=draft.name),
            Go(Place("draft", draft.id)), hint=_draft_hint(eyes, draft), icon="file-pen",
            heading=_("On the table"),
        )
        for draft in eyes.view.drafts
    ]  # fmt: skip


def _in_force(eyes: Eyes) -> list[Control]:
    return [
        Control(
            f"agreement {a.id}", _("In force: {name}").format(name=a.name),
            Go(Place("agreement", a.id)),
            hint=f"{kind_in_words(a.kind, a.secret)}, {listed(list(a.names))}",
            icon="lock" if a.secret else "scroll-text", heading=_("In force"),
        )
        for a in eyes.view.agreements
    ]  # fmt: skip


def _to_write(eyes: Eyes) -> list[Control]:
    """The ready texts, and an empty page."""
    heading = _("To be written")
    new = Control(
        "new", _("Write a new text"), Go(Place("edit.parties")),
        hint=_("with whom, then clause by clause"),
        icon="plus", heading=heading,
    )  # fmt: skip
    if not eyes.view.ready:
        return [new]
    hint = _("{n} that you could put on the table").format(n=len(eyes.view.ready))
    ready = Control(
        "ready", _("Ready texts"), Go(Place("ready")), hint=hint, icon="folder-open",
        heading=heading,
    )  # fmt: skip
    return [ready, new]


def _draft_hint(eyes: Eyes, draft: DraftView) -> str:
    signed = eyes.names(draft.signatures) if draft.signatures else _("nobody")
    text = _("{kind}, {names}; signed by {signed}").format(
        kind=kind_in_words(draft.kind, draft.secret), names=listed(list(draft.names)), signed=signed
    )
    if eyes.seat in draft.parties and not draft.signed and not draft.refusal:
        text += "; " + _("waits for your signature")
    if lapses(eyes, draft.id):
        text += "; " + _("leaves the table with this turn")
    return text


def lapses(eyes: Eyes, id: str) -> bool:
    """Whether a draft leaves the table when this turn ends, unless somebody touches it."""
    found = next((seen.draft for seen in eyes.sight.drafts if seen.draft.id == id), None)
    return found is not None and not found.complete and found.touched < eyes.view.turn


def _draft_of(eyes: Eyes, id: str) -> DraftView | None:
    """The draft of an id; without one, the last that this seat put on the table."""
    if not id:
        own = [d for d in eyes.view.drafts if d.by == eyes.seat]
        return own[-1] if own else None
    return next((d for d in eyes.view.drafts if d.id == id), None)


def draft(eyes: Eyes, place: Place) -> Screen:
    """A draft on the table: read it, weigh it, sign it, change it."""
    found = _draft_of(eyes, place.of)
    if found is None:
        return _gone(eyes)
    party = eyes.seat in found.parties
    said_by = _("put on the table by {by}").format(by=eyes.name(found.by))
    said: list[Block] = []
    ready_to_be = signed_by_all(found)
    if ready_to_be:
        said.append(Paragraph(ready_to_be, "now"))
    if lapses(eyes, found.id):
        soon = _("Nobody touched it since last turn: it leaves the table when this turn ends, "
                 "unless somebody signs or changes it.")  # fmt: skip
        said.append(Paragraph(soon, "trouble"))
    if found.refused:
        refused = _("The constituencies of {names} refused it when last asked.")
        said.append(Paragraph(refused.format(names=eyes.names(found.refused)), "trouble"))
    if party:
        said += verdict(eyes, Appraisal((), found.weighed), treaty=found.terms.treaty)
    blocks = at_a_glance(replace(draft_accord(eyes, found), note=said_by), said)
    controls = [*_signing(eyes, found)] if party else []
    if party:
        text = msgspec.json.encode(found.terms).decode()
        controls.append(
            Control(
                "edit", _("Change the text"), Go(Place("edit", found.id, (("terms", text),))),
                hint=_("clears every signature"), icon="pencil",
            )
        )  # fmt: skip
    offered = any(control.default for control in controls)
    back = _("back to the agreements")
    controls.append(Control("back", back, Go(AGREEMENTS), role="back", default=not offered))
    return screen(eyes, _("A draft on the table"), blocks, controls)


def _signing(eyes: Eyes, found: DraftView) -> list[Control]:
    here = Place("draft", found.id)
    if found.signed:
        said = _("Your signature is withdrawn.")
        return [
            Control(
                "withdraw",
                _("Withdraw your signature"),
                Submit(Withdraw(found.id), here, said),
                icon="undo-2",
            )
        ]
    controls = [
        Control(
            "sign", _("Sign it"), Submit(Sign(found.id, found.revision), here, _("Signed.")),
            hint=_("it enters into force at the end of the turn if every party has signed"),
            enabled=not found.refusal, why_not=found.refusal, icon="signature",
            default=found.by == eyes.seat and not found.refusal,
        )
    ]  # fmt: skip
    if found.by == eyes.seat and not found.signatures:
        gone = Submit(Withdraw(found.id), AGREEMENTS, _("It is off the table."))
        controls.append(Control("withdraw", _("Take it off the table"), gone, icon="trash-2"))
    return controls


def agreement(eyes: Eyes, place: Place) -> Screen:
    """An agreement in force: what is owed; how to leave it."""
    found = next((a for a in eyes.view.agreements if a.id == place.of), None)
    if found is None:
        return _gone(eyes)
    blocks: list[Block] = [agreement_accord(eyes, found)]
    controls = [*_leaving(eyes, found)]
    controls.append(
        Control("back", _("back to the agreements"), Go(AGREEMENTS), role="back", default=True)
    )
    return screen(eyes, _("An agreement in force"), blocks, controls)


def _leaving(eyes: Eyes, found: AgreementView) -> list[Control]:
    if not found.denounce:
        return []
    if any(order.notation == found.denounce for order in eyes.view.orders):
        return []
    give = Submit(Give(parse_order(found.denounce)), AGREEMENTS, _("You will leave it."))
    hint = _("openly, at the end of the turn; what is owed this turn is still owed")
    return [Control("denounce", _("Leave this agreement"), give, hint=hint, icon="unlink")]


def ready(eyes: Eyes, place: Place) -> Screen:
    """The texts that come with the scenario."""
    controls = [
        Control(
            text.id, text.name, Go(Place("ready.text", text.id)), icon="scroll-text",
            hint=_("{kind}, {names}").format(
                kind=kind_in_words(text.kind, text.secret), names=listed(list(text.names))
            ),
        )
        for text in eyes.view.ready
    ]  # fmt: skip
    controls.append(
        Control("back", _("back to the agreements"), Go(AGREEMENTS), role="back", default=True)
    )
    says = _("These are ready to be put on the table. You can change them first.")
    return screen(eyes, _("Ready texts"), [Paragraph(says)], controls)


def ready_text(eyes: Eyes, place: Place) -> Screen:
    """One ready text, and what it is worth."""
    found = next((text for text in eyes.view.ready if text.id == place.of), None)
    if found is None:
        return _gone(eyes)
    terms = eyes.scenario.agreements[place.of]
    blocks: list[Block] = []
    if found.brief:
        blocks.append(Paragraph(found.brief))
    appraisal = appraise(eyes, terms)
    clauses = tuple(
        (promising(eyes.scenario, terms, clause), says, "")
        for clause, says in zip(terms.clauses, found.clauses, strict=True)
    )
    kind = kind_in_words(found.kind, found.secret)
    whom = listed(list(found.names))
    accord = Accord(found.name, kind, (), clauses, found.secret, whom)
    blocks += at_a_glance(accord, verdict(eyes, appraisal, treaty=terms.treaty))
    text = msgspec.json.encode(terms).decode()
    put = Submit(Draft(terms), Place("draft"), _("It is on the table."))
    controls = [
        Control("put", _("Put it on the table"), put, hint=_("then you can sign it"), icon="send"),
        Control(
            "edit", _("Change it first"), Go(Place("edit", "", (("terms", text),))), icon="pencil"
        ),
        Control(
            "back", _("back to the ready texts"), Go(Place("ready")), role="back", default=True
        ),
    ]
    return screen(eyes, _("A ready text"), blocks, controls)


def _gone(eyes: Eyes) -> Screen:
    controls = [
        Control("back", _("back to the agreements"), Go(AGREEMENTS), role="back", default=True)
    ]
    return screen(eyes, _("Agreements"), [nothing(_("It is no longer there."))], controls)
