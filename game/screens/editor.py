"""Drafting: a text in the making, its parties, kind and clauses, and what it would be worth."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from game.i18n import _
from game.scenario.terms import Clause, Terms
from game.screens.accords import promising
from game.screens.agreements import AGREEMENTS
from game.screens.appraise import appraise
from game.screens.clause_parts import chosen, without
from game.screens.eyes import Eyes, nothing, screen
from game.screens.model import (
    Accord,
    Block,
    Control,
    Fill,
    Go,
    Paragraph,
    Place,
    Screen,
    Submit,
)
from game.screens.verdicts import at_a_glance, verdict
from game.table.commands import Draft


def terms_at(eyes: Eyes, place: Place) -> Terms:
    """The text as edited so far; an empty one with this seat as its first party."""
    text = place.arg("terms")
    if text:
        terms = msgspec.json.decode(text.encode(), type=Terms)
    else:
        terms = Terms("", (eyes.seat,), ())
    return replace(terms, name=place.arg("name")) if place.arg("name") else terms


def edit_place(terms: Terms, id: str) -> Place:
    """The editor with this text."""
    return Place("edit", id, (("terms", msgspec.json.encode(terms).decode()),))


def accord_of(eyes: Eyes, terms: Terms, before: tuple[Clause, ...] | None = None) -> Accord:
    """A text in the making; clauses that are not in the draft as it stands are new."""
    clauses = tuple(
        (
            promising(eyes.scenario, terms, clause), eyes.words.clause(clause),
            "new" if before is not None and clause not in before else "",
        )
        for clause in terms.clauses
    )  # fmt: skip
    kind = _("treaty") if terms.treaty else _("promise")
    if len(terms.parties) == 1:
        kind = _("pledge")
    whom = eyes.names(terms.parties)
    return Accord(title_of(eyes, terms), kind, (), clauses, terms.secret, whom)


def so_far(eyes: Eyes, terms: Terms, before: tuple[Clause, ...] | None = None) -> list[Block]:
    """The text as it stands, what it is worth to this seat, and whether home would carry it."""
    accord = accord_of(eyes, terms, before)
    if not terms.clauses:
        return [accord, nothing(_("It has no clauses yet. Add at least one."))]
    return at_a_glance(accord, verdict(eyes, appraise(eyes, terms), treaty=terms.treaty))


def title_of(eyes: Eyes, terms: Terms) -> str:
    """The text's name (a ready one's in the words of a skin), or one made of its parties."""
    return eyes.words.own(terms.name) or _("Agreement of {names}").format(
        names=eyes.names(terms.parties)
    )


def edit(eyes: Eyes, place: Place) -> Screen:
    """The text as it stands, and what can be changed in it."""
    terms = terms_at(eyes, place)
    before = next((d.terms.clauses for d in eyes.view.drafts if d.id == place.of), None)
    controls = [
        Control("clause", _("add a clause"), Go(clause_place(place, terms)),
                default=not terms.clauses, icon="plus", heading=_("Clauses")),
        *_clauses(eyes, place, terms),
        *(replace(fact, heading=_("The text")) for fact in _facts(eyes, place, terms)),
        *_putting(eyes, place, terms),
    ]  # fmt: skip
    help = _(
        "Choose the parties, then add clauses one by one. Before you put the text on the table you "
        "see what it is worth to you, and whether your constituencies would carry it."
    )
    title = _("Drafting: {name}").format(name=title_of(eyes, terms))
    return screen(eyes, title, so_far(eyes, terms, before), controls, help)


def _clauses(eyes: Eyes, place: Place, terms: Terms) -> list[Control]:
    """Each clause to be changed or taken out."""
    controls = []
    for n, clause in enumerate(terms.clauses):
        change = clause_place(place, terms).with_args(at=str(n), **chosen(clause))
        left = edit_place(without(terms, n), place.of)
        controls += [
            Control(f"change {n}", _("Change clause {n}").format(n=n + 1), Go(change),
                    icon="pencil", heading=_("Clauses")),
            Control(f"drop {n}", _("Take out clause {n}").format(n=n + 1), Go(left),
                    icon="trash-2", heading=_("Clauses")),
        ]  # fmt: skip
    return controls


def _putting(eyes: Eyes, place: Place, terms: Terms) -> list[Control]:
    """Put it on the table, where it is complete and new there; or throw it away."""
    put = replace(terms, name=terms.name or title_of(eyes, terms))
    why_not = ""
    if not terms.clauses or appraise(eyes, terms).faults:
        why_not = _("the text is not complete")
    elif any(draft.terms == put for draft in eyes.view.drafts):
        why_not = _("this text is on the table as it stands")
    unchanged = bool(why_not and terms.clauses)
    return [
        Control(
            "put", _("put it on the table"),
            Submit(Draft(put, place.of), Place("draft", place.of), _("It is on the table.")),
            hint=_("its parties can read and sign it at once"),
            enabled=not why_not, why_not=why_not, default=not why_not and not _alone(place, terms),
            icon="send",
        ),
        Control("back", _("throw it away"), Go(AGREEMENTS), role="back", default=unchanged),
    ]  # fmt: skip


def _alone(place: Place, terms: Terms) -> bool:
    """Whether a new text has nobody to promise it to: a pledge is never made by accident."""
    return not place.of and len(terms.parties) == 1


def _facts(eyes: Eyes, place: Place, terms: Terms) -> list[Control]:
    """Name, parties, kind and secrecy; an edit of a draft keeps its parties and secrecy."""
    controls = [
        Control("name", _("Name"), Fill(edit_place(terms, place.of), "name", _("Name of the text")),
                "field", value=title_of(eyes, terms), icon="type")
    ]  # fmt: skip
    new = not place.of
    if new:
        controls.append(
            Control(
                "parties", _("Parties"), Go(Place("edit.parties", "", edit_place(terms, "").args)),
                "field", value=eyes.names(terms.parties), icon="users",
                hint=_("add whom you agree with") if _alone(place, terms) else "",
                default=bool(terms.clauses) and _alone(place, terms),
            )
        )  # fmt: skip
    if len(terms.parties) > 1:
        other = replace(terms, treaty=not terms.treaty)
        hint = (
            _("ratified at home, then it carries itself out at half the cost")
            if terms.treaty
            else _("each party may keep it or break it")
        )
        controls.append(
            Control("treaty", _("Kind"), Go(edit_place(other, place.of)), "field", hint,
                    _("treaty") if terms.treaty else _("promise"), icon="stamp")
        )  # fmt: skip
        if new:
            other = replace(terms, secret=not terms.secret)
            controls.append(
                Control("secret", _("Secret"), Go(edit_place(other, "")), "field",
                        value=_("yes") if terms.secret else _("no"), icon="eye-off")
            )  # fmt: skip
    return controls


def parties(eyes: Eyes, place: Place) -> Screen:
    """Choose with whom."""
    terms = terms_at(eyes, place)
    controls = []
    for actor in eyes.rivals:
        on = actor.id in terms.parties
        chosen = set(terms.parties) ^ {actor.id}
        ordered = tuple(p for p in eyes.scenario.players if p in chosen)
        to = edit_place(replace(terms, parties=ordered), "").args
        controls.append(
            Control(actor.id, actor.name, Go(Place("edit.parties", "", to)), "choice",
                    value=_("yes") if on else _("no"), actor=actor.id)
        )  # fmt: skip
    alone = _alone(place, terms)
    if alone and controls:
        controls[0] = replace(controls[0], default=True)
    label = _("you alone: a pledge") if alone else _("that is all")
    done = Go(edit_place(terms, ""))
    controls.append(Control("done", label, done, role="back", default=not (alone and controls)))
    says = _("Choose a seat to add or drop it. You alone: that is a pledge.")
    return screen(eyes, _("Parties"), [Paragraph(says), *so_far(eyes, terms)], controls)


def clause_place(place: Place, terms: Terms) -> Place:
    """The clause editor for this text."""
    return Place("clause", place.of, edit_place(terms, place.of).args)
