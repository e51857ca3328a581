"""What came of a choice, in lines over the picture: until the next choice, or for some seconds."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.cards import SIZE
from game.desktop.ops import Box, Icon, Op, Page, Rect, Text
from game.session.source import Notice

SECONDS = 6.0
"""How long a line stands; more for a long one."""

PICTURES = {"trouble": "triangle-alert", "good": "circle-check"}


class Toasts:
    """The lines that stand now."""

    def __init__(self) -> None:
        self.notices: tuple[Notice, ...] = ()
        self.until = 0.0

    def show(self, notices: Sequence[Notice], now: float) -> None:
        """Say these, and nothing that was said before."""
        self.notices = tuple(notices)
        letters = sum(len(notice.text) for notice in notices)
        self.until = now + max(SECONDS, letters / 12)

    def clear(self) -> None:
        """Take the lines away."""
        self.notices = ()

    def shown(self, now: float) -> tuple[Notice, ...]:
        """The lines that stand at a time."""
        return self.notices if now < self.until else ()


def toasts(page: Page, notices: Sequence[Notice], news: bool) -> tuple[Op, ...]:
    """The lines below each other: over the news if there are any, else over the banner.

    Nothing that can be chosen lies there.
    """
    size = SIZE * page.scale
    leading = page.type.height(size)
    wide = min(1100 * max(page.scale, 1), page.width - 120)
    ops: list[Op] = []
    bottom = page.height - 8
    top = 8.0
    for notice in reversed(notices) if news else notices:
        lines = page.type.wrap(notice.text, wide - 140, size, "bold")
        broad = max(page.type.width(line, size, "bold") for line in lines) + 140
        high = max(leading * len(lines) + 28, 72)
        at = Rect((page.width - broad) / 2, bottom - high if news else top, broad, high)
        ink = "trouble" if notice.tone == "trouble" else "ink"
        picture = PICTURES.get(notice.tone, "info")
        ops += [
            Box(at, fill="card", edge=ink, width=4, radius=14),
            Icon(Rect(at.x + 26, at.centre[1] - 24, 48, 48), picture, ink),
            Text(Rect(at.x + 96, at.y + (high - leading * len(lines)) / 2, broad - 132,
                      leading * len(lines)), lines, size, ink, weight="bold", leading=leading),
        ]  # fmt: skip
        bottom, top = at.y - 8, at.bottom + 8
    return tuple(ops)
