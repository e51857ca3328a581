"""Quantities in a column: ladders of options, scales with levels, numbers to watch, what moved."""

from __future__ import annotations

from game.desktop.flow import (
    Hand,
    Piece,
    asked,
    beside,
    icon,
    padded,
    stack,
    tiles,
    words,
)
from game.desktop.ops import Box, Op, Rect
from game.i18n import _
from game.screens.model import Change, Figure, Figures, Gauge, Ladder

CARD = Box(Rect(0, 0, 0, 0), "shade", radius=10)
MINUS = "\N{MINUS SIGN}"


def number(value: int) -> str:
    """`+2`, a true minus sign, and `0`."""
    return f"{value:+d}".replace("-", MINUS) if value else "0"


# ------------------------------------------------------------------------------ issues


def ladder(hand: Hand, issue: Ladder, width: float) -> Piece:
    """An issue: its options side by side where their names fit, else one below the other."""
    pieces = [words(hand, issue.name, width, weight="bold")]
    if issue.was != issue.now:
        was = _("It was: {option}.").format(option=issue.options[issue.was])
        pieces.append(words(hand, was, width, hand.small, ink="quiet"))
    room = width / len(issue.options)
    wide = all(
        hand.widest_word(option, hand.small, "bold") < room - hand.em * 0.8
        for option in issue.options
    )
    draw = _across if wide and room > hand.em * 5 else _down
    pieces.append(draw(hand, issue, width))
    pieces += [words(hand, note, width, hand.small, ink="quiet") for note in issue.notes]
    return stack(pieces, hand.em * 0.3)


def _across(hand: Hand, issue: Ladder, width: float) -> Piece:
    gap = hand.em * 0.3
    room = (width + gap) / len(issue.options) - gap
    cells = [_option(hand, issue, n, room, tall=True) for n in range(len(issue.options))]
    height = max(cell.height for cell in cells)
    grounds = [
        padded(Piece((), 0), room, 0, 0, _ground(n == issue.now), height)
        for n in range(len(issue.options))
    ]
    row = tiles(
        [Piece(g.ops + c.ops, height) for g, c in zip(grounds, cells, strict=True)],
        width, len(cells), gap,
    )  # fmt: skip
    return stack([_bar(hand, issue, width, gap), row], gap)


def _down(hand: Hand, issue: Ladder, width: float) -> Piece:
    cells = []
    for n in range(len(issue.options)):
        cell = _option(hand, issue, n, width, tall=False)
        ground = padded(Piece((), 0), width, 0, 0, _ground(n == issue.now), cell.height)
        cells.append(Piece(ground.ops + cell.ops, cell.height))
    return stack([_bar(hand, issue, width, hand.em * 0.3), *cells], hand.em * 0.2)


def _ground(now: bool) -> Box:
    return Box(Rect(0, 0, 0, 0), *(("now", "line", 2.5, 8) if now else ("shade", "", 0, 8)))


def _bar(hand: Hand, issue: Ladder, width: float, gap: float) -> Piece:
    """One segment an option: a ladder fills as it is climbed."""
    step, high = (width + gap) / len(issue.options), hand.em * 0.5
    ops: list[Op] = []
    for n in range(len(issue.options)):
        full = n <= issue.now if issue.ladder else n == issue.now
        fill = "line" if full else "soft"
        ops.append(Box(Rect(n * step, 0, step - gap, high), fill, radius=high / 2))
    return Piece(tuple(ops), high)


