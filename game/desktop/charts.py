"""Quantities over the turns, and how actors stand to each other."""

from __future__ import annotations

from game.desktop.flow import Hand, Piece, beside, icon, ink_on, mixed, moved, stack, words
from game.desktop.measures import number
from game.desktop.ops import Box, Dash, Op, Rect, Stroke
from game.desktop.theme import glyph_on
from game.i18n import _
from game.screens.model import Chart, Matrix, Series

DASHES: tuple[Dash, ...] = ("solid", "dashed", "dotted", "double")

NAMES = 0.26
"""The share of a chart's width that the names of its levels may take; beyond, they stand below."""

# The ends of a diverging scale that the colour-blind tell apart (Okabe and Ito 2008).
LOW, HIGH = "#d55e00", "#56b4e9"


def chart(hand: Hand, of: Chart, width: float) -> Piece:
    """Lines over the turns, each with its dashes and its name at its end."""
    pieces = [words(hand, of.caption, width, weight="bold")] if of.caption else []
    pieces.append(_plot(hand, of, width))
    if of.levels and not _beside(hand, of, width):
        named = " · ".join(
            _("{name}: {value}").format(name=name, value=value) for name, value in of.levels
        )
        pieces.append(words(hand, named, width, hand.small, ink="quiet"))
    for turn, says in of.marks:
        label = of.turns[turn] if 0 <= turn < len(of.turns) else ""
        text = _("{turn}: {what}").format(turn=label, what=says)
        pieces.append(words(hand, text, width, hand.small, ink="quiet"))
    return stack(pieces, hand.em * 0.35)


class _Field:
    """Where a turn and a value lie on the paper."""

    def __init__(self, of: Chart, at: Rect, width: float) -> None:
        self.width = width
        self.at, self.low, self.high = at, of.low, max(of.high, of.low + 1)
        self.turns = max(len(of.turns) - 1, 1)

    def x(self, turn: int) -> float:
        return self.at.x + self.at.w * turn / self.turns

    def y(self, value: int) -> float:
        return self.at.bottom - self.at.h * (value - self.low) / (self.high - self.low)


def _plot(hand: Hand, of: Chart, width: float) -> Piece:
    line = hand.page.type.height(hand.small)
    names = [hand.width(s.name, hand.small, "bold") for s in labelled(of)]
    right = min(max(names) + hand.em * 2.2, width * 0.42) if names else hand.em
    left = _margin(hand, of, width)
    marks = line if of.marks else 0.0
    high = min(max(width * 0.42, hand.em * 8, line * (len(of.levels) + 1)), hand.em * 15)
    at = Rect(left, line / 2 + marks, width - left - right, high)
    field = _Field(of, at, width)
    ops: list[Op] = [Box(Rect(at.x, at.y, at.w, at.h), "shade")]
    ops += _axes(hand, of, field)
    for n, series in enumerate(of.series):
        ops += _line(hand, series, field, DASHES[n % len(DASHES)])
    ops += _labels(hand, of, field, width)
    bottom = max([at.bottom + line, *(op.at.bottom for op in ops if not isinstance(op, Stroke)
                                      and hasattr(op, "at"))])  # fmt: skip
    return Piece(tuple(ops), bottom)


def labelled(of: Chart) -> tuple[Series, ...]:
    """The lines that need a name: not the only one of a chart that bears its name."""
    alone = len(of.series) == 1 and of.series[0].name == of.caption
    return () if alone else of.series


def _axes(hand: Hand, of: Chart, field: _Field) -> list[Op]:
    """The ends of the scale, named levels, the turns, what happened in them."""
    at, line = field.at, hand.page.type.height(hand.small)
    ops = _levels(hand, of, field)
    every = 1
    widest = max((hand.width(turn, hand.small) for turn in of.turns), default=0) + hand.em * 0.6
    while at.w / field.turns * every < widest and every < len(of.turns):
        every += 1
    for n in range(0, len(of.turns), every):
        text = words(hand, of.turns[n], widest, hand.small, ink="quiet", align="center")
        left = min(max(0, field.x(n) - widest / 2), field.width - widest)
        ops += _at(text, left, at.bottom + line * 0.55)
    return [*ops, *_marks(hand, of, field, at.y - line)]


def _said(of: Chart, value: int, *, named: bool) -> str:
    """What stands beside the plot at a value: a level's name, and the number at the ends."""
    name = next((name for name, at in of.levels if at == value), "") if named else ""
    number = str(value) if value in (of.low, of.high) else ""
    return f"{name} {number}".strip()


