"""Agreements and the clauses they are made of (language.md, section 7)."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, model_validator

from game.i18n import _
from game.scenario.document_types import (
    Condition,
    Label,
    Part,
    Prose,
    Ref,
    Turn,
    exactly_one,
    wrong,
)

KINDS: Final = ("move", "hold", "refrain", "perform", "transfer", "declare")


class Move(Part):
    """Every party in the consent list orders the next step until the option is reached."""

    issue: Ref = Field(description="Which issue.")
    to: Ref = Field(description="To which option.")
    by: Turn = Field(description="The last turn in which it is owed.")


class Hold(Part):
    """No step outside."""

    issue: Ref = Field(description="Which issue.")
    at: Ref | None = Field(None, description="It stays at this option.")
    at_least: Ref | None = Field(None, description="It stays at this option or above.")
    at_most: Ref | None = Field(None, description="It stays at this option or below.")

    @model_validator(mode="after")
    def _one_bound(self) -> Hold:
        exactly_one("schema/clause", self, ("at", "at_least", "at_most"), _("'hold'"))
        return self

    @property
    def bound(self) -> Literal["at", "at_least", "at_most"]:
        """On which side of `option` the issue stays."""
        if self.at is not None:
            return "at"
        return "at_least" if self.at_least is not None else "at_most"

    @property
    def option(self) -> str:
        """The option that bounds it."""
        return self.at or self.at_least or self.at_most or ""


class Refrain(Part):
    """The actor does not do it."""

    actor: Ref = Field(description="Who.")
    from_: Annotated[list[Ref], Field(min_length=1)] = Field(
        alias="from", description="Which instruments."
    )
    target: Ref | None = Field(None, description="Toward whom; anyone where nothing is said.")


class Perform(Part):
    """The actor does it once, in time."""

    actor: Ref = Field(description="Who.")
    do: Ref = Field(description="Which instrument.")
    target: Ref | None = Field(None, description="Toward whom.")
    by: Turn = Field(description="By the end of which turn.")


class Transfer(Part):
    """The giver pays, whole."""

    from_: Ref = Field(alias="from", description="Who gives.")
    to: Ref = Field(description="Who receives.")
    track: Ref = Field("capital", description="Of which track.")
    amount: Annotated[int, Field(ge=1, le=30_000)] = Field(description="How much.")
    every: Literal["once", "turn"] = Field("once", description="Once, or every turn.")


class Clause(Part):
    """One thing owed: exactly one of the six kinds."""

    move: Move | None = Field(None, description="An issue moves to an option.")
    hold: Hold | None = Field(None, description="An issue stays where it is, or on one side.")
    refrain: Refrain | None = Field(None, description="An actor does not do something.")
    perform: Perform | None = Field(None, description="An actor does something once.")
    transfer: Transfer | None = Field(None, description="One pays another.")
    declare: Prose | None = Field(None, description="A declaration, for the record.")
    if_: Condition | None = Field(
        None, alias="if", description="It binds in turns that begin with this true."
    )
    until: Turn | None = Field(None, description="The last turn it binds.")

    @model_validator(mode="after")
    def _one_kind(self) -> Clause:
        exactly_one("schema/clause", self, KINDS, _("A clause"))
        return self

    @property
    def kind(self) -> str:
        """Which of the six it is."""
        return next(kind for kind in KINDS if getattr(self, kind) is not None)


class Agreement(Part):
    """A ready draft."""

    name: Label = Field("", description="What people call it; its id where nothing is said.")
    brief: Prose = Field("", description="What everyone reads about it.")
    parties: Annotated[list[Ref], Field(min_length=1)] = Field(description="Who signs.")
    treaty: bool = Field(False, description="true: ratified, and it executes itself.")
    secret: bool = Field(False, description="Only its parties know of it.")
    annex_of: Ref | None = Field(None, description="The public agreement that it goes with.")
    clauses: Annotated[list[Clause], Field(min_length=1)] = Field(description="What is owed.")
    sources: list[int] = Field([], description="Numbers of sources.")

    @model_validator(mode="after")
    def _sound(self) -> Agreement:
        if len(set(self.parties)) < len(self.parties):
            raise wrong("schema/parties", _("A party stands here twice."), "parties")
        if len(self.parties) == 1 and self.secret:
            said = _("A pledge (one party alone) is public: leave 'secret' out.")
            raise wrong("schema/pledge", said, "secret")
        return self
