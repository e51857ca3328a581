"""Cards that lie over the picture: settings, shortcuts, the help of a screen, what went wrong."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from game.desktop.ops import Align, Box, Op, Page, Rect, Spot, Text, Weight, Window
from game.desktop.options import Options
from game.i18n import _
from game.screens.model import Screen

SIZE = 30
"""The usual height of letters on a card, in units."""


class Button(Struct, frozen=True):
    """A button of the face itself: the id by which the app knows it, and what it says."""

    id: str
    label: str
    value: str = ""
    main: bool = False


def card(
    page: Page,
    title: str,
    said: Sequence[Op],
    said_height: float,
    buttons: Sequence[Button],
    width: float = 1080,
) -> tuple[Op, ...]:
    """A card in the middle: a title, what it says (it may scroll), and buttons at its foot."""
    width = min(width * max(page.scale, 1), page.width - 80)
    size = SIZE * page.scale
    high, row = size * 2.1, size * 2.5
    foot = row * _rows(page, buttons, width - 80) + 24
    height = min(40 + high + said_height + 24 + foot, page.height - 60)
    at = Rect((page.width - width) / 2, (page.height - height) / 2, width, height)
    view = Rect(at.x + 40, at.y + 40 + high, width - 80, height - 40 - high - 24 - foot)
    heading = words(page, title, Rect(at.x + 40, at.y + 32, width - 80, high), 1.35, "bold")
    return (
        Box(at, fill="card", edge="line", width=3, radius=18),
        *heading,
        Window(view, "card", said_height, tuple(said)),
        *_buttons(page, buttons, Rect(view.x, view.bottom + 24, view.w, foot - 24)),
    )


def words(
    page: Page,
    text: str,
    at: Rect,
    larger: float = 1.0,
    weight: Weight = "regular",
    ink: str = "ink",
    on: str = "card",
    align: Align = "left",
) -> tuple[Op, ...]:
    """A text that is cut where it does not fit into its box in one line."""
    size = SIZE * page.scale * larger
    line = page.type.fit(text, at.w, size, weight)
    high = page.type.height(size)
    return (Text(Rect(at.x, at.y + (at.h - high) / 2, at.w, high), (line,), size, ink, on,
                 weight, align),)  # fmt: skip


def paragraphs(
    page: Page, texts: Sequence[str], width: float, larger: float = 1.0
) -> tuple[tuple[Op, ...], float]:
    """Texts below each other from the corner of a window, and how high they are."""
    size = SIZE * page.scale * larger
    leading = page.type.height(size)
    ops: list[Op] = []
    y = 0.0
    for text in texts:
        lines = page.type.wrap(text, width, size)
        ops.append(Text(Rect(0, y, width, leading * len(lines)), lines, size, leading=leading))
        y += leading * len(lines) + size * 0.6
    return tuple(ops), y


def _wide(page: Page, button: Button) -> float:
    size = SIZE * page.scale
    label = f"{button.label}: {button.value}" if button.value else button.label
    return page.type.width(label, size, "bold") + 2 * size


def _rows(page: Page, buttons: Sequence[Button], width: float) -> int:
    return len(_laid(page, buttons, width))


def _laid(page: Page, buttons: Sequence[Button], width: float) -> list[list[Button]]:
    """The buttons in as many rows as they need."""
    rows: list[list[Button]] = [[]]
    used = 0.0
    for button in buttons:
        wide = _wide(page, button) + 20
        if rows[-1] and used + wide > width + 20:
            rows.append([])
            used = 0.0
        rows[-1].append(button)
        used += wide
    return rows


def _buttons(page: Page, buttons: Sequence[Button], at: Rect) -> list[Op]:
    row = SIZE * page.scale * 2.5
    ops: list[Op] = []
    for number, line in enumerate(_laid(page, buttons, at.w)):
        x = at.x
        for button in line:
            wide = min(_wide(page, button), at.w)
            ops += push(page, button, Rect(x, at.y + number * row, wide, row - 16))
            x += wide + 20
    return ops


def push(page: Page, button: Button, at: Rect) -> tuple[Op, ...]:
    """A button of the face; the main one is filled."""
    fill, ink = ("navy", "on_navy") if button.main else ("shade", "ink")
    label = f"{button.label}: {button.value}" if button.value else button.label
    inner = at.inset(12, 4)
    return (
        Box(at, fill=fill, edge="line", width=2, radius=10),
        *words(page, label, inner, 1, "bold", ink, fill, "center"),
        Spot(at, button.id, label),
    )


# ---------------------------------------------------------------------- the cards


def settings_card(page: Page, options: Options) -> tuple[Op, ...]:
    """What a person may set, each a button that goes on to its next value."""
    on, off = _("on"), _("off")
    themes = {"light": _("light"), "dark": _("dark")}
    rows = [
        Button("set:theme", _("Colours"), themes.get(options.theme, options.theme)),
        Button("set:scale", _("Size of texts"), f"{round(options.scale * 100)} %"),
        Button("set:still", _("Movement"), off if options.still else on),
        Button("set:sound", _("Sound"), on if options.sound else off),
        Button("set:table", _("Board"), _("table") if options.table else _("map")),
        Button("set:fullscreen", _("Full screen"), on if options.fullscreen else off),
    ]
    wide = min(900 * max(page.scale, 1), page.width - 80) - 80
    high = SIZE * page.scale * 2.5
    ops: list[Op] = []
    for number, row in enumerate(rows):
        ops += push(page, row, Rect(4, 4 + number * high, wide - 28, high - 16))
    feet = [Button("close", _("Back to the game"), main=True),
            Button("shortcuts", _("Keys")), Button("leave", _("Leave the game"))]  # fmt: skip
    return card(page, _("Settings"), ops, len(rows) * high, feet, width=900)


def help_card(page: Page, screen: Screen) -> tuple[Op, ...]:
    """What this screen is for."""
    said = screen.help or _("Choose with the mouse, or with the arrow keys and Enter.")
    wide = min(1080 * max(page.scale, 1), page.width - 80) - 110
    default = screen.default
    more = [said]
    if default is not None:
        more.append(_("Enter: {what}.").format(what=default.label))
    ops, high = paragraphs(page, more, wide)
    feet = [Button("close", _("Back to the game"), main=True), Button("shortcuts", _("Keys")),
            Button("settings", _("Settings"))]  # fmt: skip
    return card(page, screen.title, ops, high, feet)


def trouble_card(page: Page, text: str, leave: bool) -> tuple[Op, ...]:
    """Something that a person can put right, and how to go on."""
    wide = min(1080 * max(page.scale, 1), page.width - 80) - 110
    ops, high = paragraphs(page, text.splitlines(), wide)
    close = Button("leave", _("Leave the game"), main=True) if leave else None
    feet = [close or Button("close", _("Back to the game"), main=True)]
    return card(page, _("That did not work"), ops, high, feet)


def keys_listed() -> tuple[tuple[str, str], ...]:
    """The keys and what each does."""
    return (
        (_("Tab, arrow keys"), _("go to the next thing, or back")),
        (_("Enter, space"), _("choose it; without a choice, Enter does what is marked")),
        ("1 - 9", _("choose the first to the ninth of the list")),
        (_("Esc, 0"), _("go back")),
        (_("Page up, page down"), _("scroll")),
        (_("/ or :"), _("type an order in its notation")),
        (_("? or F1"), _("explain this screen")),
        ("F2", _("settings")),
        ("F3", _("these keys")),
        ("M", _("map or table")),
        ("F11", _("full screen")),
    )


def shortcuts_card(page: Page, screen: Screen) -> tuple[Op, ...]:
    """The sheet of shortcuts, with the keys of the screen's own controls."""
    own = tuple((c.key.upper(), c.label) for c in screen.controls if c.key)
    rows = (*keys_listed(), *own)
    size = SIZE * page.scale
    wide = min(1180 * max(page.scale, 1), page.width - 80) - 110
    left = min(max(page.type.width(key, size, "bold") for key, _does in rows) + size, wide / 2)
    leading = page.type.height(size)
    ops: list[Op] = []
    y = 0.0
    for key, does in rows:
        lines = page.type.wrap(does, wide - left, size)
        high = leading * len(lines)
        name = page.type.fit(key, left - size / 2, size, "bold")
        ops.append(Text(Rect(0, y, left, leading), (name,), size, weight="bold"))
        ops.append(Text(Rect(left, y, wide - left, high), lines, size, leading=leading))
        y += high + size * 0.35
    feet = [Button("close", _("Back to the game"), main=True)]
    return card(page, _("Keys"), ops, y, feet, width=1180)
