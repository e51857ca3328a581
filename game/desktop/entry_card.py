"""The card on which a text is typed: a field with a caret, completions, and two buttons."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.cards import SIZE, Button, push, words
from game.desktop.entry import SHOWN, Entry, completions
from game.desktop.ops import Box, Icon, Op, Page, Rect, Spot, Text, Window
from game.i18n import _
from game.screens.model import Items
from game.session.source import Frame

FEW = 3
"""The lines that a field keeps, however much is wrong."""
DOT = "\N{BULLET}"


def entry_card(
    page: Page, entry: Entry, caret: bool = True, amiss: Sequence[str] = ()
) -> tuple[Op, ...]:
    """The prompt, the field, what could be typed, what is wrong, and the buttons.

    `amiss` is what is wrong with what was typed before: it stands above the field, and may scroll.
    """
    size = SIZE * page.scale
    width = min(1180 * max(page.scale, 1), page.width - 80)
    prompt = page.type.wrap(entry.fill.prompt, width - 80, size * 1.1, "bold")
    prompt_high = page.type.height(size * 1.1) * len(prompt)
    above = _amiss(page, amiss if entry.fill.kind in ("text", "lines") else (), width - 80)
    rows = 8 if entry.fill.kind == "lines" else 2 if entry.fill.kind == "text" else 1
    leading = page.type.height(size)
    fixed = 36 + prompt_high + 20 + 32 + 2 * size + size * 2.4 + 40
    spare = page.height - 20 - fixed
    high = min(above[1], max(spare - FEW * leading, 0) * 0.6) if above[0] else 0.0
    gap = 16 if high else 0
    rows = max(min(rows, int((spare - high - gap) / leading)), 1)
    field_high = rows * leading + 32
    row = size * 1.9
    height = fixed + rows * leading + high + gap
    fitting = max(int((page.height - 20 - height) / row), 0)
    found = completions(entry)[: min(SHOWN, fitting)] if entry.fill.known else ()
    height += len(found) * row
    at = Rect((page.width - width) / 2, max((page.height - height) / 2, 10), width, height)
    inner = Rect(at.x + 40, at.y + 36, width - 80, height - 72)
    view = Rect(inner.x, inner.y + prompt_high + 20, inner.w, high)
    field = Rect(inner.x, view.bottom + gap, inner.w, field_high)
    ops: list[Op] = [
        Box(at, fill="card", edge="line", width=3, radius=18),
        Text(Rect(inner.x, inner.y, inner.w, prompt_high), prompt, size * 1.1, weight="bold"),
        *([Window(view, "amiss", max(above[1], high), above[0])] if high else []),
        *_field(page, entry, field, rows, caret),
    ]
    y = field.bottom + 8
    for number, text in enumerate(found):
        ops += _completion(page, text, number, number == entry.pick, Rect(inner.x, y, inner.w, row))
        y += row
    ink = "trouble" if entry.problem else "quiet"
    ops += words(page, entry.problem or _how(entry), Rect(inner.x, y, inner.w, 2 * size),
                 0.87, "bold" if entry.problem else "regular", ink)  # fmt: skip
    return (*ops, *_feet(page, entry, Rect(inner.x, y + 2 * size, inner.w, size * 2.1)))


def amiss_in(frame: Frame) -> tuple[str, ...]:
    """What a frame says is wrong, line by line: for the card that would cover it."""
    found = [notice.text for notice in frame.notices if notice.tone == "trouble"]
    for block in frame.screen.blocks:
        if isinstance(block, Items) and block.tone == "trouble":
            found += block.items
    return tuple(found)


def _amiss(page: Page, texts: Sequence[str], width: float) -> tuple[tuple[Op, ...], float]:
    """Lines of trouble from the corner of a window, and how high they are."""
    size = SIZE * page.scale * 0.87
    leading = page.type.height(size)
    ops: list[Op] = []
    y = 0.0
    for text in texts:
        lines = page.type.wrap(text, width - 1.6 * size - 20, size, "bold")
        at = Rect(1.6 * size, y, width - 1.6 * size - 20, leading * len(lines))
        ops += [
            Icon(Rect(0, y + (leading - size) / 2, size, size), "triangle-alert", "trouble"),
            Text(at, lines, size, "trouble", weight="bold", leading=leading),
        ]
        y += at.h + 6
    return tuple(ops), y


def field_of(ops: tuple[Op, ...]) -> Rect:
    """Where the field is, for the list of an input method."""
    return next(op.at for op in ops if isinstance(op, Spot) and op.id == "field")


def shown(entry: Entry) -> tuple[str, int]:
    """The text as it is seen, with what is being composed in it, and where its caret is."""
    text = entry.text[: entry.caret] + entry.composing + entry.text[entry.caret :]
    caret = entry.caret + len(entry.composing)
    return (DOT * len(text) if entry.fill.kind == "secret" else text), caret


def _field(page: Page, entry: Entry, at: Rect, rows: int, blinks: bool) -> list[Op]:
    size = SIZE * page.scale
    leading = page.type.height(size)
    text, caret = shown(entry)
    lines = laid(page, text, at.w - 40, size)
    row, x = place_of(page, text, lines, caret, size)
    first = max(row - rows + 1, 0)
    seen = tuple(text[start:end] for start, end in lines[first : first + rows])
    ops: list[Op] = [
        Box(at, fill="shade", edge="line", width=3, radius=10),
        Spot(at, "field", entry.fill.prompt, role="field"),
    ]
    ops += _marked(page, entry, lines, at, first, rows)
    inside = Rect(at.x + 20, at.y + 16, at.w - 40, leading * len(seen))
    ops.append(Text(inside, seen, size, on="shade", leading=leading))
    if entry.composing:
        wide = page.type.width(entry.composing, size)
        under = at.y + 16 + (row - first + 1) * leading - 3
        ops.append(Box(Rect(max(at.x + 20 + x - wide, at.x + 20), under, wide, 3), fill="ink"))
    if blinks:
        top = at.y + 16 + (row - first) * leading
        ops.append(Box(Rect(at.x + 19 + x, top, 3, leading), fill="focus"))
    return ops


def _marked(
    page: Page, entry: Entry, lines: list[tuple[int, int]], at: Rect, first: int, rows: int
) -> list[Op]:
    """The ground of what is selected."""
    start, end = entry.chosen
    size = SIZE * page.scale
    leading = page.type.height(size)
    text, _caret = shown(entry)
    ops: list[Op] = []
    for number, (left, right) in enumerate(lines[first : first + rows]):
        a, b = max(start, left), min(end, right)
        if a < b:
            x = page.type.width(text[left:a], size)
            wide = page.type.width(text[a:b], size)
            top = at.y + 16 + number * leading
            ops.append(Box(Rect(at.x + 20 + x, top, wide, leading), fill="select"))
    return ops


def laid(page: Page, text: str, width: float, size: float) -> list[tuple[int, int]]:
    """From where to where each line of a typed text goes; no letter of it is lost."""
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        while start < end and page.type.width(text[start:end], size) > width:
            cut = _cut(page, text[start:end], width, size)
            lines.append((start, start + cut))
            start += cut
        lines.append((start, end))
        start = end + 1
    return lines


def _cut(page: Page, text: str, width: float, size: float) -> int:
    """How many letters of a long line stay in the first row: up to a space, if there is one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if page.type.width(text[:middle], size) <= width:
            low = middle
        else:
            high = middle - 1
    space = text.rfind(" ", 0, low)
    return space + 1 if space > 0 else low


