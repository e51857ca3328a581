"""Opening a table: the words to play in, the seed, where its record is kept, who sits where."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from game.bots.play import Bots
from game.errors import UserError
from game.i18n import _, drafted, use
from game.record.table import Table
from game.scenario.model import Scenario
from game.session.company import Company
from game.session.seats import bot_of, take
from game.table.words import Words, words_of

FOLDER = "modus-games"
"""Where records are kept, in the current folder."""


def company_of(table: Table) -> Company:
    """The bots of a table, ready to act. Raises UserError for one that there is not."""
    seed = table.state.world.seed
    bots: Bots = {
        seat: bot_of(chair.bot, seed)
        for seat, chair in table.state.chairs.items()
        if chair.kind == "bot"
    }
    return Company(table, bots)


def loaded(path: Path, seats: Sequence[str], skin: str, language: str) -> tuple[Table, Words]:
    """A game that goes on, once persons have taken the seats that they named, and its words.

    Raises RecordError for the file, UserError for a seat, skin or language that there is not.
    """
    table = Table.load(path)
    try:
        words = worded(table.scenario, skin, language)
        take(table, words, seats)
    except BaseException:
        table.close()
        raise
    return table, words


def worded(scenario: Scenario, skin: str, language: str) -> Words:
    """The words to use. Raises UserError for a skin or language that there is not."""
    skins = scenario.document.skins
    if skin and skin not in skins:
        listed = ", ".join(skins) or "-"
        raise UserError(
            _("There is no skin '{skin}' in {id}; there are: {skins}.").format(
                skin=skin, id=scenario.id, skins=listed
            )
        )
    known = languages_of(scenario)
    if language and _base(language) not in known and use(language) == "en":
        raise UserError(
            _("{id} is not translated into '{language}'; there are: {languages}.").format(
                id=scenario.id, language=language, languages=", ".join(sorted(known))
            )
        )
    return words_of(scenario, skin, language or "en")


def languages_of(scenario: Scenario) -> set[str]:
    """The languages that a scenario's own texts are in."""
    return {_base(locale) for locale in scenario.document.texts} | {"en"}


def is_draft(scenario: Scenario, language: str) -> bool:
    """Whether what is shown in a language was translated by a machine and read by nobody yet."""
    texts = scenario.document.texts
    said = any(one.draft for locale, one in texts.items() if _base(locale) == _base(language))
    return said or drafted(language)


def spoken_of(scenario: Scenario, language: str) -> Iterator[str]:
    """What people should know of the language they chose."""
    if language and use(language) != _base(language):
        yield _(
            "The interface speaks English; this scenario's own texts are in '{language}' as far "
            "as they are translated."
        ).format(language=language)
    if is_draft(scenario, language):
        yield _("This translation is a machine draft: no native speaker has read it yet.")


def _base(language: str) -> str:
    return language.replace("-", "_").split("_")[0]


def drawn(seed: int | None) -> int:
    """The seed that was said, or one that nobody can foresee."""
    return int.from_bytes(os.urandom(4), "big") if seed is None else seed


def fresh(scenario: str) -> Path:
    """A new file for a game's record in the current folder."""
    folder = Path(FOLDER)
    folder.mkdir(exist_ok=True)
    stem = f"{scenario}-{datetime.now():%Y-%m-%d}"
    number = 1
    path = folder / f"{stem}.modus"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.modus"
    return path