def _widest(hand: Hand, of: Chart, *, named: bool) -> float:
    values = (of.low, of.high, *(value for _name, value in of.levels))
    return max(hand.width(_said(of, value, named=named), hand.small) for value in values)


def _beside(hand: Hand, of: Chart, width: float) -> bool:
    """Whether there is room for the names of levels at the left of the plot."""
    return _widest(hand, of, named=True) <= width * NAMES


def _margin(hand: Hand, of: Chart, width: float) -> float:
    """How much room the scale takes at the left of the plot."""
    return _widest(hand, of, named=_beside(hand, of, width)) + hand.em * 0.7


def _levels(hand: Hand, of: Chart, field: _Field) -> list[Op]:
    """A line across for each level, named at its left where its name meets no other."""
    at, line = field.at, hand.page.type.height(hand.small)
    named = _beside(hand, of, field.width)
    ops: list[Op] = []
    ends = {of.high: field.y(of.high), of.low: field.y(of.low)}
    taken = list(ends.values())
    between = {value for _name, value in of.levels} - set(ends)
    for value in (*ends, *sorted(between, reverse=True)):
        y = field.y(value)
        ops.append(Stroke(((at.x, y), (at.right, y)), "edge", 2, "dotted"))
        says = _said(of, value, named=named)
        if not says or (value not in ends and any(abs(y - other) < line for other in taken)):
            continue
        taken.append(y)
        text = words(hand, says, at.x - hand.em * 0.5, hand.small, ink="quiet", align="right")
        ops += _at(text, 0, y - line / 2)
    return ops


def _marks(hand: Hand, of: Chart, field: _Field, top: float) -> list[Op]:
    """A line at each turn in which something happened, with its name where there is room."""
    ops: list[Op] = []
    free = -1e9
    for turn in sorted({turn for turn, _says in of.marks if 0 <= turn < len(of.turns)}):
        x = field.x(turn)
        ops.append(Stroke(((x, field.at.y), (x, field.at.bottom)), "quiet", 2, "dashed"))
        room = hand.width(of.turns[turn], hand.small, "bold") + 2
        if x - room / 2 > free:
            text = words(hand, of.turns[turn], room, hand.small, weight="bold", align="center")
            ops += _at(text, x - room / 2, top)
            free = x + room / 2 + 6
    return ops


def _at(piece: Piece, x: float, y: float) -> list[Op]:
    return list(moved(piece.ops, x, y))


def _line(hand: Hand, series: Series, field: _Field, dash: Dash) -> list[Op]:
    """A line through what is known, with a dot of the actor's colour at each turn."""
    ops: list[Op] = []
    run: list[tuple[float, float]] = []
    points: list[tuple[float, float]] = []
    ink, dash = ("quiet", "dotted") if series.history else ("ink", dash)
    for turn, value in enumerate((*series.values, None)):
        if value is not None:
            run.append((field.x(turn), field.y(value)))
            continue
        if len(run) > 1:
            ops.append(Stroke(tuple(run), ink, 4, dash, "shade"))
        points += run
        run = []
    dot = hand.em * 0.45
    fill = hand.cast.colour(series.actor) if series.actor else ink
    for x, y in points:
        ops.append(Box(Rect(x - dot / 2, y - dot / 2, dot, dot), fill, "line", 2, dot / 2))
    return ops


def _labels(hand: Hand, of: Chart, field: _Field, width: float) -> list[Op]:
    """The names of the lines where they end, pushed apart where they would meet."""
    ends = []
    disc, gap = hand.small * 1.2, hand.em * 0.35
    for series in labelled(of):
        known = [(n, v) for n, v in enumerate(series.values) if v is not None]
        if known:
            ends.append((field.y(known[-1][1]), series))
    ops: list[Op] = []
    floor = 0.0
    left = field.at.right + gap * 1.2
    for y, series in sorted(ends, key=lambda end: end[0]):
        x = left
        room = width - left - (disc + gap if series.actor else 0)
        ink = "quiet" if series.history else "ink"
        text = words(hand, series.name, room, hand.small, ink=ink, weight="bold")
        top = max(y - text.height / 2, floor)
        if series.actor:
            ops += _at(Piece(hand.badge(series.actor, disc), disc), x,
                       top + (text.height - disc) / 2)  # fmt: skip
            x += disc + gap
        ops += _at(text, x, top)
        floor = top + max(text.height, disc) + 2
    return ops


# ------------------------------------------------------------------------------ matrix


