"""Text in lines: nothing wider than the terminal, nothing that commands it, tables in columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from game.screens.model import Grid

NARROW, WIDE = 40, 100

MARK = "\N{REPLACEMENT CHARACTER}"
"""Stands where a text has a character that would command the terminal."""

# C0 but for the newline, C1, line and paragraph separators, what turns the direction of writing,
# and halves of a character.
_COMMANDS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def plain(text: str) -> str:
    """The text with a mark for each character that moves a cursor, colours, or turns the writing.

    Newlines stay, a tab is a space: nobody writes on another person's screen but in letters.
    """
    return _COMMANDS.sub(MARK, text.replace("\r\n", "\n").replace("\t", " "))


def columns(text: str) -> int:
    """How many columns a text takes: Hangul and Han letters take two."""
    return sum(map(_wide, text))


def _wide(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text in lines of at most `width` columns, behind `first`, then `rest`."""
    rest = " " * columns(first) if rest is None else rest
    lines: list[str] = []
    for paragraph in plain(text).splitlines() or [""]:
        line, used = first if not lines else rest, 0
        for word in _words(paragraph, width - columns(rest)):
            if used and columns(line) + 1 + columns(word) > width:
                lines.append(line)
                line, used = rest, 0
            line += (" " if used else "") + word
            used += 1
        lines.append(line.rstrip())
    return lines


def _words(text: str, room: int) -> Iterator[str]:
    """The words, and the pieces of a word that is too long for a line."""
    for word in text.split():
        start = used = 0
        for n, letter in enumerate(word):
            wide = _wide(letter)
            if used + wide > room > 0 and n > start:
                yield word[start:n]
                start, used = n, 0
            used += wide
        yield word[start:]


def laid_out(grid: Grid, width: int) -> list[str]:
    """A table; a long last column is wrapped, a table that is too wide becomes a list."""
    lines = ["", *wrap(grid.caption, width)] if grid.caption else [""]
    rows = [grid.head, *grid.rows]
    widths = [max(columns(row[n]) for row in rows) for n in range(len(grid.head))]
    before = 2 + sum(widths[:-1]) + 2 * (len(widths) - 1)
    if width - before < min(widths[-1], 30):
        for row in grid.rows:
            rest = [
                f"{head}: {text}" if head else text
                for head, text in zip(grid.head[1:], row[1:], strict=True)
                if text
            ]
            lines += wrap(f"{row[0]}. " + "; ".join(rest), width, "  - ")
        return lines
    widths[-1] = min(widths[-1], width - before)
    rule = tuple("-" * room for room in widths)
    for row in (grid.head, rule, *grid.rows):
        cells = (
            text + " " * (room - columns(text))
            for text, room in zip(row[:-1], widths, strict=False)
        )
        first = "  " + "".join(f"{cell}  " for cell in cells)
        lines += [line.rstrip() for line in wrap(row[-1], width, first, " " * before)]
    return lines


def signed(number: int) -> str:
    """`+2`, `-2` and `0`."""
    return f"{number:+d}" if number else "0"
