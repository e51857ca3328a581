"""A scenario as its author wrote it: the whole document, shape checked, names not yet resolved.

Field names are the keys of the file; `if`, `for` and `from` have an underscore behind them in
Python. What the file does not say has its default (language.md, section 0).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, Tag, ValidationError

from game.scenario.document_actors import (
    Actor,
    Adopt,
    Consent,
    Constituency,
    Forum,
    Issue,
    Mandate,
    Objective,
    Private,
    Track,
)
from game.scenario.document_agreements import (
    Agreement,
    Clause,
    Hold,
    Move,
    Perform,
    Refrain,
    Transfer,
)
from game.scenario.document_cases import Case, Expect, Further
from game.scenario.document_effects import (
    Choice,
    ChoiceOption,
    Effect,
    End,
    Event,
    Instrument,
    Rule,
    Teaches,
    TurnCount,
    Turns,
)
from game.scenario.document_problems import MOST, cut_lists, problems_of
from game.scenario.document_skins import Skin, Texts, Translation, Words
from game.scenario.document_types import (
    Amount,
    Cell,
    Id,
    Label,
    Locale,
    Month,
    Named,
    Part,
    Prose,
    Ref,
    ScenarioId,
    Titled,
    Version,
    Worth,
    by_form,
)
from game.scenario.problems import Problem
from game.scenario.pruning import Pruned
from game.scenario.source import Source

__all__ = [
    "Accept", "Actor", "Adopt", "Agreement", "Arguments", "Calendar", "Case", "Choice",
    "ChoiceOption", "Clause", "Consent", "Constituency", "Document", "Effect", "End", "Event",
    "Examined", "Expect", "Forum", "Further", "History", "Hold", "Instrument", "Issue", "Library",
    "Mandate",
    "Move", "Objective", "Perform", "Private", "Refrain", "Rule", "Settle", "Skin", "Teaches",
    "Texts", "Timing", "Track", "Transfer", "Translation", "Turns", "Words", "examine",
    "parse", "examine_library",
]  # fmt: skip

Source_ = Annotated[
    Annotated[Prose, Tag("one")]
    | Annotated[dict[Label, Annotated[Prose | int, Field(union_mode="left_to_right")]], Tag("map")],
    by_form,
]
Entry = dict[str, Any] | None
Taken = Annotated[
    Annotated[Literal["all"], Tag("one")] | Annotated[list[Ref], Tag("list")], by_form
]
Minutes = Annotated[int, Field(ge=0, le=100_000)]


class Calendar(Part):
    """When the game plays."""

    start: Month = Field(description="The month of turn 1, as 2031-03.")
    months: Annotated[int, Field(ge=1, le=1200)] = Field(1, description="Months a turn.")


class Timing(Part):
    """Minutes for a session of a given length."""

    turns: Annotated[int, Field(ge=1, le=1000)] = Field(description="How many turns are played.")
    briefing: Minutes = Field(0, description="Minutes of briefing a turn.")
    negotiation: Minutes = Field(description="Minutes of negotiation a turn.")
    reveal: Minutes = Field(0, description="Minutes of the reveal a turn.")
    debrief: Minutes = Field(0, description="Minutes of debrief at the end.")


class Arguments(Part):
    """What free-form actions may ask for."""

    allow: list[Ref] = Field(description="Tracks whose cells they may change.")
    limit: Annotated[int, Field(ge=1)] = Field(1, description="By how much at most.")


class Accept(Part):
    """Who must accept a package."""

    all_of: list[Ref] = Field([], description="All of these.")
    at_least: Annotated[int, Field(ge=0)] = Field(0, description="So many players in all.")


class Settle(Part):
    """A classic scoreable negotiation."""

    accept: Accept = Field(description="Who must accept.")
    walk_away: dict[Ref, Worth] = Field({}, description="What a player gets without a deal.")


class History(Part):
    """What really happened."""

    turn: Annotated[int, Field(ge=0, le=1000)] = Field(description="In which turn.")
    issue: Ref | None = Field(None, description="Which issue moved.")
    option: Ref | None = Field(None, description="To which option.")
    date: Label | None = Field(None, description="When, such as 2016-07.")
    says: Prose = Field("", description="What happened, in a sentence.")
    source: Ref | int | None = Field(None, description="Number of the source.")
    sources: list[int] = Field([], description="Numbers of sources.")


class Library(Part):
    """Instruments, rules and forums that several scenarios share.

    Its entries are examined where they are used: a scenario may say what a library leaves open.
    """

    modus: Version = Field(1, description="The version of the language.")
    title: Label = Field("", description="What it is.")
    summary: Prose = Field("", description="What it is for.")
    forums: dict[Id, Entry] = Field({}, description="Bodies that decide by vote.")
    instruments: dict[Id, Entry] = Field({}, description="What an actor can do.")
    rules: dict[Id, Entry] = Field({}, description="What follows from what.")
    texts: dict[Locale, Texts] = Field({}, description="Translations by language.")
    sources: dict[int, Source_] = Field({}, description="Numbered sources.")


class Document(Part):
    """A whole scenario."""

    modus: Version = Field(description="The version of the language: 1.")
    id: ScenarioId = Field(description="The file's name without its ending.")
    title: Label = Field(description="What the scenario is called.")
    summary: Prose = Field("", description="The scenario in a few sentences.")
    minutes: Minutes | None = Field(None, description="How long a game takes.")
    turns: TurnCount = Field(description="How many turns, or {from, to}: drawn and hidden.")
    calendar: Calendar | None = Field(None, description="When the game plays.")
    orders: Annotated[int, Field(ge=0, le=100)] = Field(3, description="Orders a seat and turn.")
    include: Annotated[
        Annotated[list[Ref], Tag("list")] | Annotated[dict[Ref, Taken], Tag("map")],
        by_form,
    ] = Field([], description="Shared libraries: a list, or {library: all} or {library: [ids]}.")
    tracks: Named[Track] = Field({}, description="Families of quantities.")
    start: dict[Cell, Amount] = Field({}, description="Cells that start elsewhere.")
    actors: Annotated[Named[Actor], Field(min_length=1)] = Field(description="Who plays a part.")
    issues: Named[Issue] = Field({}, description="What is on the table.")
    forums: Named[Forum] = Field({}, description="Bodies that decide by vote.")
    instruments: Named[Instrument] = Field({}, description="What an actor can do.")
    rules: Named[Rule] = Field({}, description="What follows from what.")
    events: Titled[Event] = Field({}, description="What happens.")
    agreements: Named[Agreement] = Field({}, description="Ready drafts.")
    end: dict[Id, End] = Field({}, description="Conditions that end the game early.")
    leaks: Annotated[float, Field(ge=0, le=1)] = Field(
        0, description="With what probability a secret agreement in force comes out, each turn."
    )
    arguments: Arguments | None = Field(None, description="What free-form actions may ask for.")
    perceptions: bool = Field(False, description="Do seats rate how threatening others are?")
    timings: dict[int, Timing] = Field({}, description="Minutes, by the session's length.")
    settle: Settle | None = Field(None, description="A scoreable negotiation.")
    skins: dict[Id, Skin] = Field({}, description="Other names for the same structure.")
    texts: dict[Locale, Translation] = Field({}, description="Translations by language.")
    sources: dict[int, Source_] = Field({}, description="Numbered sources.")
    history: list[History] = Field([], description="What really happened.")
    debrief: list[Prose] = Field([], description="Questions for the class.")
    cases: list[Case] = Field([], description="Tests in the language itself.")


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of a file: the whole document, or as much of it as is sound, and every problem.

    `document` is None where anything is wrong. Then `rest` is the document without its broken
    parts, so that names in the others can be checked all the same, and `lost` holds every word of
    what was taken out: a name among them may be missing only for that reason.
    """

    document: Document | None
    problems: list[Problem]
    rest: Document | None
    lost: frozenset[str] = frozenset()


