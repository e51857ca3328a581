"""Orders: the menu of what this seat may do, what it costs, why not, and what it teaches."""

from __future__ import annotations

from game.i18n import _, ngettext
from game.scenario.notation import parse_order
from game.scenario.orders import Act, Order, Step
from game.screens.effects import effects_in_words
from game.screens.eyes import DESK, Eyes, listed, nothing, screen
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
from game.table.commands import Give, TakeBack
from game.table.views import MenuItem, OrderView

ORDERS = Place("orders")
KINDS = ("act", "step", "propose")


def group_of(item: MenuItem) -> str:
    """Under which heading an order stands: its instrument, or its issue."""
    order = parse_order(item.notation)
    return _key(order)


def _key(order: Order) -> str:
    match order:
        case Act():
            return f"act {order.instrument}"
        case Step():
            return f"step {order.issue}"
    return ""


def groups(eyes: Eyes) -> dict[str, list[MenuItem]]:
    """The menu by instrument and issue, in its own order; votes and leaving stand elsewhere."""
    found: dict[str, list[MenuItem]] = {}
    for item in eyes.view.menu:
        if item.group in KINDS:
            found.setdefault(group_of(item), []).append(item)
    return found


def title_of(eyes: Eyes, group: str) -> str:
    """The name of a heading."""
    kind, name = group.split(" ", 1)
    return eyes.words.instrument(name) if kind == "act" else eyes.words.issue(name)


def orders(eyes: Eyes, place: Place) -> Screen:
    """What is ordered so far, and every instrument and issue that can be ordered."""
    view = eyes.view
    blocks: list[Block] = []
    left = ngettext("You may give {n} more order.", "You may give {n} more orders.",
                    view.orders_left)  # fmt: skip
    blocks.append(
        Paragraph(
            left.format(n=view.orders_left)
            + " "
            + _("{free} of {n} {purse} are free.").format(
                free=eyes.free, n=view.purse, purse=eyes.purse_name()
            )
        )
    )
    if not view.orders:
        blocks.append(nothing(_("You have ordered nothing yet.")))
    controls = [_given(order) for order in view.orders]
    controls += [_group(eyes, key, items) for key, items in groups(eyes).items()]
    controls.append(Control("back", _("back to the desk"), Go(DESK), role="back", default=True))
    help = _(
        "An order is something you do this turn. What it costs is reserved at once. A step moves "
        "an issue only if all who must consent order it in the same turn; if it does not move, the "
        "step costs nothing. Nobody sees your orders before the turn ends. Proposals are the "
        "exception: they are open, and cannot be taken back."
    )
    return screen(eyes, _("Orders"), blocks, controls, help)


def _given(order: OrderView) -> Control:
    label = _("Given: {label}").format(label=order.label)
    if order.final:
        why = _("a proposal is open and final")
        action = Go(ORDERS)
        return Control(f"given {order.notation}", label, action, "choice", "", "", False, why,
                       heading=_("Given this turn"))  # fmt: skip
    return Control(
        f"given {order.notation}",
        label,
        Submit(TakeBack(parse_order(order.notation)), ORDERS, _("Taken back.")),
        hint=_("choose it to take it back"),
        icon="undo-2", heading=_("Given this turn"),
    )  # fmt: skip


def _group(eyes: Eyes, key: str, items: list[MenuItem]) -> Control:
    open_items = [item for item in items if not item.code]
    shown = open_items or items
    costs = sorted({item.cost for item in shown})
    price = _cost(costs[0]) if len(costs) == 1 else _("costs {low} to {high}").format(
        low=costs[0], high=costs[-1]
    )  # fmt: skip
    title, bare = title_of(eyes, key), price
    if key.startswith("step "):
        title = _("Step: {issue}").format(issue=title)
        steps = [parse_order(item.notation) for item in shown]
        options = [eyes.option(s.issue, s.option) for s in steps if isinstance(s, Step)]
        price = _("to {options}, {price}").format(options=_(" or ").join(options), price=price)
    elif items[0].forum:
        price = _("proposed to {forum}").format(forum=eyes.words.forum(items[0].forum)) + (
            f", {price}"
        )
    why = items[0].refusal if not open_items else ""
    return Control(
        key, title, Go(Place("order", key)), "choice", price,
        enabled=bool(open_items), why_not=why, cost=bare, icon=_icon(key, items[0].forum),
        heading=_("Steps") if key.startswith("step ") else _("What you can do"),
    )  # fmt: skip


