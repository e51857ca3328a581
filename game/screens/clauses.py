"""One clause of a text in the making: its kind, then one field at a time, then its terms."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from game.i18n import _
from game.scenario.terms import Terms
from game.screens.clause_choices import (
    WRITTEN,
    answered,
    asked,
    choices,
    first_choice,
    pointless,
    titles,
    turns_left,
    value_of,
)
from game.screens.clause_parts import FIELDS, chosen_anew, made, of_kind, whole, without
from game.screens.editor import edit_place, so_far, terms_at
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

KINDS = ("move", "hold", "refrain", "perform", "transfer", "declare")
ICONS = {
    "move": "arrow-right", "hold": "pause", "refrain": "ban", "perform": "play",
    "transfer": "coins", "declare": "quote",
}  # fmt: skip


def clause(eyes: Eyes, place: Place) -> Screen:
    """One clause: its kind, then one field at a time, then its terms.

    What is chosen stays chosen where a question is asked again (`ask`), and where one goes back.
    """
    terms = terms_at(eyes, place)
    kind, ask = place.arg("kind"), place.arg("ask")
    if not kind or ask == "kind":
        return _kinds(eyes, place, terms)
    place = answered(eyes, place, terms, kind)
    open_yet = (f for f in asked(eyes, place, terms, kind) if f == ask or not place.arg(f))
    field = ask if ask in FIELDS[kind] else next(open_yet, "")
    if field:
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
    now = place.arg("kind")
    kinds = [k for k in KINDS if k != "transfer" or len(terms.parties) > 1]
    controls = [
        Control(
            kind,
            says[kind][0],
            Go(of_kind(place, kind)),
            "choice",
            says[kind][1],
            value=_("chosen") if kind == now else "",
            default=kind == now,
            icon=ICONS[kind],
        )
        for kind in kinds
    ]
    controls.append(
        Control("back", _("back to the text"), Go(edit_place(terms, place.of)), role="back",
                default=not now)
    )  # fmt: skip
    return screen(eyes, _("What kind of clause?"), so_far(eyes, terms), controls)


def _field(eyes: Eyes, place: Place, terms: Terms, kind: str, field: str) -> Screen:
    title = titles()[field]
    back = _back(eyes, place, terms, kind, field)
    blocks = [*_making(eyes, place, terms, kind), *so_far(eyes, terms)]
    if field in WRITTEN:
        write = Control(field, _("write it"), _asked(place, field), "field",
                        value=place.arg(field), default=True)  # fmt: skip
        return screen(eyes, title, blocks, [write, *_kept(place, field), back])
    found = choices(eyes, place, terms, kind, field)
    first = first_choice(eyes, place, kind, field, found)
    controls = [
        Control(value, label, Go(chosen_anew(place, kind, field, value)), "choice",
                hint=_stands(eyes, place, field, value), default=value == first,
                value=_("chosen") if value == place.arg(field) else "",
                actor=value if value in eyes.actors else "")
        for value, label in found
    ]  # fmt: skip
    if not controls:
        says = nothing(_("There is nothing to choose here."))
        return screen(eyes, title, [says, *blocks], [replace(back, default=True)])
    return screen(eyes, title, blocks, [*controls, back])


def _stands(eyes: Eyes, place: Place, field: str, value: str) -> str:
    """Which option is the present one."""
    if field not in ("to", "option"):
        return ""
    issue = eyes.issues[place.arg("issue")]
    return _("where it stands now") if value == issue.options[issue.now] else ""


def _kept(place: Place, field: str) -> list[Control]:
    """Past a question to be typed that has been answered before."""
    if not place.arg(field):
        return []
    label = _("leave it as it is")
    return [Control("keep", label, Go(place.with_args(ask="")), icon="arrow-right")]


def _back(eyes: Eyes, place: Place, terms: Terms, kind: str, field: str = "") -> Control:
    """One question back, with all answers kept; from a clause that is changed, back to it."""
    fields = asked(eyes, place, terms, kind)
    if field and place.arg("at") and all(place.arg(one) for one in fields):
        to, label = place.with_args(ask=""), _("Back to the clause")
    else:
        at = fields.index(field) if field in fields else len(fields)
        to = place.with_args(ask=fields[at - 1] if at else "kind")
        label = _("Back to the question before")
    return Control("back", label, Go(to), role="back")


def _asked(place: Place, field: str) -> Fill:
    """Words or a number, to be typed."""
    kind: Literal["text", "number"] = "text" if field == "text" else "number"
    prompt = _("The words of the declaration") if field == "text" else _("How much, 1 or more")
    return Fill(place.with_args(ask=""), field, prompt, kind, 1, 99, text=place.arg(field))


def _making(eyes: Eyes, place: Place, terms: Terms, kind: str) -> list[Block]:
    """The clause as far as it is chosen."""
    said = [_kinds_in_words()[kind][0]]
    for field in FIELDS[kind]:
        if not place.arg(field):
            break
        if not pointless(eyes, place, kind, field):
            said.append(value_of(eyes, place, terms, kind, field))
    return [Paragraph(" · ".join(said), "now")]


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
    away = Go(edit_place(terms, place.of))
    if changes:
        controls.append(Control("back", _("Leave it as it was"), away, role="back"))
    else:
        controls.append(Control("drop", _("Throw this clause away"), away, icon="trash-2"))
        controls.append(_back(eyes, place, terms, kind))
    return screen(eyes, _("A clause"), blocks, controls)


def _fields(eyes: Eyes, place: Place, terms: Terms, kind: str) -> list[Control]:
    """What was chosen, to be chosen again."""
    return [
        Control(
            field, titles()[field],
            _asked(place, field) if field in WRITTEN else Go(place.with_args(ask=field)),
            "field", value=value_of(eyes, place, terms, kind, field),
        )
        for field in asked(eyes, place, terms, kind)
    ]  # fmt: skip


def _until(eyes: Eyes, place: Place) -> list[Control]:
    """The turns with which a clause may end."""
    bare = Place("clause", place.of, tuple(p for p in place.args if p[0] != "ask"))
    controls = [
        Control(str(n), _("Until turn {n}").format(n=n), Go(bare.with_args(until=str(n))), "choice")
        for n in turns_left(eyes)
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