def parse(source: Source) -> tuple[Document | None, list[Problem]]:
    """Return the document, or None, and everything wrong with the text and its shape.

    The problems include those of the gate and are in the order of the file; sections that the gate
    set aside are not reported as missing.
    """
    examined = examine(source)
    return examined.document, examined.problems


def examine(source: Source) -> Examined:
    """Return what `parse` does, and what is sound of a document that is not."""
    whole, problems, rest, lost, gone = _examine(Document, source)
    if (source.damaged | gone) & _NAMING:
        # Without a section that says who or what there is, every other name would seem unknown.
        rest = None
    return Examined(whole, problems, rest, lost)


def examine_library(source: Source) -> list[Problem]:
    """Return what is wrong with a library itself; its entries are examined where they are used."""
    return _examine(Library, source)[1]


_ROUNDS = 8
_NAMING = frozenset(
    {"tracks", "actors", "issues", "forums", "instruments", "events", "agreements", "include"}
)


_Names = frozenset[str]


def _examine(model: Any, source: Source) -> tuple[Any, list[Problem], Any, _Names, _Names]:
    problems = list(source.problems)
    if not isinstance(source.data, dict) or (problems and not source.data):
        return None, problems, None, frozenset(), frozenset()
    said = {key: value for key, value in source.data.items() if value is not None}
    rest = None
    lost: _Names = frozenset()
    gone: _Names = frozenset()
    try:
        rest = model.model_validate(said)
    except ValidationError as error:
        rest, more, lost, gone = _rounds(model, source, said, error)
        known = {(one.source, one.line, one.column) for one in problems}
        problems += [one for one in more if (one.source, one.line, one.column) not in known]
    problems += cut_lists(source)
    problems.sort(key=lambda problem: (problem.line, problem.column))
    wrong = any(problem.severity == "error" for problem in problems)
    return (None if wrong else rest), problems, rest, lost, gone


def _rounds(
    model: Any, source: Source, said: dict[Any, Any], error: ValidationError
) -> tuple[Any, list[Problem], _Names, _Names]:
    """Take out what is broken and validate again, until what is left is sound."""
    pruned = Pruned(said)
    rest = None
    problems = problems_of(error, source, pruned, model)
    for _round in range(_ROUNDS):
        if len(problems) >= MOST:
            break
        pruned.prune()
        try:
            rest = model.model_validate(pruned.data)
            break
        except ValidationError as next_error:
            problems += problems_of(next_error, source, pruned, model)
    gone = frozenset(str(path[0]) for path in pruned.removed if len(path) == 1)
    return rest, problems, frozenset(pruned.lost), gone
