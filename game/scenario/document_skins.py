"""Other words for the same structure: skins and translations (language.md, section 10).

Both mirror the file and hold texts only, so one shape serves both. Where the file has a list
(private draws, objectives, clauses, history, debrief) the words are a list in the same order.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from game.scenario.document_actors import check_place
from game.scenario.document_types import Id, Label, Part, Prose
from game.scenario.emblems import Emblem

_Name = Annotated[Label | None, Field(description="Its name.")]
_Says = Annotated[Prose | None, Field(description="What it says.")]
_Brief = Annotated[Prose | None, Field(description="What everyone reads about it.")]


class Words(Part):
    """Name, brief and sentence of a thing."""

    name: _Name = None
    brief: _Brief = None
    says: _Says = None


class PrivateWords(Part):
    """A private draw."""

    instructions: Prose | None = Field(None, description="What the government tells.")
    objectives: list[Words] = Field([], description="In the order of the file.")


class MandateWords(Words):
    """A later government."""

    objectives: list[Words] = Field([], description="In the order of the file.")
    private: list[PrivateWords] = Field([], description="In the order of the file.")
    constituencies: dict[Id, Words] = Field({}, description="By id.")


class ActorWords(Words):
    """An actor: its name, role sheet, and place on the map."""

    at: Annotated[list[float], Field(min_length=2, max_length=2)] | None = Field(
        None, description="Latitude and longitude on the map."
    )
    colour: Label | None = Field(None, description="Its colour on the board.")
    emblem: Emblem | None = Field(None, description="Its sign on the board, beside its colour.")
    roles: dict[Label, Label] = Field({}, description="Other names for roles.")
    constituencies: dict[Id, Words] = Field({}, description="By id.")
    objectives: list[Words] = Field([], description="In the order of the file.")
    private: list[PrivateWords] = Field([], description="In the order of the file.")
    mandates: dict[Id, MandateWords] = Field({}, description="By id.")

    @model_validator(mode="after")
    def _on_the_map(self) -> ActorWords:
        check_place(self.at)
        return self


class IssueWords(Words):
    """An issue and its options."""

    options: dict[Id, Label] = Field({}, description="Other words for options.")


class TrackWords(Words):
    """A track and its bands."""

    bands: dict[Id, Label] = Field({}, description="Other words for bands.")


class TeachesWords(Part):
    """A concept."""

    concept: Label | None = Field(None, description="The concept's usual name.")
    says: _Says = None


class RuleWords(Words):
    """A rule and what it teaches."""

    teaches: TeachesWords | None = Field(None, description="The concept behind it.")


class ChoiceWords(Part):
    """A question and its answers."""

    says: _Says = None
    options: dict[Id, Words] = Field({}, description="By id.")


class EventWords(Part):
    """An event."""

    title: Label | None = Field(None, description="The headline.")
    says: _Says = None
    choice: ChoiceWords | None = Field(None, description="The question and its answers.")


class ClauseWords(Part):
    """A clause; only declarations have words of their own."""

    declare: Prose | None = Field(None, description="The declaration.")


class AgreementWords(Words):
    """A ready agreement."""

    clauses: list[ClauseWords] = Field([], description="In the order of the file.")


class Texts(Part):
    """Every text of the file in other words."""

    title: Label | None = Field(None, description="The scenario's title.")
    summary: Prose | None = Field(None, description="The scenario in a few sentences.")
    brief: _Brief = None
    tracks: dict[Id, TrackWords] = Field({}, description="By id.")
    actors: dict[Id, ActorWords] = Field({}, description="By id.")
    issues: dict[Id, IssueWords] = Field({}, description="By id.")
    forums: dict[Id, Words] = Field({}, description="By id.")
    instruments: dict[Id, Words] = Field({}, description="By id.")
    rules: dict[Id, RuleWords] = Field({}, description="By id.")
    events: dict[Id, EventWords] = Field({}, description="By id.")
    agreements: dict[Id, AgreementWords] = Field({}, description="By id.")
    end: dict[Id, Words] = Field({}, description="By id.")
    history: list[Words] = Field([], description="In the order of the file.")
    debrief: list[Prose] = Field([], description="In the order of the file.")


class Translation(Texts):
    """Every text of the file in another language."""

    draft: bool = Field(
        False, description="A machine draft that nobody who speaks the language has read yet."
    )


class Skin(Texts):
    """Other names, briefs and map places for the same structure."""

    name: _Name = None
