"""Where the parts of a scenario stand: in its own file, or in a library that it includes."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.gate import read
from game.scenario.problems import Problem
from game.scenario.source import Source

Path = tuple[str | int, ...]


class Places:
    """Finds line and column of a path, and the texts of the files that a scenario is made of."""

    def __init__(self, text: str, whole: Source, included: Mapping[str, str]) -> None:
        self.source = whole.name
        self.whole = whole
        self.texts = {whole.name: text} | {f"{name}.yaml": said for name, said in included.items()}
        self._own: dict[str, Source] = {}

    def own(self, name: str) -> Source:
        """One file by itself, without what is laid under it."""
        if name not in self._own:
            self._own[name] = read(self.texts[name], name)
        return self._own[name]

    def warn(
        self, code: str, message: str, path: Path, *, key: bool = False, offset: int = 0
    ) -> Problem:
        """A warning at a path, or at its key, or at a character of the text that stands there."""
        return self.whole.problem(code, message, path, key=key, offset=offset, severity="warning")
