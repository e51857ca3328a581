"""Check again on every save, for the author who has the list beside the editor.

The texts themselves are read a few times a second and compared. That needs no library, works on
network drives and in containers where notices of change do not arrive, tells nothing when an
editor only touched the file, and does not care whether it wrote it in place or put another in its
place; a scenario and its libraries are read in less than a millisecond.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from time import localtime, sleep, strftime

from game import data
from game.checking.bench import Asked, examine, line
from game.errors import UserError
from game.i18n import _, ngettext
from game.scenario.gate import read
from game.scenario.problems import Problem

EVERY = 0.3
"""Seconds between two looks. A file that is half written is whole at the next."""
GONE_FOR = 10
"""After so many looks at nothing the author is told; an editor is long done by then."""

Texts = Mapping[str, str]


@dataclass(slots=True)
class Watched:
    """One scenario: its texts when it was last checked, those of the last look, and its problems.

    A change is believed when two looks agree on it, so that nothing half written is checked.
    """

    name: str
    checked: Texts = field(default_factory=dict)
    seen: Texts = field(default_factory=dict)
    problems: list[Problem] | None = None
    gone: int = 0


def watch(
    scenarios: Sequence[str], asked: Asked, wait: Callable[[], None] = lambda: sleep(EVERY)
) -> Iterator[str]:
    """Check scenarios now and after every change; ends, without a word, when it is interrupted.

    `wait` is called between two looks. Raises UserError at the start alone, for a scenario that
    cannot be found.
    """
    files = [Watched(name) for name in scenarios or data.scenario_ids()]
    for file in files:
        data.scenario_path(file.name)
    try:
        for file in files:
            file.seen = _texts(file.name)
        while True:
            for file in files:
                yield from _looked(file, asked)
            wait()
    except KeyboardInterrupt:
        return


_FAILED = "case/failed"
"""An error of a file that can be played."""


def _looked(file: Watched, asked: Asked) -> Iterator[str]:
    now = _texts(file.name)
    settled = now == file.seen
    file.seen = now
    if not any(now.values()):
        file.gone += 1
        if file.gone == GONE_FOR:
            yield _("{name} is gone or empty; waiting for it.").format(name=file.name)
            file.checked = {}
        return
    file.gone = 0
    if not settled or now == file.checked:
        return
    file.checked = now
    source, text = next(iter(now.items()))
    before = file.problems
    try:
        found, summary = examine(text, source, asked)
    except UserError:  # a library was taken away just now
        file.checked = {}
        return
    file.problems = [*found, *_not_looked_at(before or [], found)]
    yield _head(source, before, file.problems)
    yield from (line(problem) for problem in found)
    yield summary


def _not_looked_at(before: Sequence[Problem], now: Sequence[Problem]) -> list[Problem]:
    """What a file that cannot be played is not asked for: untold, and not mended for that."""
    if not any(problem.severity == "error" and problem.code != _FAILED for problem in now):
        return []
    told = {(problem.code, problem.message) for problem in now}
    return [
        problem for problem in before
        if (problem.severity == "warning" or problem.code == _FAILED)
        and (problem.code, problem.message) not in told
    ]  # fmt: skip


def _head(source: str, before: list[Problem] | None, now: list[Problem]) -> str:
    """The time, and what became of the problems: the lines that moved with a text are the same."""
    stamp = strftime("%H:%M:%S", localtime())
    if before is None:
        return f"--- {stamp} {source}"
    old = [(problem.code, problem.message) for problem in before]
    fresh = 0
    for problem in now:
        if (problem.code, problem.message) in old:
            old.remove((problem.code, problem.message))
        else:
            fresh += 1
    mended = ngettext("{n} mended", "{n} mended", len(old)).format(n=len(old))
    new = ngettext("{n} new", "{n} new", fresh).format(n=fresh)
    return f"--- {stamp} {source}: {mended}, {new}"


def _texts(name: str) -> dict[str, str]:
    """The scenario's text, then those of the libraries that it names; {} where it is not there."""
    try:
        text, source = data.scenario_text(name)
        library = data.Library(source)
        return {source: text} | {n: library[n] for n in _included(text) if n in library}
    except UserError:
        return {}


@lru_cache(maxsize=64)
def _included(text: str) -> tuple[str, ...]:
    """The libraries that a text includes, whatever else is wrong with it."""
    said = read(text, "").data.get("include") if "include:" in text else None
    names = said if isinstance(said, list | dict) else ()
    return tuple(name for name in names if isinstance(name, str))