def _icon(group: str, forum: str) -> str:
    if forum:
        return "landmark"
    return "layers" if group.startswith("step ") else "zap"


def _cost(cost: int) -> str:
    return _("costs {n}").format(n=cost) if cost else _("costs nothing")


def order(eyes: Eyes, place: Place) -> Screen:
    """One instrument or issue: toward whom, or which step; what it does and what it teaches."""
    items = groups(eyes).get(place.of, [])
    blocks: list[Block] = []
    if items and items[0].forum:
        text = _("{forum} must adopt it. A proposal is open, and cannot be taken back.")
        blocks.append(Paragraph(text.format(forum=eyes.words.forum(items[0].forum))))
    blocks += _what_it_does(eyes, place.of)
    controls = [
        Control(
            item.notation, item.label, _give(item), "choice",
            hint=_cost(item.cost), enabled=not item.code, why_not=item.refusal,
            cost=_cost(item.cost), actor=_toward(eyes, item), icon=_icon(place.of, item.forum),
        )
        for item in items
    ]  # fmt: skip
    if items:
        blocks.append(Paragraph(_typed(eyes, items[0].notation), "quiet"))
    controls.append(Control("back", _("back to the orders"), Go(ORDERS), role="back", default=True))
    return screen(eyes, title_of(eyes, place.of), blocks, controls)


def _typed(eyes: Eyes, notation: str) -> str:
    """How an order is typed, with the names of those whom it names by their ids."""
    says = _("You can also type it: {notation}").format(notation=notation)
    named = [
        _("{id} is {name}").format(id=word, name=eyes.name(word))
        for word in notation.split()
        if word in eyes.actors and eyes.name(word).casefold() != word.casefold()
    ]
    return f"{says} ({listed(named)})" if named else says


def _toward(eyes: Eyes, item: MenuItem) -> str:
    """The actor that an order is aimed at."""
    order = parse_order(item.notation)
    return order.target if isinstance(order, Act) and order.target in eyes.actors else ""


def _give(item: MenuItem) -> Submit:
    said = _("Proposed: {label}") if item.forum else _("Ordered: {label}")
    return Submit(Give(parse_order(item.notation)), ORDERS, said.format(label=item.label))


def _what_it_does(eyes: Eyes, group: str) -> list[Block]:
    kind, name = group.split(" ", 1)
    blocks: list[Block] = []
    if kind == "act":
        instrument = eyes.scenario.instruments[name]
        lines = effects_in_words(eyes, instrument.effects)
        if lines:
            blocks.append(Items(tuple(lines), _("What it does:")))
    else:
        from game.screens.board import ladder

        blocks.append(ladder(eyes, eyes.issues[name]))
    concepts = _concepts(eyes, kind, name)
    if concepts:
        blocks += [Heading(_("What may follow")), *concepts]
    return blocks


def _concepts(eyes: Eyes, kind: str, name: str) -> list[Paragraph]:
    found = []
    for rule in eyes.scenario.rules.values():
        acts = kind == "act" and rule.on == "act" and rule.do == name
        moves = kind == "step" and rule.on == "move" and rule.issue in ("", name)
        if (acts or moves) and rule.concept:
            text = f"{eyes.words.rule(rule.id)} ({rule.concept}, {rule.cite})"
            found.append(Paragraph(text, "concept"))
    return found
