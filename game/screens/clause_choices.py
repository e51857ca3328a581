"""The questions of a clause: what each asks, what may be answered, and what is asked at all."""

from __future__ import annotations

from game.i18n import _
from game.scenario.terms import Terms
from game.screens.clause_parts import ANYONE, FIELDS
from game.screens.eyes import Eyes, listed
from game.screens.model import Place

WRITTEN = ("text", "amount")
"""Fields that are typed, not chosen."""


def pointless(eyes: Eyes, place: Place, kind: str, field: str) -> bool:
    """A field that has only one answer."""
    if field != "target":
        return False
    return not eyes.scenario.instruments[_instrument(place, kind)].target


def _instrument(place: Place, kind: str) -> str:
    """The instrument that is done, or the first that is not."""
    return place.arg("do") if kind == "perform" else place.arg("instruments").split(",")[0]


def titles() -> dict[str, str]:
    """What is asked for each field."""
    return {
        "issue": _("Which issue?"), "to": _("To which option?"),
        "by": _("By the end of which turn?"),
        "bound": _("On which side?"), "option": _("Of which option?"), "actor": _("Who?"),
        "instruments": _("What is not done?"), "do": _("What is done?"),
        "target": _("Toward whom?"), "giver": _("Who pays?"), "receiver": _("Whom?"),
        "amount": _("How much?"), "every": _("How often?"), "text": _("Declare what?"),
    }  # fmt: skip


def answered(eyes: Eyes, place: Place, terms: Terms, kind: str) -> Place:
    """The same place, with each question answered that comes up next and has but one answer."""
    for field in FIELDS[kind]:
        if place.arg(field) or pointless(eyes, place, kind, field):
            continue
        if field in WRITTEN:
            break
        found = choices(eyes, place, terms, kind, field)
        if len(found) != 1:
            break
        place = place.with_args(**{field: found[0][0]})
    return place


def asked(eyes: Eyes, place: Place, terms: Terms, kind: str) -> list[str]:
    """The fields that a person is asked, as far as what is chosen decides it."""
    fields: list[str] = []
    for field in FIELDS[kind]:
        if pointless(eyes, place, kind, field):
            continue
        if field in WRITTEN or len(choices(eyes, place, terms, kind, field)) != 1:
            fields.append(field)
        if not place.arg(field):
            break
    return fields


def first_choice(
    eyes: Eyes, place: Place, kind: str, field: str, found: list[tuple[str, str]]
) -> str:
    """What Enter chooses: what is chosen now; no issue moves to where it stands."""
    if place.arg(field):
        return place.arg(field)
    if field == "to":
        issue = eyes.issues[place.arg("issue")]
        return issue.options[issue.now + 1 if issue.now + 1 < len(issue.options) else issue.now - 1]
    return found[-1 if field == "by" else 0][0] if found else ""


def value_of(eyes: Eyes, place: Place, terms: Terms, kind: str, field: str) -> str:
    """What was chosen for a field, in words."""
    value = place.arg(field)
    if field in WRITTEN:
        return value
    known = dict(choices(eyes, place, terms, kind, field))
    return listed([known.get(one, one) for one in value.split(",")])


def choices(eyes: Eyes, place: Place, terms: Terms, kind: str, field: str) -> list[tuple[str, str]]:
    match field:
        case "issue":
            return [(issue.id, issue.name) for issue in eyes.view.issues]
        case "to" | "option":
            issue = eyes.issues[place.arg("issue")]
            return list(zip(issue.options, issue.labels, strict=True))
        case "by" | "until":
            return [(str(n), _("turn {n}").format(n=n)) for n in turns_left(eyes)]
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


def turns_left(eyes: Eyes) -> range:
    return range(eyes.view.turn + 1, max(eyes.scenario.turns[1], eyes.view.turn + 1) + 1)
