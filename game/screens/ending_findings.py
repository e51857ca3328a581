"""The three findings of a game: the largest swing, the first broken promise, what was left."""

from __future__ import annotations

from game.debrief.findings import FirstBreach, Swing
from game.debrief.game import Game
from game.i18n import _, ngettext
from game.rules.settling import dealt
from game.screens.eyes import Eyes, listed, nothing
from game.screens.model import Block, Change, Control, Deed, Grid, Heading, Paragraph, Place
from game.screens.points import in_its_words
from game.screens.story import icon_of


def findings(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    """What the debrief begins with."""
    found = game.findings
    blocks: list[Block] = [Heading(_("1. The largest swing")), *_swing(eyes, found.swing)]
    blocks += [Heading(_("2. The first broken promise")), *_breach(eyes, game, found.breach)]
    blocks += [Heading(_("3. What was left on the table")), *_left(eyes, game)]
    return _("Three findings"), blocks, []


def _swing(eyes: Eyes, swing: Swing | None) -> list[Block]:
    if swing is None:
        return [nothing(_("Nobody's score ever changed."))]
    name = eyes.name(swing.seat)
    if swing.kind == "settlement":
        text = _("In turn {turn} the settlement gave {name} {n:+d} against what no deal gives.")
        return [Deed(swing.seat, text.format(turn=swing.turn, name=name, n=swing.change))]
    text = _(
        "In turn {turn} the score of {name} changed by {n:+d}, most of all ({part:+d}) for: {what}."
    )
    said = text.format(
        turn=swing.turn, name=name, n=swing.change, part=swing.part,
        what=_about(eyes, swing).rstrip("."),
    )  # fmt: skip
    why: tuple[str, ...] = ()
    if swing.movers:
        why = (_("It was moved by {names}.").format(names=eyes.names(swing.movers)),)
    elif swing.causes:
        causes = listed([eyes.words.cause(cause) for cause in swing.causes])
        why = (_("Caused by: {causes}").format(causes=causes),)
    return [Deed(swing.seat, said, why)]


def _about(eyes: Eyes, swing: Swing) -> str:
    """What a score changed for."""
    what = swing.about
    if swing.kind == "want":
        return eyes.issues[what].name if what in eyes.issues else eyes.words.cell(what)
    if swing.kind == "end":
        return eyes.words.end(what)
    return _("what came in") if swing.kind == "accrued" else in_its_words(eyes, swing.seat, what)


def _breach(eyes: Eyes, game: Game, breach: FirstBreach | None) -> list[Block]:
    if breach is None:
        kept = _("No promise was broken.") if game.texts else _("Nothing was ever agreed.")
        if eyes.view.end == "settled" and not game.texts:
            kept = _("No promise was made: a package settled everything at once.")
        return [Paragraph(kept, "good" if game.texts else "")]
    name, clauses = game.texts[breach.agreement]
    text = _("{name} broke “{agreement}” in turn {turn}; it had signed in turn {since}.")
    said = text.format(
        name=eyes.name(breach.seat), agreement=name, turn=breach.turn, since=breach.since
    )
    why: tuple[str, ...] = ()
    if breach.clause < len(clauses):
        clause = eyes.words.clause(clauses[breach.clause])
        why = (_("The clause: {clause}").format(clause=clause),)
    return [Deed(breach.seat, said, why, tone="trouble")]


def _left(eyes: Eyes, game: Game) -> list[Block]:
    left = game.findings.left
    if not left.total:
        text = _("Nothing: no other settlement was better for somebody and worse for nobody.")
        return [Paragraph(text, "good")]
    text = ngettext(
        "This settlement would have been worse for nobody, and better by {n} point in all:",
        "This settlement would have been worse for nobody, and better by {n} points in all:",
        left.total,
    )
    none = not dealt(eyes.scenario, game.worlds[-1])
    changes = [
        Change(eyes.issues[issue].name, _("no deal") if none else _now(eyes, issue),
               eyes.option(issue, option), _way(eyes, issue, option), icon=icon_of(eyes, issue))
        for issue, option in left.package.items()
        if none or eyes.issues[issue].options[eyes.issues[issue].now] != option
    ]  # fmt: skip
    gains = {seat: gain for seat, gain in left.gains.items() if gain}
    rows = tuple((eyes.name(seat), f"{gain:+d}") for seat, gain in gains.items())
    return [
        Paragraph(text.format(n=left.total)),
        *changes,
        Grid(("", _("points")), rows, _("Who would have gained:"), actors=tuple(gains)),
    ]


def _now(eyes: Eyes, issue: str) -> str:
    return eyes.issues[issue].labels[eyes.issues[issue].now]


def _way(eyes: Eyes, issue: str, option: str) -> int:
    """Whether an option lies further up than where the issue stands."""
    found = eyes.issues[issue]
    return 1 if found.options.index(option) > found.now else -1
