"""A seat's PIN: it cannot be guessed in silence."""

from __future__ import annotations

from game.session.curtain import TRIES, Pins


def test_wrong_pins_are_counted_and_told_once() -> None:
    pins = Pins()
    pins.guard("rok", "0417")
    assert not pins.opens("rok", "1111")
    assert pins.opens("rok", " 0417 ")
    assert pins.tried("rok") == 1
    assert pins.tried("rok") == 0


def test_too_many_wrong_pins_shut_a_seat_until_its_pin_is_taken_away() -> None:
    pins = Pins()
    pins.guard("rok", "0417")
    for number in range(TRIES):
        assert not pins.opens("rok", str(number))
    assert pins.shut("rok")
    assert not pins.opens("rok", "0417")
    pins.forget("rok")
    assert pins.opens("rok", "")
    assert pins.taken == ["rok"]
