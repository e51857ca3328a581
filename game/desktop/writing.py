"""The keys of a person who types a text into a field, and the clipboard."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop import entry as e
from game.desktop.entry import Entry

DONE, LEFT = "done", "left"
"""What typing comes to: the text is handed in, or left."""

REPEATS = frozenset({
    pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN,
})  # fmt: skip
"""Keys that go on while they are held; every other key acts once."""

Edit = Callable[[Entry, bool], Entry]

EDITS: dict[int, Edit] = {
    pygame.K_BACKSPACE: lambda at, _keep: e.erase(at, -1),
    pygame.K_DELETE: lambda at, _keep: e.erase(at, 1),
    pygame.K_LEFT: lambda at, keep: e.move(at, -1, keep),
    pygame.K_RIGHT: lambda at, keep: e.move(at, 1, keep),
    pygame.K_HOME: lambda at, keep: e.to_edge(at, -1, keep),
    pygame.K_END: lambda at, keep: e.to_edge(at, 1, keep),
}


def typed(entry: Entry, event: pygame.Event) -> Entry | str:
    """What a key makes of a text: another text, or an end of typing."""
    key, mod = event.key, getattr(event, "mod", 0)
    if mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return _commanded(entry, key)
    if entry.composing:
        return entry  # these keys are the input method's
    keep = bool(mod & pygame.KMOD_SHIFT)
    if key == pygame.K_ESCAPE:
        return LEFT
    if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
        # With Shift no text is handed in: where there is only one line a space stands for the end.
        longer = entry.fill.kind == "lines" or (entry.fill.kind == "text" and keep)
        return e.insert(entry, "\n") if longer else DONE
    if key == pygame.K_TAB:
        return e.complete(entry, -1 if keep else 1)
    if key in (pygame.K_UP, pygame.K_DOWN):
        return _upright(entry, -1 if key == pygame.K_UP else 1, keep)
    edit = EDITS.get(key)
    return edit(entry, keep) if edit else entry


def _upright(entry: Entry, step: int, keep: bool) -> Entry:
    """Up and down: a number grows, a completion changes, a caret goes to another line."""
    if entry.fill.kind == "number":
        return e.add(entry, -step)
    if entry.fill.kind == "lines":
        return e.to_line(entry, step, keep)
    return e.complete(entry, step)


def _commanded(entry: Entry, key: int) -> Entry | str:
    """A key that is held down with Ctrl, or with Command."""
    if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
        return DONE
    if key == pygame.K_a:
        return e.select_all(entry)
    if key == pygame.K_v:
        return e.insert(entry, pasted())
    if key in (pygame.K_c, pygame.K_x) and entry.selection and entry.fill.kind != "secret":
        copy(entry.selection)
        return e.erase(entry, -1) if key == pygame.K_x else entry
    return entry


def pasted() -> str:
    """The text on the clipboard; "" where there is none."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""


def copy(text: str) -> None:
    """Put a text on the clipboard, where there is one."""
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return
