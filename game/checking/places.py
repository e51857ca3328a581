"""Where the parts of a scenario stand: in its own file, or in a library that it includes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from game.scenario.gate import read
from game.scenario.including import include
from game.scenario.problems import Problem
from game.scenario.source import Source

Path = tuple[str | int, ...]


class Places:
    """Finds line and column of a path. A file is read for its marks only when one is asked for."""

    def __init__(self, text: str, source: str, included: Mapping[str, str]) -> None:
        self.source = source
        self.included = included
        self.texts = {source: text} | {f"{name}.yaml": said for name, said in included.items()}
        self._own: dict[str, Source] = {}

    @cached_property
    def whole(self) -> Source:
        """The scenario with what its libraries bring."""
        return include(self.own(self.source), self.included)

    def own(self, name: str) -> Source:
        """One file by itself."""
        if name not in self._own:
            self._own[name] = read(self.texts[name], name)
        return self._own[name]

    def warn(
        self, code: str, message: str, path: Path, *, key: bool = False, offset: int = 0
    ) -> Problem:
        """A warning at a path, or at its key, or at a character of the text that stands there."""
        return self.whole.problem(code, message, path, key=key, offset=offset, severity="warning")
