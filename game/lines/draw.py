"""A screen as plain text: no cursor, no colour, nothing wider than the terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from game.i18n import _
from game.screens.model import (
    Block,
    Control,
    Gauge,
    Grid,
    Heading,
    Items,
    Ladder,
    Paragraph,
    Screen,
)

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


def draw(screen: Screen, width: int) -> list[str]:
    """The whole screen: what is said, the numbered menu, and what Enter does."""
    width = max(NARROW, min(width, WIDE))
    lines = ["", "=" * width]
    if screen.status:
        lines += _packed(screen.status.split(" | "), width)
    lines += [*wrap(screen.title.upper(), width), "=" * width]
    lines += said(screen, width)
    if screen.controls:
        lines.append("")
        for number, control in numbered(screen):
            lines += _control(number, control, width)
        lines += ["", *wrap(prompt(screen), width)]
    return lines


def _packed(parts: list[str], width: int) -> list[str]:
    """Parts side by side, as many to a line as fit."""
    lines: list[str] = []
    for part in parts:
        if lines and columns(f"{lines[-1]} | {part}") <= width:
            lines[-1] += f" | {part}"
        else:
            lines += wrap(part, width)
    return lines


def said(screen: Screen, width: int) -> list[str]:
    """What the screen says, without its menu."""
    lines: list[str] = []
    for block in screen.blocks:
        lines += _block(block, width)
    return lines


def numbered(screen: Screen) -> list[tuple[str, Control]]:
    """The controls with what a person types for each: 0 is the way back."""
    found: list[tuple[str, Control]] = []
    count = 0
    for control in screen.controls:
        if control.role == "back":
            found.append(("0", control))
        else:
            count += 1
            found.append((str(count), control))
    return found


def prompt(screen: Screen) -> str:
    """What Enter does, and how to ask."""
    default = screen.default
    if default is None:
        return _("Type a number. ? explains.")
    return _("Enter: {what}. ? explains.").format(what=default.label)


def _control(number: str, control: Control, width: int) -> list[str]:
    label = control.label[:1].upper() + control.label[1:]
    if control.value:
        label += f": {control.value}"
    if control.default and control.enabled:
        label += " " + _("[Enter]")
    first = f"{number:>3}  "
    more = control.hint
    if not control.enabled:
        more = _("not now: {why}").format(why=control.why_not)
    if more and columns(f"{first}{label} - {more}") <= width:
        return [f"{first}{label} - {more}"]
    lines = wrap(label, width, first)
    return lines + wrap(more, width, "       ") if more else lines


def _block(block: Block, width: int) -> list[str]:
    match block:
        case Heading(text):
            return ["", *wrap(text, width), "-" * min(columns(text), width)]
        case Paragraph(text, tone):
            marks = {"trouble": "! ", "now": "> ", "concept": "~ "}
            return ["", *wrap(text, width, marks.get(tone, ""))]
        case Items(items, caption, _tone):
            lines = ["", *wrap(caption, width)] if caption else [""]
            for item in items:
                lines += wrap(item, width, "  - ")
            return lines
        case Grid():
            return _grid(block, width)
        case Ladder():
            return _ladder(block, width)
        case Gauge():
            return _gauge(block, width)


def _grid(grid: Grid, width: int) -> list[str]:
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


def _ladder(ladder: Ladder, width: int) -> list[str]:
    steps = []
    for n, option in enumerate(ladder.options):
        text = option
        if ladder.worth:
            text += f" ({signed(ladder.worth[n])})"
        steps.append(f"[ {text} ]" if n == ladder.now else text)
    lines = ["", *wrap(ladder.name, width)]
    lines += wrap((" > " if ladder.ladder else " | ").join(steps), width, "    ")
    if ladder.was != ladder.now:
        was = _("It was: {option}.").format(option=ladder.options[ladder.was])
        lines += wrap(was, width, "    ")
    for note in ladder.notes:
        lines += wrap(note, width, "    ")
    return lines


def signed(number: int) -> str:
    """`+2`, `-2` and `0`."""
    return f"{number:+d}" if number else "0"


def _gauge(gauge: Gauge, width: int) -> list[str]:
    text = _("{name}: {value} on a scale of {low} to {high}").format(
        name=gauge.name, value=gauge.value, low=gauge.low, high=gauge.high
    )
    if gauge.band:
        text += f", {gauge.band}"
    if gauge.was is not None and gauge.was != gauge.value:
        text += " " + _("(it was {was})").format(was=gauge.was)
    if gauge.note:
        text += f" {gauge.note}"
    lines = ["", *wrap(text + ".", width)]
    if gauge.bands:
        levels = ", ".join(_("{band} from {n}").format(band=b, n=n) for b, n in gauge.bands)
        lines += wrap(levels, width, "    ")
    return lines
