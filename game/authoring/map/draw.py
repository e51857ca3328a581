"""The map of a scenario: its sections one below the other, as a file of SVG."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Literal

from game.authoring.map import agreements, consent, consequences
from game.authoring.map.frame import MARGIN, Grid, needed, spread
from game.authoring.map.paper import Paper, leading, seat_fill, wrapped
from game.errors import UserError
from game.i18n import _, ngettext
from game.scenario.model import Scenario
from game.table.words import Words

About = Literal["consent", "consequences", "agreements"]
SECTIONS: Final[tuple[About, ...]] = ("consent", "consequences", "agreements")
_NARROWEST: Final = 1000.0
_START: Final = 1000  # bytes of a file in which a drawing says what it is


def draw(scenario: Scenario, words: Words, about: About | None = None) -> str:
    """The map as the text of an SVG file: the whole of it, or one section.

    `words` says in which skin and language. The same scenario is always drawn the same.
    """
    sections = [_section(scenario, words, one) for one in SECTIONS if about in (None, one)]
    wide = max(_NARROWEST, *(needed(labels, len(names)) for _part, labels, names in sections))
    paper = Paper()
    y = _head(paper, scenario, words, wide)
    for part, labels, names in sections:
        y = part.draw(paper, y, Grid(wide, labels, spread(names, labels, wide))) + 30
    title = _("Map of “{title}”").format(title=words.title)
    return paper.svg(wide, y, title, _told(scenario, words), words.language)


def write(scenario: Scenario, words: Words, out: Path, about: About | None = None) -> str:
    """Draw the map into a file, and say so.

    Raises UserError where a file is there that is no drawing: a scenario is soon named by mistake.
    """
    if out.is_file():
        with out.open("rb") as there:
            if (start := there.read(_START)) and b"<svg" not in start:
                says = _("{file} is there already and is no drawing: choose another name.")
                raise UserError(says.format(file=out))
    out.write_text(draw(scenario, words, about), encoding="utf-8", newline="\n")
    return _("{file}: open it in a browser.").format(file=out)


def _section(
    scenario: Scenario, words: Words, about: About
) -> tuple[Any, float, list[tuple[str, str, str]]]:
    """A section, how wide its labels are, and its lanes: (id, name, colour)."""
    seats = [(id, words.actor(id), seat_fill(words.colour(id))) for id in scenario.players]
    if about == "consent":
        section = consent.Consents(scenario, words)
        return section, section.labels, seats
    if about == "agreements":
        return agreements.Agreements(scenario, words), agreements.LABELS, seats
    lanes = [(id, words.track(id), "") for id in scenario.tracks]
    lanes += [(id, words.issue(id), "") for id in scenario.issues]
    return consequences.Consequences(scenario, words), consequences.LABELS, lanes


def _head(paper: Paper, scenario: Scenario, words: Words, wide: float) -> float:
    """The scenario's title, and its summary; returns where they end."""
    y = paper.texts(MARGIN, 24, wrapped(words.title, 26, wide - 2 * MARGIN, True), 26, bold=True)
    lines = wrapped(words.summary, 13, min(980.0, wide - 2 * MARGIN))
    y = paper.texts(MARGIN, y + 4, lines, 13, "quiet")
    return y + leading(13)


def _told(scenario: Scenario, words: Words) -> str:
    """What the map shows, for those who hear it."""
    seats = ngettext("{n} seat", "{n} seats", len(scenario.players))
    issues = ngettext("{n} issue", "{n} issues", len(scenario.issues))
    rows = ngettext("{n} instrument", "{n} instruments", len(scenario.instruments))
    says = _(
        "{summary} The map has {seats}, {issues} and {instruments}; every row says in its title "
        "what it shows."
    )
    return says.format(
        summary=words.summary,
        seats=seats.format(n=len(scenario.players)),
        issues=issues.format(n=len(scenario.issues)),
        instruments=rows.format(n=len(scenario.instruments)),
    )
