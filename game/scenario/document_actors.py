"""Tracks, actors and issues as an author writes them (language.md, sections 1 to 3 and 8)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, Tag, model_validator

from game.i18n import _
from game.scenario.document_types import (
    Amount,
    Condition,
    Expression,
    Id,
    Label,
    Named,
    Part,
    Points,
    Prose,
    Ref,
    Worth,
    by_form,
    exactly_one,
    wrong,
)
from game.scenario.emblems import Emblem
from game.scenario.problems import nearest

Percent = Annotated[int, Field(ge=0, le=100)]


class Track(Part):
    """A family of cells (section 1)."""

    scope: Literal["world", "actor", "pair", "constituency"] = Field(
        description="Which cells the track has: one, one an actor, a pair, or a constituency."
    )
    name: Label = Field("", description="What people call it; its id where nothing is said.")
    brief: Prose = Field("", description="What it means, in a sentence.")
    start: Amount = Field(0, description="Where every cell begins.")
    range: Annotated[list[Amount], Field(min_length=2, max_length=2)] = Field(
        [-1000, 1000], description="Lowest and highest value; what is beyond is cut."
    )
    pace: Annotated[int, Field(ge=1, le=30_000)] | None = Field(
        None, description="By how much a cell may move in one turn at most."
    )
    income: Amount = Field(0, description="What each cell gains at the end of every turn.")
    bands: dict[Id, Amount] = Field({}, description="Names for values, from which value on.")
    seen_by: Literal["everyone", "owner", "pair", "control"] = Field(
        "everyone", description="Who can read the cells."
    )
    symmetric: bool = Field(False, description="A pair track: is a.b the same cell as b.a?")

    @model_validator(mode="after")
    def _sound(self) -> Track:
        low, high = self.range
        if low >= high:
            said = _("The range must go from a lower to a higher number, found [{low}, {high}].")
            raise wrong("schema/range", said.format(low=low, high=high), "range")
        if not low <= self.start <= high:
            said = _("The start {start} lies outside the range [{low}, {high}].")
            raise wrong("schema/range", said.format(start=self.start, low=low, high=high), "start")
        if self.symmetric and self.scope != "pair":
            raise wrong(
                "schema/scope", _("Only a track of scope 'pair' can be symmetric."), "symmetric"
            )
        return self


class Objective(Part):
    """A condition that is worth points if it holds at the end."""

    says: Prose = Field("", description="The objective in words.")
    when: Condition = Field(description="The condition.")
    worth: Worth = Field(description="Points.")


class Private(Part):
    """What only this seat knows; of several the seed draws one."""

    instructions: Prose = Field("", description="What the government tells its negotiator.")
    wants: Points = Field({}, description="Points added to the public ones.")
    accrues: Points = Field({}, description="Points at the end of every turn.")
    objectives: list[Objective] = Field([], description="Conditions that are worth points.")


class Constituency(Part):
    """A part of an actor's public that must be carried."""

    name: Label = Field("", description="What people call it.")
    brief: Prose = Field("", description="Who they are, in a sentence.")
    weight: Annotated[int, Field(ge=0, le=30_000)] = Field(1, description="Its weight in a vote.")
    wants: Points = Field({}, description="Points by option, or a unit of a track.")


class Mandate(Part):
    """A later government: what it names replaces what was."""

    says: Prose = Field("", description="Who governs now, in a sentence.")
    brief: Prose | None = Field(None, description="The new role sheet.")
    wants: Points | None = Field(None, description="Its wants instead of the old ones.")
    accrues: Points | None = Field(None, description="Its points a turn.")
    objectives: list[Objective] | None = Field(None, description="Its objectives.")
    ratify: Percent | None = Field(None, description="Per cent that a treaty needs.")
    private: list[Private] | None = Field(None, description="Its private instructions.")
    constituencies: Named[Constituency] | None = Field(None, description="Its constituencies.")


class Actor(Part):
    """A state or another party in the game (section 2)."""

    name: Label = Field("", description="What people call it; its id where nothing is said.")
    kind: Literal["player", "chorus"] = Field(
        "player", description="player: has a seat; chorus: only wants, trusts and votes."
    )
    at: Annotated[list[float], Field(min_length=2, max_length=2)] | None = Field(
        None, description="Latitude and longitude on the map."
    )
    colour: Label | None = Field(None, description="Its colour on the board.")
    emblem: Emblem | None = Field(None, description="Its sign on the board, beside its colour.")
    roles: dict[Label, list[Literal["speak", "sign", "order"]]] = Field(
        {}, description="For teams that share the seat: who may speak, sign, order."
    )
    brief: Prose = Field("", description="What everyone reads about it.")
    ratify: Percent | None = Field(
        None, description="Per cent of its constituencies' weight that a treaty needs."
    )
    constituencies: Named[Constituency] = Field({}, description="Its publics at home.")
    wants: Points = Field({}, description="What everyone knows it wants.")
    accrues: Points = Field({}, description="Points at the end of every turn.")
    objectives: list[Objective] = Field([], description="Conditions that are worth points.")
    private: list[Private] = Field([], description="Only for this seat; the seed draws one.")
    mandates: dict[Id, Mandate] = Field({}, description="Governments that may follow.")

    @model_validator(mode="after")
    def _on_the_map(self) -> Actor:
        check_place(self.at)
        return self


