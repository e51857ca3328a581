"""A turn's chapters as blocks: what was signed, voted, ordered, what moved and what it teaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.i18n import _
from game.screens.accords import binds_from
from game.screens.appraise import issue_worth
from game.screens.eyes import Eyes
from game.screens.model import (
    Accord,
    Ballots,
    Block,
    Change,
    Deed,
    Paragraph,
    Party,
    Tone,
)
from game.screens.votes import ballot as ballot_in_words
from game.table.telling import Told, promises

ICONS = {
    "world": "gauge", "pair": "scale", "actor": "user", "constituency": "users",
    "deployment": "radar", "arrangement": "handshake", "exercise": "calendar", "forum": "gavel",
}  # fmt: skip
"""A picture for what a track's scope or an issue's kind measures."""


def blocks_of(eyes: Eyes, told: Iterable[Told]) -> list[list[Block]]:
    """What there is to tell, deed by deed: each with the concepts that it is the first to teach.

    All of it is of one chapter, in the order of telling.
    """
    told = [one for one in told if not one.steady]
    chapter = told[0].chapter if told else ""
    if chapter == "votes":
        return [[block] for block in _votes(eyes, told)]
    if chapter == "steps":
        return [[block] for block in _steps(eyes, told)]
    if chapter == "signed":
        return [[block] for block in _signed(eyes, told)]
    found: list[list[Block]] = []
    taught: set[tuple[str, ...]] = set()
    for one in told:
        blocks: list[Block] = [_told(eyes, one)]
        new = [lesson for lesson in one.teaches if lesson not in taught]
        taught.update(new)
        found.append([*blocks, *(Paragraph(lesson(text), "concept") for text in new)])
    return found


def lesson(taught: tuple[str, ...]) -> str:
    """A concept, whom to read, and the concept in a sentence."""
    concept, cite, *says = taught
    text = f"{concept} ({cite})" if cite else concept
    return f"{text}: {says[0]}" if says and says[0] else text


def _told(eyes: Eyes, one: Told) -> Block:
    if one.paper is not None:
        return _accord(eyes, one)
    if one.cell and not one.cells:
        return change(eyes, one)
    if one.chapter == "breaches":
        return Deed(one.seat, one.says, one.why, tone=_tone(one))
    return Deed(one.seat, one.says, one.why, tone="now" if one.chapter == "end" else "")


def _tone(one: Told) -> Tone:
    if not one.rose:
        return ""
    return "good" if one.rose > 0 else "trouble"


def change(eyes: Eyes, one: Told) -> Change:
    """What moved, and whether its own eyes should be glad of it."""
    return Change(
        one.name, one.was, one.now, (one.rose > 0) - (one.rose < 0), good(eyes, one),
        one.why, one.cell, icon_of(eyes, one.cell),
    )  # fmt: skip


def good(eyes: Eyes, one: Told) -> int:
    """Whether these eyes gain (+1) or lose (-1) by a change; 0 where nobody's eyes are meant."""
    profile = eyes.sight.profile
    if profile is None:
        return 0
    issue = eyes.issues.get(one.cell)
    if issue is not None:
        worth = issue_worth(eyes, one.cell)
        if not worth:
            return 0
        gain = worth[issue.labels.index(one.now)] - worth[issue.labels.index(one.was)]
        return (gain > 0) - (gain < 0)
    index = eyes.scenario.header.index.get(one.cell, -1)
    unit = sum(wants.units.get(index, 0) for wants in (profile.public, profile.private))
    cell = eyes.cells.get(one.cell)
    if not unit and cell is not None and cell.track in ("capital", "support"):
        unit = int(one.cell.split(".")[1:2] == [eyes.seat])
    gain = unit * one.rose
    return (gain > 0) - (gain < 0)


def icon_of(eyes: Eyes, cell: str) -> str:
    """A picture for a cell or an issue."""
    issue = eyes.issues.get(cell)
    if issue is not None:
        return ICONS.get(issue.kind, "layers")
    name = cell.partition(".")[0]
    track = eyes.scenario.tracks.get(name)
    return "coins" if name == "capital" else ICONS.get(track.scope if track else "", "")


