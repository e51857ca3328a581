"""The compiler's desk: names looked up, expressions parsed, every fault noted with its place."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from game.i18n import _
from game.scenario.binding import BindError
from game.scenario.expressions import ExpressionError, literal, parse
from game.scenario.model import Expression
from game.scenario.problems import Problem, nearest
from game.scenario.source import Source

Path = tuple[str | int, ...]
MOST = 200
"""How many problems of a file are told; who has more mends these first."""


class Desk:
    """Collects the problems of one file while it is compiled."""

    def __init__(self, source: Source, lost: Container[str] = frozenset()) -> None:
        self.source = source
        self.lost = lost
        self.problems: list[Problem] = []

    def problem(self, code: str, message: str, path: Path, *, key: bool = False) -> None:
        """Note an error at a place of the file."""
        self._note(self.source.problem(code, message, path, key=key))

    def warn(
        self, code: str, message: str, path: Path, *, key: bool = False, offset: int = 0
    ) -> None:
        """Note a warning at a place of the file, or at a character of the text there."""
        self._note(
            self.source.problem(code, message, path, key=key, offset=offset, severity="warning")
        )

    def bind_error(self, where: Expression | None, error: BindError, path: Path) -> None:
        """Note a name that means nothing, at its place in the expression."""
        if any(word in error.says for word in self._lost_words()):
            return
        line, column = (where.line, where.column) if where and where.line else (0, 0)
        home = where.home if where and where.line else self.source.home(path)
        if not line:
            line, column = self.source.mark(path)
        place = (home or self.source.name, line, column)
        if any(p.code.startswith("expression/") and place == (p.source, p.line, p.column)
               for p in self.problems):  # fmt: skip
            return  # what could not be read is no name either
        self._fault(error.code, error.says, home, line, column + error.column)

    def _lost_words(self) -> Iterator[str]:
        for word in self.lost if isinstance(self.lost, Iterable) else ():
            yield f"'{word}'"
            yield f"'{word}."  # the cells of a track

    def _fault(self, code: str, message: str, home: str, line: int, column: int) -> None:
        self._note(Problem(code, message, home or self.source.name, line, column))

    def _note(self, problem: Problem) -> None:
        if len(self.problems) < MOST and problem not in self.problems:
            self.problems.append(problem)

    # ------------------------------------------------------------------ names

    def known(
        self, name: str, among: Iterable[str], what: str, path: Path, *, key: bool = False
    ) -> bool:
        """Whether a name is one of those known; notes a problem where it is not."""
        listed = list(among)
        if name in listed:
            return True
        if name in self.lost:
            return False
        close = self._called(name, listed) or nearest(name, listed)
        hint = " " + _("Did you mean '{name}'?").format(name=close) if close else ""
        says = _("Expected {what}, found '{name}'.").format(what=what, name=name)
        if not close and 0 < len(listed) <= 12:
            hint = " " + _("There is: {names}.").format(names=", ".join(listed))
        self.problem("name/unknown", says + hint, path, key=key)
        return False

    def _called(self, name: str, ids: Iterable[str]) -> str:
        """The one of some ids whose entry has `name` for its name: what people say for it."""
        said = self.source.data if isinstance(self.source.data, dict) else {}
        for section in said.values():
            for id in ids if isinstance(section, dict) else ():
                entry = section.get(id)
                called = entry.get("name") if isinstance(entry, dict) else None
                if isinstance(called, str) and called.casefold() == name.casefold():
                    return id
        return ""

    def all_known(
        self, names: Iterable[str], among: Iterable[str], what: str, path: Path
    ) -> tuple[str, ...]:
        """Those of the names that are known."""
        listed = list(among)
        return tuple(
            name for n, name in enumerate(names) if self.known(name, listed, what, (*path, n))
        )

    # ------------------------------------------------------------------ expressions

    def expression(self, value: str | int | bool, path: Path) -> Expression:
        """Parse what the file says at ``path``; a fault is noted and stands as 0."""
        home = self.source.home(path)
        if isinstance(value, bool | int):
            line, column = self.source.mark(path)
            return literal(value, line, column, home)
        line, column = self.source.within(path, 0)
        try:
            return parse(value, line, column, home)
        except ExpressionError as error:
            self._fault(error.code, error.says, home, line, column + error.column)
            return literal(0, line, column, home)

    def condition(self, value: str | bool | None, path: Path) -> Expression | None:
        """An optional condition."""
        return None if value is None else self.expression(value, path)

    def amount(self, value: str | int, path: Path) -> Expression | int:
        """A number, or an expression that gives one."""
        return value if isinstance(value, int) else self.expression(value, path)

    def cell_name(self, name: str, path: Path) -> Expression:
        """A cell as the key of a mapping."""
        line, column = self.source.mark(path, key=True)
        home = self.source.home(path, key=True)
        try:
            return parse(name, line, column, home)
        except ExpressionError as error:
            self._fault(error.code, error.says, home, line, column)
            return literal(0, line, column, home)
