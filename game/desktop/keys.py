"""What the keys mean while no text is typed."""

from __future__ import annotations

import pygame

PLAIN = {
    pygame.K_TAB: "next", pygame.K_DOWN: "next", pygame.K_RIGHT: "next",
    pygame.K_UP: "previous", pygame.K_LEFT: "previous",
    pygame.K_RETURN: "choose", pygame.K_KP_ENTER: "choose", pygame.K_SPACE: "press",
    pygame.K_ESCAPE: "back", pygame.K_BACKSPACE: "back", pygame.K_AC_BACK: "back",
    pygame.K_HOME: "first", pygame.K_END: "last",
    pygame.K_PAGEUP: "page up", pygame.K_PAGEDOWN: "page down",
    pygame.K_F1: "help", pygame.K_F2: "settings", pygame.K_F11: "full screen",
    pygame.K_F3: "shortcuts", pygame.K_m: "table",
}  # fmt: skip

WRITTEN = {"?": "help", ":": "type", "/": "type"}
"""By what is written on the key, wherever a keyboard has it."""


def meaning(key: int, mod: int, written: str) -> str:
    """The name of what a key does, `3` for a digit, "" for none of the face's own keys."""
    if mod & (pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_ALT):
        return ""
    if key == pygame.K_TAB and mod & pygame.KMOD_SHIFT:
        return "previous"
    if written in WRITTEN:
        return WRITTEN[written]
    digit = _digit(key, written)
    if digit:
        return digit
    return PLAIN.get(key, "")


def _digit(key: int, written: str) -> str:
    """The digit that was typed, on the row or on the number pad."""
    if written.isascii() and written.isdigit():
        return written
    if not written and pygame.K_0 <= key <= pygame.K_9:
        return chr(key)
    return ""
