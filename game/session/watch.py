"""A projector's view of a game that another process plays: what everybody may see, and no more.

When a turn is over its reveal is told by itself, deed by deed; a key holds it, or goes on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import msgspec

from game.i18n import _
from game.screens.accords import in_force
from game.screens.build import build
from game.screens.eyes import Eyes, nothing, status
from game.screens.model import (
    Block,
    Control,
    Go,
    Heading,
    Items,
    Leave,
    Paragraph,
    Place,
    Screen,
)
from game.screens.reveal import chapters, told_in
from game.screens.scene import Scene
from game.session.feed import Feed
from game.session.layouts import layout_of
from game.session.source import Clock, Frame, Notice, Source
from game.session.staged import staged

BOARD, HOLD = Place("watch"), Place("watch.hold")
FIRST = Place("reveal", "0.0")
LOOKED_AT = frozenset({"reveal", "relations", "timeline", "whys", "why"})
LEAST, A_WORD, A_CHAPTER = 3.0, 0.2, 40.0
"""Seconds that a deed stands at least, more for each word, and a chapter at most in all."""


class Watch(Source):
    """What a projector shows. `join` says where else the game may be seen: a URL and a code."""

    def __init__(self, feed: Feed, join: str = "", now: Callable[[], float] = time.time) -> None:
        self.feed = feed
        self.join = join
        self.held = False
        self._now = now
        self._place = BOARD
        self._told: int | None = None
        self._since = 0.0
        self._clock: Clock | None = None
        self._notices: tuple[Notice, ...] = ()
        self._frame: Frame | None = None
        self.poll(now())

    # ------------------------------------------------------------------ a source

    def frame(self) -> Frame:
        """What is to be seen now: nothing on it is anybody's secret."""
        if self._frame is None:
            eyes = self.feed.eyes()
            if eyes is None:
                self._frame = Frame(self._waiting(), "page", notices=self._notices)
            else:
                place = self._place
                layout = "board" if place == BOARD else layout_of(place)
                scene = self._scene(eyes, "reveal" if layout == "reveal" else "")
                self._frame = Frame(
                    self._screen(eyes), layout, scene, "", self._clock, self._notices
                )
        return self._frame

    def act(self, control: Control, text: str = "") -> Source | None:
        """Do what a control does. None where the projector is put away."""
        self._frame, self._notices = None, ()
        if isinstance(control.action, Leave):
            return None
        if control.enabled and isinstance(control.action, Go):
            self._visit(control.action.to)
        return self

    def typed(self, line: str) -> Source | None:
        """A projector takes no orders."""
        self._frame = None
        self._notices = (Notice(_("This screen only shows the game."), "quiet"),)
        return self

    def poll(self, now: float) -> bool:
        """Follow the game, page on through its reveal; whether there is something new to see."""
        changed = self.feed.changed(now)
        eyes = self.feed.eyes()
        if eyes is None:
            self._frame = None if changed else self._frame
            return changed
        if changed:
            self._follow(eyes)
        clock = self.feed.clock(now)
        changed |= clock != self._clock
        self._clock = clock
        if self._place.screen == "reveal" and not self.held:
            changed |= self._page_on(eyes, now)
        self._frame = None if changed else self._frame
        return changed

    def close(self) -> None:
        """Nothing is held open."""

    # ------------------------------------------------------------------ what is shown

    def _scene(self, eyes: Eyes, phase: str) -> Scene:
        """The board, with where to join as the first of its news."""
        scene = staged(eyes, phase, place=self._place)
        join = _("Join: {where}").format(where=self.join)
        return msgspec.structs.replace(scene, news=(join, *scene.news)) if self.join else scene

    def _waiting(self) -> Screen:
        says = self.feed.trouble() or _("There is nothing to see yet.")
        blocks: list[Block] = [
            Paragraph(_("The board appears here as soon as the game has begun."), "now"),
            nothing(says),
        ]
        return Screen(_("Waiting for the game"), (*blocks, *self._joining()), (_quit(),))

    def _joining(self) -> list[Block]:
        return [Paragraph(_("Join: {where}").format(where=self.join), "now")] if self.join else []

    def _screen(self, eyes: Eyes) -> Screen:
        if self._place == BOARD:
            return self._board(eyes)
        screen = build(eyes, self._place)
        if self._place.screen != "reveal":
            return screen
        label = _("Go on by itself") if self.held else _("Hold it here")
        icon = "play" if self.held else "pause"
        hold = Control("hold", label, Go(HOLD), icon=icon, key="h")
        return msgspec.structs.replace(screen, controls=(*screen.controls, hold))

    def _board(self, eyes: Eyes) -> Screen:
        """Beside the board itself: what is in force and what is proposed."""
        blocks: list[Block] = [*self._joining()]
        if eyes.view.ended:
            blocks.append(Paragraph(eyes.view.ended, "now"))
        proposals = [proposal.says for proposal in eyes.view.proposals]
        if proposals:
            blocks.append(Items(tuple(proposals), _("Proposed this turn:")))
        accords = in_force(eyes)
        blocks.append(Heading(_("Agreements in force")))
        blocks += accords or [nothing(_("Nothing is agreed."))]
        told = bool(eyes.view.told)
        why_not = _("no turn is over yet")
        controls = (
            Control("tell", _("Tell the last turn again"), Go(FIRST), enabled=told,
                    why_not="" if told else why_not, icon="rewind"),
            Control("relations", _("Between the seats"), Go(_aside("relations")), icon="scale"),
            Control("timeline", _("The game so far"), Go(_aside("timeline")), icon="history"),
            _quit(),
        )  # fmt: skip
        return Screen(eyes.view.title, tuple(blocks), controls, "", status(eyes))

    # ------------------------------------------------------------------ following

    def _visit(self, to: Place) -> None:
        if to == HOLD:
            self.held = not self.held
        else:
            self._place = to if to.screen in LOOKED_AT else BOARD
        self._since = self._now()

    def _follow(self, eyes: Eyes) -> None:
        """Begin to tell a turn that has just ended; stop telling one that was undone."""
        over = eyes.view.turn - 1
        before, self._told = self._told, over
        fresh = eyes.view.phase in ("reveal", "over") if before is None else over > before
        self._notices = ()
        if fresh and eyes.view.told:
            self._place, self._since, self.held = FIRST, self._now(), False
        elif eyes.view.end:
            self._place = BOARD
        elif before is not None and over < before:
            self._place = BOARD
            self._notices = (Notice(_("A turn was taken back."), "now"),)

    def _page_on(self, eyes: Eyes, now: float) -> bool:
        """Tell the next deed, if this one has stood long enough."""
        if 0 <= now - self._since < reading(eyes, self._place):
            return False
        control = build(eyes, self._place).default
        if control is None or not isinstance(control.action, Go):
            return False
        self._visit(control.action.to)
        self._since = now
        return True


def reading(eyes: Eyes, place: Place) -> float:
    """How many seconds a place of the reveal stands: by the words of its last deed."""
    order = chapters(eyes)
    first, _dot, deed = place.of.partition(".")
    number = int(first or 0)
    if number >= len(order):
        return LEAST
    deeds = told_in(eyes, order[number])
    if not deed.isdecimal():
        return A_CHAPTER
    last = deeds[min(int(deed), len(deeds) - 1)]
    return min(LEAST + A_WORD * _words(last), max(A_CHAPTER / len(deeds), LEAST / 2))


def _words(blocks: Sequence[Block]) -> int:
    return msgspec.json.encode(blocks).count(b" ")


def _aside(screen: str) -> Place:
    """A screen of the game that leads back to the board."""
    return Place(screen, args=(("back", BOARD.screen),))


def _quit() -> Control:
    return Control("quit", _("Put the projector away"), Leave("quit"), role="back")
