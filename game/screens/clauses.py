"""One clause of a text in the making: its kind, then one field at a time, then its terms."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from game.i18n import _
from game.scenario.terms import Clause, Terms
from game.screens.appraise import appraise
from game.screens.editor import edit_place, terms_at
from game.screens.eyes import Eyes, nothing, screen
from game.screens.model import (
    Block,
    Control,
    Fill,
    Go,
    Paragraph,
    Place,
    Screen,
)
from game.screens.verdicts import verdict

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
