"""Letters: which font draws what, how wide it is, and where lines break.

pygame knows no second font for what the first lacks, so a text is split into runs by a table of
what each family has (assets/fonts/SOURCE.md). Pretendard is asked first; Han and kana come from
the Japanese or the Chinese family, whichever suits the language. What none has is drawn as a box.

Sizes are rounded to whole pixels, and everything is measured at those.
"""

from __future__ import annotations

import functools
import itertools
import json
import unicodedata
from bisect import bisect_right
from collections import OrderedDict

import pygame

from game import data
from game.desktop import breaks
from game.desktop.ops import Weight

PLAIN, JAPANESE, CHINESE = "Pretendard", "NotoSansJP", "NotoSansSC"
ELLIPSIS = "…"
BOX = "□"
"""What stands for a letter that no font has."""

KEPT = 32_000_000
"""How many bytes of drawn lines are kept."""

_FILES = {"regular": "Regular", "bold": "Bold"}


@functools.cache
def coverage() -> dict[str, list[int]]:
    """By family: where code points begin to be there and where they end, by turns."""
    table = json.loads((data.folder("assets") / "fonts" / "coverage.json").read_text())
    return {family: list(itertools.accumulate(counts)) for family, counts in table.items()}


def has(family: str, letter: str) -> bool:
    """Whether a family has a letter, in both weights."""
    return bisect_right(coverage()[family], ord(letter)) % 2 == 1


