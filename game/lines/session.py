"""Any source of frames in a plain terminal: one screen after the other, with numbered menus."""

from __future__ import annotations

import time

from game.i18n import _
from game.lines.draw import draw, prompt
from game.lines.terminal import Terminal
from game.lines.typed import control_for
from game.screens.model import Control, Fill, Leave, Screen
from game.session.filling import NotFilled, filled
from game.session.source import Clock, Frame, Notice, Source

QUIT = ("q", "quit", "exit")
HELP = ("?", "help", "why?", _("help"))
BACK = ("0", "b", _("back"))
LEAVE = Control("quit", "", Leave("quit"))
MARKS = {"trouble": "! ", "good": "* ", "now": "> "}


class Session:
    """A person at a terminal. `source` is what is played now, and at the end what was left."""

    def __init__(self, source: Source, terminal: Terminal) -> None:
        self.source = source
        self.terminal = terminal
        self._secret = ""

    def run(self) -> None:
        """Play until the person leaves, or the game does. Raises Closed where the input ends."""
        shown: Screen | None = None
        acted = True
        while True:
            changed = self.source.poll(time.time())
            frame = self.source.frame()
            if acted or changed:
                self._tell(frame.notices)
            if frame.screen != shown:
                self._show(frame)
            control, text = self._answer(frame.screen, self.terminal.ask())
            acted = control is not None or bool(text)
            shown = frame.screen if control is None else None
            if not acted:
                continue
            after = self.source.act(control, text) if control else self.source.typed(text)
            if after is None:
                return
            self.source = after

    def _show(self, frame: Frame) -> None:
        """Draw a frame, once what another seat has read is out of sight."""
        if self._secret and frame.seat != self._secret:
            self.terminal.clear()
        self._secret = frame.seat
        if frame.clock is not None:
            self.terminal.say(clock_in_words(frame.clock, time.time()))
        self.terminal.show(draw(frame.screen, self.terminal.width))

    def _tell(self, notices: tuple[Notice, ...]) -> None:
        for notice in notices:
            self.terminal.say(MARKS.get(notice.tone, "") + notice.text)

    def _answer(self, screen: Screen, line: str) -> tuple[Control | None, str]:
        """What a line chooses, with its text; or what is typed; or nothing: it is answered here."""
        word = line.casefold()
        if word in QUIT:
            return LEAVE, ""
        control = control_for(screen, line)
        if word in HELP:
            self._explain(screen)
        elif control is None and word in BACK:
            self.terminal.say(_("There is no way back from here: type another number."))
        elif control is None and not line:
            self.terminal.say(prompt(screen))
        elif control is None:
            return None, line
        elif not control.enabled:
            self.terminal.say(_("Not now: {why}.").format(why=control.why_not.rstrip(".")))
        elif not isinstance(control.action, Fill):
            return control, ""
        else:
            text = self._filled(control.action)
            return (None, "") if text is None else (control, text)
        return None, ""

    def _filled(self, fill: Fill) -> str | None:
        """What a control asks for; None where it was left."""
        leave = _("none") if fill.optional else _("leave it")
        says = _("{prompt} (Enter: {leave}) > ").format(prompt=fill.prompt, leave=leave)
        while True:
            text = self.terminal.ask(says, secret=fill.kind == "secret")
            if not text and not fill.optional:
                return None
            try:
                filled(fill, text)
            except NotFilled as error:
                self.terminal.say(str(error))
                continue
            return "\n".join([text, *self._more()]) if fill.kind == "lines" and text else text

    def _more(self) -> list[str]:
        """Further lines, until an empty one."""
        lines: list[str] = []
        while line := self.terminal.ask(_("(Enter: that is all) > ")):
            lines.append(line)
        return lines

    def _explain(self, screen: Screen) -> None:
        self.terminal.say(screen.help or _("Type the number of what you want, or press Enter."))
        self.terminal.say(
            _("Anywhere: 0 goes back, 'why' and a number's name asks what changed it, q leaves.")
        )
        self.terminal.say(prompt(screen))


def clock_in_words(clock: Clock, now: float) -> str:
    """What is left of the phase, and whether the debrief's time is in danger."""
    left = clock.seconds(now)
    text = _("{minutes}:{seconds:02d} left.").format(
        minutes=max(left, 0) // 60, seconds=max(left, 0) % 60
    )
    if left < 0:
        text = _("Time is up.")
    if clock.paused:
        text = _("The clock stands still: {left}").format(left=text)
    return f"{text} {clock.guard}".rstrip()