def _option(hand: Hand, issue: Ladder, n: int, width: float, *, tall: bool) -> Piece:
    """An option: its name, what it is worth, whether one's constituencies would carry it."""
    now = n == issue.now
    on, ink = ("now", "on_now") if now else ("shade", "ink")
    pad = hand.em * 0.35
    extra: list[Piece] = []
    if issue.worth:
        text = number(issue.worth[n])
        room = hand.width(text, hand.small, "bold") + 2
        extra.append(words(hand, text, room, hand.small, ink=ink, weight="bold", on=on))
    if issue.carried:
        sign = "check" if issue.carried[n] else "ban"
        extra.append(icon(sign, hand.small, ink, on))
    widths = [piece.ops[0].at.w for piece in extra]  # type: ignore[union-attr]
    lefts = [sum(widths[:k]) + pad * k for k in range(len(extra))]
    total = sum(widths) + pad * len(extra)
    room = width - 2 * pad - (0 if tall else total)
    name = words(hand, issue.options[n], room, hand.small, ink=ink,
                 weight="bold" if now else "regular", on=on)  # fmt: skip
    more = beside(list(zip(lefts, extra, strict=True)), centred=True)
    body = stack([name, more], 4) if tall else beside(
        [(0, name), (room + pad, more)], centred=True
    )  # fmt: skip
    return padded(body, width, pad, pad * 0.7)


# ------------------------------------------------------------------------------ scales


def gauge(hand: Hand, cell: Gauge, width: float) -> Piece:
    """A quantity on its scale; the present value is marked, levels are named below."""
    value = str(cell.value) if cell.low >= 0 else number(cell.value)
    if cell.was is not None and cell.was != cell.value:
        before = str(cell.was) if cell.low >= 0 else number(cell.was)
        value = f"{before} → {value}"
    room = hand.width(value, hand.large, "bold") + 4
    head = beside(
        [
            (0, words(hand, cell.name, width - room - hand.em, weight="bold")),
            (width - room, words(hand, value, room, hand.large, weight="bold", align="right")),
        ],
        centred=True,
    )
    pieces = [head, _scale(hand, cell, width)]
    levels = " · ".join(_("{band} from {n}").format(band=b, n=n) for b, n in cell.bands)
    if cell.band:
        pieces.append(words(hand, cell.band, width, hand.em, weight="bold"))
    for text in (levels, cell.note):
        if text:
            pieces.append(words(hand, text, width, hand.small, ink="quiet"))
    return asked(hand, stack(pieces, hand.em * 0.25), width, cell.cell, cell.name)


def _scale(hand: Hand, cell: Gauge, width: float) -> Piece:
    steps = cell.high - cell.low
    high = hand.em * 0.7
    if not 0 < steps <= 24:
        share = (cell.value - cell.low) / steps if steps else 0.0
        bar = [Box(Rect(0, 0, width, high), "soft", radius=high / 2)]
        if share > 0:
            bar.append(Box(Rect(0, 0, max(high, width * share), high), "line", radius=high / 2))
        return Piece(tuple(bar), high)
    gap = 4.0
    step = (width + gap) / (steps + 1)
    ops: list[Op] = []
    for n in range(steps + 1):
        value = cell.low + n
        at = Rect(n * step, 0, step - gap, high)
        zero = min(max(cell.low, 0), cell.high)
        between = min(zero, cell.value) <= value <= max(zero, cell.value)
        if value == cell.value:
            ops.append(Box(at, "now", "line", 3, 6))
        else:
            ops.append(Box(at, "line" if between else "soft", radius=6))
    return Piece(tuple(ops), high)


# ------------------------------------------------------------------------------ numbers


def figures(hand: Hand, numbers: Figures, width: float) -> Piece:
    """Small cards side by side, as many in a row as their words allow."""
    if not numbers.figures:
        return Piece((), 0)
    gap = hand.em * 0.4
    for columns in range(min(len(numbers.figures), 4), 0, -1):
        room = (width + gap) / columns - gap
        if columns == 1 or all(_fits(hand, one, room) for one in numbers.figures):
            break
    drawn = [_figure(hand, one, room) for one in numbers.figures]
    high = max(card.height for card in drawn)
    cards = [padded(card, room, 0, 0, CARD, high) for card in drawn]
    asking = [asked(hand, card, room, one.cell, one.label)
              for card, one in zip(cards, numbers.figures, strict=True)]  # fmt: skip
    return tiles(asking, width, columns, gap)


def _fits(hand: Hand, one: Figure, room: float) -> bool:
    inner = room - hand.em * 0.5
    value = hand.width(one.value, hand.large, "bold") + (hand.em * 1.5 if one.icon else 0)
    notes = max(hand.widest_word(one.label, hand.small), hand.widest_word(one.note, hand.small))
    return value <= inner and notes <= inner


