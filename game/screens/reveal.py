"""The reveal: the last turn told step by step, with the rule and concept behind each change."""

from __future__ import annotations

from game.i18n import N_, _
from game.scenario.orders import Act, Step
from game.screens.eyes import Eyes, listed, nothing, screen
from game.screens.model import Block, Control, Go, Items, Paragraph, Place, Screen
from game.screens.votes import ballot as ballot_in_words
from game.table.telling import Told
from game.world.facts import Decided, Voted

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


def chapters(eyes: Eyes) -> list[str]:
    """The chapters of the last turn that have something to tell, in the order of telling."""
    told = [one for one in eyes.view.told if not one.steady]
    found: dict[str, None] = dict.fromkeys(one.chapter for one in told)
    known = [chapter for chapter in CHAPTERS if chapter in found]
    return known + [chapter for chapter in found if chapter not in CHAPTERS]


def reveal(eyes: Eyes, place: Place) -> Screen:
    """One chapter of what happened; Enter tells the next."""
    order = chapters(eyes)
    after = Place("end.story" if eyes.view.end else "briefing")
    number = int(place.of or 0)
    turn = eyes.view.turn - 1
    if number >= len(order):
        blocks: list[Block] = [nothing(_("Nothing happened this turn."))]
        go = Control("next", _("go on"), Go(after), default=True)
        return screen(eyes, _("Turn {n} is over").format(n=turn), blocks, [go])
    chapter = order[number]
    told = [one for one in eyes.view.told if one.chapter == chapter and not one.steady]
    title = _("Turn {n}: {chapter}").format(n=turn, chapter=_(CHAPTERS.get(chapter, chapter)))
    last = number == len(order) - 1
    to = after if last else Place("reveal", str(number + 1))
    controls = [Control("next", _("go on") if last else _("what came next"), Go(to), default=True)]
    if not last:
        controls.append(Control("skip", _("Skip the rest"), Go(after)))
    help = _(
        "This is what became of everybody's orders. Behind a change stands what caused it; lines "
        "with '~' name the concept and whom to read."
    )
    blocks = _votes(eyes) if chapter == "votes" else _chapter(told)
    return screen(eyes, title, blocks, controls, help)


def _chapter(told: list[Told]) -> list[Block]:
    blocks: list[Block] = []
    taught: set[tuple[str, ...]] = set()
    for one in told:
        if one.why:
            blocks.append(Items(one.why, one.says))
        elif blocks and isinstance(blocks[-1], Items) and not blocks[-1].caption:
            blocks[-1] = Items((*blocks[-1].items, one.says))
        else:
            blocks.append(Items((one.says,)))
        for concept in one.teaches:
            if concept not in taught:
                taught.add(concept)
                blocks.append(Paragraph(lesson(concept), "concept"))
    return blocks


def _votes(eyes: Eyes) -> list[Block]:
    """Each text that a forum decided, with who voted how."""
    voted = [fact for fact in eyes.sight.told if isinstance(fact, Voted)]
    blocks: list[Block] = []
    for fact in eyes.sight.told:
        if not isinstance(fact, Decided):
            continue
        made = Step if fact.text in eyes.issues else Act
        text = eyes.words.label(fact.proposer, made(fact.text, fact.target))
        says = _("{forum} adopts: {text}") if fact.adopted else _("{forum} rejects: {text}")
        lines = [_("proposed by {name}").format(name=eyes.name(fact.proposer))]
        for ballot in ("yes", "no", "abstain"):
            names = [eyes.name(v.seat) for v in voted if (v.text, v.ballot) == (fact.text, ballot)]
            if names:
                lines.append(f"{ballot_in_words(ballot)} ({len(names)}): {listed(names)}")
        caption = says.format(forum=eyes.words.forum(fact.forum), text=text)
        blocks.append(Items(tuple(lines), caption))
    return blocks


def lesson(taught: tuple[str, ...]) -> str:
    """A concept, whom to read, and the concept in a sentence."""
    concept, cite, *says = taught
    text = f"{concept} ({cite})" if cite else concept
    return f"{text}: {says[0]}" if says and says[0] else text
