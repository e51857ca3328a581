"""Drafting: a text in the making, its parties, kind and clauses, and what it would be worth."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from game.i18n import _
from game.scenario.terms import Clause, Terms
from game.screens.accords import promising
from game.screens.agreements import AGREEMENTS, at_a_glance, verdict
from game.screens.appraise import appraise
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
    return Accord(title_of(eyes, terms), kind, (), clauses, terms.secret)


def title_of(eyes: Eyes, terms: Terms) -> str:
    """The text's name, or one made of its parties."""
    return terms.name or _("Agreement of {names}").format(names=eyes.names(terms.parties))


def edit(eyes: Eyes, place: Place) -> Screen:
    """The text as it stands, and what can be changed in it."""
    terms = terms_at(eyes, place)
    blocks: list[Block] = []
    if terms.clauses:
        before = next((d.terms.clauses for d in eyes.view.drafts if d.id == place.of), None)
        said = verdict(eyes, appraise(eyes, terms), treaty=terms.treaty)
        blocks = at_a_glance(accord_of(eyes, terms, before), said)
    else:
        blocks.append(nothing(_("It has no clauses yet. Add at least one.")))
    put = replace(terms, name=title_of(eyes, terms))
    why_not = ""
    if not terms.clauses or appraise(eyes, terms).faults:
        why_not = _("the text is not complete")
    elif any(draft.terms == put for draft in eyes.view.drafts):
        why_not = _("this text is on the table as it stands")
    controls = [
        Control("clause", _("add a clause"), Go(clause_place(place, terms)),
                default=not terms.clauses, icon="plus"),
        *_facts(eyes, place, terms),
    ]  # fmt: skip
    for number, clause in enumerate(terms.clauses):
        left = replace(terms, clauses=terms.clauses[:number] + terms.clauses[number + 1 :])
        says = eyes.words.clause(clause)
        controls.append(
            Control(f"drop {number}", _("Take out: {clause}").format(clause=says),
                    Go(edit_place(left, place.of)), icon="trash-2")
        )  # fmt: skip
    controls.append(
        Control(
            "put", _("put it on the table"),
            Submit(Draft(put, place.of), Place("draft", place.of), _("It is on the table.")),
            hint=_("its parties can read and sign it at once"),
            enabled=not why_not, why_not=why_not, default=not why_not, icon="send",
        )
    )  # fmt: skip
    unchanged = bool(why_not and terms.clauses)
    controls.append(
        Control("back", _("throw it away"), Go(AGREEMENTS), role="back", default=unchanged)
    )
    help = _(
        "Choose the parties, then add clauses one by one. Before you put the text on the table you "
        "see what it is worth to you, and whether your constituencies would carry it."
    )
    title = _("Drafting: {name}").format(name=title_of(eyes, terms))
    return screen(eyes, title, blocks, controls, help)


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
    controls.append(
        Control("done", _("that is all"), Go(edit_place(terms, "")), role="back", default=True)
    )
    says = _("Choose a seat to add or drop it. You alone: that is a pledge.")
    return screen(eyes, _("Parties"), [Paragraph(says)], controls)


# ---------------------------------------------------------------------- one clause

KINDS = ("move", "hold", "refrain", "perform", "transfer", "declare")
FIELDS = {
    "move": ("issue", "to", "by"),
    "hold": ("issue", "bound", "option"),
    "refrain": ("actor", "instruments", "target"),
    "perform": ("actor", "do", "target", "by"),
    "transfer": ("giver", "receiver", "amount", "every"),
    "declare": ("text",),
}
ICONS = {
    "move": "arrow-right", "hold": "pause", "refrain": "ban", "perform": "play",
    "transfer": "coins", "declare": "quote",
}  # fmt: skip
ANYONE = "-"


def clause_place(place: Place, terms: Terms) -> Place:
    """The clause editor for this text."""
    return Place("clause", place.of, edit_place(terms, place.of).args)


