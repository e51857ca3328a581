"""The kinds of value that a scenario's fields take, each with one clear complaint."""

from __future__ import annotations

import re
from collections.abc import Mapping
from keyword import iskeyword
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from game.i18n import _

_ID: Final = re.compile(r"[a-z][a-z0-9_]{0,39}").fullmatch
_SCENARIO_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}").fullmatch
_CELL: Final = re.compile(r"[a-z][a-z0-9_]{0,39}(?:\.[a-z][a-z0-9_]{0,39}){0,2}").fullmatch
_LOCALE: Final = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?").fullmatch
_MONTH: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])").fullmatch
LONGEST_EXPRESSION: Final = 2_000
VERSION: Final = 1


def wrong(code: str, message: str, at: str | int | None = None) -> PydanticCustomError:
    """Return the error that becomes a problem `code`; `at` names the entry that is to blame."""
    return PydanticCustomError(code, "{said}", {"said": message, "at": at})  # type: ignore[arg-type, unused-ignore]


def _id(value: str) -> str:
    if _ID(value) and not iskeyword(value):
        return value
    if iskeyword(value):
        said = _("'{value}' means something in conditions: choose another id.")
    else:
        said = _(
            "'{value}' is no id: an id is lower-case words joined by '_', such as 'host_state'."
        )
    raise wrong("schema/id", said.format(value=value[:60]))


def _scenario_id(value: str) -> str:
    if _SCENARIO_ID(value):
        return value
    said = _("'{value}' is no scenario id: lower-case words joined by '-', such as 'one-radar'.")
    raise wrong("schema/id", said.format(value=value[:60]))


def _cell(value: str) -> str:
    if _CELL(value):
        return value
    said = _("'{value}' is no cell: a cell is a name such as 'tension' or 'trust.rok.usa'.")
    raise wrong("schema/cell", said.format(value=value[:60]))


def _locale(value: str) -> str:
    if _LOCALE(value):
        return value
    said = _("'{value}' is no language: expected a code such as 'ko' or 'pt_BR'.")
    raise wrong("schema/locale", said.format(value=value[:60]))


def _month(value: str) -> str:
    if _MONTH(value):
        return value
    said = _("'{value}' is no month: expected year and month such as 2031-03.")
    raise wrong("schema/value", said.format(value=value[:60]))


def _written(value: Any) -> str | None:
    """Return the text of an expression, or None where the value is none."""
    if isinstance(value, str) and value.strip():
        if len(value) > LONGEST_EXPRESSION:
            said = _("This expression is too long: at most {n} characters.")
            raise wrong("schema/too-long", said.format(n=LONGEST_EXPRESSION))
        return value
    return None


def _expression(value: Any) -> int | str:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    written = _written(value)
    if written is None:
        said = _("Expected a whole number or an expression, found {found}.")
        raise wrong("schema/expression", said.format(found=found(value)))
    return written


def _condition(value: Any) -> str | bool:
    if isinstance(value, bool):
        return value
    written = _written(value)
    if written is None:
        said = _("Expected a condition such as 'tension >= 4', found {found}.")
        raise wrong("schema/condition", said.format(found=found(value)))
    return written


def found(value: object) -> str:
    """Return what a value is, in an author's words."""
    if value is None:
        return _("nothing")
    if isinstance(value, bool):
        return _("{value} (true and false are no texts: quote them)").format(
            value="true" if value else "false"
        )
    if isinstance(value, int):
        return _("the number {value}").format(value=value)
    if isinstance(value, float):
        return _("the fraction {value}").format(value=value)
    if isinstance(value, str):
        return _("the text '{value}'").format(value=value if len(value) <= 60 else value[:59] + "…")
    if isinstance(value, Mapping):
        return _("'key: value' entries")
    return _("a list")


def _kind(value: Any) -> str:
    """Tell the alternatives of a field apart by their outer form alone."""
    if isinstance(value, dict | BaseModel):
        return "map"
    return "list" if isinstance(value, list) else "one"


def _version(value: int) -> int:
    if value == VERSION:
        return value
    said = _("This is version {found} of the language; expected 'modus: {version}'.")
    raise wrong("schema/version", said.format(found=value, version=VERSION))


Version = Annotated[int, AfterValidator(_version)]
Id = Annotated[
    str,
    AfterValidator(_id),
    WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"}),
]
ScenarioId = Annotated[
    str,
    AfterValidator(_scenario_id),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]{0,59}$"}),
]
Ref = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Cell = Annotated[str, AfterValidator(_cell)]
Locale = Annotated[str, AfterValidator(_locale)]
Month = Annotated[str, AfterValidator(_month)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
Turn = Annotated[int, Field(ge=1, le=1000)]
Amount = Annotated[int, Field(ge=-30_000, le=30_000)]
"""A quantity of a cell."""
Worth = Annotated[int, Field(ge=-10_000_000, le=10_000_000)]
"""Points of a seat: wide enough for utilities counted in millionths."""

Expression = Annotated[
    int | str, PlainValidator(_expression), WithJsonSchema({"type": ["integer", "string"]})
]
Condition = Annotated[
    str | bool, PlainValidator(_condition), WithJsonSchema({"type": ["string", "boolean"]})
]

Points = dict[
    Cell,
    Annotated[
        Annotated[Worth, Tag("one")] | Annotated[dict[Ref, Worth], Tag("map")],
        Discriminator(lambda value: "map" if isinstance(value, dict) else "one"),
    ],
]
"""What somebody wants: an issue's points by option, or a track's points a unit."""

OneOrList = Annotated[
    Annotated[str, Tag("one")] | Annotated[list[str], Tag("list")],
    Discriminator(lambda value: "list" if isinstance(value, list) else "one"),
]
Everyone = Annotated[
    Annotated[Literal["everyone"], Tag("one")] | Annotated[list[Ref], Tag("list")],
    Discriminator(lambda value: "list" if isinstance(value, list) else "one"),
]

by_form = Discriminator(_kind)
"""Tells `one`, `list` and `map` apart, so that a mistake is told of the form that was meant."""


class Part(BaseModel):
    """Any part of a scenario: unknown keys are errors, nothing is converted, nothing changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


def _named(key: str) -> BeforeValidator:
    def fill(entries: Any) -> Any:
        if not isinstance(entries, dict):
            return {} if entries is None else entries
        filled = {}
        for name, entry in entries.items():
            if entry is None:
                entry = {}
            if isinstance(entry, dict) and key not in entry:
                entry = {key: str(name), **entry}
            filled[name] = entry
        return filled

    return BeforeValidator(fill)


P = TypeVar("P", bound=Part)
Named = Annotated[dict[Id, P], _named("name")]
"""Entries by id, where a name that is not said is the id."""
Titled = Annotated[dict[Id, P], _named("title")]


def exactly_one(code: str, part: object, keys: tuple[str, ...], what: str) -> str:
    """Return which of `keys` is set in `part`.

    Raises a problem `code` if none or several are; `what` says what they are for.
    """
    said = [key for key in keys if getattr(part, key) is not None]
    if len(said) == 1:
        return said[0]
    names = ", ".join(key.rstrip("_") for key in keys)
    if not said:
        raise wrong(code, _("{what}: expected one of {names}.").format(what=what, names=names))
    both = ", ".join(said)
    raise wrong(
        code,
        _("{what}: only one of {names} may be said, found {both}.").format(
            what=what, names=names, both=both
        ),
    )
