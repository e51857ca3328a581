"""The window of the operating system: its size, and the full screen."""

from __future__ import annotations

import os
import warnings

import pygame

from game.desktop.options import Options
from game.i18n import _

LEAST = (960, 540)
"""The smallest window in which everything can be read."""

SHARE = 0.9
"""How much of the desktop a window takes at first."""


def opened(options: Options) -> pygame.Surface:
    """Open the window, as large as was asked or as fits well."""
    # A projector keeps its picture while the teacher works in another window.
    os.environ.setdefault("SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS", "0")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    pygame.display.init()
    if pygame.display.get_driver() == "x11":
        # A picture that is drawn in memory needs no graphics card to be shown. Through one that is
        # itself made up in memory, as on a virtual screen, it took 12 ms a frame more and 110 MB.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    pygame.font.init()
    pygame.display.set_caption(_("Modus Vivendi"))
    # Text is only listened for while a field is open: else a key would be heard twice.
    pygame.key.stop_text_input()
    return shown(options)


def shown(options: Options) -> pygame.Surface:
    """The window's surface, or the whole screen's."""
    surface = pygame.display.set_mode(_size(options), pygame.RESIZABLE)
    return filled(surface, True) if options.fullscreen else surface


def filled(surface: pygame.Surface, full: bool) -> pygame.Surface:
    """Let the window fill the screen, or have its old size and place again."""
    with warnings.catch_warnings():
        # The display module itself makes a second window, and leaves it where it does not fit.
        warnings.simplefilter("ignore", DeprecationWarning)
        window = pygame.Window.from_display_module()
    if full:
        window.set_fullscreen(True)
    else:
        window.set_windowed()
    return pygame.display.get_surface() or surface


def resized(surface: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The surface after the window's size changed; one that is no window's stays as it is."""
    if surface is not pygame.display.get_surface():
        return surface
    if pygame.display.get_driver() == "dummy" and surface.get_size() != size:
        # Nobody drags this window: the size was asked for by an event that was made up.
        return pygame.display.set_mode(size, pygame.RESIZABLE)
    return pygame.display.get_surface() or surface


def _size(options: Options) -> tuple[int, int]:
    if options.size != (0, 0):
        return options.size
    wide, high = pygame.display.get_desktop_sizes()[0]
    if wide > 2112 and high > 1188:
        return 1920, 1080
    return max(int(wide * SHARE), LEAST[0]), max(int(high * SHARE), LEAST[1])
