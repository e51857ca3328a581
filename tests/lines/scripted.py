"""A person at a terminal, as a script."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.lines import play
from game.session.beginning import Wanted

CTRL_C = "<ctrl-c>"
CLOSED = "<closed>"
LIMIT = 3000


class Person:
    """Types a script, then Enter for ever (or, with `closes`, closes the terminal)."""

    def __init__(self, script: Sequence[str] = (), closes: bool = False) -> None:
        self.script = list(script)
        self.closes = closes
        self.lines: list[str] = []
        self.asked = 0

    def read(self, prompt: str) -> str:
        self.asked += 1
        assert self.asked < LIMIT, "the game does not end"
        if not self.script and self.closes:
            raise EOFError
        line = self.script.pop(0) if self.script else ""
        if line == CTRL_C:
            raise KeyboardInterrupt
        if line == CLOSED:
            raise EOFError
        self.lines.append(f"{prompt}{line}")
        return line

    def write(self, text: str) -> None:
        self.lines.append(text)

    @property
    def text(self) -> str:
        """The whole transcript."""
        return "\n".join(self.lines)

    @property
    def flat(self) -> str:
        """The transcript in one line, so that a wrapped sentence is found."""
        return " ".join(self.text.split())

    def play(self, scenario: str | None, out: Path | None = None, **how: object) -> Person:
        """Play; what is raised passes through."""
        how = {"width": 80, "seed": 7} | how
        width = int(str(how.pop("width")))
        seats = tuple(how.pop("seats", ()))  # type: ignore[arg-type]
        wanted = Wanted(scenario or "", seats, out=out, **how)  # type: ignore[arg-type]
        play(wanted, read=self.read, write=self.write, width=width)
        return self
