"""Cases: tests of a scenario in the language itself (language.md, section 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import AfterValidator, ConfigDict, Discriminator, Field, Tag
from typing_extensions import TypedDict

from game.i18n import _
from game.scenario.document_types import (
    Cell,
    Label,
    Part,
    Prose,
    Ref,
    Turn,
    Worth,
    by_form,
    found,
    wrong,
)

by_truth = Discriminator(lambda value: "none" if value is False else "one")
_Names = list[Ref]
_NamesOr = Annotated[_Names, Tag("list")]


class Expect(TypedDict, total=False):
    """What a case expects; every key that is not one of these is a cell."""

    __pydantic_config__ = ConfigDict(  # type: ignore[misc]
        extra="allow",
        strict=True,
        json_schema_extra={"additionalProperties": {"type": ["integer", "string"]}},
    )

    score: Annotated[dict[Ref, Worth], Field(description="Points by seat.")]
    moved: Annotated[dict[Ref, _Names], Field(description="Movers by issue.")]
    breach: Annotated[dict[Ref, _Names], Field(description="Who broke what; {} for none.")]
    concluded: Annotated[_Names, Field(description="Agreements that entered into force.")]
    ratified: Annotated[
        dict[Ref, dict[Ref, bool]], Field(description="By agreement: each party's answer.")
    ]
    in_force: Annotated[_Names, Field(description="Agreements in force.")]
    expired: Annotated[_Names, Field(description="Agreements that expired.")]
    denounced: Annotated[
        Annotated[_NamesOr | Annotated[dict[Ref, _Names], Tag("map")], by_form],
        Field(description="Agreements that somebody left, or who left them."),
    ]
    leaked: Annotated[_Names, Field(description="Secret agreements that came out.")]
    adopted: Annotated[_Names, Field(description="Instruments and issues that a forum adopted.")]
    rejected: Annotated[_Names, Field(description="Those that it did not.")]
    votes: Annotated[
        dict[Ref, dict[Ref, Literal["yes", "no", "abstain"]]],
        Field(description="By instrument or issue: who voted how."),
    ]
    happened: Annotated[_Names, Field(description="Events of this turn.")]
    refused: Annotated[
        dict[Ref, Annotated[Annotated[Ref, Tag("one")] | _NamesOr, by_form]],
        Field(description="By seat: the code of the refusal, or a list of them."),
    ]
    news: Annotated[list[Prose], Field(description="Fragments of the news.")]
    ends: Annotated[
        Annotated[Annotated[Ref, Tag("one")] | Annotated[Literal[False], Tag("none")], by_truth],
        Field(description="The end that was reached, or false for none."),
    ]
    sees: Annotated[
        dict[Ref, dict[Cell, int | str]],
        Field(description="By seat: cells and agreements, or 'hidden', 'visible'."),
    ]


RESERVED: Final = frozenset(Expect.__annotations__)
"""The keys of `expect:` that are no cells."""


def _cells(expected: dict[str, Any]) -> dict[str, Any]:
    for name, value in expected.items():
        if name in RESERVED:
            continue
        if isinstance(value, bool) or not isinstance(value, int | str):
            said = _("Expected a number or an option's name for the cell '{cell}', found {found}.")
            raise wrong("schema/type", said.format(cell=name, found=found(value)), name)
    return expected


if TYPE_CHECKING:
    Expectations = dict[str, Any]
else:  # a dict with reserved keys and cells, as it stands in the file, its shape checked
    Expectations = Annotated[Expect, AfterValidator(_cells)]


class Further(Part):
    """What a turn of a case is given, and what is expected of it."""

    given: dict[Cell, int | str] = Field({}, description="Cells that differ from the start.")
    turn: Turn | None = Field(None, description="Which turn; 1, or the next, by default.")
    mandate: dict[Ref, Ref] = Field({}, description="Governments.")
    happened: list[Ref] = Field([], description="Events of earlier turns.")
    done: list[Prose] = Field([], description="Acts of earlier turns: 'rok visit china'.")
    in_force: Annotated[_NamesOr | Annotated[dict[Ref, Turn], Tag("map")], by_form] = Field(
        [], description="Ready agreements in force since the turn before, or since which turn."
    )
    signed: Annotated[_NamesOr | Annotated[dict[Ref, _Names], Tag("map")], by_form] = Field(
        [], description="Ready agreements signed by all their parties, or by whom."
    )
    orders: dict[Ref, list[Prose]] = Field({}, description="What seats order.")
    answers: dict[Ref, Ref] = Field({}, description="Answers to last turn's events.")
    chance: dict[Ref, bool] = Field({}, description="What chance decides; unsaid: false.")
    leaks: list[Ref] = Field([], description="Secret agreements that chance brings out.")
    inject: list[Ref] = Field([], description="Events from the facilitator's hand.")
    ruled: dict[Ref, bool | str] = Field(
        {}, description="By seat: the ruling on its argument; 'succeeds': the draw."
    )
    expect: Expectations = Field(
        {}, description="What must come out; only what is named is checked."
    )


class Case(Further):
    """One case, with the turns that follow it."""

    name: Label = Field("", description="The rule that it tests, in a sentence.")
    then: list[Further] = Field([], description="Further turns of the same case.")
