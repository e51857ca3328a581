"""The whole picture of a frame: by its layout, with header and news where it stands at a board."""

from __future__ import annotations

from msgspec.structs import replace

from game.desktop import board, header, pages, panel, reveals, titles
from game.desktop.header import HEADER, NEWS
from game.desktop.ops import Box, Icon, Op, Page, Rect, Spot
from game.i18n import _
from game.session.source import Frame

PANEL = 500
"""How wide the panel beside the board is, of a page of 1920 units and with texts of usual size."""

GAP = 20
CORNER = 152
"""How wide the face's own two buttons are, in the right upper corner."""


def compose(frame: Frame, page: Page) -> tuple[Op, ...]:
    """Everything that stands still in a frame, and where it can be chosen."""
    whole = Rect(0, 0, page.width, page.height)
    ground = Box(whole, fill="paper")
    if frame.layout in ("curtain", "title"):
        draw = pages.curtain if frame.layout == "curtain" else titles.title
        return (ground, *draw(frame, page, whole), *corner(page))
    bars, at = _bars(frame, page)
    match frame.layout:
        case "board":
            middle = board.projector(frame, page, at)
        case "panel" if frame.scene is not None:
            middle = _beside(frame, page, at.inset(GAP))
        case "reveal":
            middle = reveals.reveal(frame, page, at)
        case _:
            middle = pages.page(frame, page, at)
    return (ground, *middle, *bars, *corner(page))


def _beside(frame: Frame, page: Page, at: Rect) -> tuple[Op, ...]:
    """The board, and beside it the screen."""
    wide = panel_width(page)
    right = Rect(at.right - wide, at.y, wide, at.h)
    left = Rect(at.x, at.y, at.w - wide - GAP, at.h)
    return (*board.board(frame, page, left), *panel.panel(frame, page, right))


def panel_width(page: Page) -> float:
    """How wide the panel is: it grows with its letters, up to nearly half of the page."""
    return min(PANEL * max(page.scale, 1) * page.width / 1920, page.width * 0.45)


def _bars(frame: Frame, page: Page) -> tuple[tuple[Op, ...], Rect]:
    """The header and the news, and the room between them."""
    narrow = replace(page, width=page.width - CORNER)
    beside = Box(Rect(narrow.width - 1, 0, CORNER + 1, HEADER), fill="navy")
    bars: tuple[Op, ...] = (beside, *header.header(frame, narrow))
    bottom = page.height
    if frame.scene is not None:
        bottom -= NEWS
        bars += header.news(frame, page)
    return bars, Rect(0, HEADER, page.width, bottom - HEADER)


def corner(page: Page) -> tuple[Op, ...]:
    """The face's own buttons on navy: the help of the screen, and the settings."""
    ops: list[Op] = []
    for number, (name, picture, says) in enumerate(
        (("help", "circle-help", _("Help")), ("settings", "settings", _("Settings")))
    ):
        at = Rect(page.width - CORNER + number * 72, (HEADER - 60) / 2, 60, 60)
        ops += [
            Box(at, fill="pill", radius=30),
            Icon(at.inset(12), picture, "on_navy", "pill"),
            Spot(at, name, says, radius=30),
        ]
    return tuple(ops)