def _accord(eyes: Eyes, one: Told, answers: Sequence[Told] = ()) -> Accord:
    """A text that was concluded, or a package with who accepted it."""
    paper = one.paper
    assert paper is not None
    signed = one.chapter == "signed"
    asked = {answer.seat: answer for answer in answers}
    parties = tuple(
        Party(
            seat, eyes.name(seat), stands,
            _answered(asked.get(seat)) if signed else _accepted(stands),
        )
        for seat, stands in paper.stands
    )  # fmt: skip
    clauses = tuple((who, says, "") for who, says in paper.clauses)
    note = binds_from(eyes.view.turn - 1) if signed else ""
    if paper.settles:
        note = _("This is the settlement.")
    return Accord(paper.name, paper.kind, parties, clauses, paper.secret, note, one.of)


def _accepted(stands: str) -> str:
    return {"signed": _("accepted"), "refused": _("refused")}.get(stands, _("said nothing"))


def _answered(answer: Told | None) -> str:
    """What a party's constituencies said, where they were asked; "" where they were not."""
    if answer is None:
        return ""
    text = _("ratified") if answer.rose > 0 else _("not ratified")
    return ", ".join((text, *answer.why))


def _signed(eyes: Eyes, told: Sequence[Told]) -> list[Block]:
    """Each text that was concluded, and what constituencies said of those that were not."""
    answers: dict[str, list[Told]] = {}
    for one in told:
        if one.paper is None:
            answers.setdefault(one.of, []).append(one)
    concluded = {one.of for one in told if one.paper is not None}
    blocks: list[Block] = []
    for one in told:
        if one.paper is not None:
            blocks.append(_accord(eyes, one, answers.get(one.of, ())))
        elif one.of not in concluded and one is answers[one.of][0]:
            blocks += _waiting(eyes, one.of, answers[one.of])
    return blocks


def _waiting(eyes: Eyes, id: str, answers: Sequence[Told]) -> list[Block]:
    """A signed text that is not in force, because constituencies refused it."""
    draft = next((draft for draft in eyes.view.drafts if draft.id == id), None)
    if draft is None:
        return [Deed(one.seat, one.says, one.why, tone=_tone(one)) for one in answers]
    asked = {answer.seat: answer for answer in answers}
    parties = []
    for seat in draft.parties:
        answer = asked.get(seat)
        refused = answer.rose < 0 if answer is not None else seat in draft.refused
        parties.append(
            Party(
                seat, eyes.name(seat), "unratified" if refused else "signed", _answered(answer)
            )
        )  # fmt: skip
    clauses = tuple(
        (promises(clause), says, "")
        for clause, says in zip(draft.terms.clauses, draft.clauses, strict=True)
    )
    note = _("Not in force: it is put to the constituencies again each turn.")
    return [Accord(draft.name, draft.kind, tuple(parties), clauses, draft.secret, note, id)]


def _votes(eyes: Eyes, told: Sequence[Told]) -> list[Block]:
    """Each text that a forum decided, with who voted how."""
    blocks: list[Block] = []
    for one in told:
        if not one.rose:  # a vote, and no decision
            continue
        votes = [vote for vote in told if vote.of == one.of and not vote.rose]
        sides = tuple(
            (
                ballot_in_words(side),
                tuple((v.seat, eyes.name(v.seat)) for v in votes if v.now == side),
            )
            for side in ("yes", "no", "abstain")
        )
        says = _("adopted by {forum}") if one.rose > 0 else _("rejected by {forum}")
        by = _("proposed by {name}").format(name=eyes.name(one.seat))
        blocks.append(Ballots(one.name, says.format(forum=one.now), one.rose > 0, sides, by))
    return blocks


def _steps(eyes: Eyes, told: Sequence[Told]) -> list[Block]:
    """Who ordered which step; the last of them says who could have and did not."""
    blocks: list[Block] = []
    for of in dict.fromkeys(one.of for one in told):
        ordered = [one for one in told if one.of == of and one.seat]
        absent = [seat for one in told if one.of == of for seat in one.seats]
        for one in ordered:
            against = tuple((seat, eyes.name(seat)) for seat in absent if one is ordered[-1])
            blocks.append(Deed(one.seat, one.says, one.why, against))
    return blocks
