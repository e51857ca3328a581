"""What an entry of a library needs beside itself: instruments, a forum, tracks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.scenario.expressions import ExpressionError, parse

_CELL = re.compile(r"[a-z][a-z0-9_.]*").fullmatch
_DEEDS = ("did", "ever")
_KEYS = frozenset(("if", "for", "effects", "step", "news", "inject", "mandate"))
_AT_HOME = "constituencies("


@dataclass(frozen=True, slots=True)
class Needs:
    """Ids by kind. Tracks are those without which the entry cannot be read.

    What is written only for somebody's constituencies is not among them: where nobody has any, it
    is passed over.
    """

    instruments: frozenset[str] = frozenset()
    forums: frozenset[str] = frozenset()
    tracks: frozenset[str] = frozenset()

    def by_section(self) -> Iterator[tuple[str, frozenset[str]]]:
        """The same by the section of a file in which they would stand."""
        yield "instruments", self.instruments
        yield "forums", self.forums
        yield "tracks", self.tracks


def needs(entry: Any) -> Needs:
    """What an instrument, a rule or a forum names, as far as its form can be read.

    >>> needs({"do": "toll", "if": "trust.actor.target > 2"})
    Needs(instruments=frozenset({'toll'}), forums=frozenset(), tracks=frozenset({'trust'}))
    """
    if not isinstance(entry, Mapping):
        return Needs()
    found = [*_of_block(entry, home=entry.get("target") == "constituency")]
    found += [(kind, entry[key]) for key, kind in (("do", "instrument"), ("forum", "forum"))
              if isinstance(entry.get(key), str)]  # fmt: skip
    found += _of_text(entry.get("cost"))

    def of(kind: str) -> frozenset[str]:
        return frozenset(name for one, name in found if one == kind)

    return Needs(of("instrument"), of("forum"), of("track"))


def _of_block(block: Mapping[Any, Any], home: bool) -> Iterator[tuple[str, str]]:
    """What a block of effects names: in its conditions, cells, changes and further blocks."""
    home = home or _AT_HOME in str(block.get("for", ""))
    said = [*_of_text(block.get("if")), *_of_text(block.get("for"))]
    effects = block.get("effects")
    for inner in effects if isinstance(effects, list) else ():
        for cell, change in inner.items() if isinstance(inner, Mapping) else ():
            if isinstance(cell, str) and cell not in _KEYS and _CELL(cell):
                yield from _unless(home or _AT_HOME in str(inner.get("for", "")),
                                   [("track", cell.split(".")[0]), *_of_text(change)])  # fmt: skip
        if isinstance(inner, Mapping):
            yield from _of_block(inner, home)
    yield from _unless(home, said)


def _unless(home: bool, found: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((kind, name) for kind, name in found if not (home and kind == "track"))


def _of_text(text: Any) -> list[tuple[str, str]]:
    """What a condition or a number names."""
    if isinstance(text, list):
        return [one for part in text for one in _of_text(part)]
    try:
        tree = parse(text).tree if isinstance(text, str) else None
    except ExpressionError:
        return []  # told where it stands
    found = []
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            deed = node.args[1] if len(node.args) > 1 and node.func.id in _DEEDS else None
            if isinstance(deed, ast.Name):
                found.append(("instrument", deed.id))
        elif isinstance(node, ast.Attribute):
            root = node.value
            while isinstance(root, ast.Attribute):
                root = root.value
            if isinstance(root, ast.Name):
                found.append(("track", root.id))
    return found
