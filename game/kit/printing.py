"""`modus print`: from a scenario's name to a file that a browser prints."""

from __future__ import annotations

from pathlib import Path

from game import loading
from game.errors import UserError
from game.i18n import _
from game.kit.slips import slips, write
from game.table.words import words_of


def print_slips(
    scenario: str,
    *,
    out: Path | None = None,
    skin: str = "",
    language: str = "",
    seed: int | None = None,
) -> str:
    """Write the kit of a scenario, and say where. Raises UserError for what there is not."""
    found = loading.load(scenario)
    if skin and skin not in found.document.skins:
        says = _("There is no skin '{skin}' in {id}; there are: {skins}.")
        listed = ", ".join(found.document.skins) or "-"
        raise UserError(says.format(skin=skin, id=found.id, skins=listed))
    path = out or Path(f"{found.id}-slips.html")
    words = words_of(found, skin, language or "en")
    write(slips(found, words, seed=seed, language=language or "en"), path)
    says = _("{path} has the role sheets, slips and forms: open it in a browser and print it.")
    return says.format(path=path)
