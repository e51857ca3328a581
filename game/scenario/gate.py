"""The gate: a text from anywhere becomes plain values with marks, or problems; never a traceback.

It stands over the parser's events, before anything is built from them: size, depth, entries and
aliases are bounded, tags, merge keys and second documents refused, and what YAML 1.1 would turn
into booleans, dates or octals stays what the author wrote (language.md, section 11).
"""

from __future__ import annotations

import re
from typing import Any, Final

from yaml import YAMLError
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from game.i18n import _
from game.scenario.masking import mask
from game.scenario.nodes import Composer, Stop
from game.scenario.problems import Problem
from game.scenario.source import Source
from game.scenario.syntax import explain

__all__ = ["BYTES", "Source", "read"]

BYTES: Final = 2_000_000
_ATTEMPTS: Final = 8

# What YAML forbids or takes for a line's end, and a byte order mark in the middle.
_CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_TOP_KEY = re.compile(r"""["']?([A-Za-z_][\w-]*)["']?[ ]*:(?=\s|$)""")


class _PureParser(Reader, Scanner, Parser):  # type: ignore[misc, unused-ignore]
    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)  # type: ignore[no-untyped-call, unused-ignore]
        Parser.__init__(self)  # type: ignore[no-untyped-call, unused-ignore]


try:  # libyaml reads a scenario in a few milliseconds; the parser in Python is its equal but slow
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined, unused-ignore]
except ImportError:  # pragma: no cover - the usual wheels have libyaml
    _Parser = _PureParser  # type: ignore[misc, assignment, unused-ignore]


def read(text: str | bytes, source: str) -> Source:
    """Read one scenario's text; `source` is the name that its problems carry.

    Everything wrong is in the result's `problems`, in the order of the file. After an error of
    syntax the top-level section that holds it is set aside and the rest is read all the same.
    """
    if len(text) > BYTES:
        return _refused(
            source,
            "yaml/too-big",
            _("The file has more than {n} characters.").format(n=f"{BYTES:,}"),
        )
    if isinstance(text, bytes):
        try:
            text = text.decode()
        except UnicodeDecodeError as error:
            return _not_utf8(error.object[: error.start], source)
    text, problems = _without_controls(text.removeprefix("\ufeff"), source)
    masked = mask(text)
    composer, damaged, syntax = _attempts(text, masked, source)
    problems += syntax + composer.problems
    data = composer.root
    if not problems and not isinstance(data, dict):
        problems.append(_no_mapping(data, source))
    return Source(
        source,
        data if isinstance(data, dict) else {},
        tuple(sorted(problems, key=lambda problem: (problem.line, problem.column))),
        damaged,
        composer.root_event,
        composer.marks,
    )


def _attempts(
    text: str, masked: str, source: str
) -> tuple[Composer, frozenset[str], list[Problem]]:
    """Compose; where the syntax fails set the section aside and compose the rest again."""
    syntax: list[Problem] = []
    damaged: set[str] = set()
    attempts = min(_ATTEMPTS, 1 + BYTES // (4 * len(text) + 1))
    for _attempt in range(attempts):
        composer = Composer(text, source, masked is not text)
        try:
            composer.compose(_Parser(masked).get_event)
            break
        except Stop:
            composer.root = composer.root_event = None
            return composer, frozenset(damaged), syntax
        except YAMLError as error:
            problem, line = explain(error, text, source)
            syntax.append(problem)
            composer = Composer(text, source, False)
            blanked = _set_aside(masked, line)
            if blanked is None:
                break
            masked, key = blanked
            damaged.add(key)
    return composer, frozenset(damaged), syntax


def _set_aside(text: str, line: int) -> tuple[str, str] | None:
    """Empty the top-level section that holds `line` (from 0); None if there is none."""
    lines = [found[0] for found in _LINE.finditer(text)]
    first = min(line, len(lines) - 1)
    while first >= 0 and not _TOP_KEY.match(lines[first]):
        first -= 1
    if first < 0:
        return None
    found = _TOP_KEY.match(lines[first])
    assert found is not None
    end = first + 1
    while end < len(lines) and not _TOP_KEY.match(lines[end]):
        end += 1
    for at in range(first, end):
        lines[at] = re.sub(r"[^\r\n]", " ", lines[at])
    return "".join(lines), found[1]


def _without_controls(text: str, source: str) -> tuple[str, list[Problem]]:
    problems: list[Problem] = []
    for found in _CONTROL.finditer(text):
        line, column = _place(text, found.start())
        message = _("The character U+{code:04X} is invisible and may not stand in a scenario.")
        problems.append(
            Problem("yaml/control", message.format(code=ord(found[0])), source, line, column)
        )
        if len(problems) >= 20:
            break
    return (_CONTROL.sub(" ", text) if problems else text), problems


def _place(text: str, at: int) -> tuple[int, int]:
    lines = re.split(r"\r\n|\r|\n", text[:at])
    return len(lines), len(lines[-1]) + 1


def _not_utf8(sound: bytes, source: str) -> Source:
    before = sound.decode()
    line, column = _place(before, len(before))
    message = _("The file is not UTF-8 here: save it as UTF-8 in your editor.")
    problem = Problem("yaml/encoding", message, source, line, column)
    return Source(source, {}, (problem,))


def _refused(source: str, code: str, message: str) -> Source:
    return Source(source, {}, (Problem(code, message, source, 1, 1),))


def _no_mapping(data: Any, source: str) -> Problem:
    if data is None:
        return Problem("yaml/empty", _("The file is empty."), source, 1, 1)
    message = _("Expected 'key: value' lines such as 'id: my-scenario', found {found}.")
    found = _("a list") if isinstance(data, list) else _("a single text")
    return Problem("yaml/not-a-mapping", message.format(found=found), source, 1, 1)
