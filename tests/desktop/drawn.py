"""What must be true of every picture, as lists of what is wrong (an empty list: nothing is).

Windows are laid open: what scrolls is checked on its own longer page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from game.desktop.ops import Box, Op, Page, Rect, Spot, Text, Type, Weight, Window
from game.desktop.theme import Theme, contrast

LEAST = 24.0
"""Units of the smallest letters (look.md)."""
LEGIBLE = 4.5
"""The least contrast of letters and their ground (WCAG 2.2, 1.4.3)."""


class Ruler:
    """Letters of one width, for layouts that are tested without fonts."""

    def width(self, text: str, size: float, weight: Weight = "regular") -> float:
        """How wide a line is: about what Pretendard needs."""
        wide = sum(1.0 if ord(c) > 0x2E80 else 0.3 if c in " .,:;'|il()-" else 0.58 for c in text)
        return wide * size * (1.05 if weight == "bold" else 1.0)

    def height(self, size: float) -> float:
        """From line to line."""
        return size * 1.25

    def wrap(
        self, text: str, width: float, size: float, weight: Weight = "regular"
    ) -> tuple[str, ...]:
        """Lines that are no wider, words broken where they must be."""
        lines: list[str] = []
        for word in text.split():
            while self.width(word, size, weight) > width and len(word) > 1:
                cut = len(word) - 1
                while cut > 1 and self.width(word[:cut], size, weight) > width:
                    cut -= 1
                lines.append(word[:cut])
                word = word[cut:]
            joined = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(joined, size, weight) <= width:
                lines[-1] = joined
            else:
                lines.append(word)
        return tuple(lines)

    def fit(self, text: str, width: float, size: float, weight: Weight = "regular") -> str:
        """As much as fits in a line."""
        if self.width(text, size, weight) <= width:
            return text
        while text and self.width(text + "…", size, weight) > width:
            text = text[:-1]
        return text + "…"


def pictures(ops: Iterable[Op], at: Rect) -> Iterator[tuple[Rect, tuple[Op, ...]]]:
    """A picture and those in its windows, each with the room that it has."""
    ops = tuple(ops)
    yield at, ops
    for op in ops:
        if isinstance(op, Window):
            yield from pictures(op.ops, Rect(0, 0, op.at.w, op.height))


def every(ops: Iterable[Op]) -> Iterator[Op]:
    """Every op, those in windows too."""
    for _at, picture in pictures(ops, Rect(0, 0, 0, 0)):
        yield from picture


def inked(text: Text, type: Type) -> Rect:
    """The box of the letters themselves."""
    wide = max((type.width(line, text.size, text.weight) for line in text.lines), default=0.0)
    step = text.leading or type.height(text.size)
    left = {"left": 0.0, "center": (text.at.w - wide) / 2, "right": text.at.w - wide}[text.align]
    return Rect(text.at.x + left, text.at.y, wide, step * len(text.lines))


def outside(ops: Iterable[Op], at: Rect, type: Type) -> list[str]:
    """Texts that leave their box, and boxes of texts and spots that leave the picture."""
    found: list[str] = []
    for room, picture in pictures(ops, at):
        for op in picture:
            if isinstance(op, Text):
                if not op.at.holds(inked(op, type), 1.0):
                    found.append(f"{op.lines} at {op.size} leaves {op.at}: {inked(op, type)}")
                if not room.holds(op.at, 1.0):
                    found.append(f"{op.lines} lies outside of {room}: {op.at}")
            elif isinstance(op, Spot | Window | Box) and not room.holds(op.at, 1.0):
                found.append(f"{op} lies outside of {room}")
    return found


def tangled(ops: Iterable[Op], type: Type) -> list[str]:
    """Spots that overlap, spots of one name, and texts that run through each other."""
    found: list[str] = []
    for _room, picture in pictures(ops, Rect(0, 0, 0, 0)):
        spots = [op for op in picture if isinstance(op, Spot | Window)]
        texts = [op for op in picture if isinstance(op, Text)]
        for one, other in combinations(spots, 2):
            if one.at.overlaps(other.at):
                found.append(f"{one.id} {one.at} overlaps {other.id} {other.at}")
            if one.id == other.id:
                found.append(f"two spots are called {one.id}")
        for a, b in combinations(texts, 2):
            if inked(a, type).inset(2).overlaps(inked(b, type).inset(2)):
                found.append(f"{a.lines} {inked(a, type)} runs through {b.lines} {inked(b, type)}")
    return found


def pale(ops: Iterable[Op], theme: Theme) -> list[str]:
    """Texts with too little contrast, and texts that stand on another ground than they say."""
    found: list[str] = []
    for _room, picture in pictures(ops, Rect(0, 0, 0, 0)):
        for n, op in enumerate(picture):
            if not isinstance(op, Text):
                continue
            seen = contrast(theme[op.ink], theme[op.on])
            if seen < LEGIBLE:
                found.append(f"{op.lines} in {op.ink} on {op.on}: {seen:.1f}")
            under = [
                b for b in picture[:n] if isinstance(b, Box) and b.fill and b.at.holds(op.at, 2)
            ]
            if under and theme[under[-1].fill] != theme[op.on]:
                found.append(f"{op.lines} says it is on {op.on} and is on {under[-1].fill}")
    return found


def small(ops: Iterable[Op], least: float = LEAST) -> list[str]:
    """Texts that are too small."""
    texts = (op for op in every(ops) if isinstance(op, Text))
    return [f"{op.lines} at {op.size}" for op in texts if op.size < least]


def wrong(ops: Iterable[Op], page: Page, at: Rect | None = None) -> list[str]:
    """All that is wrong with a picture on a page."""
    ops = tuple(ops)
    at = at or Rect(0, 0, page.width, page.height)
    return [
        *outside(ops, at, page.type),
        *tangled(ops, page.type),
        *pale(ops, page.theme),
        *small(ops),
    ]