def check_place(at: list[float] | None) -> None:
    """Raise a problem where `at` is no latitude and longitude."""
    if at is not None and not (-90 <= at[0] <= 90 and -180 <= at[1] <= 180):
        said = _("Expected latitude (-90 to 90) and longitude (-180 to 180), such as [37.5, 127].")
        raise wrong("schema/range", said, "at")


class Consent(Part):
    """Who must consent to a step, and what each pays (section 3)."""

    all: list[Ref] | None = Field(None, description="All of these.")
    any: list[Ref] | None = Field(None, description="Any one of these.")
    at_least: Annotated[int, Field(ge=1)] | None = Field(None, description="So many of `of`.")
    of: list[Ref] | None = Field(None, description="Of these, `at_least` so many.")
    forum: Ref | None = Field(None, description="A vote of this forum.")
    cost: Expression = Field(0, description="What each who consents pays.")

    @model_validator(mode="after")
    def _one_way(self) -> Consent:
        way = exactly_one("schema/consent", self, ("all", "any", "at_least", "forum"), _("Consent"))
        if (way == "at_least") != (self.of is not None):
            raise wrong("schema/consent", _("'at_least: N' and 'of: [...]' belong together."))
        named = self.all or self.any or self.of
        if way != "forum" and not named:
            raise wrong("schema/consent", _("The list of who must consent is empty."))
        if self.at_least is not None and self.of is not None and self.at_least > len(self.of):
            said = _("{n} of {m} actors can never consent.")
            raise wrong("schema/consent", said.format(n=self.at_least, m=len(self.of)), "at_least")
        return self


class Issue(Part):
    """A matter on the table (section 3)."""

    name: Label = Field("", description="What people call it; its id where nothing is said.")
    kind: Literal["deployment", "arrangement", "exercise", "forum", "other"] = Field(
        "other", description="For the icon and the filter only."
    )
    brief: Prose = Field("", description="What everyone reads about it.")
    options: Annotated[list[Id], Field(min_length=2, max_length=60)] = Field(
        description="Its possible settlements, in order."
    )
    start: Ref = Field("", description="The present option; the first where nothing is said.")
    ladder: bool = Field(
        False, description="true: one step a turn, either way; false: from any option to any."
    )
    up: Consent | None = Field(None, description="A ladder: who consents to a step up.")
    down: Consent | None = Field(None, description="A ladder: who consents to a step down.")
    change: Consent | None = Field(None, description="No ladder: who consents to a change.")
    sources: list[int] = Field([], description="Numbers of sources.")

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        filled = dict(value)
        if "ladder" not in filled and ("up" in filled or "down" in filled):
            filled["ladder"] = True
        options = filled.get("options")
        if "start" not in filled and isinstance(options, list) and options:
            filled["start"] = str(options[0])
        return filled

    @model_validator(mode="after")
    def _sound(self) -> Issue:
        if len(set(self.options)) < len(self.options):
            raise wrong("schema/options", _("An option stands here twice."), "options")
        if self.start not in self.options:
            near = nearest(self.start, self.options)
            said = _("'{start}' is not one of its options ({options}).").format(
                start=self.start, options=", ".join(self.options)
            )
            if near:
                said += " " + _("Did you mean '{near}'?").format(near=near)
            raise wrong("schema/option", said, "start")
        if self.ladder and self.change is not None:
            said = _("A ladder moves by 'up' and 'down': 'change' is for 'ladder: false'.")
            raise wrong("schema/ladder", said, "change")
        if not self.ladder and (self.up is not None or self.down is not None):
            said = _("An issue that is no ladder has one 'change' instead of 'up' and 'down'.")
            raise wrong("schema/ladder", said, "up" if self.up is not None else "down")
        return self


class Adopt(Part):
    """How many votes adopt, and who may prevent it."""

    at_least: Annotated[int, Field(ge=1)] | None = Field(None, description="So many yes votes.")
    quota: Annotated[int, Field(ge=1)] | None = Field(None, description="So much weight of yes.")
    weights: dict[Ref, Annotated[int, Field(ge=0)]] = Field({}, description="Weights of members.")
    veto: list[Ref] = Field([], description="Members whose no prevents adoption.")

    @model_validator(mode="after")
    def _one_way(self) -> Adopt:
        way = exactly_one("schema/adopt", self, ("at_least", "quota"), _("Adoption"))
        if way == "quota" and not self.weights:
            raise wrong("schema/adopt", _("'quota: N' needs 'weights: {member: N}' beside it."))
        if way == "at_least" and self.weights:
            raise wrong("schema/adopt", _("'weights' go with 'quota: N'."), "weights")
        return self


class Forum(Part):
    """A body that decides by vote (section 8)."""

    name: Label = Field("", description="What people call it; its id where nothing is said.")
    brief: Prose = Field("", description="What everyone reads about it.")
    members: Annotated[list[Ref], Field(min_length=1)] = Field(description="Who votes.")
    adopt: Annotated[
        Annotated[Literal["consensus", "majority"], Tag("one")] | Annotated[Adopt, Tag("map")],
        by_form,
    ] = Field(description="consensus, majority, {at_least: N, veto: [...]} or a quota of weights.")
