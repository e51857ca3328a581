"""A drawing in SVG: shapes, texts that are measured before they are set, colours by name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from typing import Final

FONTS: Final = (
    "Pretendard, 'Noto Sans JP', 'Noto Sans SC', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"
)
"""The house's fonts, and what may stand in for them where they are not installed."""

COLOURS: Final = {
    "paper": "#f7f5ef",
    "card": "#ffffff",
    "stripe": "#f1eee4",
    "edge": "#cbc5b6",
    "lane": "#ddd7c8",
    "ink": "#101a30",
    "quiet": "#4a5670",
    "navy": "#14213d",
    "on_navy": "#ffffff",
    "start": "#f0e442",
    "rise": "#0b6b4f",
    "fall": "#9b1b3c",
}
SEATS: Final = {
    "orange": "#e69f00", "sky": "#56b4e9", "green": "#009e73", "yellow": "#f0e442",
    "blue": "#0072b2", "vermilion": "#d55e00", "purple": "#cc79a7", "grey": "#9aa3b2",
}  # fmt: skip
"""Fills that a scenario names by a word (Okabe and Ito 2008)."""

# Advance widths of the printable ASCII characters in thousandths of an em, in DejaVu Sans: it is
# wider than the house's fonts and than most that stand in for them, so that no text outgrows its
# place.
_ASCII: Final = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)  # fmt: skip
_BOLD: Final = 1.13
_WIDE: Final = frozenset("WF")


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is at most.

    >>> width("agreed", 10) < width("agreed", 10, bold=True) < width("operational", 10)
    True
    """
    thousandths = sum(_advance(character) for character in unicodedata.normalize("NFC", text))
    return thousandths * size / 1000 * (_BOLD if bold else 1)


def _advance(character: str) -> int:
    if " " <= character <= "~":
        return _ASCII[ord(character) - 32]
    if unicodedata.east_asian_width(character) in _WIDE:
        return 1000
    base = unicodedata.normalize("NFD", character)[0]
    if " " <= base <= "~":
        return _ASCII[ord(base) - 32]
    return 0 if unicodedata.combining(character) else 800


def wrapped(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """A text in lines that are no wider than `room`; a word that is wider alone is parted."""
    lines: list[str] = []
    line = ""
    for word in _words(text):
        longer = f"{line}{word}" if line else word.lstrip()
        if width(longer.rstrip(), size, bold) <= room:
            line = longer
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = word.lstrip()
        while width(line.rstrip(), size, bold) > room:
            fits = max(1, sum(width(line[:n], size, bold) <= room for n in range(1, len(line))))
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line.rstrip()] if line.strip() else lines


def _words(text: str) -> Iterator[str]:
    """The pieces between which a line may end: words with the space before, and single Han."""
    piece = ""
    for character in text:
        ideograph = "\u2e80" <= character <= "\uabff" or "\uff00" <= character <= "\uffef"
        if piece and (character == " " or ideograph):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def seat_fill(colour: str) -> str:
    """The fill of a seat, from a word or `#rrggbb`; grey where nothing is said."""
    return colour.lower() if colour.startswith("#") else SEATS.get(colour, SEATS["grey"])


@dataclass(slots=True)
class Paper:
    """What has been drawn so far, element by element."""

    parts: list[str] = field(default_factory=list)
    ground: str = "paper"
    """The colour behind what is drawn next."""

    def rect(
        self, x: float, y: float, wide: float, high: float, fill: str,
        edge: str = "", round_: float = 0, thick: float = 1, dash: str = "",
    ) -> None:  # fmt: skip
        """A rectangle; colours by name or as `#rrggbb`."""
        line = f' stroke="{_colour(edge)}" stroke-width="{_n(thick)}"' if edge else ""
        line += f' stroke-dasharray="{dash}"' if dash else ""
        corner = f' rx="{_n(round_)}"' if round_ else ""
        self.parts.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(high)}"{corner} '
            f'fill="{_colour(fill)}"{line}/>'
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, edge: str, thick: float = 1) -> None:
        """A straight line."""
        self.parts.append(
            f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" '
            f'stroke="{_colour(edge)}" stroke-width="{_n(thick)}"/>'
        )

    def circle(
        self, x: float, y: float, radius: float, fill: str, edge: str = "ink", thick: float = 1.2
    ) -> None:
        """A circle with an outline."""
        self.parts.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{_colour(fill)}" '
            f'stroke="{_colour(edge)}" stroke-width="{_n(thick)}"/>'
        )

    def shape(
        self, points: Iterable[tuple[float, float]], fill: str, edge: str = "ink", dash: str = ""
    ) -> None:
        """A polygon with an outline."""
        listed = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<polygon points="{listed}" fill="{_colour(fill)}" stroke="{_colour(edge)}" '
            f'stroke-width="1.2"{dashed}/>'
        )

    def text(
        self, x: float, y: float, said: str, size: float,
        fill: str = "ink", bold: bool = False, anchor: str = "start",
    ) -> None:  # fmt: skip
        """One line of text on its baseline."""
        weight = ' font-weight="bold"' if bold else ""
        placed = f' text-anchor="{anchor}"' if anchor != "start" else ""
        self.parts.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" fill="{_colour(fill)}"'
            f"{weight}{placed}>{escape(said, quote=False)}</text>"
        )

    def texts(
        self, x: float, y: float, lines: Sequence[str], size: float,
        fill: str = "ink", bold: bool = False, anchor: str = "start",
    ) -> float:  # fmt: skip
        """Lines of text from `y` downwards; returns where they end."""
        for line in lines:
            self.text(x, y + size, line, size, fill, bold, anchor)
            y += leading(size)
        return y

    @contextmanager
    def group(self, title: str, role: str = "") -> Iterator[None]:
        """Elements that belong together, with what they say for a pointer and a screen reader."""
        what = f' role="{role}"' if role else ""
        self.parts.append(f"<g{what}><title>{escape(title, quote=False)}</title>")
        yield
        self.parts.append("</g>")

    def svg(self, wide: float, high: float, title: str, says: str, language: str) -> str:
        """The whole drawing as a file."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(wide)} {_n(high)}" '
            f'width="{_n(wide)}" height="{_n(high)}" lang="{escape(language)}" '
            f'font-family="{FONTS}" role="graphics-document" aria-labelledby="title desc">'
        )
        named = f'<title id="title">{escape(title, quote=False)}</title>'
        told = f'<desc id="desc">{escape(says, quote=False)}</desc>'
        ground = f'<rect width="{_n(wide)}" height="{_n(high)}" fill="{COLOURS["paper"]}"/>'
        return "\n".join([head, named, told, ground, *self.parts, "</svg>"]) + "\n"


def leading(size: float) -> float:
    """From one baseline to the next."""
    return round(size * 1.3, 1)


def _colour(name: str) -> str:
    return COLOURS.get(name, name)


def _n(number: float) -> str:
    """A number with at most one decimal: the same on every machine."""
    return f"{number:.1f}".rstrip("0").rstrip(".")
