"""A scenario file as plain values that still know where they stand in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from yaml.events import AliasEvent, ScalarEvent

from game.scenario.problems import Problem

Style = Literal["plain", "quoted", "block", "flow", "alias"]
Path = Sequence[str | int]


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One text that was read: its values, where each stands, and what was wrong with it.

    `data` is made of dicts (in the order of the file; keys are texts, or whole numbers), lists,
    texts, numbers, booleans and None. `damaged` names the top-level keys whose text could not be
    read at all and that are therefore missing from `data`. What a library brought stands in the
    library's file, whose name `home` tells; `missing` has the names that it needs and nobody says.
    """

    name: str
    data: Any
    problems: tuple[Problem, ...]
    damaged: frozenset[str] = frozenset()
    _root: Any = None
    _marks: dict[int, Any] = field(default_factory=dict, repr=False)
    _homes: dict[int, str] = field(default_factory=dict, repr=False)
    _held: list[Any] = field(default_factory=list, repr=False)
    missing: frozenset[str] = frozenset()

    def mark(self, path: Path, key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `path`, or with `key` of its key.

        Where the path ends early the longest part of it that exists answers. Parts that a model
        adds (`changes`) are passed over, and `if_` means `if`, so a place in a document is also a
        place in its source.
        """
        event: Any = self._find(path, key)
        if event is None:
            return 1, 1
        return event.start_mark.line + 1, event.start_mark.column + 1

    def home(self, path: Path, key: bool = False) -> str:
        """Return the name of the file in which what is at `path` is written."""
        return self._homes.get(id(self._find(path, key)), self.name)

    def within(self, path: Path, offset: int) -> tuple[int, int]:
        """Return line and column of the character `offset` of the text at `path`.

        Exact in a text on one line; in a longer one it is where the text begins.
        """
        event: Any = self._find(path, False)
        line, column = self.mark(path)
        if type(event) is not ScalarEvent:
            return line, column
        start: Any = event.start_mark
        end: Any = event.end_mark
        if start.line != end.line:
            return line, column
        return line, column + offset + (0 if event.implicit[0] else 1)

    def covers(self, line: int, column: int) -> bool:
        """Whether a place, counted from 0, lies inside a text of the file: a '#' there is a word.

        A comment of the author is where this is not so.
        """
        at = (line, column)
        for made_by in self._marks.values():
            for events in made_by.values() if isinstance(made_by, dict) else made_by:
                for event in events:
                    if type(event) is ScalarEvent:
                        start: Any = event.start_mark
                        end: Any = event.end_mark
                        if (start.line, start.column) < at < (end.line, end.column):
                            # Behind the '>' or '|' of a block a comment may stand.
                            return event.style not in ("|", ">") or line > start.line
        return False

    def style(self, path: Path) -> Style:
        """Return how the value at `path` is written.

        A text is `plain`, `quoted` or `block` (`|`, `>`), a collection `flow` (`[ ]`, `{ }`) or
        `block`; either may be an `alias`.
        """
        event = self._find(path, False)
        if isinstance(event, AliasEvent):
            return "alias"
        if isinstance(event, ScalarEvent):
            if event.implicit[0]:
                return "plain"
            return "block" if event.style in ("|", ">") else "quoted"
        return "flow" if event is not None and event.flow_style else "block"

    def problem(
        self,
        code: str,
        message: str,
        path: Path,
        *,
        key: bool = False,
        offset: int = 0,
        severity: Literal["error", "warning"] = "error",
    ) -> Problem:
        """Return a problem that stands at `path` (at character `offset` of the text there)."""
        line, column = self.within(path, offset) if offset else self.mark(path, key)
        return Problem(code, message, self.home(path, key), line, column, severity)

    def _find(self, path: Path, key: bool) -> Any:
        event = self._root
        here = self.data
        last = len(path) - 1
        for i, part in enumerate(path):
            entries: Any = self._marks.get(id(here))
            if isinstance(here, dict):
                if part not in here and isinstance(part, str):
                    part = part.rstrip("_")
                if part not in here:
                    continue
            elif not isinstance(here, list) or not isinstance(part, int) or part >= len(here):
                continue
            event = entries[part][0 if key and i == last else 1]
            here = here[part]
        return event
