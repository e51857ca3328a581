"""Minutes: what a session's timing adds up to, against the time that it promises."""

from __future__ import annotations

from collections.abc import Iterator

from game.checking.places import Places
from game.i18n import _
from game.scenario.document import Document, Timing
from game.scenario.problems import Problem


def warnings(document: Document, places: Places) -> Iterator[Problem]:
    """Timings that take longer than they say, and a length that no timing has."""
    most = document.turns if isinstance(document.turns, int) else document.turns.to
    for minutes, timing in document.timings.items():
        takes = expected(timing)
        if takes > minutes:
            says = _(
                "{turns} turns of {turn} minutes and a debrief of {debrief} take {takes} minutes, "
                "more than {minutes}."
            )
            yield places.warn(
                "time/too-long",
                says.format(turns=timing.turns, turn=_turn(timing), debrief=timing.debrief,
                            takes=takes, minutes=minutes),
                ("timings", minutes), key=True,
            )  # fmt: skip
        if timing.debrief == 0:
            says = _("No minutes are left for a debrief: say 'debrief:'.")
            yield places.warn("time/no-debrief", says, ("timings", minutes), key=True)
        if timing.turns > most:
            says = _("The game has {most} turns at most, and this timing plays {turns}.")
            yield places.warn(
                "time/turns", says.format(most=most, turns=timing.turns),
                ("timings", minutes, "turns"),
            )  # fmt: skip
    said = document.minutes
    if document.timings and said is not None and said not in document.timings:
        known = ", ".join(str(minutes) for minutes in document.timings)
        says = _("The game is said to take {minutes} minutes; there are timings for {known}.")
        yield places.warn("time/minutes", says.format(minutes=said, known=known), ("minutes",))


def expected(timing: Timing) -> int:
    """How many minutes a session takes by its timing."""
    return timing.turns * _turn(timing) + timing.debrief


def _turn(timing: Timing) -> int:
    return timing.briefing + timing.negotiation + timing.reveal
