"""A text that is being typed: values and functions over them, before keys and pixels."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct
from msgspec.structs import replace

from game.i18n import _
from game.screens.model import Control, Fill

LONGEST = {"text": 600, "lines": 10_000, "secret": 64, "number": 10}
"""Characters that a text of each kind may have."""

SHOWN = 6
"""Completions that are shown at once."""


class Entry(Struct, frozen=True):
    """What is asked, and what has been typed. `anchor` is where the selection began.

    `stem` is what was typed before it was completed, and `pick` which completion stands there now;
    `composing` is what an input method has not finished; without a control it is a typed order.
    """

    fill: Fill
    control: Control | None = None
    text: str = ""
    caret: int = 0
    anchor: int = 0
    composing: str = ""
    stem: str = ""
    pick: int = -1
    problem: str = ""

    @property
    def chosen(self) -> tuple[int, int]:
        """From where to where the text is selected."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selection(self) -> str:
        """The selected text."""
        start, end = self.chosen
        return self.text[start:end]


def begin(fill: Fill, control: Control | None = None) -> Entry:
    """Ask for a text; what was typed before, or a number that is set, stands there already."""
    value = control.value.strip() if control else ""
    text = fill.text
    if fill.kind == "number" and re.fullmatch(r"[+-]?\d{1,9}", value):
        text = str(int(value))
    # What is to be changed is not selected: the first letter typed must not take it away.
    return Entry(fill, control, text, caret=len(text), anchor=len(fill.text))


def insert(entry: Entry, text: str) -> Entry:
    """Type or paste a text in the place of what is selected."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")
    if entry.fill.kind != "lines":
        text = text.replace("\n", " ")
    text = "".join(c for c in text if c == "\n" or unicodedata.category(c)[0] != "C")
    start, end = entry.chosen
    room = LONGEST[entry.fill.kind] - (len(entry.text) - (end - start))
    text = text[: max(room, 0)]
    whole = entry.text[:start] + text + entry.text[end:]
    return _at(replace(entry, text=whole), start + len(text))


def erase(entry: Entry, step: int) -> Entry:
    """Take away what is selected, else a letter before (-1) or behind (+1) the caret."""
    start, end = entry.chosen
    if start == end:
        other = _beside(entry.text, entry.caret, step)
        start, end = min(other, entry.caret), max(other, entry.caret)
    return _at(replace(entry, text=entry.text[:start] + entry.text[end:]), start)


def move(entry: Entry, step: int, keep: bool = False) -> Entry:
    """Move the caret by a letter; `keep` draws the selection along."""
    start, end = entry.chosen
    if start != end and not keep:
        return _at(entry, start if step < 0 else end)
    return _at(entry, _beside(entry.text, entry.caret, step), keep)


def to_edge(entry: Entry, step: int, keep: bool = False) -> Entry:
    """Move the caret to the begin (-1) or end (+1) of its line."""
    if step < 0:
        return _at(entry, entry.text.rfind("\n", 0, entry.caret) + 1, keep)
    end = entry.text.find("\n", entry.caret)
    return _at(entry, len(entry.text) if end < 0 else end, keep)


def to_line(entry: Entry, step: int, keep: bool = False) -> Entry:
    """Move the caret one line up or down."""
    start = entry.text.rfind("\n", 0, entry.caret) + 1
    column = entry.caret - start
    if step < 0:
        if start == 0:
            return _at(entry, 0, keep)
        before = entry.text.rfind("\n", 0, start - 1) + 1
        return _at(entry, min(before + column, start - 1), keep)
    end = entry.text.find("\n", entry.caret)
    if end < 0:
        return _at(entry, len(entry.text), keep)
    after = entry.text.find("\n", end + 1)
    return _at(entry, min(end + 1 + column, len(entry.text) if after < 0 else after), keep)


def select_all(entry: Entry) -> Entry:
    """Select the whole text."""
    return replace(entry, caret=len(entry.text), anchor=0)


def completions(entry: Entry) -> tuple[str, ...]:
    """What is known and goes on as the line begins, then what has it somewhere within."""
    stem = (entry.stem if entry.pick >= 0 else _line(entry)).casefold().strip()
    known = entry.fill.known
    if not stem:
        return known
    begin = [text for text in known if text.casefold().startswith(stem)]
    within = [text for text in known if stem in text.casefold() and text not in begin]
    return (*begin, *within)


def complete(entry: Entry, step: int) -> Entry:
    """Put the next completion, or the one before, in the place of the line."""
    found = completions(entry)
    if not found:
        return entry
    stem = entry.stem if entry.pick >= 0 else _line(entry)
    pick = entry.pick + step if entry.pick >= 0 else (0 if step > 0 else len(found) - 1)
    return _picked(entry, stem, found, pick % len(found))


def take(entry: Entry, pick: int) -> Entry:
    """Put a certain completion in the place of the line."""
    stem = entry.stem if entry.pick >= 0 else _line(entry)
    return _picked(entry, stem, completions(entry), pick)


def _picked(entry: Entry, stem: str, found: tuple[str, ...], pick: int) -> Entry:
    start = entry.text.rfind("\n", 0, entry.caret) + 1
    text = entry.text[:start] + found[pick] + entry.text[entry.caret :]
    done = _at(replace(entry, text=text), start + len(found[pick]))
    return replace(done, stem=stem, pick=pick)


def add(entry: Entry, step: int) -> Entry:
    """Make a number larger or smaller, within its bounds."""
    fill = entry.fill
    number = int(entry.text) + step if re.fullmatch(r"[+-]?\d{1,9}", entry.text) else fill.low
    text = str(min(max(number, fill.low), fill.high))
    return _at(replace(entry, text=text), len(text))


def trouble(entry: Entry) -> str:
    """Why the text cannot be handed in; "" where it can."""
    fill, text = entry.fill, entry.text.strip()
    if fill.kind != "number" or not text:
        return ""
    if re.fullmatch(r"[+-]?\d{1,9}", text) and fill.low <= int(text) <= fill.high:
        return ""
    return _("Expected a number from {low} to {high}, found '{text}'.").format(
        low=fill.low, high=fill.high, text=text
    )


def complaining(entry: Entry, trouble: str) -> Entry:
    """With what is wrong said below it."""
    return replace(entry, problem=trouble)


def result(entry: Entry) -> str:
    """What is handed in."""
    text = entry.text.strip()
    return str(int(text)) if entry.fill.kind == "number" and text else text


def _line(entry: Entry) -> str:
    """The line up to the caret: what there is to complete."""
    return entry.text[entry.text.rfind("\n", 0, entry.caret) + 1 : entry.caret]


def _at(entry: Entry, caret: int, keep: bool = False) -> Entry:
    """With the caret elsewhere, which ends a completion."""
    anchor = entry.anchor if keep else caret
    return replace(entry, caret=caret, anchor=anchor, stem="", pick=-1, problem="")


def _beside(text: str, caret: int, step: int) -> int:
    """The place before or behind a letter with all that is set above it."""
    caret = min(max(caret + step, 0), len(text))
    while 0 < caret < len(text) and unicodedata.combining(text[caret]):
        caret += 1 if step > 0 else -1
    return caret
