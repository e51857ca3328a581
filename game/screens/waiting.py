"""What waits for a seat: answers, signatures, votes, promises to keep."""

from __future__ import annotations

from game.i18n import _, ngettext
from game.screens.eyes import Eyes
from game.screens.model import (
    Block,
    Items,
)
from game.screens.owed import broken_in_words, owed_in_words
from game.screens.pending import signed_in_words, treaties_in_words
from game.screens.votes import answered_in_words
from game.table.views import QuestionView


def waiting(eyes: Eyes) -> list[QuestionView]:
    """The events that this seat must answer and has not yet answered."""
    return [q for q in eyes.view.questions if q.asks == eyes.seat and not q.answer]


def unsigned(eyes: Eyes) -> list[str]:
    """The drafts that wait for this seat's signature."""
    return [
        d.id for d in eyes.view.drafts if eyes.seat in d.parties and not d.signed and not d.refusal
    ]


def unvoted(eyes: Eyes) -> list[str]:
    """The proposals that this seat may vote on and has not."""
    return [p.text for p in eyes.view.proposals if p.votes and not p.vote]


def unanswered(eyes: Eyes) -> list[str]:
    """The packages that this seat has neither accepted nor refused."""
    return [p.id for p in eyes.view.packages if eyes.seat not in (*p.accepts, *p.refuses)]


def waiting_in_words(eyes: Eyes) -> list[str]:
    """A line for each sort of thing that waits for this seat."""
    lines = [
        _("An event waits for your answer: {title}.").format(title=question.title)
        for question in waiting(eyes)
    ]
    drafts, votes, packages = len(unsigned(eyes)), len(unvoted(eyes)), len(unanswered(eyes))
    for n, text in (
        (drafts, ngettext("{n} draft waits for your signature.",
                          "{n} drafts wait for your signature.", drafts)),
        (votes, ngettext("{n} proposal waits for your vote.",
                         "{n} proposals wait for your vote.", votes)),
        (packages, ngettext("{n} package waits for your word.",
                            "{n} packages wait for your word.", packages)),
    ):  # fmt: skip
        if n:
            lines.append(text.format(n=n))
    return lines


def to_do(eyes: Eyes) -> list[Block]:
    """What this seat has still to do, what it answered, and what becomes of its texts."""
    lines = waiting_in_words(eyes)
    blocks: list[Block] = []
    if lines:
        blocks.append(Items(tuple(lines), _("Waiting for you:"), "now"))
    answers = answered_in_words(eyes)
    if answers:
        blocks.append(Items(tuple(answers), _("You answer:")))
    pending = [*signed_in_words(eyes), *treaties_in_words(eyes)]
    if pending:
        blocks.append(Items(tuple(pending), _("When the turn ends:")))
    promised = owed_in_words(eyes)
    if promised:
        blocks.append(Items(tuple(promised), _("What you owe:"), "now"))
    broken = broken_in_words(eyes)
    if broken:
        blocks.append(Items(tuple(broken), _("Careful:"), "trouble"))
    return blocks
