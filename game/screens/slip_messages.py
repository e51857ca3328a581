"""What a slip says to others: a line that names anybody never comes to more than it names."""

from __future__ import annotations

import re
import unicodedata

from game.i18n import _
from game.screens.slip_desk import Desk
from game.screens.slip_words import Amiss, Line, bare, expected, named
from game.table import commands as c

COLON = r"[:\N{FULLWIDTH COLON}]"
QUOTES = "\"'`" + "".join(
    unicodedata.lookup(name)
    for name in (
        "LEFT DOUBLE QUOTATION MARK", "RIGHT DOUBLE QUOTATION MARK", "DOUBLE LOW-9 QUOTATION MARK",
        "LEFT SINGLE QUOTATION MARK", "RIGHT SINGLE QUOTATION MARK", "SINGLE LOW-9 QUOTATION MARK",
        "LEFT-POINTING DOUBLE ANGLE QUOTATION MARK", "RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK",
        "LEFT CORNER BRACKET", "RIGHT CORNER BRACKET",
    )
)  # fmt: skip
"""Marks that may stand round a name, or round the whole of what is said."""

_HEAD = re.compile(rf"(?P<head>say|press)\s*{COLON}?\s*", re.IGNORECASE)
_TO = re.compile(r"[\W_]*to(?![^\W_])\s*", re.IGNORECASE)
_COMMA = re.compile(r"[,\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA}]")


def message(desk: Desk, line: Line) -> None:
    """Send a message: to the seats that it names, to the press, or to everybody.

    Raises Amiss for one that names somebody and is not written as such a message is.
    """
    head = _HEAD.match(line.text)
    rest = line.text[head.end() :] if head else ""
    press = head is not None and head["head"].casefold() == c.PRESS
    to: tuple[str, ...] = (c.PRESS,) if press else ()
    if _TO.match(rest):
        if press:
            says = _("the press is nobody's alone; expected, such as: press: TEXT")
            raise Amiss(line.column_of(1), says)
        to, rest = _addressed(desk, line, rest)
    elif _names_a_seat(desk, head[0] if head else "", rest):
        says = _("expected 'to' before a name, such as: say to NAME: TEXT")
        raise Amiss(line.column_of(1), says)
    text = _unquoted(rest)
    if not text:
        raise Amiss(line.column_of(1), _("expected what is said, such as: say to NAME: TEXT"))
    say = c.Say(text, to)
    if say not in desk.before.said:
        desk.do(line, say, desk.rest)
    desk.said.append(say)


def _addressed(desk: Desk, line: Line, rest: str) -> tuple[tuple[str, ...], str]:
    """Whom a message is for, and what it says, from its `to` on. Raises Amiss."""
    names, *said = re.split(COLON, _TO.sub("", rest, count=1), maxsplit=1)
    words = names.split()
    begins = len(line.words) - len(_TO.sub("", rest, count=1).split())
    if said and words:
        found = [_seat(desk, line, name, begins) for name in _COMMA.split(names)]
        return tuple(dict.fromkeys(found)), said[0]
    known = [n for n in range(1, len(words) + 1) if _rival(desk, " ".join(words[:n]))]
    what = _("a colon after the name") if words else _("a name and a colon")
    raise expected(line, begins + max(known, default=0), what, ())


def _seat(desk: Desk, line: Line, name: str, begins: int) -> str:
    found = name.strip().strip(QUOTES).strip()
    seat = _rival(desk, found)
    if not seat:
        says = _("expected another seat, found '{found}'; there are: {names}")
        listed = ", ".join(rival.id for rival in desk.eyes.rivals)
        column = line.column(found) if found else line.column_of(begins)
        raise Amiss(column, says.format(found=found, names=listed))
    return seat


def _rival(desk: Desk, name: str) -> str:
    return named(name, [(rival.id, rival.name) for rival in desk.eyes.rivals])


def _names_a_seat(desk: Desk, head: str, rest: str) -> bool:
    """Whether a seat is named where a message says whom it is for, without the word for it.

    Behind `say:` all is text; there only what begins with a name and a colon is in doubt.
    """
    before, *said = re.split(COLON, rest, maxsplit=1)
    names = {bare(name) for rival in desk.eyes.rivals for name in (rival.id, rival.name)}
    if any(bare(rest).startswith(f"to{name}") for name in names):
        return True
    if not said:
        return False
    if re.search(COLON, head):
        return any(_rival(desk, name) for name in _COMMA.split(before))
    return any(name in bare(before) for name in names)


def _unquoted(text: str) -> str:
    """What is said, without the marks round the whole of it."""
    text = text.strip()
    inner = text[1:-1]
    marked = inner and text[0] in QUOTES and text[-1] in QUOTES
    # Two quotations are not one: their marks stay.
    return inner.strip() if marked and not {*inner} & {text[0], text[-1]} else text
