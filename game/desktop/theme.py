"""The colours by what they are for, light and dark (look.md, visual language).

Yellow (`now`) is what is now or active, crimson (`trouble`) is trouble, and nothing else is either.
A seat's own colour is a fill, never a text. Text takes an ink that stands on its ground with a
contrast of 4.5:1 or more (WCAG 2.2, 1.4.3); a test holds every pair that is drawn.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Role = Literal[
    "paper", "card", "shade", "navy", "ink", "quiet", "on_navy", "quiet_on_navy", "pill", "edge",
    "line", "now", "on_now", "trouble", "good", "select", "select_edge", "sea", "land", "coast",
    "focus", "soft",
]  # fmt: skip
"""paper: behind everything. card: what is read. shade: a quiet field on a card. navy: header and
news. ink, quiet: text, and lesser text. pill: a quiet field on navy. edge: a card's border. line: a
strong outline. now, on_now: the present, and text on it. select, select_edge: what is chosen. soft:
an empty segment of a bar."""


class Theme(Struct, frozen=True):
    """A set of colours, each `#rrggbb`."""

    name: str
    colours: dict[str, str]

    def __getitem__(self, role: str) -> str:
        """The colour of a role; a colour that is written out stands for itself."""
        return role if role.startswith("#") else self.colours[role]


LIGHT = Theme(
    "light",
    {
        "paper": "#f0ece1", "card": "#ffffff", "shade": "#f5f2ea", "navy": "#14213d",
        "ink": "#101a30", "quiet": "#4a5670", "on_navy": "#ffffff", "quiet_on_navy": "#c3cbdb",
        "pill": "#2b3957", "edge": "#cbc5b6", "line": "#14213d", "now": "#f0e442",
        "on_now": "#101a30", "trouble": "#9b1b3c", "good": "#0b6b4f", "select": "#d3e9f8",
        "select_edge": "#14213d", "sea": "#dbe5ec", "land": "#f1eee4", "coast": "#b9b4a6",
        "focus": "#14213d", "soft": "#e4ddd0",
    },
)  # fmt: skip

DARK = Theme(
    "dark",
    {
        "paper": "#0b1526", "card": "#17233d", "shade": "#202e4b", "navy": "#050a14",
        "ink": "#f3f6fb", "quiet": "#b4c0d6", "on_navy": "#ffffff", "quiet_on_navy": "#b4c0d6",
        "pill": "#26324d", "edge": "#3c4c6e", "line": "#e9eef8", "now": "#f0e442",
        "on_now": "#101a30", "trouble": "#ff9db0", "good": "#7fdcb8", "select": "#244c67",
        "select_edge": "#e9eef8", "sea": "#0d1930", "land": "#24314e", "coast": "#0a1222",
        "focus": "#ffffff", "soft": "#2b3957",
    },
)  # fmt: skip

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}

# The fills of seats that a scenario names by a word (Okabe and Ito 2008).
SEATS = {
    "orange": "#e69f00", "sky": "#56b4e9", "green": "#009e73", "yellow": "#f0e442",
    "blue": "#0072b2", "vermilion": "#d55e00", "purple": "#cc79a7", "grey": "#9aa3b2",
}  # fmt: skip


def seat_colour(colour: str) -> str:
    """The fill of a seat, from a word or `#rrggbb`; grey where nothing is said."""
    if colour.startswith("#"):
        return colour.lower()
    return SEATS.get(colour, SEATS["grey"])


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2).

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def glyph_on(fill: str) -> str:
    """Near-black or white: whichever is seen better on a seat's fill."""
    return max(("#101a30", "#ffffff"), key=lambda ink: contrast(ink, fill))
