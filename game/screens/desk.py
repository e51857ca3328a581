"""The desk from which everything is done, and the end of one's turn."""

from __future__ import annotations

from msgspec.structs import replace

from game.i18n import _, ngettext
from game.screens.board import of_the_cards
from game.screens.eyes import DESK, Eyes, listed, nothing, screen
from game.screens.model import (
    Block,
    Control,
    Figure,
    Figures,
    Go,
    Items,
    Leave,
    Paragraph,
    Place,
    Screen,
    Submit,
)
from game.screens.points import standing
from game.screens.waiting import to_do, unanswered, unsigned, unvoted, waiting
from game.table.commands import Unlock
from game.table.views import MessageView, QuestionView


def sources_control(eyes: Eyes, here: str) -> list[Control]:
    """The way to what the numbers in brackets stand for, and back to here."""
    if not eyes.sources:
        return []
    hint = _("what the numbers in brackets stand for")
    return [
        Control("sources", _("Sources"), Go(Place("sources", here)), hint=hint, icon="book-open")
    ]


def desk(eyes: Eyes, place: Place) -> Screen:
    """From here everything is done; Enter goes on to what comes next."""
    view = eyes.view
    if view.locked:
        return _locked(eyes)
    blocks = [*_watched(eyes), *_welcome(eyes), *to_do(eyes)]
    if view.orders:
        lines = [order.label for order in view.orders]
        blocks.append(Items(tuple(lines), _("Your orders this turn:")))
    help = _(
        "The desk is where each turn is played. Choose a number to look or act; you always come "
        "back here. Orders and votes stay secret until everybody has ended the turn. You can also "
        "type an order itself, such as {example}, or 'why {cell}' to ask what changed a number."
    ).format(example=_example(eyes), cell=_cell(eyes))
    help = f"{help} {of_the_cards()}"
    shown = screen(eyes, _("Your desk"), blocks, _desk_controls(eyes), help)
    return replace(shown, tiles=True)


def _welcome(eyes: Eyes) -> list[Block]:
    """What to do in the first turn."""
    if eyes.view.turn > 1 or eyes.view.orders:
        return []
    says = _(
        "Look at the board, give orders, talk to the others. "
        "When you have done what you want, end your turn."
    )
    if eyes.scenario.settle is not None:
        says = _(
            "Look at your role sheet and at the packages, table one, talk to the others. "
            "When you have done what you want, end your turn."
        )
    return [Paragraph(says)]


def _watched(eyes: Eyes) -> list[Block]:
    """The numbers that a seat keeps its eye on: its capital, support at home, its points."""
    found: list[Figure] = []
    if eyes.spends:
        text = _("{n} reserved").format(n=eyes.view.reserved) if eyes.view.reserved else ""
        name = eyes.purse_name()
        cell = f"capital.{eyes.seat}"
        found.append(
            Figure(name[:1].upper() + name[1:], str(eyes.free), "coins", text,
                   cell=cell if cell in eyes.cells else "")
        )  # fmt: skip
    own = eyes.view.sheet
    homes = [f"support.{eyes.seat}.{c.id}" for c in own.constituencies] if own else []
    homes = sorted((c for c in homes if c in eyes.cells), key=lambda c: eyes.cells[c].value)
    if homes:
        low, high = eyes.cells[homes[0]].value, eyes.cells[homes[-1]].value
        text = str(low)
        if high > low:
            text = _("{low}–{high}").format(low=low, high=high)
        found.append(Figure(_("Support"), text, "house", cell=homes[0]))
    score = standing(eyes)
    if score is not None:
        says = _("Points now")
        if eyes.scenario.settle is not None:
            says = _("Points without a deal")
        found.append(Figure(says, f"{score.total:+d}" if score.total else "0", "target"))
    return [Figures(tuple(found))] if found else []


def _example(eyes: Eyes) -> str:
    found = next((item.notation for item in eyes.view.menu if not item.code), "step issue option")
    return f"'{found}'"


def _cell(eyes: Eyes) -> str:
    return next((cell.name for cell in eyes.view.cells), "tension")


def _desk_controls(eyes: Eyes) -> list[Control]:
    """What a turn needs first, then where to look, then what is seldom done, then the ways on."""
    asked = waiting(eyes)
    return [
        *_packages(eyes),
        *_everyday(eyes),
        *_votes(eyes),
        *_events(eyes, asked),
        Control("board", _("Board"), Go(Place("board")), hint=_("what stands where, and why"),
                icon="map"),
        Control("sheet", _("Role sheet"), Go(Place("sheet")), hint=_("what you want"), icon="user"),
        *_seldom(eyes),
        _last_control(eyes, asked),
        *_ways_out(eyes),
    ]  # fmt: skip


def _packages(eyes: Eyes) -> list[Control]:
    """Whole settlements, where the game is about one."""
    if not eyes.scenario.settle:
        return []
    n = len(eyes.view.packages)
    hint = ngettext("{n} package tabled", "{n} packages tabled", n).format(n=n)
    return [
        Control("packages", _("Packages"), Go(Place("packages")), hint=hint, icon="layers",
                badge=_waits(len(unanswered(eyes))))
    ]  # fmt: skip