def _figure(hand: Hand, one: Figure, width: float) -> Piece:
    pad = hand.em * 0.25
    inner = width - 2 * pad
    ink = one.tone if one.tone in ("trouble", "good") else "ink"
    room = min(hand.width(one.value, hand.large, "bold") + 2, inner)
    value = words(hand, one.value, room, hand.large, weight="bold", ink=ink, on="shade",
                  align="center")  # fmt: skip
    sign, gap = hand.em * 1.1 if one.icon else 0.0, hand.em * 0.35 if one.icon else 0.0
    if room + sign + gap > inner:
        sign = gap = 0.0
    left = (inner - room - sign - gap) / 2
    parts = [(left + sign + gap, value)]
    if sign:
        parts.insert(0, (left, icon(one.icon, sign, ink, "shade")))
    label = words(hand, one.label, inner, hand.small, ink="quiet", on="shade", align="center")
    pieces = [beside(parts, centred=True), label]
    if one.note:
        pieces.append(words(hand, one.note, inner, hand.small, ink="quiet", on="shade",
                            align="center"))  # fmt: skip
    return padded(stack(pieces, 2), width, pad, hand.em * 0.35)


# ------------------------------------------------------------------------------ changes

TRENDS = {1: "trending-up", -1: "trending-down", 0: "minus"}
GLAD = {1: ("good", "circle-check"), -1: ("trouble", "triangle-alert"), 0: ("ink", "")}


def change(hand: Hand, moved: Change, width: float) -> Piece:
    """What moved: name, `6 -> 4`, a trend, and whether that is good for these eyes."""
    pad = hand.em * 0.6
    trend = hand.em * 1.2
    left = hand.em * 1.9 if moved.icon else 0.0
    inner = width - 2 * pad
    ink, mark = GLAD[moved.good]
    signs = [icon(TRENDS[moved.rose], trend, ink, "shade")]
    if mark:
        signs.append(icon(mark, trend * 0.8, ink, "shade"))
    room = inner - left - trend - hand.em * 0.4
    said = stack([words(hand, moved.name, room, hand.em, ink="quiet", on="shade"),
                  _from_to(hand, moved, room)], 2)  # fmt: skip
    parts = [(left, said), (inner - trend, stack(signs, hand.em * 0.2))]
    head = beside(parts)
    if moved.icon:
        sign = icon(moved.icon, hand.em * 1.35, "ink", "shade")
        head = beside([(0, sign), (0, head)], centred=True)
    why = [
        words(hand, text, inner, hand.small, ink="quiet", on="shade") for text in moved.why if text
    ]
    drawn = padded(stack([head, *why], hand.em * 0.2), width, pad, hand.em * 0.45, CARD)
    return asked(hand, drawn, width, moved.cell, moved.name)


def _from_to(hand: Hand, moved: Change, width: float) -> Piece:
    """`6 -> 4` in a line, or in two where the words are long."""
    big, arrow = hand.large * 1.15, hand.em * 0.9
    gap = hand.em * 0.4
    before, after = hand.width(moved.was, hand.large) + 2, hand.width(moved.now, big, "bold") + 2
    if before + after + arrow + 2 * gap <= width:
        return beside(
            [
                (0, words(hand, moved.was, before, hand.large, ink="quiet", on="shade")),
                (before + gap, icon("arrow-right", arrow, "quiet", "shade")),
                (before + arrow + 2 * gap,
                 words(hand, moved.now, after, big, weight="bold", on="shade")),
            ],
            centred=True,
        )  # fmt: skip
    rest = width - arrow - gap
    return stack(
        [
            words(hand, moved.was, width, hand.em, ink="quiet", on="shade"),
            beside(
                [
                    (0, icon("arrow-right", arrow, "quiet", "shade")),
                    (arrow + gap, words(hand, moved.now, rest, hand.large, weight="bold",
                                        on="shade")),
                ]
            ),
        ],
        2,
    )  # fmt: skip
