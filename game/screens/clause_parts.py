"""The parts of a clause as they are chosen one after the other, and as they are in a clause made.

A place of the clause editor holds what is chosen so far by the names of :data:`FIELDS`, besides
`kind`, `until`, `if`, `ask` (which question is asked again) and, where a clause of the text is
changed, `at`: which one.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from game.scenario.terms import Clause, Terms
from game.screens.model import Place

FIELDS = {
    "move": ("issue", "to", "by"),
    "hold": ("issue", "bound", "option"),
    "refrain": ("actor", "instruments", "target"),
    "perform": ("actor", "do", "target", "by"),
    "transfer": ("giver", "receiver", "amount", "every"),
    "declare": ("text",),
}
"""What is chosen for each kind of clause, in this order."""

ANYONE = "-"
FREE = ("by", "bound", "amount", "every")
"""What may stay as it is where something before it is chosen anew."""


def made(place: Place, kind: str) -> Clause:
    """The clause that was chosen."""
    given: dict[str, Any] = {
        field: place.arg(field)
        for field in (*FIELDS[kind], "track")
        if place.arg(field, ANYONE) != ANYONE
    }
    for number in ("by", "amount"):
        if number in given:
            given[number] = int(given[number])
    if "instruments" in given:
        given["instruments"] = given["instruments"].split(",")
    if place.arg("until"):
        given["until"] = int(place.arg("until"))
    if place.arg("if"):
        given["if_"] = place.arg("if")
    clause: Clause = msgspec.convert({"type": kind, **given}, Clause)
    return clause


def chosen(clause: Clause) -> dict[str, str]:
    """What would be chosen to make a clause: the reverse of :func:`made`."""
    held = msgspec.to_builtins(clause)
    kind = held.pop("type")
    if "instruments" in held:
        held["instruments"] = ",".join(held["instruments"])
    if "if_" in held:
        held["if"] = held.pop("if_")
    defaults = {"target": ANYONE, "every": "once"}
    wanted = {field: defaults[field] for field in FIELDS[kind] if field in defaults}
    return {"kind": kind, **wanted, **{key: str(value) for key, value in held.items()}}


def chosen_anew(place: Place, kind: str, field: str, value: str) -> Place:
    """The same place with a field chosen; where that is news, what depended on it is open again."""
    place = place.with_args(ask="")
    if place.arg(field) == value:
        return place
    fields = FIELDS[kind]
    later = [f for f in fields[fields.index(field) + 1 :] if f not in FREE]
    return place.with_args(**{**dict.fromkeys(later, ""), field: value})


def of_kind(place: Place, kind: str) -> Place:
    """The same place with the kind of clause chosen; another kind has other questions."""
    place = place.with_args(ask="")
    if place.arg("kind") == kind:
        return place
    held = ("until", "if", *(field for fields in FIELDS.values() for field in fields))
    return place.with_args(**{**dict.fromkeys(held, ""), "kind": kind})


def whole(place: Place, terms: Terms, clause: Clause) -> Terms:
    """The text with a clause added, or in the place of the one that is changed."""
    clauses = [*terms.clauses]
    if place.arg("at"):
        clauses[int(place.arg("at"))] = clause
    else:
        clauses.append(clause)
    return replace(terms, clauses=tuple(clauses))


def without(terms: Terms, number: int) -> Terms:
    """The text without one of its clauses."""
    return replace(terms, clauses=terms.clauses[:number] + terms.clauses[number + 1 :])
