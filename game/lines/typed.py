"""What a person types at a menu: a number, a word, or nothing."""

from __future__ import annotations

from game.i18n import _
from game.lines.draw import numbered
from game.screens.model import Control, Screen


def control_for(screen: Screen, line: str) -> Control | None:
    """The control that a line names by number, id or label; Enter names the default."""
    if not line:
        return screen.default
    listed = numbered(screen)
    for number, control in listed:
        if line == number:
            return control
    word = line.casefold()
    if word in ("0", "b", _("back")):
        # Where there is no way back (the desk), these stay where one is.
        return next((c for _n, c in listed if c.role == "back"), None)
    for _n, control in listed:
        if word in (control.id.casefold(), control.label.casefold()):
            return control
    if len(word) < 3:
        return None
    starts = [c for _n, c in listed if c.label.casefold().startswith(word)]
    within = starts or [c for _n, c in listed if word in c.label.casefold()]
    return within[0] if len(within) == 1 else None
