"""Issues as cards: where each stands, who must consent, who has, and how many mind."""

from __future__ import annotations

from msgspec import Struct

from game.desktop.lay import LEAST, line, spot, token, wide, words
from game.desktop.ops import Box, Icon, Op, Page, Rect, Weight, Window
from game.i18n import _, ngettext
from game.screens.model import Place
from game.screens.scene import Assent, Card, Plate
from game.session.source import Frame

GAP = 12.0
NARROW = 270.0
LARGER = (1.25, 1.15, 1.08)
"""By how much letters may be larger than the page's, as tried."""
SPARED = 0.8
"""Larger letters may take this share of the room for cards: the rest is better given the map."""
BAR = 14.0
"""How much of the width a scroll bar takes."""
PAD = 13.0
TOP, APART = 8.0, 2.0
"""What is left free above and below all lines of a card, and between them."""


class Rows(Struct, frozen=True):
    """How the cards are laid out: so many a row, so wide and high, in letters of a scale."""

    scale: float
    columns: int
    wide: float
    highs: tuple[float, ...]

    @property
    def height(self) -> float:
        """All rows and the gaps between them."""
        return sum(self.highs) + GAP * max(len(self.highs) - 1, 0)


def rows_of(page: Page, cards: tuple[Card, ...], width: float, scale: float) -> Rows:
    """The cards in rows that are as even as can be."""
    if not cards:
        return Rows(scale, 1, width, ())
    most = max(1, int((width + GAP) / (NARROW * max(scale, 1) + GAP)))
    count = -(-len(cards) // most)
    columns = -(-len(cards) // count)
    each = (width + GAP) / columns - GAP
    highs = []
    for start in range(0, len(cards), columns):
        row = cards[start : start + columns]
        highs.append(max(_height(page, card, each, scale) for card in row))
    return Rows(scale, columns, each, tuple(highs))


def fitting(page: Page, cards: tuple[Card, ...], width: float, high: float, scrolls: bool) -> Rows:
    """The cards in the largest letters that leave them no higher than `high`.

    Few cards, and those that a class reads, may take larger letters than the page's; where none
    fit, they take the page's if the reader can scroll, the smallest otherwise.
    """
    scales = {page.scale, *(max(0.9, page.scale * f) for f in (0.9, 0.8, 0.7, 0.6))}
    if (len(cards) < 4 or not scrolls) and page.scale < 1.3:
        scales |= {page.scale * f for f in LARGER}
    for scale in sorted(scales, reverse=True):
        rows = rows_of(page, cards, width, scale)
        if rows.height <= (high if scale <= page.scale else high * SPARED):
            return rows
    return rows_of(page, cards, width - BAR, page.scale) if scrolls else rows


def ladders(
    frame: Frame, page: Page, cards: tuple[Card, ...], rows: Rows, at: Rect
) -> tuple[Op, ...]:
    """The cards; they scroll where there is not the room for all."""
    plates = {p.id: p for p in frame.scene.plates} if frame.scene is not None else {}
    scrolls = rows.height > at.h + 1
    ops: list[Op] = []
    bar = BAR if scrolls else 0
    each = (at.w - bar + GAP) / rows.columns - GAP
    left, y = (0.0, 0.0) if scrolls else (at.x, at.y)
    for n, high in enumerate(rows.highs):
        row = cards[n * rows.columns : (n + 1) * rows.columns]
        for k, card in enumerate(row):
            box = Rect(left + k * (each + GAP), y, each, high)
            ops += _card(frame, page, card, plates, box, rows.scale)
        y += high + GAP
    if scrolls:
        return (Window(at, "issues", rows.height, tuple(ops), "paper"),)
    return tuple(ops)


def _sizes(scale: float) -> tuple[float, float]:
    return max(LEAST, 26 * scale), 35 * min(scale, 1.4)


def _name_lines(page: Page, card: Card, width: float, scale: float) -> tuple[str, ...]:
    size, _token = _sizes(scale)
    return page.type.wrap(card.name, width - 2 * PAD, size, "bold")


def _height(page: Page, card: Card, width: float, scale: float) -> float:
    size, round_ = _sizes(scale)
    step = page.type.height(size)
    option = page.type.wrap(_option(card), _option_width(page, card, width, scale), size)
    name = len(_name_lines(page, card, width, scale))
    return TOP + name * step + APART + round_ + APART + len(option) * step + TOP


def _option(card: Card) -> str:
    return card.options[card.now]


def _minds_width(page: Page, card: Card, scale: float) -> float:
    size, _token = _sizes(scale)
    return size * 1.1 + 8 + wide(page, str(card.minds), size, "bold") + 12 if card.minds else 0


def _option_width(page: Page, card: Card, width: float, scale: float) -> float:
    return width - 2 * PAD - _minds_width(page, card, scale)


def _card(
    frame: Frame, page: Page, card: Card, plates: dict[str, Plate], at: Rect, scale: float
) -> list[Op]:
    size, round_ = _sizes(scale)
    step = page.type.height(size)
    moved = card.was != card.now
    ops: list[Op] = [Box(at, "card", "line" if moved else "edge", 3 if moved else 2, 14)]
    name = words(page, card.name, at.x + PAD, at.y + TOP, at.w - 2 * PAD, size, "bold")
    ops.append(name)
    y = at.bottom - TOP - APART - round_ - _lower(page, card, at.w, scale)
    row = Rect(at.x + PAD, y, at.w - 2 * PAD, round_)
    assents, used = _assents(page, card, plates, row, scale)
    ops += assents
    bar = Rect(row.x, row.y, row.w - max(used, _minds_width(page, card, scale)), row.h)
    y = row.bottom + APART
    if _each_named(page, card, bar.w, size):
        ops += _segments(card, bar) + _names(page, card, bar, y, size)
    else:
        ops += _segments(card, Rect(row.x, row.y, row.w - used, row.h))
        width = _option_width(page, card, at.w, scale)
        ops.append(words(page, _option(card), row.x, y, width, size))
    ops += _minds(page, card, Rect(row.x, y, row.w, step), size)
    return [*ops, *spot(frame, at, Place("why", card.id).with_args(back="desk"), said(card))]


def _minds(page: Page, card: Card, at: Rect, size: float) -> list[Op]:
    """How many players mind the next step, at the right of a line."""
    if not card.minds:
        return []
    side = size * 1.1
    width = wide(page, str(card.minds), size, "bold")
    number = Rect(at.right - width, at.y, width, at.h)
    icon = Rect(number.x - 8 - side, at.y + (at.h - side) / 2, side, side)
    return [
        line(page, str(card.minds), number, size, "bold", "trouble"),
        Icon(icon, "triangle-alert", "trouble"),
    ]


def _each_named(page: Page, card: Card, width: float, size: float) -> bool:
    """Whether every option's name has room below its own part of the bar."""
    _gap, each = _parts(card, width)
    return all(wide(page, option, size, "bold") <= each for option in card.options)


def _names(page: Page, card: Card, bar: Rect, y: float, size: float) -> list[Op]:
    gap, each = _parts(card, bar.w)
    ops: list[Op] = []
    for n, option in enumerate(card.options):
        at = Rect(bar.x + n * (each + gap), y, each, page.type.height(size))
        weight: Weight = "bold" if n == card.now else "regular"
        ink = "ink" if n == card.now else "quiet"
        ops.append(line(page, option, at, size, weight, ink, align="center"))
    return ops


def _parts(card: Card, width: float) -> tuple[float, float]:
    """The gap between the parts of a bar, and how wide each is."""
    gap = 8.0 if len(card.options) < 8 else 3.0
    return gap, (width + gap) / len(card.options) - gap


def _lower(page: Page, card: Card, width: float, scale: float) -> float:
    size, _token = _sizes(scale)
    lines = page.type.wrap(_option(card), _option_width(page, card, width, scale), size)
    return page.type.height(size) * len(lines)


def said(card: Card) -> str:
    """A card in a sentence, for those who do not see it."""
    parts = [_("{name}: {option}").format(name=card.name, option=_option(card))]
    if card.on:
        who = ", ".join(assent.name for assent in card.on)
        parts.append(_("a step on needs {who}").format(who=who))
    if card.minds:
        loses = ngettext("{n} player minds", "{n} players mind", card.minds)
        parts.append(loses.format(n=card.minds))
    return "; ".join(parts)


def _segments(card: Card, at: Rect) -> list[Op]:
    """The options as a bar: reached ones full on a ladder, the present one alone where it is none.

    The present one is yellow, and taller.
    """
    count = len(card.options)
    gap, each = _parts(card, at.w)
    middle = at.y + at.h / 2
    ops: list[Op] = []
    for n in range(count):
        x = at.x + n * (each + gap)
        if n == card.now:
            ops.append(Box(Rect(x, middle - 12, each, 24), "now", "line", 3, 10))
        else:
            full = card.ladder and n < card.now
            ops.append(Box(Rect(x, middle - 7, each, 14), "line" if full else "soft", radius=7))
    return ops


def _assents(
    page: Page, card: Card, plates: dict[str, Plate], row: Rect, scale: float
) -> tuple[list[Op], float]:
    """Who must consent to the next step, at the right of a row, and how much of it they took."""
    if not card.on:
        return [], 0
    size, round_ = _sizes(scale)
    word = "" if card.needs == _("all") else card.needs
    width = wide(page, word, size) if word else 0.0
    forum = width > 4 * size
    # Of a forum's members those are shown who are for it: it is a vote, and no list.
    shown = [a for a in card.on if a.given] if forum else list(card.on)
    step = min(round_ + 6, row.w * 0.6 / max(len(shown), 1))
    x = row.right - (step * (len(shown) - 1) + round_ if shown else -8)
    ops: list[Op] = []
    for n, assent in enumerate(shown):
        ops += _assent(plates.get(assent.actor), assent, Rect(x + n * step, row.y, round_, round_))
    if forum:
        x -= round_ + 8
        ops.append(Icon(Rect(x, row.y, round_, round_), "landmark"))
    elif word and row.w - (row.right - x) - width > row.w * 0.3:
        x -= width + 8
        ops.append(line(page, word, Rect(x, row.y, width, row.h), size, ink="quiet"))
    return ops, row.right - x + 14


def _assent(plate: Plate | None, assent: Assent, at: Rect) -> list[Op]:
    ops = [token(plate, at.x, at.y, at.w)]
    if assent.given:
        side = at.w * 0.52
        mark = Rect(at.right - side * 0.8, at.bottom - side * 0.9, side, side)
        ops.append(Box(mark, "card", "good", 3, side / 2))
        ops.append(Icon(mark.inset(side * 0.18), "check", "good", "card"))
    return ops
