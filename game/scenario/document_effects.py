"""Instruments, rules, events and ends: what is done and what follows (sections 4 to 6)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, Tag, model_validator

from game.i18n import _
from game.scenario.document_types import (
    Cell,
    Condition,
    Everyone,
    Expression,
    Id,
    Label,
    OneOrList,
    Part,
    Prose,
    Ref,
    Turn,
    Worth,
    by_form,
    wrong,
)

RESERVED = frozenset({"if", "for", "effects", "step", "news", "inject", "mandate"})
"""The keys of an effects block that are no cells."""


class Effect(Part):
    """A block of changes under one condition (section 4). Every key not reserved is a cell."""

    model_config = ConfigDict(
        json_schema_extra={"additionalProperties": {"type": ["integer", "string"]}}
    )

    changes: dict[Cell, Expression] = Field({}, description="Changes by cell.")
    if_: Condition | None = Field(None, alias="if", description="Only if this holds.")
    for_: OneOrList | None = Field(
        None, alias="for", description="'name in set', or a list of them: once for each."
    )
    effects: list[Effect] = Field([], description="More, under the same 'for' and 'if'.")
    step: dict[Ref, Literal["up", "down"]] = Field({}, description="Issues that take a step.")
    news: Prose | None = Field(None, description="A headline.")
    inject: Ref | None = Field(None, description="An event that happens now.")
    mandate: dict[Ref, Ref] = Field({}, description="Actors that get a new mandate.")

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        """Put the cells apart from the reserved keys."""
        if not isinstance(value, dict):
            return value
        if not value:
            raise wrong("schema/empty", _("Expected 'cell: change', found an empty block."))
        split: dict[Any, Any] = {}
        changes: dict[Any, Any] = {}
        for key, entry in value.items():
            (split if key in RESERVED else changes)[key] = entry
        split["changes"] = changes
        return split


class Instrument(Part):
    """Something that an actor can do (section 4)."""

    name: Label = Field("", description="What people call it; its id where nothing is said.")
    brief: Prose = Field("", description="What everyone reads about it.")
    says: Prose = Field("", description="The news of it, with {actor} and {target}.")
    who: list[Ref] | None = Field(None, description="Who can do it; every player by default.")
    target: Literal["actor", "issue", "constituency"] | None = Field(
        None, description="At another player, an issue, or one's own constituency."
    )
    forum: Ref | None = Field(None, description="Done only if this forum adopts it.")
    if_: Condition | None = Field(None, alias="if", description="When it may be ordered.")
    cost: Expression = Field(0, description="What it costs: a number or an expression.")
    seen_by: Literal["everyone", "parties", "actor"] = Field(
        "everyone", description="Who learns of it."
    )
    effects: list[Effect] = Field([], description="What it changes.")
    sources: list[int] = Field([], description="Numbers of sources.")


class Teaches(Part):
    """The concept that a rule makes visible."""

    concept: Label = Field(description="The concept's usual name.")
    cite: Label = Field("", description="Who to read, such as 'Jervis 1978'.")
    says: Prose = Field("", description="The concept in a sentence.")


class Rule(Part):
    """What follows from what (section 5)."""

    name: Label = Field("", description="What people call it; its id where nothing is said.")
    says: Prose = Field("", description="The rule in a sentence.")
    teaches: Teaches | None = Field(None, description="The concept behind it, and its source.")
    on: Literal[
        "turn", "act", "move", "conclude", "expire", "breach", "denounce", "leak", "adopt", "reject"
    ] = Field(description="What sets it off.")
    do: Ref | None = Field(None, description="on: act, adopt or reject: only this instrument.")
    issue: Ref | None = Field(None, description="on: move: only this issue.")
    for_: OneOrList | None = Field(None, alias="for", description="'name in set', or a list.")
    if_: Condition | None = Field(None, alias="if", description="Only if this holds.")
    effects: list[Effect] = Field(description="What it changes.")
    sources: list[int] = Field([], description="Numbers of sources.")

    @model_validator(mode="after")
    def _narrowed(self) -> Rule:
        if self.do is not None and self.on not in ("act", "adopt", "reject"):
            raise wrong("schema/rule", _("'do' narrows a rule 'on: act'."), "do")
        if self.issue is not None and self.on not in ("move", "adopt", "reject"):
            raise wrong("schema/rule", _("'issue' narrows a rule 'on: move'."), "issue")
        return self


class ChoiceOption(Part):
    """One answer to an event."""

    says: Prose = Field("", description="The answer in words.")
    cost: Expression = Field(0, description="What it costs.")
    default: bool = Field(False, description="Taken where nobody answers.")
    effects: list[Effect] = Field([], description="What it changes.")


class Choice(Part):
    """A question that somebody must answer before the next turn resolves."""

    actor: Ref = Field(description="Who must answer.")
    says: Prose = Field("", description="The question.")
    options: Annotated[dict[Id, ChoiceOption], Field(min_length=1)] = Field(
        description="The answers; one is the default."
    )

    @model_validator(mode="after")
    def _one_default(self) -> Choice:
        defaults = [name for name, option in self.options.items() if option.default]
        if len(defaults) != 1:
            said = _("Exactly one answer must say 'default: true', found {n}.")
            raise wrong("schema/choice", said.format(n=len(defaults)), "options")
        return self

    @property
    def default(self) -> str:
        """The answer that is taken where nobody answers."""
        return next(name for name, option in self.options.items() if option.default)


class Event(Part):
    """Something that happens (section 6)."""

    title: Label = Field("", description="The headline; its id where nothing is said.")
    says: Prose = Field("", description="What happened, in words.")
    when: Condition | None = Field(None, description="It happens only if this holds.")
    chance: Annotated[float, Field(ge=0, le=1)] | None = Field(
        None, description="With what probability, 0 to 1, each turn."
    )
    turn: Turn | None = Field(None, description="Only in this turn.")
    to: Everyone = Field("everyone", description="everyone, or a list: private intelligence.")
    repeat: bool = Field(False, description="May it happen more than once?")
    effects: list[Effect] = Field([], description="What it changes.")
    choice: Choice | None = Field(None, description="A question that somebody must answer.")
    sources: list[int] = Field([], description="Numbers of sources.")
    source: Ref | int | None = Field(None, description="Where it is from.")


class End(Part):
    """A condition that ends the game early (section 10)."""

    when: Condition = Field(description="The condition.")
    says: Prose = Field("", description="What is said to everyone.")
    worth: Worth = Field(0, description="Points for everyone.")


class Turns(Part):
    """A number of turns that is drawn and hidden."""

    from_: Turn = Field(alias="from", description="At least so many turns.")
    to: Turn = Field(description="At most so many turns.")

    @model_validator(mode="after")
    def _ordered(self) -> Turns:
        if self.from_ > self.to:
            said = _("'from' must not be more than 'to', found {low} and {high}.")
            raise wrong("schema/range", said.format(low=self.from_, high=self.to), "to")
        return self


TurnCount = Annotated[Annotated[Turn, Tag("one")] | Annotated[Turns, Tag("map")], by_form]