def matrix(hand: Hand, of: Matrix, width: float) -> Piece:
    """Who stands how to whom: a coloured, signed number for each pair; a list where too narrow."""
    pieces = [words(hand, of.caption, width, weight="bold")] if of.caption else []
    count = len(of.actors)
    disc, gap = hand.em * 1.6, 6.0
    names = max((hand.width(name, hand.small) for _id, name in of.actors), default=0) + 4
    left = disc + gap * 2
    cell = (width - left) / max(count, 1) - gap
    need = hand.width("+00", hand.em, "bold") + 6
    if cell - (names + gap) / max(count, 1) >= need:
        left += names + gap
        cell -= (names + gap) / max(count, 1)
    if cell < need:
        return stack([*pieces, *_pairs(hand, of, width)], hand.em * 0.3)
    cell = min(cell, hand.em * 4.5)
    high = max(hand.page.type.height(hand.em) * 1.35, disc)
    if of.was:
        high = hand.page.type.height(hand.em) + hand.page.type.height(hand.small)
    rows = [_heads(hand, of, left, cell, gap, disc)]
    rows += [_line_of(hand, of, n, left, cell, gap, high, disc) for n in range(count)]
    return stack([*pieces, stack(rows, gap)], hand.em * 0.35)


def _heads(hand: Hand, of: Matrix, left: float, cell: float, gap: float, disc: float) -> Piece:
    size = min(disc, cell)
    return beside(
        [
            (left + n * (cell + gap) + (cell - size) / 2,
             Piece(hand.badge(actor, size), size))
            for n, (actor, _name) in enumerate(of.actors)
        ]
    )  # fmt: skip


def _line_of(
    hand: Hand, of: Matrix, row: int, left: float, cell: float, gap: float, high: float,
    disc: float,
) -> Piece:  # fmt: skip
    actor, name = of.actors[row]
    parts = [(0.0, Piece(hand.badge(actor, disc), disc))]
    room = left - disc - 3 * gap
    if room > hand.em * 2:
        parts.append((disc + gap, words(hand, name, room, hand.small)))
    for n in range(len(of.actors)):
        parts.append((left + n * (cell + gap), _cell(hand, of, row, n, cell, high)))
    return beside(parts, centred=True)


def _cell(hand: Hand, of: Matrix, row: int, column: int, cell: float, high: float) -> Piece:
    value = of.values[row][column]
    at = Rect(0, 0, cell, high)
    if value is None:
        return Piece((Box(at, "soft" if row == column else "shade", radius=6),), high)
    fill = shade_of(hand, of, value)
    ink = glyph_on(fill)
    says = number(value) if of.low < 0 else str(value)
    texts = [words(hand, says, cell, weight="bold", align="center", ink=ink, on=fill)]
    before = of.was[row][column] if of.was else None
    if before is not None and before != value:
        moved_by = _("was {n}").format(n=number(before))
        if hand.width(moved_by, hand.small) < cell:
            texts.append(words(hand, moved_by, cell, hand.small, align="center", ink=ink, on=fill))
    inner = stack(texts, 0)
    high = max(high, inner.height)
    at = Rect(0, 0, cell, high)
    top = (high - inner.height) / 2
    return Piece((Box(at, fill, "edge", 1, 6), *_at(inner, 0, top)), high)


def shade_of(hand: Hand, of: Matrix, value: int) -> str:
    """A tint for a value: toward one end below zero, toward the other above.

    It is a little weaker where neither dark nor light letters could be read on it.
    """
    reach = max(abs(of.low), abs(of.high), 1)
    end = HIGH if value >= 0 else LOW
    share = min(1.0, abs(value) / reach) * 0.8
    while not ink_on(tint := mixed(hand.page.theme["card"], end, share)):
        share -= 0.02
    return tint


def _pairs(hand: Hand, of: Matrix, width: float) -> list[Piece]:
    """The pairs one below the other, the value at the right."""
    found: list[Piece] = []
    room = hand.width("+000", hand.em, "bold")
    disc = hand.small * 1.4
    for row, (one, name) in enumerate(of.actors):
        for column, (other, whom) in enumerate(of.actors):
            value = of.values[row][column]
            if value is None or (of.symmetric and column < row):
                continue
            says = _("{one} and {other}") if of.symmetric else _("{one} toward {other}")
            text = says.format(one=name, other=whom)
            left = 2.4 * disc
            found.append(
                beside(
                    [
                        (0, Piece(hand.badge(one, disc), disc)),
                        (disc * 1.1, Piece(hand.badge(other, disc), disc)),
                        (left, words(hand, text, width - left - room, hand.small)),
                        (width - room, words(hand, number(value), room, weight="bold",
                                             align="right")),
                    ],
                    centred=True,
                )
            )  # fmt: skip
    return found or [icon("minus", hand.em)]
