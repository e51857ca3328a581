"""The header: which cells a scenario's issues and tracks make (language.md, section 1)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, permutations

from game.scenario.document import Document
from game.scenario.model import Cell, Header, SeenBy, Track

Owned = tuple[tuple[str, ...], tuple[str, ...]]  # names behind the track's, and the owners


def make_header(document: Document, tracks: dict[str, Track]) -> Header:
    """All cells in a fixed order: issues, tracks, then each player's debt beside its purse."""
    players = [a for a, actor in document.actors.items() if actor.kind == "player"]
    chorus = [a for a, actor in document.actors.items() if actor.kind == "chorus"]
    cells: list[Cell] = []
    index: dict[str, int] = {}

    def add(
        name: str, track: str, issue: str, owners: tuple[str, ...], low: int, high: int,
        start: int, pace: int | None, seen_by: SeenBy,
    ) -> None:  # fmt: skip
        index[name] = len(cells)
        cells.append(Cell(name, len(cells), track, issue, owners, low, high, start, pace, seen_by))

    for issue_id, issue in document.issues.items():
        at = issue.options.index(issue.start)
        add(issue_id, "", issue_id, (), 0, len(issue.options) - 1, at, None, "everyone")
    for track in tracks.values():
        for names, owners in _owned(track, document, players, chorus):
            name = ".".join((track.id, *names))
            start = document.start.get(name)
            if start is None and track.symmetric and len(names) == 2:
                start = document.start.get(".".join((track.id, names[1], names[0])))
            add(name, track.id, "", owners, track.low, track.high,
                track.start if start is None else start, track.pace, track.seen_by)  # fmt: skip
            if track.symmetric and len(names) == 2:
                index[".".join((track.id, names[1], names[0]))] = index[name]
    if "capital" in tracks:
        most = max(tracks["capital"].income, 0)
        for player in players:
            add(f"debt.{player}", "debt", "", (player,), 0, most, 0, None, "control")
    return Header(tuple(cells), index, tuple(cell.name for cell in cells))


def _owned(
    track: Track, document: Document, players: list[str], chorus: list[str]
) -> Iterable[Owned]:
    if track.scope == "world":
        yield (), ()
    elif track.scope == "actor":
        for player in players:
            yield (player,), (player,)
    elif track.scope == "pair":
        pairs = combinations(players, 2) if track.symmetric else permutations(players, 2)
        for a, b in pairs:
            yield (a, b), (a, b)
        for a in chorus:
            for b in players:
                yield (a, b), (a, b)
    else:
        for actor, said in document.actors.items():
            for constituency in said.constituencies:
                yield (actor, constituency), (actor,)
