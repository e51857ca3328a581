"""The author's guide as a program: its blocks, and how a reader would put them into the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "authors" / "guide.md"
ADDED_TO = {"cases", "debrief"}
"""Lists to which a block adds; any other it replaces."""

_KEY = re.compile(r'( *)("[^"]+"|[\w.-]+):(?= |$)')
_BLOCK = re.compile(r"^```(\w+)(?: (\w+))?\n(.*?)^```$", re.M | re.S)
_STEP = re.compile(r"^## (.+)$", re.M)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the step it stands in, its language and mark, and its text."""

    step: str
    kind: str
    mark: str
    text: str


def blocks(text: str) -> Iterator[Block]:
    """The guide's blocks in order."""
    steps = [(found.start(), found[1]) for found in _STEP.finditer(text)]
    for found in _BLOCK.finditer(text):
        step = [name for at, name in steps if at < found.start()]
        yield Block(step[-1] if step else "", found[1], found[2] or "", found[3])


def put(block: str, text: str) -> str:
    """A scenario's text with a block put into it, as the guide says: a key that is there gets the
    new value, one that is not is added, and lists of tests and questions grow."""
    return "\n".join(_merged(text.splitlines(), block.splitlines(), 0)) + "\n"


def _merged(file: list[str], block: list[str], indent: int) -> list[str]:
    there = _split(file, indent)
    for key, lines in _split(block, indent):
        if not key:
            continue
        at = next((n for n, (known, _lines) in enumerate(there) if known == key), None)
        if at is None:
            last = max((n for n, (known, _lines) in enumerate(there) if known), default=-1)
            there.insert(last + 1, (key, lines))
        else:
            there[at] = (key, _laid(there[at][1], lines, indent))
    return [line for _key, lines in there for line in lines]


def _laid(old: list[str], new: list[str], indent: int) -> list[str]:
    """One entry over another: key by key where both are mappings."""
    name = new[0].strip().partition(":")[0]
    deep = _depth(old[1:]), _depth(new[1:])
    if indent == 0 and name in ADDED_TO:
        return [old[0], *_grown(old[1:], new[1:])]
    if 0 < deep[0] == deep[1] and _bare(old[0]) and _bare(new[0]):
        return [old[0], *_merged(old[1:], new[1:], deep[0])]
    return new


def _grown(old: list[str], new: list[str]) -> list[str]:
    """A list with the items of another: those of the same name are replaced, others come last."""
    there = _items(old)
    for item in _items(new):
        at = next((n for n, known in enumerate(there) if known[0] == item[0]), None)
        if at is None:
            there.append(item)
        else:
            there[at] = item
    return [line for item in there for line in item]


def _items(lines: list[str]) -> list[list[str]]:
    found: list[list[str]] = []
    for line in lines:
        if line.startswith("  - ") or not found:
            found.append([line])
        else:
            found[-1].append(line)
    return found


def _bare(line: str) -> bool:
    """Whether a key has its value on the lines below."""
    return not line.partition(":")[2].partition("#")[0].strip()


def _depth(lines: list[str]) -> int:
    """How far the keys of a mapping are indented; 0 where the lines are none."""
    for line in lines:
        if line.strip() and not line.lstrip().startswith("#"):
            found = _KEY.match(line)
            return len(found[1]) if found else 0
    return 0


def _split(lines: list[str], indent: int) -> list[tuple[str, list[str]]]:
    """The entries at an indentation, each with its lines; comments between them under ""."""
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        key = _KEY.match(line)
        deeper = line.startswith(" " * (indent + 1)) and line.strip()
        if key and len(key[1]) == indent:
            found.append((key[2].strip('"'), [line]))
        elif deeper and found and found[-1][0]:
            found[-1][1].append(line)
        else:
            found.append(("", [line]))
    return found


def said_in_order(expected: str, said: str) -> list[str]:
    """The expected lines that a command did not say, in this order; … stands for anything."""
    rest = said.splitlines()
    missing = []
    for line in expected.splitlines():
        if line.strip() in ("", "…"):
            continue
        pattern = re.compile(r"\s*" + ".*".join(map(re.escape, line.strip().split("…"))) + r"\s*")
        at = next((n for n, there in enumerate(rest) if pattern.fullmatch(there)), None)
        if at is None:
            missing.append(line)
        else:
            rest = rest[at + 1 :]
    return missing