class _Drawn(dict[str, tuple[str, str]]):
    """By letter: the family that draws it, and what it draws. Filled as letters are met."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.spoken = language.replace("-", "_").split("_")[0].lower()

    def __missing__(self, letter: str) -> tuple[str, str]:
        found = self[letter] = self._find(letter)
        return found

    def _find(self, letter: str) -> tuple[str, str]:
        kind = unicodedata.category(letter)
        if kind == "Zs" or letter in "\t\n\r":
            return (PLAIN, letter) if has(PLAIN, letter) else (PLAIN, " ")
        if kind == "Cf" or "\ufe00" <= letter <= "\ufe0f" or letter >= "\U000e0000":
            return PLAIN, ""
        for family in self._chain(letter):
            if has(family, letter):
                return family, letter
        return PLAIN, BOX

    def _chain(self, letter: str) -> tuple[str, ...]:
        wide = "\u2e80" <= letter <= "\u9fff" or letter >= "\uf900"
        if wide and self.spoken == "ja":
            return JAPANESE, CHINESE, PLAIN
        if self.spoken == "zh":
            return (CHINESE, JAPANESE, PLAIN) if wide else (PLAIN, CHINESE, JAPANESE)
        return PLAIN, JAPANESE, CHINESE


class Letters:
    """Letters of a certain size of unit: measured (as :class:`game.desktop.ops.Type`) and drawn."""

    def __init__(self, pixels: float, language: str = "en") -> None:
        """`pixels` are the pixels of a unit; `language` is that of the texts (`ko`, `zh_CN`)."""
        pygame.font.init()
        self.pixels = pixels
        self.language = language
        self._letters = _Drawn(language)
        self._lines: OrderedDict[tuple[str, int, Weight, str], pygame.Surface] = OrderedDict()
        self._bytes = 0
        self._font = functools.cache(self._open)
        self._runs = functools.lru_cache(4096)(self._split)
        self._measured = functools.lru_cache(16384)(self._measure)
        self._wrapped = functools.lru_cache(4096)(self._break)
        self._fitted = functools.lru_cache(4096)(self._cut)

    def width(self, text: str, size: float, weight: Weight = "regular") -> float:
        """How wide a line is, in units."""
        return self._measured(text, self._px(size), weight) / self.pixels

    def height(self, size: float) -> float:
        """From line to line, in units."""
        return self._font(PLAIN, self._px(size), "regular").get_linesize() / self.pixels

    def wrap(
        self, text: str, width: float, size: float, weight: Weight = "regular"
    ) -> tuple[str, ...]:
        """The lines of a text that are no wider than `width` units; no text has no line.

        A word that is too long is broken; a single letter that is too wide stands alone.
        """
        return self._wrapped(text, width * self.pixels, self._px(size), weight)

    def fit(self, text: str, width: float, size: float, weight: Weight = "regular") -> str:
        """The text, or as much of it as fits in one line of `width` units and an ellipsis.

        Nothing is left where not even the ellipsis fits.
        """
        return self._fitted(text, width * self.pixels, self._px(size), weight)

    def render(
        self, text: str, size: float, weight: Weight = "regular", colour: str = "#000000"
    ) -> pygame.Surface:
        """A line, drawn in a colour `#rrggbb` on nothing. It is kept: do not draw on it."""
        key = text, self._px(size), weight, colour
        if key in self._lines:
            self._lines.move_to_end(key)
            return self._lines[key]
        drawn = self._draw(*key)
        self._lines[key] = drawn
        self._bytes += _bytes(drawn)
        while self._bytes > KEPT and len(self._lines) > 1:
            self._bytes -= _bytes(self._lines.popitem(last=False)[1])
        return drawn

    def _px(self, size: float) -> int:
        return max(1, round(size * self.pixels))

    @staticmethod
    def _open(family: str, px: int, weight: Weight) -> pygame.font.Font:
        file = data.folder("assets") / "fonts" / f"{family}-{_FILES[weight]}.otf"
        return pygame.font.Font(file, px)

    def _split(self, text: str) -> tuple[tuple[str, str], ...]:
        """The runs of a text: a family, and what it draws."""
        drawn = (self._letters[letter] for letter in unicodedata.normalize("NFC", text))
        grouped = itertools.groupby(drawn, key=lambda pair: pair[0])
        runs = ((family, "".join(letter for _, letter in pairs)) for family, pairs in grouped)
        return tuple((family, run) for family, run in runs if run)

    def _measure(self, text: str, px: int, weight: Weight) -> int:
        runs = self._runs(text)
        return sum(self._font(family, px, weight).size(run)[0] for family, run in runs)

    def _draw(self, text: str, px: int, weight: Weight, colour: str) -> pygame.Surface:
        runs = self._runs(text)
        plain = self._font(PLAIN, px, weight)
        if all(family == PLAIN for family, _ in runs):
            return plain.render("".join(run for _, run in runs), True, colour)
        ink = pygame.Color(colour)
        line = pygame.Surface(
            (self._measured(text, px, weight), plain.get_height()), pygame.SRCALPHA
        )
        line.fill((ink.r, ink.g, ink.b, 0))
        x = 0
        for family, run in runs:
            font = self._font(family, px, weight)
            # The families stand on one baseline, whatever room they leave above it.
            line.blit(font.render(run, True, ink), (x, plain.get_ascent() - font.get_ascent()))
            x += font.size(run)[0]
        return line

    def _break(self, text: str, room: float, px: int, weight: Weight) -> tuple[str, ...]:
        if not text:
            return ()
        lines: list[str] = []
        for paragraph in breaks.paragraphs(unicodedata.normalize("NFC", text)):
            if self._measured(paragraph, px, weight) <= room:
                lines.append(paragraph.rstrip())
            else:
                lines += self._fill(breaks.units(paragraph), room, px, weight)
        return tuple(lines)

    def _fill(self, units: list[str], room: float, px: int, weight: Weight) -> list[str]:
        """As many units into each line as fit; one that is too wide is taken apart."""
        lines: list[str] = []
        while units:
            count = self._fitting(units, room, px, weight)
            if count:
                line = "".join(units[:count]).rstrip()
                units = units[count:]
            else:
                letters = breaks.clusters(units[0])
                count = max(1, self._fitting(letters, room, px, weight))
                line = "".join(letters[:count]).rstrip()
                rest = "".join(letters[count:])
                units = [rest, *units[1:]] if rest else units[1:]
            if line:
                lines.append(line)
        return lines

    def _fitting(
        self, parts: list[str], room: float, px: int, weight: Weight, end: str = ""
    ) -> int:
        """How many of the first parts fit into a line, with `end` behind them."""

        def wide(count: int) -> int:
            return self._measured("".join(parts[:count]).rstrip() + end, px, weight)

        # A guess by the parts alone, which are measured once, and then the line as it is drawn.
        total = itertools.accumulate(self._measured(part, px, weight) for part in parts)
        count = sum(1 for _ in itertools.takewhile(lambda width: width <= room, total))
        while count < len(parts) and wide(count + 1) <= room:
            count += 1
        while count and wide(count) > room:
            count -= 1
        return count

    def _cut(self, text: str, room: float, px: int, weight: Weight) -> str:
        line = " ".join(breaks.paragraphs(unicodedata.normalize("NFC", text)))
        if self._measured(line, px, weight) <= room:
            return line
        if self._measured(ELLIPSIS, px, weight) > room:
            return ""
        letters = breaks.clusters(line)
        count = self._fitting(letters, room, px, weight, ELLIPSIS)
        return "".join(letters[:count]).rstrip() + ELLIPSIS


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize()
