"""From a file's text to a checked scenario, or to everything that is wrong with it."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from game.i18n import _
from game.scenario import document as doc
from game.scenario.bright_line import check_prose
from game.scenario.case_names import check_cases
from game.scenario.cells import make_header
from game.scenario.checking import Checker
from game.scenario.compile_actors import People, make_forum, make_issue, make_terms, make_tracks
from game.scenario.compile_effects import Deeds
from game.scenario.desk import Desk
from game.scenario.gate import read
from game.scenario.including import include
from game.scenario.model import Header, Scenario, Settle
from game.scenario.problems import Problem, ScenarioErrors
from game.scenario.source import Source

RESERVED = frozenset(
    (
        "control", "press", "public", "world", "turn", "true", "false", "old", "new", "actor",
        "actors", "target", "issue", "instrument", "agreement", "forum", "players", "chorus",
        "members", "parties", "movers", "others", "constituencies", "pairs", "secret",
    )
)  # fmt: skip
"""Ids that mean something in expressions, views or commands."""


class Survey(NamedTuple):
    """A scenario (None where there are errors), its problems, and where its parts stand."""

    scenario: Scenario | None
    problems: list[Problem]
    reading: Source


def load_text(text: str, source: str, library: Mapping[str, str] | None = None) -> Scenario:
    """The scenario that a text says; ``library`` holds the texts that ``include:`` may name.

    :raises ScenarioErrors: with every problem of the text at once.
    """
    scenario, problems = check_text(text, source, library)
    if scenario is None:
        raise ScenarioErrors(p for p in problems if p.severity == "error")
    return scenario


def check_text(
    text: str, source: str, library: Mapping[str, str] | None = None
) -> tuple[Scenario | None, list[Problem]]:
    """The scenario (None where there are errors) and all its problems, warnings among them."""
    scenario, problems, _reading = survey(text, source, library or {})
    return scenario, problems


def survey(text: str, source: str, library: Mapping[str, str]) -> Survey:
    """What `check_text` finds, with the file's places for whoever has more to say of them."""
    reading = include(read(text, source), library)
    examined = doc.examine(reading)
    document = examined.rest
    problems = list(examined.problems)
    if document is None:
        return Survey(None, problems, reading)
    desk = Desk(reading, examined.lost | reading.missing)
    scenario = _compile(desk, document, text, library)
    if scenario is not None:
        Checker(desk, scenario).run()
        check_cases(desk, scenario)
    check_prose(desk)
    problems += desk.problems
    problems.sort(key=lambda p: (p.source != source, p.source, p.line, p.column))
    sound = all(p.severity == "warning" for p in problems)
    return Survey(scenario if sound else None, problems, reading)


def _compile(
    desk: Desk, document: doc.Document, text: str, library: Mapping[str, str]
) -> Scenario | None:
    tracks = make_tracks(desk, document)
    players = tuple(a for a, actor in document.actors.items() if actor.kind == "player")
    if not players:
        desk.problem("actors/no-player", _("Nobody plays: make one actor a player."), ("actors",))
        return None
    _clashes(desk, document)
    header = make_header(document, tracks)
    for name in document.start:
        if desk.known(name, header.index, _("a cell"), ("start", name)):
            _start_in_range(desk, header, document, name)
    people = People(desk, header, document)
    deeds = Deeds(desk, document)
    argue = document.arguments
    first, last = (
        (document.turns, document.turns)
        if isinstance(document.turns, int)
        else (document.turns.from_, document.turns.to)
    )
    included = {name: library[name] for name in document.include if name in library}
    return Scenario(
        id=document.id,
        title=document.title,
        text=text,
        digest=sha256((text + "".join(included.values())).encode()).hexdigest(),
        source=desk.source.name,
        turns=(first, last),
        orders=document.orders,
        header=header,
        start=array("h", (cell.start for cell in header.cells)),
        tracks=tracks,
        actors={name: people.actor(name) for name in document.actors},
        players=players,
        chorus=tuple(a for a in document.actors if a not in players),
        issues={name: make_issue(desk, header, document, name) for name in document.issues},
        instruments={name: deeds.instrument(name) for name in document.instruments},
        rules={name: deeds.rule(name) for name in document.rules},
        events={name: deeds.event(name) for name in document.events},
        forums={name: make_forum(desk, document, name) for name in document.forums},
        agreements={name: make_terms(name, said) for name, said in document.agreements.items()},
        ends={name: deeds.end(name) for name in document.end},
        settle=_settle(desk, document, players),
        argue_cells=_argue_cells(desk, document, header),
        argue_limit=argue.limit if argue else 0,
        perceptions=document.perceptions,
        leaks=document.leaks,
        document=document,
        included=included,
    )


