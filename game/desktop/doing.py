"""What is done on the stage: a control, a text that is typed for one, a card that is opened."""

from __future__ import annotations

import time
from collections.abc import Callable

import pygame

from game.desktop import entry as e
from game.desktop import writing
from game.desktop.entry import Entry
from game.desktop.entry_card import field_of
from game.desktop.overlay import Kind
from game.desktop.stage import Stage
from game.errors import UserError
from game.i18n import _
from game.scenario.problems import ScenarioErrors
from game.screens.model import Control, Fill, Place
from game.session.source import Notice, Source

SLOW = 0.25
"""Seconds after which what was pressed in the meantime was not meant for what is shown now."""

PRESSES = (
    pygame.KEYDOWN, pygame.KEYUP, pygame.TEXTINPUT, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP,
)  # fmt: skip

REPEAT = (400, 40)
"""Milliseconds until a held key comes again while a text is typed, and from then on."""


class Doing(Stage):
    """A stage on which things are done."""

    _below = ""
    """The spot that had the focus before a card was opened."""

    def do(self, call: Callable[[], Source | None]) -> None:
        """Ask the source for something, and show what came of it."""
        began = time.monotonic()
        try:
            after = call()
            if after is None:
                self.running = False
                return
            self.source = after
            self.refresh()
        except UserError as error:
            self._complain(error.message)
        except ScenarioErrors as error:
            self._complain(str(error))
        except OSError as error:
            self._complain(
                _("The system refused: {reason}.").format(reason=error.strerror or error)
            )
        if time.monotonic() - began > SLOW and pygame.display.get_init():
            pygame.event.clear(PRESSES)

    def _complain(self, text: str) -> None:
        self.close()
        self.over.complain(text, final=False)
        self.look()

    def act(self, control: Control) -> None:
        """Do what a control does; where it asks for a text, open the field."""
        if not control.enabled:
            why = control.why_not.rstrip(".") or control.label
            self.say((Notice(_("Not now: {why}.").format(why=why), "trouble"),))
        elif isinstance(control.action, Fill):
            self.ask(e.begin(control.action, control))
        else:
            self.toasts.clear()
            self.do(lambda: self.source.act(control))

    # ------------------------------------------------------------------ cards

    def open(self, kind: Kind) -> None:
        """Open a card over the picture."""
        if not self.over.open:
            self._below = self.focus
        self.over.show(kind)
        self.focus = ""
        self.scrolls.pop("card", None)
        self.look()

    def close(self) -> None:
        """Take the card away; the focus goes back to where it was."""
        if self.over.entry is not None:
            pygame.key.stop_text_input()
            pygame.key.set_repeat()
        if self.over.open:
            self.over.close()
            self.focus = self._below
        self.look()

    # ------------------------------------------------------------------ typing

    def ask(self, entry: Entry) -> None:
        """Open the field of a text, or show what the text has become."""
        fresh = self.over.entry is None
        if fresh and not self.over.open:
            self._below = self.focus
        self.over.ask(entry)
        self.look()
        if fresh:
            self.focus = ""
            self.scrolls.pop("amiss", None)
            pygame.key.start_text_input()
            pygame.key.set_repeat(*REPEAT)
            at = self.layers.painter.pixels(field_of(self.over.ops))
            pygame.key.set_text_input_rect(at)

    def ask_order(self) -> None:
        """Open a line for an order in its notation, or a word of the desk."""
        known = tuple(getattr(self.source, "notations", ()))
        prompt = _("Type an order, a page's name, or 'why' and a number's name")
        self.ask(e.begin(Fill(Place("typed"), "line", prompt, known=known)))

    def write(self, entry: Entry, event: pygame.Event) -> None:
        """A key was pressed in the field."""
        after = writing.typed(entry, event)
        if after == writing.DONE:
            self.hand_in(entry)
        elif after == writing.LEFT:
            self.leave()
        elif isinstance(after, Entry):
            self.ask(after)

    def leave(self) -> None:
        """Take the card away; a half-typed text that is to be kept is given to the source."""
        entry = self.over.entry
        kept = entry is not None and entry.fill.kept
        if entry is not None and kept and entry.text.strip() not in ("", entry.fill.text.strip()):
            self.hand_in(entry)
        else:
            self.close()

    def hand_in(self, entry: Entry) -> None:
        """Give the text to the source; an empty one changes nothing, unless it may be empty."""
        trouble = e.trouble(entry)
        if trouble:
            self.ask(e.complaining(entry, trouble))
            return
        text, control = e.result(entry), entry.control
        self.close()
        if not text and not (entry.fill.optional or entry.fill.kind == "secret"):
            return
        self.toasts.clear()
        if control is None:
            self.do(lambda: self.source.typed(text))
        else:
            self.do(lambda: self.source.act(control, text))