def _everyday(eyes: Eyes) -> list[Control]:
    """Orders where there are any, agreements and messages."""
    controls = [
        Control("agreements", _("Agreements"), Go(Place("agreements")), hint=_drafts_hint(eyes),
                icon="handshake", badge=_waits(len(unsigned(eyes)))),
        Control("messages", _("Messages"), Go(Place("messages")), hint=_messages_hint(eyes),
                icon="messages-square", badge=_new(len(_news(eyes)))),
    ]  # fmt: skip
    if eyes.bare:
        return controls
    left = _("{n} left").format(n=eyes.view.orders_left) if eyes.view.orders_left else ""
    orders = Control(
        "orders", _("Orders"), Go(Place("orders")), hint=_orders_hint(eyes), icon="clipboard-list",
        badge=left,
    )  # fmt: skip
    return [orders, *controls]


def _votes(eyes: Eyes) -> list[Control]:
    """The forums, where there are any."""
    if not eyes.scenario.forums:
        return []
    n = len(eyes.view.proposals)
    hint = ngettext("{n} proposal this turn", "{n} proposals this turn", n).format(n=n)
    mine = sum(bool(p.votes) for p in eyes.view.proposals)
    if n:
        hint += _(", {n} for you to vote on").format(n=mine)
    return [
        Control("votes", _("Votes"), Go(Place("votes")), hint=hint, icon="vote",
                badge=_waits(len(unvoted(eyes))))
    ]  # fmt: skip


def _events(eyes: Eyes, asked: list[QuestionView]) -> list[Control]:
    """What happens and must be answered, where that can be."""
    if not any(event.choices for event in eyes.scenario.events.values()):
        return []
    hint = _("nothing waits")
    if asked:
        hint = _("{title}: waits for your answer").format(title=asked[0].title)
    return [
        Control("questions", _("Events to answer"), Go(Place("questions")), hint=hint,
                icon="bell", badge=_waits(len(asked)))
    ]  # fmt: skip


def _seldom(eyes: Eyes) -> list[Control]:
    """What not every game has."""
    controls = []
    if eyes.scenario.argue_cells:
        hint = _("an action that is not on the menu; it may succeed or fail")
        controls.append(
            Control("argue", _("Argue for an action"), Go(Place("argue")), hint=hint,
                    icon="speech")
        )  # fmt: skip
    if eyes.scenario.perceptions:
        hint = _("how threatening each looks to you; only the debrief shows it")
        controls.append(
            Control("perceive", _("Rate the others"), Go(Place("perceive")), hint=hint, icon="eye")
        )
    return [*controls, *sources_control(eyes, "desk")]


def _ways_out(eyes: Eyes) -> list[Control]:
    """Giving the keyboard to somebody else, or the game a rest."""
    controls = []
    if any(actor.by == "person" and not actor.locked for actor in eyes.rivals):
        hint = _("you can come back before the turn ends")
        controls.append(
            Control("pass", _("Others first"), Leave("pass_on"), hint=hint,
                    icon="users")
        )  # fmt: skip
    hint = _("it is saved; go on later")
    controls.append(Control("quit", _("Leave the game"), Leave("quit"), hint=hint, icon="log-out"))
    return controls


def _waits(n: int) -> str:
    """How many things wait for this seat, in as few words as can be."""
    return ngettext("{n} waits", "{n} wait", n).format(n=n) if n else ""


def _new(n: int) -> str:
    return ngettext("{n} new", "{n} new", n).format(n=n) if n else ""


def _last_control(eyes: Eyes, asked: list[QuestionView]) -> Control:
    if asked:
        title = asked[0].title
        return Control(
            "answer", _("answer: {title}").format(title=title),
            Go(Place("question", asked[0].event)), default=True, icon="bell",
        )  # fmt: skip
    return Control("end", _("end your turn"), Go(Place("lock")), default=True, icon="lock")


def _orders_hint(eyes: Eyes) -> str:
    given = len(eyes.view.orders)
    return _("{n} given, {left} left").format(n=given, left=eyes.view.orders_left)


def _drafts_hint(eyes: Eyes) -> str:
    return _("{n} in force, {drafts} on the table").format(
        n=len(eyes.view.agreements), drafts=len(eyes.view.drafts)
    )


def _news(eyes: Eyes) -> list[MessageView]:
    """What others wrote lately."""
    return [m for m in eyes.view.messages if m.turn >= eyes.view.turn - 1 and m.by != eyes.seat]


def _messages_hint(eyes: Eyes) -> str:
    return _("{n} from this turn and the last").format(n=len(_news(eyes)))


def _locked(eyes: Eyes) -> Screen:
    persons = [a.name for a in eyes.players if not a.locked]
    blocks: list[Block] = [nothing(_("Your turn is over."))]
    if persons:
        blocks.append(Paragraph(_("Still to play: {names}.").format(names=listed(persons))))
    controls = [
        Control("pass", _("let the next one play"), Leave("pass_on"), default=True, icon="users"),
        Control(
            "unlock", _("Change something after all"), Submit(Unlock(), DESK), icon="lock-open"
        ),
    ]
    return screen(eyes, _("You have ended your turn"), blocks, controls)
