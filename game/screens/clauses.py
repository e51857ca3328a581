"""One clause of a text in the making: its kind, then one field at a time, then its terms."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from game.i18n import _
from game.scenario.terms import Terms
from game.screens.clause_parts import ANYONE, FIELDS, anew, made, whole, without
from game.screens.editor import edit_place, so_far, terms_at
from game.screens.eyes import Eyes, listed, nothing, screen
from game.screens.model import (
    Block,
    Control,
    Fill,
    Go,
    Paragraph,
    Place,
    Screen,
)

KINDS = ("move", "hold", "refrain", "perform", "transfer", "declare")
ICONS = {
    "move": "arrow-right", "hold": "pause", "refrain": "ban", "perform": "play",
    "transfer": "coins", "declare": "quote",
}  # fmt: skip


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


def _kinds_in_words() -> dict[str, tuple[str, str]]:
    """What each kind of clause is called, and what it asks."""
    return {
        "move": (_("Move an issue"), _("its parties order the steps until it is there")),
        "hold": (_("Hold an issue"), _("it stays where it is, or on one side")),
        "refrain": (_("Refrain"), _("somebody does not do something")),
        "perform": (_("Perform"), _("somebody does something once, in time")),
        "transfer": (_("Pay"), _("somebody pays somebody")),
        "declare": (_("Declare"), _("words for the record; nothing is owed")),
    }


def _kinds(eyes: Eyes, place: Place, terms: Terms) -> Screen:
    says = _kinds_in_words()
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
    return screen(eyes, _("What kind of clause?"), so_far(eyes, terms), controls)


def _pointless(eyes: Eyes, place: Place, kind: str, field: str) -> bool:
    """A field that has only one answer."""
    if field != "target":
        return False
    return not eyes.scenario.instruments[_instrument(place, kind)].target


def _instrument(place: Place, kind: str) -> str:
    """The instrument that is done, or the first that is not."""
    return place.arg("do") if kind == "perform" else place.arg("instruments").split(",")[0]


def _titles() -> dict[str, str]:
    """What is asked for each field."""
    return {
        "issue": _("Which issue?"), "to": _("To which option?"),
        "by": _("By the end of which turn?"),
        "bound": _("On which side?"), "option": _("Of which option?"), "actor": _("Who?"),
        "instruments": _("What is not done?"), "do": _("What is done?"),
        "target": _("Toward whom?"), "giver": _("Who pays?"), "receiver": _("Whom?"),
        "amount": _("How much?"), "every": _("How often?"), "text": _("Declare what?"),
    }  # fmt: skip


def _field(eyes: Eyes, place: Place, terms: Terms, kind: str, field: str) -> Screen:
    title = _titles()[field]
    back = Control("back", _("Back to the text"), Go(edit_place(terms, place.of)), role="back")
    blocks = [*_making(eyes, place, terms, kind), *so_far(eyes, terms)]
    if field in ("text", "amount"):
        write = Control(field, _("write it"), _asked(place, field), "field", default=True)
        return screen(eyes, title, blocks, [write, back])
    choices = _choices(eyes, place, terms, kind, field)
    controls = [
        Control(value, label, Go(place.with_args(**{field: value})), "choice",
                default=value == choices[-1 if field == "by" else 0][0],
                actor=value if value in eyes.actors else "")
        for value, label in choices
    ]  # fmt: skip
    if not controls:
        says = nothing(_("There is nothing to choose here."))
        return screen(eyes, title, [says, *blocks], [replace(back, default=True)])
    return screen(eyes, title, blocks, [*controls, back])


def _asked(place: Place, field: str) -> Fill:
    """Words or a number, to be typed."""
    kind: Literal["text", "number"] = "text" if field == "text" else "number"
    prompt = _("The words of the declaration") if field == "text" else _("How much, 1 or more")
    return Fill(place, field, prompt, kind, 1, 99, text=place.arg(field))


def _making(eyes: Eyes, place: Place, terms: Terms, kind: str) -> list[Block]:
    """The clause as far as it is chosen."""
    said = [_kinds_in_words()[kind][0]]
    for field in FIELDS[kind]:
        if not place.arg(field):
            break
        if not _pointless(eyes, place, kind, field):
            said.append(_value(eyes, place, terms, kind, field))
    return [Paragraph(" · ".join(said), "now")]


def _value(eyes: Eyes, place: Place, terms: Terms, kind: str, field: str) -> str:
    """What was chosen for a field, in words."""
    value = place.arg(field)
    if field in ("text", "amount"):
        return value
    known = dict(_choices(eyes, place, terms, kind, field))
    return listed([known.get(one, one) for one in value.split(",")])


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
    actor = place.arg("actor")
    target = eyes.scenario.instruments[_instrument(place, kind)].target
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


def _finish(eyes: Eyes, place: Place, terms: Terms, kind: str) -> Screen:
    """The clause in its text, what the whole is worth now, and each field to be chosen again."""
    clause = made(place, kind)
    text = whole(place, terms, clause)
    blocks = so_far(eyes, text, terms.clauses)
    if place.arg("ask") == "until":
        return screen(eyes, _("A clause"), blocks, _until(eyes, place))
    changes = bool(place.arg("at"))
    says = _("change it so") if changes else _("add this clause")
    controls = [
        Control("add", says, Go(edit_place(text, place.of)), default=True,
                icon="check" if changes else "plus"),
        *_fields(eyes, place, terms, kind),
        *_bounds(eyes, place, kind),
    ]  # fmt: skip
    if changes:
        left = without(terms, int(place.arg("at")))
        controls.append(
            Control("drop", _("Take it out"), Go(edit_place(left, place.of)), icon="trash-2")
        )
    back = _("Leave it as it was") if changes else _("Throw this clause away")
    controls.append(Control("back", back, Go(edit_place(terms, place.of)), role="back"))
    return screen(eyes, _("A clause"), blocks, controls)


def _fields(eyes: Eyes, place: Place, terms: Terms, kind: str) -> list[Control]:
    """What was chosen, to be chosen again."""
    return [
        Control(
            field, _titles()[field],
            _asked(place, field) if field in ("text", "amount") else Go(anew(place, kind, field)),
            "field", value=_value(eyes, place, terms, kind, field),
        )
        for field in FIELDS[kind]
        if not _pointless(eyes, place, kind, field)
    ]  # fmt: skip


def _until(eyes: Eyes, place: Place) -> list[Control]:
    """The turns with which a clause may end."""
    bare = Place("clause", place.of, tuple(p for p in place.args if p[0] != "ask"))
    controls = [
        Control(str(n), _("Until turn {n}").format(n=n), Go(bare.with_args(until=str(n))), "choice")
        for n in _turns(eyes)
    ]
    controls[-1] = replace(controls[-1], default=True)
    return [*controls, Control("back", _("No end"), Go(bare.with_args(until="")), role="back")]


def _bounds(eyes: Eyes, place: Place, kind: str) -> list[Control]:
    """How long it binds, and when at all."""
    if kind == "declare":
        return []
    prompt = _("Condition, such as {example}").format(example=_example(eyes))
    condition = Control(
        "if", _("Let it bind only on a condition"),
        Fill(place, "if", prompt, optional=True, text=place.arg("if")),
        "field", value=place.arg("if") or _("none"),
    )  # fmt: skip
    if kind in ("move", "perform"):
        return [condition]
    until = Control(
        "until", _("Let it end with a turn"), Go(place.with_args(ask="until")), "field",
        value=place.arg("until") or _("no end"),
    )  # fmt: skip
    return [until, condition]


def _example(eyes: Eyes) -> str:
    issue = eyes.view.issues[0]
    return f"'{issue.id} <= {issue.options[issue.now]}'"
