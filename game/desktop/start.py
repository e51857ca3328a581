"""Whether a board can be shown here, and showing it.

Nothing of pygame is imported before it is known to be there.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from game.desktop.options import SCALES, Options
from game.desktop.theme import THEMES
from game.errors import UserError
from game.i18n import _

if TYPE_CHECKING:
    from game.session.beginning import Wanted
    from game.session.source import Source

LARGEST = 16_384
"""Pixels that a window may be wide or high."""


def can(environment: Mapping[str, str] | None = None) -> str:
    """Why the board cannot be shown here, with what to do; "" where it can."""
    environment = os.environ if environment is None else environment
    if not _display(environment):
        return _("There is no display here, so the game is played line by line.")
    return _without_pygame()


def _display(environment: Mapping[str, str]) -> bool:
    if environment.get("SDL_VIDEODRIVER") in ("dummy", "offscreen"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _without_pygame() -> str:
    """Why the library that draws is of no use, with what to do."""
    # Both are read while pygame is imported; else the window is called after a file.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "modus-vivendi")
    try:
        import pygame
    except ImportError:
        return _("The board needs pygame-ce. Install it with: pip install 'modus-vivendi[desktop]'")
    if not getattr(pygame, "IS_CE", False):
        return _(
            "The board needs pygame-ce, and pygame stands in its place: they overwrite each other. "
            "Put it right with: pip uninstall pygame pygame-ce, then: pip install pygame-ce"
        )
    return ""


def shows(asked: bool | None) -> bool:
    """Whether to open the board: as asked, else where there is a display and nobody feeds lines.

    Where it was asked for and cannot be, one sentence on standard error says why.
    """
    if asked is False or (asked is None and fed()):
        return False
    why_not = can()
    if why_not and asked:
        print(why_not, file=sys.stderr)
    return not why_not


def fed() -> bool:
    """Whether lines are fed to standard input by a pipe or a file: then they are to be read."""
    if sys.stdin is None:
        return False
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):
        return True  # lines in the place of a stream: a script plays
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def wished(
    *,
    theme: str = "light",
    scale: int = 100,
    still: bool = False,
    sound: bool = False,
    fullscreen: bool = False,
    size: str = "",
    language: str = "",
) -> Options:
    """The options of somebody's words. Raises UserError where they are none."""
    if theme not in THEMES:
        says = _("There are the colours {themes}, not '{theme}'.")
        raise UserError(says.format(themes=", ".join(THEMES), theme=theme))
    sizes = [round(one * 100) for one in SCALES]
    if scale not in sizes:
        says = _("Texts are drawn at {sizes} percent, not at {scale}.")
        raise UserError(says.format(sizes=", ".join(map(str, sizes)), scale=scale))
    return Options(
        theme=theme, scale=scale / 100, still=still, sound=sound, fullscreen=fullscreen,
        size=_size(size), language=language or "en",
    )  # fmt: skip


def _size(text: str) -> tuple[int, int]:
    if not text:
        return 0, 0
    wide, _by, high = text.casefold().partition("x")
    if wide.isdecimal() and high.isdecimal():
        found = int(wide), int(high)
        if all(200 <= length <= LARGEST for length in found):
            return found
    says = _("Expected a size in pixels such as 1280x720, found '{text}'.")
    raise UserError(says.format(text=text))


def play(source: Source, options: Options) -> None:
    """Show a source until the person leaves. Raises UserError where there can be no window."""
    why_not = can()
    if why_not:
        source.close()
        raise UserError(why_not)
    import pygame

    from game.desktop.app import App

    app: App | None = None
    try:
        app = App(source, options)
        app.run()
    except pygame.error as error:
        says = _("No window could be opened ({reason}). Play line by line with --lines.")
        raise UserError(says.format(reason=error)) from None
    except (UserError, KeyboardInterrupt):
        raise
    except Exception:
        _say_kept(app.source if app else source, sys.stderr)
        raise
    finally:
        (app.source if app else source).close()
        pygame.quit()
    _say_kept(app.source, sys.stdout)


def _say_kept(source: Source, stream: TextIO | None) -> None:
    """Say where a game is kept, and how to go on with it or tell it again."""
    from game.table.table import Table

    path, table = getattr(source, "path", None), getattr(source, "table", None)
    if stream is None or not isinstance(path, Path) or not isinstance(table, Table):
        return
    if table.state.phase == "over":
        says, command = _("The game is kept. Tell it again with:"), f"modus replay {path}"
    else:
        says, command = _("The game is kept. Go on with:"), f"modus play --load {path}"
    print(f"{says}\n{command}", file=stream)


def autoplay(wanted: Wanted, options: Options, shots: Path | None) -> None:
    """Let a game be played by itself, without a window, and keep pictures of its screens.

    Raises UserError where pygame-ce is not there, or the game cannot be begun.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    why_not = _without_pygame()
    if why_not:
        raise UserError(why_not)
    from game.desktop.autoplay import autoplay as play_by_itself

    for line in play_by_itself(wanted, options, shots):
        print(line, flush=True)
