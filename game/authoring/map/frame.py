"""What the sections of a map share: a heading, lanes from top to bottom, rows across them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from game.authoring.map.paper import Paper, leading, width, wrapped

MARGIN: Final = 32.0
GAP: Final = 10.0
NAME: Final = 13.5
SMALL: Final = 11.5
TINY: Final = 10.5
NARROWEST: Final = 104.0
WIDEST: Final = 168.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A seat or a quantity: a line from top to bottom, on which rows set marks."""

    id: str
    name: str
    x: float
    wide: float
    fill: str = ""
    """A seat's colour; "" for a quantity."""


@dataclass(frozen=True, slots=True)
class Label:
    """A line of a row's label, wrapped where it is drawn."""

    text: str
    size: float = SMALL
    fill: str = "quiet"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its label, and what it sets on the lanes, both measured before they are drawn."""

    title: str
    labels: Sequence[Label]
    high: float
    """How high its marks are; its label may be higher."""

    mark: Callable[[Paper, float, Sequence[Lane]], None]
    indent: float = 0
    under: Callable[[Paper, float, float], None] | None = None
    """Draws what stands below the label, from x and y."""

    room: float = 0
    """How high that is."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the labels of a section end, and where its lanes are."""

    wide: float
    labels: float
    lanes: tuple[Lane, ...]

    def heading(self, paper: Paper, y: float, title: str, says: str) -> float:
        """The section's title and what is to be seen in it."""
        paper.rect(MARGIN, y, self.wide - 2 * MARGIN, 34, "navy", round_=6)
        paper.text(MARGIN + 14, y + 23, title, 16, "on_navy", bold=True)
        lines = wrapped(says, SMALL, self.wide - 2 * MARGIN - 28)
        return paper.texts(MARGIN + 14, y + 42, lines, SMALL, "quiet") + 12

    def names(self, paper: Paper, y: float, title: str = "") -> float:
        """The lanes' names, and what the rows below them are."""
        room = [wrapped(lane.name, SMALL, lane.wide - 10, bold=True) for lane in self.lanes]
        most = max((len(lines) for lines in room), default=0)
        dots = 18 if any(lane.fill for lane in self.lanes) else 0
        end = y + most * leading(SMALL) + dots + 8
        if title:
            paper.text(MARGIN + 4, end - 10, title, 15, bold=True)
        for lane, lines in zip(self.lanes, room, strict=True):
            top = end - 8 - len(lines) * leading(SMALL)
            if lane.fill:
                paper.circle(lane.x, top - 8, 7, lane.fill)
            paper.texts(lane.x, top, lines, SMALL, bold=True, anchor="middle")
        paper.line(MARGIN, end, self.wide - MARGIN, end, "edge", 1.5)
        return end

    def row(self, paper: Paper, y: float, row: Row, stripe: bool) -> float:
        """One row across all lanes; returns where it ends."""
        left = MARGIN + 10 + row.indent
        room = self.labels - 20 - row.indent
        blocks = [
            (label, wrapped(label.text, label.size, room, label.bold)) for label in row.labels
        ]
        label_high = sum(len(lines) * leading(label.size) for label, lines in blocks) + row.room
        gap = GAP - 4 if row.indent else GAP
        high = max(label_high, row.high) + 2 * gap
        paper.ground = "card" if stripe else "paper"
        with paper.group(row.title, "group"):
            if stripe:
                paper.rect(MARGIN, y, self.wide - 2 * MARGIN, high, "card")
            for lane in self.lanes:
                paper.line(lane.x, y, lane.x, y + high, "lane", 1.5)
            below = y + gap
            for label, lines in blocks:
                below = paper.texts(left, below, lines, label.size, label.fill, label.bold)
            if row.under is not None:
                row.under(paper, left, below)
            row.mark(paper, y + gap, self.lanes)
        return y + high


def spread(entries: Sequence[tuple[str, str, str]], labels: float, wide: float) -> tuple[Lane, ...]:
    """Lanes for (id, name, colour), side by side behind the labels as far as there is room."""
    if not entries:
        return ()
    each = min(WIDEST, (wide - 2 * MARGIN - labels) / len(entries))
    first = MARGIN + labels + each / 2
    return tuple(
        Lane(id, name, first + number * each, each, fill)
        for number, (id, name, fill) in enumerate(entries)
    )


def needed(labels: float, lanes: int) -> float:
    """How wide a section has to be."""
    return 2 * MARGIN + labels + lanes * NARROWEST


def pill(
    paper: Paper, x: float, y: float, lines: Sequence[str], size: float, bold: bool = False
) -> float:
    """Lines of text on a lane, on a ground of their own, from `y` down; returns where they end."""
    wide = max(width(line, size, bold) for line in lines) + 6
    high = len(lines) * leading(size)
    paper.rect(x - wide / 2, y, wide, high + 3, paper.ground, round_=4)
    return paper.texts(x, y, lines, size, bold=bold, anchor="middle") + 3