def clause(eyes: Eyes, place: Place) -> Screen:
    """One clause: its kind, then one field at a time, then its terms."""
    terms = terms_at(eyes, place)
    kind = place.arg("kind")
    if not kind:
        return _kinds(eyes, place, terms)
    for field in FIELDS[kind]:
        if not place.arg(field) and not _pointless(eyes, place, kind, field):
            return _field(eyes, place, terms, kind, field)
    return _finish(eyes, place, terms, kind)


def _kinds(eyes: Eyes, place: Place, terms: Terms) -> Screen:
    says = {
        "move": (_("Move an issue"), _("its parties order the steps until it is there")),
        "hold": (_("Hold an issue"), _("it stays where it is, or on one side")),
        "refrain": (_("Refrain"), _("somebody does not do something")),
        "perform": (_("Perform"), _("somebody does something once, in time")),
        "transfer": (_("Pay"), _("somebody pays somebody")),
        "declare": (_("Declare"), _("words for the record; nothing is owed")),
    }
    kinds = [k for k in KINDS if k != "transfer" or len(terms.parties) > 1]
    controls = [
        Control(
            kind,
            says[kind][0],
            Go(place.with_args(kind=kind)),
            "choice",
            says[kind][1],
            icon=ICONS[kind],
        )
        for kind in kinds
    ]
    controls.append(
        Control("back", _("back to the text"), Go(edit_place(terms, place.of)), role="back",
                default=True)
    )  # fmt: skip
    return screen(eyes, _("What kind of clause?"), [], controls)


def _pointless(eyes: Eyes, place: Place, kind: str, field: str) -> bool:
    """A field that has only one answer."""
    if field != "target":
        return False
    name = place.arg("do") if kind == "perform" else place.arg("instruments")
    return not eyes.scenario.instruments[name].target


def _field(eyes: Eyes, place: Place, terms: Terms, kind: str, field: str) -> Screen:
    titles = {
        "issue": _("Which issue?"), "to": _("To which option?"),
        "by": _("By the end of which turn?"),
        "bound": _("On which side?"), "option": _("Of which option?"), "actor": _("Who?"),
        "instruments": _("What is not done?"), "do": _("What is done?"),
        "target": _("Toward whom?"), "giver": _("Who pays?"), "receiver": _("Whom?"),
        "amount": _("How much?"), "every": _("How often?"), "text": _("Declare what?"),
    }  # fmt: skip
    back = Control("back", _("Back to the text"), Go(edit_place(terms, place.of)), role="back")
    if field in ("text", "amount"):
        prompt = _("The words of the declaration") if field == "text" else _("How much, 1 or more")
        fill = Fill(place, field, prompt, "text" if field == "text" else "number", 1, 99)
        write = Control(field, _("write it"), fill, "field", default=True)
        return screen(eyes, titles[field], [], [write, back])
    choices = _choices(eyes, place, terms, kind, field)
    controls = [
        Control(value, label, Go(place.with_args(**{field: value})), "choice",
                default=value == choices[-1 if field == "by" else 0][0],
                actor=value if value in eyes.actors else "")
        for value, label in choices
    ]  # fmt: skip
    if not controls:
        says = _("There is nothing to choose here.")
        return screen(eyes, titles[field], [nothing(says)], [replace(back, default=True)])
    return screen(eyes, titles[field], [], [*controls, back])