def _clashes(desk: Desk, document: doc.Document) -> None:
    """A name that means two cells or two things where an expression could mean either."""
    for name in document.tracks:
        if name in document.issues:
            says = _("'{name}' is both a track and an issue: rename one.")
            desk.problem("name/twice", says.format(name=name), ("issues", name), key=True)
    for section in ("actors", "tracks", "issues", "instruments"):
        for name in getattr(document, section):
            if name in RESERVED:
                says = _("'{name}' means something to the engine: choose another id.")
                desk.problem("name/reserved", says.format(name=name), (section, name), key=True)
    for name in document.end:
        if name in ("turns", "settled"):
            says = _("'{name}' is how a game ends by itself: choose another id.")
            desk.problem("name/reserved", says.format(name=name), ("end", name), key=True)
    for name in document.issues:
        if name in document.instruments:
            says = _("'{name}' is both an issue and an instrument: rename one.")
            desk.problem("name/twice", says.format(name=name), ("instruments", name), key=True)


def _start_in_range(desk: Desk, header: Header, document: doc.Document, name: str) -> None:
    cell = header.cells[header.index[name]]
    value = document.start[name]
    if cell.issue:
        says = _("'{name}' is an issue: say 'start:' in its own entry.")
        desk.problem("start/issue", says.format(name=name), ("start", name))
    elif not cell.low <= value <= cell.high:
        says = _("{value} is outside the range {low} to {high} of '{name}'.")
        desk.problem(
            "start/range", says.format(value=value, low=cell.low, high=cell.high, name=name),
            ("start", name),
        )  # fmt: skip


def _settle(desk: Desk, document: doc.Document, players: tuple[str, ...]) -> Settle | None:
    said = document.settle
    if said is None:
        return None
    path = ("settle", "accept", "all_of")
    all_of = desk.all_known(said.accept.all_of, players, _("a player"), path)
    for name in said.walk_away:
        desk.known(name, players, _("a player"), ("settle", "walk_away", name))
    if said.accept.at_least > len(players):
        says = _("at_least is {n}, and only {players} play: no package could ever be accepted.")
        desk.problem(
            "settle/too-many", says.format(n=said.accept.at_least, players=len(players)),
            ("settle", "accept", "at_least"),
        )  # fmt: skip
    for name in players:
        if name not in said.walk_away:
            says = _("'{name}' has no walk_away: without a deal it gets 0 points. Say so here.")
            desk.warn("settle/no-walk-away", says.format(name=name), ("settle",), key=True)
    for name, issue in document.issues.items():
        if issue.up or issue.down or issue.change:
            says = _(
                "'{name}' may be ordered step by step too, though only a package settles it: leave "
                "out who consents, unless you want that."
            )
            desk.warn("settle/steps", says.format(name=name), ("issues", name), key=True)
    return Settle(all_of, said.accept.at_least or len(players) * (not all_of), dict(said.walk_away))


def _argue_cells(desk: Desk, document: doc.Document, header: Header) -> frozenset[int]:
    if document.arguments is None:
        return frozenset()
    allow = desk.all_known(
        document.arguments.allow, document.tracks, _("a track"), ("arguments", "allow")
    )
    return frozenset(cell.index for cell in header.cells if cell.track in allow)
