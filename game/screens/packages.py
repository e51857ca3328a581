"""Scoreable exercises: packages with one option for every issue."""

from __future__ import annotations

from game.i18n import _, ngettext
from game.screens.appraise import package_worth, walk_away
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
from game.table.commands import Accept, Refuse, TablePackage

PACKAGES = Place("packages")


def packages(eyes: Eyes, place: Place) -> Screen:
    """What is tabled, who accepts it, what it is worth to this seat."""
    blocks: list[Block] = []
    least = walk_away(eyes)
    if least is not None:
        text = ngettext(
            "Without a deal you get {n} point.", "Without a deal you get {n} points.", abs(least)
        )
        blocks.append(Paragraph(text.format(n=least)))
    controls: list[Control] = []
    for number, package in enumerate(eyes.view.packages, 1):
        name = _("Package {n}").format(n=number)
        blocks.append(
            Heading(_("{package}, by {name}").format(package=name, name=eyes.name(package.by)))
        )
        blocks.append(Items(package.says))
        worth = "" if package.worth is None else _("Worth {n} to you.").format(n=package.worth)
        accepts = _("Accepted by: {names}.").format(names=eyes.names(package.accepts) or "-")
        refuses = _("Refused by: {names}.").format(names=eyes.names(package.refuses) or "-")
        blocks.append(Paragraph(" ".join(part for part in (worth, accepts, refuses) if part)))
        if eyes.seat not in package.accepts:
            accept = Submit(Accept(package.id), PACKAGES, _("Accepted."))
            controls.append(
                Control(f"yes {package.id}", _("Accept: {p}").format(p=name), accept, icon="check")
            )
        if eyes.seat not in package.refuses:
            refuse = Submit(Refuse(package.id), PACKAGES, _("Refused."))
            controls.append(
                Control(f"no {package.id}", _("Refuse: {p}").format(p=name), refuse, icon="x")
            )
    if not eyes.view.packages:
        blocks.append(nothing(_("Nothing is tabled yet.")))
    controls.append(Control("table", _("Table a package"), Go(Place("package")), icon="plus"))
    controls.append(Control("back", _("back to the desk"), Go(DESK), role="back", default=True))
    help = _(
        "A package names one option for every issue. The first one that enough seats accept is the "
        "settlement, and ends the game. You may accept less than you would get without a deal."
    )
    return screen(eyes, _("Packages"), blocks, controls, help)


def package(eyes: Eyes, place: Place) -> Screen:
    """A package in the making."""
    chosen = {i.id: place.arg(i.id) or i.options[i.now] for i in eyes.view.issues}
    if place.of:
        return _options(eyes, place)
    controls = [
        Control(
            issue.id, issue.name, Go(Place("package", issue.id, place.args)), "field",
            value=eyes.option(issue.id, chosen[issue.id]),
        )
        for issue in eyes.view.issues
    ]  # fmt: skip
    worth = package_worth(eyes, chosen)
    blocks: list[Block] = [Paragraph(_("Choose an issue to change its option."))]
    if worth is not None:
        blocks.append(Paragraph(_("Worth {n} to you.").format(n=worth), "now"))
    controls.append(
        Control(
            "table", _("table this package"),
            Submit(TablePackage(tuple(chosen.items())), PACKAGES, _("Tabled.")),
            default=bool(place.args), icon="send",
        )
    )  # fmt: skip
    controls.append(
        Control(
            "back", _("back to the packages"), Go(PACKAGES), role="back", default=not place.args
        )
    )
    return screen(eyes, _("A new package"), blocks, controls)


def _options(eyes: Eyes, place: Place) -> Screen:
    issue = eyes.issues[place.of]
    chosen = {i.id: place.arg(i.id) or i.options[i.now] for i in eyes.view.issues}
    controls = []
    for option, label in zip(issue.options, issue.labels, strict=True):
        worth = package_worth(eyes, chosen | {issue.id: option})
        hint = "" if worth is None else _("the package would be worth {n} to you").format(n=worth)
        to = Place("package", "", place.with_args(**{issue.id: option}).args)
        controls.append(
            Control(option, label, Go(to), "choice", hint, default=option == chosen[issue.id])
        )
    return screen(eyes, issue.name, [], controls)
