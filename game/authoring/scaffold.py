"""A new scenario to begin from: one commented file that already plays, and the schema beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, StrictUndefined
from pydantic import TypeAdapter, ValidationError

from game import data
from game.authoring.schema import NAME as SCHEMA
from game.authoring.schema import schema_text
from game.errors import UserError
from game.i18n import _
from game.scenario.document_types import Id, Label, ScenarioId
from game.scenario.load import RESERVED, check_text

SEATS: Final = ("host", "partner", "neighbour")
"""The seats where nobody names others: whose land it is, who wants in, and who minds."""

FEWEST: Final = len(SEATS)
_LOOKS: Final = (
    ("sky", "house", (47.2, 13.1)),
    ("blue", "mountain", (47.8, 10.6)),
    ("orange", "river", (47.0, 16.0)),
    ("green", "tree", (49.2, 14.6)),
    ("purple", "blossom", (45.4, 11.8)),
    ("vermilion", "tower", (45.2, 14.8)),
    ("grey", "anchor", (49.0, 11.4)),
)


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat of the scaffold, as its template reads it."""

    id: str
    name: str
    colour: str
    emblem: str
    at: list[float]


def new(name: str, title: str = "", seats: Sequence[str] = SEATS) -> Iterator[str]:
    """Write a scenario called `name` into this folder, and say what to do next, line by line.

    Raises UserError for an id that is none, for seats that the scaffold cannot hold, and where a
    file of that name exists: nothing is ever overwritten.
    """
    path = Path(f"{name}{data.SUFFIX}")
    text = scaffold(name, title, seats)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        says = _("{file} exists already and is left as it is: choose another name.")
        raise UserError(says.format(file=path)) from None
    yield _("{file}: a game for {seats} that already plays.").format(
        file=path, seats=", ".join(seats)
    )
    yield _beside(path.with_name(SCHEMA))
    yield ""
    yield _("Next:")
    steps = (
        (f"modus check --watch {path}", _("says what is wrong whenever you save it")),
        (f"modus check --cases {path}", _("plays the cases at its end")),
        (f"modus play {path}", _("plays it, with bots in the other seats")),
        (f"modus map {path}", _("draws who consents to what, and what follows from what")),
    )
    width = max(len(command) for command, _says in steps)
    for command, says in steps:
        yield f"  {command:<{width}}   {says}"


def scaffold(name: str, title: str = "", seats: Sequence[str] = SEATS) -> str:
    """The text of a scenario called `name` that loads, without a warning.

    Raises UserError for an id that is none, and for seats that the scaffold cannot hold.
    """
    _check_names(name, seats)
    said = " ".join(title.split()) or name.replace("-", " ").replace("_", " ").capitalize()
    _valid(Label, said)
    people = [
        Seat(id, id.replace("_", " ").title(), colour, emblem, list(at))
        for id, (colour, emblem, at) in zip(seats, _LOOKS, strict=False)
    ]
    host, partner, neighbour, *others = people
    text: str = _template().render(
        id=name, title=said, file=f"{name}{data.SUFFIX}", schema=SCHEMA,
        host=host, partner=partner, neighbour=neighbour, others=others,
    )  # fmt: skip
    _scenario, problems = check_text(text, name, data.Library(f"{name}{data.SUFFIX}"))
    for problem in problems:
        if problem.code == "yaml/control":  # the title alone may have any character
            raise UserError(f"--title: {problem.message}")
    if problems:
        reasons = "\n".join(f"  {problem.message}" for problem in problems)
        says = _("A seat cannot have one of these ids here:\n{reasons}")
        raise UserError(says.format(reasons=reasons))
    return text


def _check_names(name: str, seats: Sequence[str]) -> None:
    """Refuse a name or seats with the reason."""
    _valid(ScenarioId, name)
    if name in data.scenario_ids():
        says = _("{id} is a scenario that comes with the game: choose another id.")
        raise UserError(says.format(id=name))
    for seat in seats:
        _valid(Id, seat)
        if seat in RESERVED:
            says = _("'{id}' means something in conditions and views: choose another id.")
            raise UserError(says.format(id=seat))
        if list(seats).count(seat) > 1:
            raise UserError(_("The seat '{id}' is named twice.").format(id=seat))
    if not FEWEST <= len(seats) <= len(_LOOKS):
        says = _(
            "A new scenario has {low} to {high} seats, and {n} are named; change their number "
            "in the file later."
        )
        raise UserError(says.format(low=FEWEST, high=len(_LOOKS), n=len(seats)))


def _valid(kind: Any, value: str) -> None:
    """Raise UserError with the reason where a value is none of its kind."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        (first, *_rest) = error.errors()
        raise UserError(str(first["msg"])) from None


def _template() -> Any:
    """The template of the file. Its brackets are not YAML's, which it is full of."""
    environment = Environment(
        variable_start_string="<<", variable_end_string=">>",
        block_start_string="<%", block_end_string="%>",
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        undefined=StrictUndefined, autoescape=False,
    )  # fmt: skip
    text = (files("game") / "authoring" / "scaffold.yaml.jinja").read_text(encoding="utf-8")
    return environment.from_string(text)


def _beside(path: Path) -> str:
    """Write the schema that the scaffold's first line names, unless there is one; say so."""
    text = schema_text()
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        if path.read_text(encoding="utf-8", errors="replace") == text:
            return _("{file}: was there already, and is up to date.").format(file=path)
        says = _("{file}: was there already, from another version; {command} renews it.")
        return says.format(file=path, command=f"modus schema --out {path}")
    return _("{file}: completion and explanations for your editor.").format(file=path)