def _choices(
    eyes: Eyes, place: Place, terms: Terms, kind: str, field: str
) -> list[tuple[str, str]]:
    match field:
        case "issue":
            return [(issue.id, issue.name) for issue in eyes.view.issues]
        case "to" | "option":
            issue = eyes.issues[place.arg("issue")]
            return list(zip(issue.options, issue.labels, strict=True))
        case "by" | "until":
            return [(str(n), _("turn {n}").format(n=n)) for n in _turns(eyes)]
        case "bound":
            return [
                ("at_most", _("at most at that option")),
                ("at_least", _("at least at that option")),
                ("at", _("exactly at that option")),
            ]
        case "actor" | "giver":
            return [(p, eyes.name(p)) for p in terms.parties]
        case "receiver":
            return [(p, eyes.name(p)) for p in terms.parties if p != place.arg("giver")]
        case "every":
            return [("once", _("once")), ("turn", _("every turn"))]
        case "target":
            return _targets(eyes, place, kind)
    instruments = eyes.scenario.instruments.values()
    actor = place.arg("actor")
    return [(i.id, eyes.words.instrument(i.id)) for i in instruments if actor in i.who]


def _targets(eyes: Eyes, place: Place, kind: str) -> list[tuple[str, str]]:
    name = place.arg("do") if kind == "perform" else place.arg("instruments")
    actor = place.arg("actor")
    target = eyes.scenario.instruments[name].target
    if target == "issue":
        found = [(issue.id, issue.name) for issue in eyes.view.issues]
    elif target == "constituency":
        found = [
            (c.id, eyes.words.constituency(f"{actor}.{c.id}"))
            for c in eyes.scenario.actors[actor].constituencies
        ]
    else:
        found = [(p.id, p.name) for p in eyes.players if p.id != actor]
    return found if kind == "perform" else [(ANYONE, _("anyone")), *found]


def _turns(eyes: Eyes) -> range:
    return range(eyes.view.turn + 1, max(eyes.scenario.turns[1], eyes.view.turn + 1) + 1)


def _made(place: Place, kind: str) -> Clause:
    """The clause that was chosen."""
    given: dict[str, Any] = {
        field: place.arg(field) for field in FIELDS[kind] if place.arg(field, ANYONE) != ANYONE
    }
    for number in ("by", "amount"):
        if number in given:
            given[number] = int(given[number])
    if "instruments" in given:
        given["instruments"] = [given["instruments"]]
    if place.arg("until"):
        given["until"] = int(place.arg("until"))
    if place.arg("if"):
        given["if_"] = place.arg("if")
    made: Clause = msgspec.convert({"type": kind, **given}, Clause)
    return made


def _finish(eyes: Eyes, place: Place, terms: Terms, kind: str) -> Screen:
    made = _made(place, kind)
    whole = replace(terms, clauses=(*terms.clauses, made))
    blocks: list[Block] = [Paragraph(eyes.words.clause(made), "now")]
    blocks += verdict(eyes, appraise(eyes, whole), treaty=terms.treaty)
    controls = [
        Control(
            "add", _("add this clause"), Go(edit_place(whole, place.of)), default=True, icon="plus"
        )
    ]
    if place.arg("ask") == "until":
        bare = Place("clause", place.of, tuple(p for p in place.args if p[0] != "ask"))
        controls = [
            Control(str(n), _("Until turn {n}").format(n=n), Go(bare.with_args(until=str(n))),
                    "choice")
            for n in _turns(eyes)
        ]  # fmt: skip
        controls[-1] = replace(controls[-1], default=True)
    elif kind != "declare":
        if kind not in ("move", "perform"):
            controls.append(
                Control("until", _("Let it end with a turn"), Go(place.with_args(ask="until")),
                        "field", value=place.arg("until") or _("no end"))
            )  # fmt: skip
        controls.append(
            Control(
                "if", _("Let it bind only on a condition"),
                Fill(place, "if", _("Condition, such as {example}").format(example=_example(eyes))),
                "field", value=place.arg("if") or _("none"),
            )
        )  # fmt: skip
    controls.append(
        Control("back", _("Throw this clause away"), Go(edit_place(terms, place.of)), role="back")
    )
    return screen(eyes, _("A clause"), blocks, controls)


def _example(eyes: Eyes) -> str:
    issue = eyes.view.issues[0]
    return f"'{issue.id} <= {issue.options[issue.now]}'"
