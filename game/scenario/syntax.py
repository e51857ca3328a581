"""Errors of YAML's syntax in words that help somebody who does not know YAML's grammar."""

from __future__ import annotations

import re
from typing import Any

from game.i18n import _
from game.scenario.problems import Problem


def explain(error: Any, text: str, source: str) -> tuple[Problem, int]:
    """Return the problem, and the line (from 0) whose section should be set aside.

    An unclosed quote or bracket is told where it opens, not where the parser gave up.
    """
    said = str(getattr(error, "problem", None) or error)
    during = str(getattr(error, "context", None) or "")
    where = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    at = where or opened
    if opened is not None and re.search("quoted scalar|flow|simple key", during):
        gave_up = where.line if where is not None else opened.line
        if gave_up != opened.line:
            at = opened
    if where is not None and "mapping values are not allowed" in said:
        keyless = _keyless_above(where, text)
        if keyless is not None:
            message = _("Expected 'key: value'; a colon and a space are missing.")
            return Problem("yaml/no-colon", message, source, *keyless), where.line
    code, message = _words(said, during, at, text)
    line, column = (at.line, at.column) if at is not None else (0, 0)
    return Problem(code, message, source, line + 1, column + 1), line


def _words(said: str, during: str, at: Any, text: str) -> tuple[str, str]:
    sign = _sign(at, text)
    if "cannot start any token" in said or "found a tab" in said or "tab character" in said:
        if sign == "\t":
            return "yaml/tab", _("A tab stands here: indent with spaces.")
        return "yaml/quote", _("A text cannot begin with {sign}: put it in quotes.").format(
            sign=sign
        )
    if "quoted scalar" in during:
        if "escape" in said:
            return "yaml/escape", _(
                "A backslash in double quotes means something special: write \\\\ or use single"
                " quotes."
            )
        return "yaml/unclosed", _("The quotation that opens here is not closed.")
    if "flow node" in during:
        if sign in ("}", "]", ","):
            return "yaml/syntax", _("'{sign}' closes or divides nothing here.").format(sign=sign)
        return "yaml/unclosed", _("A bracket opened above is not closed, or a value is missing.")
    if "flow" in during:
        opening = "[" if "sequence" in during else "{"
        return "yaml/unclosed", _(
            "The '{opening}' that opens here does not end as expected: close it, or put a text"
            " in it that has a comma, a colon or a bracket in quotes."
        ).format(opening=opening)
    if "mapping values are not allowed" in said:
        return "yaml/colon", _(
            "A second ': ' in one line: put the text in quotes, or check the indentation."
        )
    return _more_words(said, during, at, text)


def _more_words(said: str, during: str, at: Any, text: str) -> tuple[str, str]:
    sign = _sign(at, text)
    if "expected ':'" in said:
        return "yaml/no-colon", _("Expected 'key: value'; a colon and a space are missing.")
    if "anchor" in during or "alias" in during:
        return "yaml/quote", _("A text cannot begin with {sign}: put it in quotes.").format(
            sign="& / *"
        )
    if "tag" in during or "tag" in said:
        return "yaml/tag", _("Tags are not in the language; quote a text that begins with '!'.")
    if _before(at, text)[-1:] in ("}", "]", '"', "'"):
        return "yaml/quote", _(
            "Text goes on after a bracket or a quotation: put the whole text in quotes."
        )
    if "block sequence" in during or "block mapping" in during or "block" in said:
        return "yaml/indentation", _(
            "This line does not fit the lines above: check its indentation, and put a text that"
            " begins with a quotation mark or a bracket wholly in quotes."
        )
    if sign in ("}", "]", ","):
        return "yaml/syntax", _("'{sign}' closes or divides nothing here.").format(sign=sign)
    return "yaml/syntax", _("This cannot be read as YAML ({reason}).").format(reason=said[:200])


def _keyless_above(at: Any, text: str) -> tuple[int, int] | None:
    """Where an entry above has no colon, so that a sound line below seemed to go on with its text.

    Line and column, from 1; None where the colon itself is to blame, or the indentation.
    """
    key = re.fullmatch(r"( *)(?:- +)?[^\s:#][^\s:]*", _line(at, text)[: at.column]) if at else None
    if key is None:
        return None
    found = None
    lines = re.split(r"\r\n|\r|\n", text)[: at.line]
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        keyless = re.fullmatch(r"( *(?:- +)?)\S(?:(?!:(?: |$)).)*", line)
        if keyless is None or len(keyless[1]) != len(key[0]) - len(key[0].lstrip(" -")):
            break
        found = number, len(keyless[1]) + 1
    return found


def _line(at: Any, text: str) -> str:
    lines = re.split(r"\r\n|\r|\n", text) if at is not None else []
    return lines[at.line] if lines and at.line < len(lines) else ""


def _sign(at: Any, text: str) -> str:
    return _line(at, text)[at.column : at.column + 1] if at is not None else ""


def _before(at: Any, text: str) -> str:
    return _line(at, text)[: at.column].rstrip() if at is not None else ""