def place_of(
    page: Page, text: str, lines: list[tuple[int, int]], caret: int, size: float
) -> tuple[int, float]:
    """The row of the caret, and how far from the left it stands."""
    row = max(n for n, (start, _end) in enumerate(lines) if start <= caret or n == 0)
    start = lines[row][0]
    return row, page.type.width(text[start:caret], size)


def caret_at(page: Page, entry: Entry, field: Rect, point: tuple[float, float]) -> int:
    """Which place of the text lies under the mouse."""
    size = SIZE * page.scale
    text, caret = shown(entry)
    lines = laid(page, text, field.w - 40, size)
    rows = max(round((field.h - 32) / page.type.height(size)), 1)
    now, _x = place_of(page, text, lines, caret, size)
    row = max(now - rows + 1, 0) + int(max(point[1] - field.y - 16, 0) / page.type.height(size))
    start, end = lines[min(row, len(lines) - 1)]
    x = point[0] - field.x - 20
    near = min(range(start, end + 1), key=lambda n: abs(page.type.width(text[start:n], size) - x))
    return min(near, len(entry.text))


def _completion(page: Page, text: str, number: int, picked: bool, at: Rect) -> tuple[Op, ...]:
    inner = Rect(at.x, at.y + 2, at.w, at.h - 4)
    fill = "select" if picked else "card"
    return (
        Box(inner, fill=fill, radius=8),
        *words(page, text, inner.inset(20, 0), on=fill),
        Spot(inner, f"pick:{number}", text, radius=8),
    )


def _how(entry: Entry) -> str:
    if entry.fill.kind == "number":
        return _("From {low} to {high}.").format(low=entry.fill.low, high=entry.fill.high)
    if entry.fill.kind == "lines":
        return _("Ctrl and Enter: done. Tab: complete. Esc: leave it.")
    if entry.fill.known:
        return _("Enter: done. Tab: complete. Esc: leave it.")
    return _("Enter: done. Esc: leave it.")


def _feet(page: Page, entry: Entry, at: Rect) -> list[Op]:
    size = SIZE * page.scale
    done = f"{_('Done')} (Ctrl+Enter)" if entry.fill.kind == "lines" else _("Done")
    buttons = [Button("done", done, main=True), Button("close", _("Leave it"))]
    if entry.fill.kind == "number":
        less, more = Button("less", "\N{MINUS SIGN}"), Button("more", "+")
        buttons = [less, more, *buttons]
    ops: list[Op] = []
    x = at.x
    for button in buttons:
        wide = max(page.type.width(button.label, size, "bold") + 2.4 * size, 3 * size)
        ops += push(page, button, Rect(x, at.y, wide, at.h))
        x += wide + 20
    return ops
