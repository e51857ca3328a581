"""Before the first turn, and at the start of each: what it is about, what is new."""

from __future__ import annotations

from game.i18n import _, ngettext
from game.screens.desk import sources_control
from game.screens.eyes import DESK, Eyes, listed, month, screen
from game.screens.model import (
    Block,
    Control,
    Go,
    Heading,
    Items,
    Paragraph,
    Place,
    Screen,
)
from game.screens.pending import announced
from game.screens.waiting import waiting
from game.world.facts import Happened, Mandated, News


def start(eyes: Eyes, place: Place) -> Screen:
    """Before the first turn: what the scenario is, who one is, how it is played."""
    scenario, view = eyes.scenario, eyes.view
    blocks: list[Block] = [Paragraph(eyes.words.summary)]
    playing = listed([actor.name for actor in eyes.players])
    blocks.append(Paragraph(_("At the table: {names}.").format(names=playing)))
    blocks.append(Paragraph(_("You play {name}.").format(name=view.name), "now"))
    blocks.append(Heading(_("How it is played")))
    steps = _exercise(eyes) if scenario.settle is not None else [
        _("Each turn all seats talk and decide at the same time. Nobody sees your orders."),
        ngettext(
            "You may give {n} order a turn. Most cost {purse}, and so do some answers.",
            "You may give up to {n} orders a turn. Most cost {purse}, and so do some answers.",
            scenario.orders,
        ).format(n=scenario.orders, purse=eyes.purse_name()),
        _("When everybody has ended the turn, all orders are carried out at once."),
        _("You are not ranked against the others. You are compared with what you wanted."),
    ]  # fmt: skip
    if scenario.ends:
        steps.append(_("A crisis ends the game early, and everybody loses by it."))
    blocks.append(Items(tuple(steps)))
    go = Control(
        "role",
        _("read your role sheet"),
        Go(Place("sheet", args=(("first", "1"),))),
        default=True,
        icon="user",
    )
    help = _("This is the story so far. Nothing is decided.")
    return screen(eyes, view.title, blocks, [go, *sources_control(eyes, "start")], help)


def headlines(eyes: Eyes) -> list[str]:
    """The headlines of the last turn that this seat may read."""
    lines: list[str] = []
    asked = {question.event for question in waiting(eyes)}
    for fact in eyes.sight.told:
        if isinstance(fact, Happened) and fact.event not in asked:
            lines.append(f"{eyes.words.event(fact.event)}. {eyes.words.event_says(fact.event)}")
        elif isinstance(fact, Mandated):
            lines.append(eyes.words.government(fact.actor, (fact.mandate,)))
        elif isinstance(fact, News):
            lines.append(fact.text)
    return [line.strip() for line in lines if line.strip()]


def _exercise(eyes: Eyes) -> list[str]:
    """How a scoreable exercise is played."""
    rule = eyes.scenario.settle
    assert rule is not None
    say = _("A package names one option for every issue. You table, accept and refuse packages.")
    if rule.all_of:
        enough = _("A package settles the game when {names} accept it.").format(
            names=eyes.names(rule.all_of)
        )
        if rule.at_least > len(rule.all_of):
            enough = _(
                "A package settles the game when {names} accept it, and {n} seats in all."
            ).format(names=eyes.names(rule.all_of), n=rule.at_least)
    else:
        enough = _("A package settles the game when {n} of {all} seats accept it.").format(
            n=rule.at_least, all=len(eyes.players)
        )
    return [
        _("Each turn all seats talk and bargain at the same time. Everything tabled is open."),
        say,
        enough,
        _("When everybody has ended the turn, the first package that suffices is carried out."),
        _("Without a deal after the last turn, every seat gets its own points for no deal."),
        _("You are not ranked against the others. You are compared with what you wanted."),
    ]


def briefing(eyes: Eyes, place: Place) -> Screen:
    """A new turn: what waits, and what has changed for this seat."""
    view = eyes.view
    blocks: list[Block] = []
    news = headlines(eyes)
    if news:
        blocks += [Heading(_("In the papers")), Items(tuple(news))]
    for question in waiting(eyes):
        blocks += [
            Heading(_("You must answer: {title}").format(title=question.title)),
            Paragraph(question.says),
        ]
    texts = announced(eyes)
    if texts:
        blocks += [Heading(_("Agreements")), Items(tuple(texts))]
    others = [q for q in view.questions if q.asks != eyes.seat]
    if others:
        lines = [
            _("{name} must answer: {title}.").format(name=q.asks_name, title=q.title.rstrip("."))
            for q in others
        ]
        blocks.append(Items(tuple(lines)))
    new = [m for m in view.messages if m.turn == view.turn and m.by != eyes.seat]
    if new:
        text = ngettext("{n} new message waits.", "{n} new messages wait.", len(new))
        blocks.append(Paragraph(text.format(n=len(new))))
    if eyes.spends:
        text = _("You have {n} {purse} to spend this turn.")
        blocks.append(Paragraph(text.format(n=view.purse, purse=eyes.purse_name())))
    title = _("A new turn")
    if view.date:
        title = month(view.date)
    go = Control("desk", _("to your desk"), Go(DESK), default=True, icon="arrow-right")
    help = _("The briefing says what is new since your last turn. Then you negotiate.")
    return screen(eyes, title, blocks, [go], help)
