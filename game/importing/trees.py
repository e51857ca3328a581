"""A small XML file as a tree that knows its lines, read without trusting it.

Document types and entities are refused, so nothing can be fetched and nothing can be blown up; size
and depth are bounded.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from game.errors import UserError
from game.i18n import _
from game.scenario.problems import Problem, ScenarioErrors

BYTES = 2_000_000
DEPTH = 50


@dataclass(frozen=True, slots=True)
class Node:
    """An element: its attributes, its children in order, and where it begins."""

    tag: str
    attributes: dict[str, str]
    source: str
    line: int
    column: int
    children: list[Node] = field(default_factory=list)

    def all(self, tag: str) -> list[Node]:
        """The children of a tag."""
        return [child for child in self.children if child.tag == tag]

    def walk(self) -> Iterator[Node]:
        """This element and everything in it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()

    def problem(self, code: str, says: str) -> Problem:
        """Something wrong here."""
        return Problem(code, says, self.source, self.line, self.column)


def tree(path: Path) -> Node:
    """The root of an XML file.

    :raises UserError: where the file cannot be read.
    :raises ScenarioErrors: where it is no XML, or XML that is not to be trusted.
    """
    return parse(_content(path), str(path))


def parse(content: bytes, source: str) -> Node:
    """The root of an XML text; errors name `source`.

    :raises ScenarioErrors: where it is no XML, or XML that is not to be trusted.
    """
    reader = _Reader(source)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        says = _("Expected XML, found that it is not: {reason}.").format(
            reason=expat.ErrorString(error.code)
        )
        problem = Problem("xml/syntax", says, source, error.lineno, error.offset + 1)
        raise ScenarioErrors([problem]) from None
    except ScenarioErrors:
        raise
    except (LookupError, ValueError):  # what the declared encoding's codec has to say
        says = _("Expected XML in UTF-8, found that its first line declares another encoding.")
        raise ScenarioErrors([Problem("xml/encoding", says, source, 1, 1)]) from None
    return reader.roots[0]


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.roots: list[Node] = []
        self._open: list[Node] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        node = Node(tag, attributes, self.source, line, column)
        if len(self._open) >= DEPTH:
            says = _("Elements stand inside one another more than {n} deep.").format(n=DEPTH)
            raise ScenarioErrors([node.problem("xml/deep", says)])
        (self._open[-1].children if self._open else self.roots).append(node)
        self._open.append(node)

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _doctype(self, *_declared: object) -> NoReturn:
        says = _(
            "A document type or entities: they could fetch or blow up what is read, and no "
            "negotiation needs them. Take the <!DOCTYPE ...> out."
        )
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise ScenarioErrors([Problem("xml/doctype", says, self.source, line, column)])


def _content(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError(_("{path}: it is no regular file.").format(path=path))
        with path.open("rb") as file:
            content = file.read(BYTES + 1)
    except OSError as error:
        says = _("{path}: cannot be read: {reason}.")
        raise UserError(says.format(path=path, reason=error.strerror)) from None
    if len(content) > BYTES:
        says = _("{path}: a negotiation may have {n} bytes, and this file has more.")
        raise UserError(says.format(path=path, n=f"{BYTES:,}"))
    return content
