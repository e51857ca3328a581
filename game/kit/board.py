"""The board's page: issues as ladders to mark, and the public quantities as rows of boxes."""

from __future__ import annotations

from msgspec import Struct

from game.scenario.model import Scenario, Track
from game.table.words import Words


class IssueKit(Struct, frozen=True):
    """An issue on the board: its options with the one it starts on, and who must consent."""

    id: str
    name: str
    brief: str
    options: tuple[tuple[str, str, bool], ...]
    ladder: bool
    up: str
    down: str


class TrackKit(Struct, frozen=True):
    """A public quantity on the board: a box for each value, with names for levels."""

    name: str
    boxes: tuple[tuple[int, str, bool], ...]


def issue_kit(scenario: Scenario, words: Words, id: str) -> IssueKit:
    """An issue for the board's page."""
    issue = scenario.issues[id]
    options = zip(issue.options, words.options(id), strict=True)
    same = issue.up is issue.down
    return IssueKit(
        id,
        words.issue(id),
        words.issue_brief(id),
        tuple((option, label, n == issue.start) for n, (option, label) in enumerate(options)),
        issue.ladder,
        words.consent(issue.up),
        "" if same else words.consent(issue.down),
    )


MOST_BOXES = 25


def track_kits(scenario: Scenario, words: Words) -> tuple[TrackKit, ...]:
    """The public quantities of the world that have room on the board's page."""
    return tuple(
        _track(scenario, words, track)
        for track in scenario.tracks.values()
        if track.scope == "world"
        and track.seen_by == "everyone"
        and track.high - track.low < MOST_BOXES
    )


def _track(scenario: Scenario, words: Words, track: Track) -> TrackKit:
    start = scenario.start[scenario.header.index[track.id]]
    levels = {at: words.band(track.id, at) for at in track.bands.values()}
    return TrackKit(
        words.track(track.id),
        tuple((n, levels.get(n, ""), n == start) for n in range(track.low, track.high + 1)),
    )
