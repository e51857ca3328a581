"""What a person typed where a control asks for a text, or for a number."""

from __future__ import annotations

import re

from game.i18n import _
from game.screens.model import Fill, Place


class NotFilled(ValueError):
    """What was typed cannot stand there; the message says what could."""


def filled(fill: Fill, text: str) -> Place | None:
    """Where a filled control leads; None where nothing was typed, which changes nothing.

    Raises NotFilled for what is no number within its bounds.
    """
    text = text.strip()
    if not text and not fill.optional and fill.kind != "secret":
        return None
    if fill.kind == "number" and text:
        number = re.fullmatch(r"[+-]?\d{1,9}", text)
        if number is None or not fill.low <= int(text) <= fill.high:
            says = _("Expected a number from {low} to {high}, found '{text}'.")
            raise NotFilled(says.format(low=fill.low, high=fill.high, text=text))
        text = str(int(text))
    return fill.to.with_args(**{fill.key: text})
