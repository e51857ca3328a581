"""The reveal: the last turn told chapter by chapter, or deed by deed for a room that looks on.

A place is a chapter's number, `2`, or a chapter and a deed in it, `2.1`: then that deed is told,
with the few before it that a room can still take in. `2.all` tells the whole chapter, and goes on
deed by deed. Public eyes tell it to a whole class, a seat's eyes to that seat.
"""

from __future__ import annotations

from game.i18n import N_, _
from game.screens.eyes import Eyes, nothing, screen
from game.screens.model import Block, Change, Control, Go, Place, Screen
from game.screens.relations import trail
from game.screens.story import blocks_of, lesson

__all__ = ["CHAPTERS", "chapters", "lesson", "reveal", "told_by", "told_in"]

CHAPTERS = {
    "packages": N_("What was tabled, and who accepted it"),
    "signed": N_("What was signed"),
    "votes": N_("How everyone voted"),
    "done": N_("What was done"),
    "steps": N_("Who ordered which step"),
    "moved": N_("What moved"),
    "followed": N_("What followed"),
    "breaches": N_("Promises kept, broken and ended"),
    "end": N_("The game is over"),
}

AT_ONCE = {"packages": 1, "signed": 1, "votes": 1}
A_FEW = 3
"""How many deeds stand on a page that tells deed by deed: whole texts alone, others together."""


def chapters(eyes: Eyes) -> list[str]:
    """The chapters of the last turn that have something to tell, in the order of telling."""
    told = [one for one in eyes.view.told if not one.steady]
    found: dict[str, None] = dict.fromkeys(one.chapter for one in told)
    known = [chapter for chapter in CHAPTERS if chapter in found]
    return known + [chapter for chapter in found if chapter not in CHAPTERS]


def told_in(eyes: Eyes, chapter: str) -> list[list[Block]]:
    """The deeds of a chapter of the last turn, each as the blocks that tell it."""
    return blocks_of(eyes, [one for one in eyes.view.told if one.chapter == chapter])


def told_by(eyes: Eyes, place: Place) -> frozenset[str]:
    """The chapters that are told to their end where a reveal stands at this place."""
    order = chapters(eyes)
    first, dot, deed = place.of.partition(".")
    number = int(first or 0)
    known = order[: number + 1]
    stepwise = dot and deed != "all"
    if stepwise and number < len(order) and int(deed or 0) + 1 < len(told_in(eyes, order[number])):
        known = order[:number]
    return frozenset(known)


def reveal(eyes: Eyes, place: Place) -> Screen:
    """One chapter of what happened, or a part of it; Enter tells the next."""
    order = chapters(eyes)
    after = Place("end.story" if eyes.view.end else "briefing")
    turn = eyes.view.turn - 1
    first, dot, deed = place.of.partition(".")
    number = int(first or 0)
    if number >= len(order):
        blocks: list[Block] = [nothing(_("Nothing happened this turn."))]
        go = Control("next", _("go on"), Go(after), default=True)
        return screen(eyes, _("Turn {n} is over").format(n=turn), blocks, [go])
    chapter = order[number]
    deeds = told_in(eyes, chapter)
    stepwise = bool(dot) and deed != "all"
    shown = min(int(deed or 0) + 1, len(deeds)) if stepwise else len(deeds)
    first_shown = max(0, shown - AT_ONCE.get(chapter, A_FEW)) if stepwise else 0
    title = _("Turn {n}: {chapter}").format(n=turn, chapter=_(CHAPTERS.get(chapter, chapter)))
    help = _(
        "This is what became of everybody's orders. Behind a change stands what caused it; lines "
        "with '~' name the concept and whom to read."
    )
    blocks = [block for one in deeds[first_shown:shown] for block in one]
    controls = _controls(number, shown, len(deeds), len(order), bool(dot), after)
    if eyes.view.sheet is None and not dot and len(deeds) > 1:
        controls.insert(1, _one_by_one(number))
    if any(isinstance(block, Change) for block in blocks):
        controls.insert(len(controls) - (controls[-1].role == "back"), _why(place))
    return screen(eyes, title, blocks, controls, help)


def _controls(
    number: int, shown: int, deeds: int, count: int, stepwise: bool, after: Place
) -> list[Control]:
    """On to the next deed or chapter, to all of this chapter, past the rest; and back."""
    last = number == count - 1
    part = ".0" if stepwise else ""
    if shown < deeds:
        to, label = Place("reveal", f"{number}.{shown}"), _("the next")
    elif last:
        to, label = after, _("go on")
    else:
        to, label = Place("reveal", f"{number + 1}{part}"), _("what came next")
    controls = [Control("next", label, Go(to), default=True, icon="arrow-right")]
    if shown < deeds:
        whole = Place("reveal", f"{number}.all")
        controls.append(Control("whole", _("All of this chapter"), Go(whole), icon="list", key="a"))
    if not last:
        skip = Control("skip", _("Skip the rest"), Go(after), icon="skip-forward", key="s")
        controls.append(skip)
    if number:
        back = Place("reveal", f"{number - 1}{part}")
        controls.append(Control("back", _("back"), Go(back), role="back", key="b"))
    return controls


def _one_by_one(number: int) -> Control:
    slowly, hint = Go(Place("reveal", f"{number}.0")), _("for a class that looks on")
    return Control("slowly", _("One by one"), slowly, hint=hint, icon="list", key="o")


def _why(place: Place) -> Control:
    whys, hint = Go(Place("whys", args=trail(place))), _("what made a number")
    return Control("why", _("Why?"), whys, hint=hint, icon="circle-help", key="w")
