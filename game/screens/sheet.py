"""The role sheet: who one is and what one wants, in points."""

from __future__ import annotations

from game.i18n import _, ngettext
from game.screens.appraise import walk_away
from game.screens.eyes import DESK, Eyes, screen
from game.screens.model import Block, Control, Go, Grid, Heading, Items, Paragraph, Place, Screen
from game.table.views import SheetView, WantView


def sheet(eyes: Eyes, place: Place) -> Screen:
    """Brief, instructions, wants and objectives of this seat; and what others say they want."""
    own, first = eyes.view.sheet, bool(place.arg("first"))
    blocks: list[Block] = []
    if own is not None:
        blocks = [*_brief(own), *_least(eyes), *_answers_to(own)]
        if own.roles and not first:
            lines = [f"{role}: {', '.join(powers)}" for role, powers in own.roles]
            blocks.append(Items(tuple(lines), _("A team shares this seat:")))
    controls = _leads(eyes)
    if first:
        controls = [Control("desk", _("to your desk"), Go(DESK), default=True, icon="arrow-right")]
    help = _(
        "Points say what counts for you at the end. 'each' means per unit: with -1 each for "
        "tension, a tension of 5 costs you 5. The others do not see what is for your eyes only, "
        "and they have such a page too."
    )
    return screen(eyes, _("Your role sheet: {name}").format(name=eyes.view.name), blocks,
                  controls, help)  # fmt: skip


def _brief(own: SheetView) -> list[Block]:
    """Who one is, what one alone knows, and what all know."""
    blocks: list[Block] = [Paragraph(own.brief)]
    if own.instructions:
        blocks += [Heading(_("For your eyes only")), Paragraph(own.instructions, "now")]
    if own.private:
        blocks.append(_points(own.private, _("Only you know that you also get:")))
    if own.public:
        blocks += [
            Heading(_("What everybody knows you want")),
            _points(own.public, _("Points at the end of the game:")),
        ]
    return blocks


def _least(eyes: Eyes) -> list[Block]:
    """What one gets without a deal, in a scoreable exercise."""
    least = walk_away(eyes)
    if least is None:
        return []
    text = ngettext(
        "Without a deal you get {n} point, whatever else happens.",
        "Without a deal you get {n} points, whatever else happens.",
        abs(least),
    )
    return [Paragraph(text.format(n=least), "now")]


def _answers_to(own: SheetView) -> list[Block]:
    """One's constituencies."""
    if not own.constituencies:
        return []
    weights = ", ".join(f"{c.name} ({c.weight})" for c in own.constituencies)
    text = _("At home you answer to, with their weight: {names}.").format(names=weights)
    return [Heading(_("At home")), Paragraph(text), *_ratifies(own)]


def _ratifies(own: SheetView) -> list[Block]:
    """What share of its constituencies a treaty needs."""
    if own.ratify is None:
        return []
    text = _(
        "A treaty needs {n} % of their weight. One that loses by it says no, unless it loses "
        "little (up to 2) and supports you (7 or more)."
    )
    return [Paragraph(text.format(n=own.ratify))]


def _leads(eyes: Eyes) -> list[Control]:
    """To what stands behind the sheet: home, points, the others, sources; and back."""
    own = eyes.view.sheet
    controls = []
    if own is not None and own.constituencies:
        says = _("What your constituencies want")
        controls.append(Control("home", says, Go(Place("home")), icon="house"))
    controls.append(Control("points", _("Your points so far"), Go(Place("points")), icon="target"))
    controls += [
        Control(actor.id, _("What {name} wants").format(name=actor.name),
                Go(Place("wants", actor.id)), actor=actor.id)
        for actor in eyes.rivals
    ]  # fmt: skip
    if any(not actor.is_player and actor.wants for actor in eyes.view.actors):
        says = _("What those without a seat want")
        controls.append(Control("chorus", says, Go(Place("chorus")), icon="users"))
    if eyes.sources:
        controls.append(Control("sources", _("Sources"), Go(Place("sources")), icon="book-open"))
    controls.append(Control("back", _("back to the desk"), Go(DESK), role="back", default=True))
    return controls


def wants(eyes: Eyes, place: Place) -> Screen:
    """What everybody knows of another actor."""
    actor = eyes.actors[place.of]
    blocks: list[Block] = []
    if actor.government:
        blocks.append(Paragraph(actor.government))
    if actor.brief:
        blocks.append(Paragraph(actor.brief))
    if actor.wants:
        blocks.append(_points(actor.wants, _("What it is known to want, in points:")))
    controls = [
        Control("back", _("back to your role sheet"), Go(Place("sheet")), role="back", default=True)
    ]
    help = _("Nobody sees another seat's private instructions: there may be more behind this.")
    return screen(eyes, actor.name, blocks, controls, help)


def sources(eyes: Eyes, place: Place) -> Screen:
    """Where the facts come from: what the numbers in brackets mean; `of` is where one asked."""
    lines = []
    for number, source in sorted(eyes.sources.items()):
        text = source if isinstance(source, str) else ", ".join(str(v) for v in source.values())
        lines.append(f"[{number}] {text}")
    back = Place(place.of or "sheet")
    controls = [Control("back", _("go back"), Go(back), role="back", default=True)]
    help = _("In the texts a number in brackets, such as [1], stands for one of these.")
    return screen(eyes, _("Sources"), [Items(tuple(lines))], controls, help)


def home(eyes: Eyes, place: Place) -> Screen:
    """One's constituencies, what they want, and how they ratify."""
    own = eyes.view.sheet
    blocks: list[Block] = []
    for c in own.constituencies if own else ():
        caption = _("{name}, weight {n}:").format(name=c.name, n=c.weight)
        blocks.append(Items(tuple(_want(want) for want in c.wants), caption))
    if own is not None:
        blocks += _ratifies(own)
    controls = [
        Control("back", _("back to your role sheet"), Go(Place("sheet")), role="back", default=True)
    ]
    help = _("Constituencies are asked about treaties. Raise their support before you sign one.")
    return screen(eyes, _("What your constituencies want"), blocks, controls, help)


def _want(want: WantView) -> str:
    return f"{want.says} {want.points:+d}" if want.points else want.says


def chorus(eyes: Eyes, place: Place) -> Screen:
    """What everybody knows of the actors that nobody plays."""
    blocks: list[Block] = [
        Items(tuple(_want(want) for want in actor.wants) or (_("nothing in particular"),),
              f"{actor.name}:")
        for actor in eyes.view.actors
        if not actor.is_player
    ]  # fmt: skip
    controls = [
        Control("back", _("back to your role sheet"), Go(Place("sheet")), role="back", default=True)
    ]
    help = _("Nobody plays these. They vote as their wants and their trust in the proposer say.")
    return screen(eyes, _("Those without a seat"), blocks, controls, help)


def _points(wanted: tuple[WantView, ...], caption: str) -> Grid:
    rows = tuple((f"{w.points:+d}" if w.points else "", _says(w)) for w in wanted)
    return Grid((_("points"), _("for")), rows, caption)


def _says(want: WantView) -> str:
    if want.kind == "accrues":
        return _("{what} (counted every turn)").format(what=want.says)
    if want.kind == "objective":
        return _("if at the end: {what}").format(what=want.says)
    return want.says
