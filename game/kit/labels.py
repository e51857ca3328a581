"""The fixed words of the printed pages, in the language of the interface."""

from __future__ import annotations

from game.i18n import _
from game.scenario.model import Scenario


def labels() -> dict[str, str]:
    """What is printed on every kit, by a key that the template knows."""
    return _of_all() | _of_a_team() | _of_slips()


def _of_all() -> dict[str, str]:
    """The words of the facilitator's pages and of the board."""
    return {
        "facilitator": _("For the facilitator"),
        "procedure": _("A turn"),
        "timings": _("Timings, in minutes"),
        "session": _("session"),
        "turns": _("turns"),
        "briefing": _("briefing"),
        "negotiation": _("negotiation"),
        "reveal": _("reveal"),
        "debrief": _("debrief"),
        "writing": _("How a slip is written"),
        "questions": _("Questions for the debrief"),
        "board": _("The board"),
        "board_help": _("Mark where each issue stands, and move the marks after each reveal."),
        "on": _("a step on"),
        "back": _("a step back"),
        "step": _("each step"),
    }


def _of_a_team() -> dict[str, str]:
    """The words of a role sheet and of its cards."""
    return {
        "secret": _("For this team alone"),
        "role": _("Role sheet"),
        "you_want": _("What everyone knows that you want"),
        "points": _("points"),
        "instructions": _("Your instructions"),
        "draw_one": _("Draw one of these cards, unseen; the others go back to the facilitator."),
        "card": _("Instruction card"),
        "homes": _("Your constituencies"),
        "weight": _("weight"),
        "ratify": _("Per cent of the weight that must carry a treaty:"),
        "roles": _("Who does what in your team"),
    }


def _of_slips() -> dict[str, str]:
    """The words of what a team fills in: slips, forms of agreement, ballots."""
    return {
        "slip": _("Order slip"),
        "turn": _("Turn"),
        "order": _("write"),
        "does": _("order"),
        "targets": _("tick"),
        "cost": _("cost"),
        "lines": _("Votes, answers, signatures, messages, arguments: one line for each"),
        "texts": _("Ready texts that you may sign"),
        "votes": _("You vote in"),
        "agreement": _("Agreement"),
        "name": _("Name"),
        "parties": _("Parties"),
        "kind": _("Kind"),
        "promise": _("promise"),
        "treaty": _("treaty: constituencies are asked"),
        "secret_text": _("secret"),
        "clauses": _("Clauses"),
        "clause": _("who, what, until which turn"),
        "signatures": _("Signatures"),
        "ballot": _("Ballot"),
        "text": _("Text"),
        "yes": _("yes"),
        "no": _("no"),
        "abstain": _("abstain"),
    }


def procedure(scenario: Scenario) -> tuple[str, ...]:
    """What the facilitator does in a turn, in order."""
    steps = [
        _("Read the news aloud; say who must answer an event. Then open the negotiation."),
        _("The teams negotiate face to face. Every team hands in a slip, and the parties a form."),
        _("Type each slip. All that is wrong with one is said at once: hand it back, and go on."),
        _("End the negotiation when every slip is in, or when its time is up."),
    ]
    if scenario.argue_cells:
        steps.append(_("Rule on arguments: hear the other teams, then pick a word of odds."))
    steps.append(_("Tell the reveal chapter by chapter, and mark the board. Then the next turn."))
    steps.append(_("Keep the debrief's time: it is where the class learns."))
    return tuple(steps)


def writing(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """How the lines of a slip are written: an example, and what it does."""
    issue = next(iter(scenario.issues.values()), None)
    found: list[tuple[str, str]] = []
    if issue is not None and scenario.settle is None:
        found.append((f"step {issue.id} {issue.options[-1]}", _("consent to a step of an issue")))
    if scenario.forums:
        found.append((_("vote TEXT yes"), _("vote on what is proposed: yes, no or abstain")))
    if any(event.choices for event in scenario.events.values()):
        found.append((_("answer EVENT OPTION"), _("answer an event that asks you")))
    found += [
        (_("sign TEXT"), _("sign a text on the table, or a ready one")),
        (_("say to NAME: ..."), _("send a message; without a name, to everybody")),
        (_("press: ..."), _("speak to the papers")),
    ]
    if scenario.perceptions:
        found.append((_("rate NAME 7"), _("how threatening a seat looks to you, 0 to 10")))
    if scenario.argue_cells:
        names = scenario.header.names
        cell = names[min(scenario.argue_cells)]
        example = f'argue "..." because "..." asking {cell} -1'
        found.append((example, _("something that is not on the slip")))
    if scenario.settle is not None:
        options = " ".join(f"{i.id}={i.options[0]}" for i in scenario.issues.values())
        found.append((f"table {options}", _("table a package")))
        found.append(("accept 1", _("accept a package, or refuse it")))
    return tuple(found)
