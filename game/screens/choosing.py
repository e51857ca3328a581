"""Before a game: which seat one takes. Drawn from the scenario alone, as everybody may read it."""

from __future__ import annotations

from game.i18n import _
from game.scenario.model import Scenario
from game.screens.model import Control, Go, Paragraph, Place, Screen
from game.table.words import Words


def choosing(scenario: Scenario, words: Words) -> Screen:
    """The scenario in a few sentences, and its seats."""
    controls = [
        Control(
            seat, words.actor(seat), Go(Place("start", seat)), "choice",
            _first_sentence(words.brief(seat)), default=number == 0, actor=seat,
        )
        for number, seat in enumerate(scenario.players)
    ]  # fmt: skip
    blocks = (Paragraph(words.summary), Paragraph(_("Which seat do you take?"), "now"))
    help = _("You play one seat; bots play the others. Each seat has a page that only it reads.")
    return Screen(words.title, blocks, tuple(controls), help)


def _first_sentence(text: str) -> str:
    end = text.find(". ")
    return text if end < 0 else text[: end + 1]
