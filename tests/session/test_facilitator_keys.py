"""What a facilitator must find at any time has a key of its own, however many teams there are."""

from __future__ import annotations

from tests.session.facilitated import begun, choose, control, hand_in


def test_keys_stay_the_same_from_three_teams_to_six() -> None:
    seen = []
    for name in ("first-talks", "thaad-2016"):
        at = begun(name, minutes=25 if name == "first-talks" else 50)
        choose(at, "open")
        seen.append([(one.id, one.key) for one in at.frame().screen.controls if one.key])
    assert seen[0] == seen[1]
    keys = [key for _id, key in seen[0]]
    assert len({*keys}) == len(keys)
    assert {"close", "pause", "powers", "blank", "extend 5"} <= {id for id, _key in seen[0]}


def test_how_many_slips_are_in_stands_above_the_slips() -> None:
    at = begun("first-talks")
    choose(at, "open")
    assert at.frame().screen.controls[0].heading == "Slips in: 0 of 3."
    hand_in(at, "host", "step radar agreed")
    assert control(at, "slip host").heading == "Slips in: 1 of 3."
