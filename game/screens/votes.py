"""Forums: what is proposed, and how this seat votes."""

from __future__ import annotations

from game.i18n import _
from game.scenario.model import Forum
from game.scenario.notation import parse_order
from game.scenario.orders import Vote
from game.screens.eyes import DESK, Eyes, nothing, screen
from game.screens.model import (
    Block,
    Control,
    Go,
    Heading,
    Items,
    Paragraph,
    Place,
    Screen,
    Submit,
)
from game.table.commands import Answer, Give
from game.table.views import QuestionView

VOTES = Place("votes")
ICONS = {"yes": "check", "no": "x", "abstain": "minus"}


def votes(eyes: Eyes, place: Place) -> Screen:
    """Every proposal with its three votes; who sits in each forum and how it decides."""
    blocks: list[Block] = []
    controls: list[Control] = []
    for proposal in eyes.view.proposals:
        blocks.append(Heading(proposal.says))
        by = _("Before {forum}; proposed by {names}.").format(
            forum=proposal.forum_name, names=eyes.names(proposal.proposers)
        )
        mine = (
            _("You vote {vote}.").format(vote=ballot(proposal.vote))
            if proposal.vote
            else _("You have not voted: that counts as an abstention.")
        )
        if not proposal.votes and not proposal.vote:
            mine = _("You do not vote on it.")
        blocks.append(Paragraph(f"{by} {mine}"))
        for notation in proposal.votes:
            vote = parse_order(notation)
            if isinstance(vote, Vote) and vote.ballot != proposal.vote:
                label = _("Vote {vote}").format(vote=ballot(vote.ballot))
                noted = _("Noted: {vote}.").format(vote=f"{label}: {proposal.says}".rstrip("."))
                cast = Submit(Give(vote), VOTES, noted)
                hint = proposal.says if len(eyes.view.proposals) > 1 else ""
                controls.append(
                    Control(notation, label, cast, "choice", hint, icon=ICONS[vote.ballot])
                )
    if not eyes.view.proposals:
        blocks.append(nothing(_("Nothing is proposed this turn. Proposals are made under Orders.")))
    for forum in eyes.scenario.forums.values():
        blocks += [Heading(eyes.words.forum(forum.id)), Paragraph(_procedure(eyes, forum), "quiet")]
    controls.append(Control("back", _("back to the desk"), Go(DESK), role="back", default=True))
    help = _(
        "Votes are secret until the turn ends, then public. A proposer votes yes. No vote is an "
        "abstention. Your vote can be changed until you end your turn."
    )
    return screen(eyes, _("Votes"), blocks, controls, help)


def ballot(vote: str) -> str:
    """A vote in words."""
    return {"yes": _("yes"), "no": _("no"), "abstain": _("abstain")}.get(vote, vote)


def _procedure(eyes: Eyes, forum: Forum) -> str:
    members = eyes.names(forum.members)
    how = {
        "at_least": _("It adopts with {n} yes votes.").format(n=forum.need),
        "majority": _("It adopts with more yes than no."),
        "consensus": _("It adopts if nobody votes no."),
        "quota": _("It adopts with a weight of {n} in favour.").format(n=forum.need),
    }[forum.method]
    text = _("Members: {names}.").format(names=members) + " " + how
    if forum.veto:
        text += " " + _("A no of one of these prevents it: {names}.").format(
            names=eyes.names(forum.veto)
        )
    return text


def questions(eyes: Eyes, place: Place) -> Screen:
    """The events that wait for an answer."""
    blocks: list[Block] = []
    own = [q for q in eyes.view.questions if q.asks == eyes.seat]
    for other in eyes.view.questions:
        if other.asks != eyes.seat:
            text = _("{title}: {name} must answer.").format(title=other.title, name=other.asks_name)
            blocks.append(Items((text,)))
    if not own:
        blocks.append(nothing(_("No event waits for your answer.")))
    controls = [
        Control(
            q.event, q.title, Go(Place("question", q.event)), value=_answered(eyes, q), icon="bell"
        )
        for q in own
    ]
    controls.append(Control("back", _("back to the desk"), Go(DESK), role="back", default=True))
    return screen(eyes, _("Events to answer"), blocks, controls)


def _answered(eyes: Eyes, asked: QuestionView) -> str:
    if not asked.answer:
        return _("not answered")
    return next((a.says for a in asked.answers if a.id == asked.answer), asked.answer)


def answered_in_words(eyes: Eyes) -> list[str]:
    """A line for each event that this seat has answered this turn."""
    return [
        _("{title}: {answer}").format(title=q.title.rstrip("."), answer=_answered(eyes, q))
        for q in eyes.view.questions
        if q.asks == eyes.seat and q.answer
    ]


def question(eyes: Eyes, place: Place) -> Screen:
    """One event and its answers; Enter takes the one given, else the default."""
    asked = next(q for q in eyes.view.questions if q.event == place.of)
    chosen = asked.answer or next((a.id for a in asked.answers if a.default and not a.refusal), "")
    chosen = chosen or next((a.id for a in asked.answers if not a.refusal), "")
    controls = []
    for answer in asked.answers:
        cost = _("costs {n}").format(n=answer.cost) if answer.cost else _("costs nothing")
        controls.append(
            Control(
                answer.id, answer.says.rstrip("."),
                Submit(
                    Answer(place.of, answer.id), DESK,
                    _("Answered: {answer}").format(answer=answer.says),
                ),
                "choice", cost, enabled=not answer.refusal, why_not=answer.refusal,
                default=answer.id == chosen, cost=cost,
            )
        )  # fmt: skip
    back = Control("back", _("back to the desk"), Go(DESK), role="back", default=not chosen)
    help = _("If you do not answer before the turn ends, the default answer is taken.")
    return screen(eyes, asked.title, [Paragraph(asked.says)], [*controls, back], help)
