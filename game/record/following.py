"""Following a record that another program writes to: only what is new is read into the state."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from game.record import errors, sqlite
from game.record.form import Entry, Whole, facts_of, genesis, link
from game.record.replaying import broken, scenario_of, start_of
from game.record.times import Moment
from game.scenario.model import Scenario
from game.table.evolve import evolve_all
from game.table.state import State

Stamp = tuple[tuple[int, int, int], ...]
"""Which file it is, how large, and when it was written to: of the record, and of the log beside."""


class Followed(Struct, frozen=True):
    """A record as far as it was read: how many entries, the hash of the last, and the state."""

    scenario: Scenario
    began: bytes
    seq: int
    chain: bytes
    state: State
    moments: tuple[Moment, ...]


def stamp(path: Path) -> Stamp:
    """What changes when a record is written to; cheap to ask for. Empty where there is no file."""
    found = []
    for one in (path, Path(f"{path}-wal")):
        try:
            stat = one.stat()
        except OSError:
            continue
        found.append((stat.st_ino, stat.st_size, stat.st_mtime_ns))
    return tuple(found)


def follow(path: Path, known: Followed | None = None) -> Followed:
    """A record as it stands now; `known` is how it was when last read, if it was.

    Raises RecordError where it cannot be read now: it may be written to, or not be whole yet.
    """
    whole = sqlite.read(path)
    at = _times(path)
    if known is None or not _goes_on(known, whole):
        known = _begin(path, whole, known, at[0])
    state, chain = known.state, known.chain
    moments = list(known.moments)
    for entry in whole.entries[known.seq :]:
        chain = link(chain, entry.command, entry.facts)
        if entry.hash != chain:
            raise broken(path, entry.seq, state.world.turn)
        state = _evolved(known.scenario, state, entry)
        when = at[entry.seq] if entry.seq < len(at) else moments[-1].at
        moments.append(_moment(when, state))
    texts = {word.key: word.text for word in whole.words if word.text is not None}
    if texts != state.texts:
        state = replace(state, texts=texts)
    return Followed(
        known.scenario, known.began, len(whole.entries), chain, state, tuple(moments)
    )  # fmt: skip


def _goes_on(known: Followed, whole: Whole) -> bool:
    """Whether what is known is the beginning of what is there now."""
    if genesis(whole.header) != known.began or len(whole.entries) < known.seq:
        return False
    return not known.seq or whole.entries[known.seq - 1].hash == known.chain


def _begin(path: Path, whole: Whole, known: Followed | None, at: float) -> Followed:
    same = known is not None and known.scenario.digest == whole.header.scenario
    scenario = known.scenario if known is not None and same else scenario_of(path, whole)
    state, began = start_of(scenario, whole), genesis(whole.header)
    return Followed(scenario, began, 0, began, state, (_moment(at, state),))


def _evolved(scenario: Scenario, state: State, entry: Entry) -> State:
    try:
        return evolve_all(scenario, state, facts_of(entry))
    except (LookupError, ValueError, TypeError, AttributeError) as wrong:
        raise errors.Damaged.entry(entry.seq, repr(wrong)) from wrong


def _times(path: Path) -> list[float]:
    try:
        return [datetime.fromisoformat(text).timestamp() for text in sqlite.times(path)]
    except ValueError as error:
        raise errors.damaged(path) from error


def _moment(at: float, state: State) -> Moment:
    return Moment(at, state.world.turn, state.phase, state.paused, state.extra)
