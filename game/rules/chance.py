"""Chance by name: nothing is streamed, so nothing can fall out of step (rules.md, Chance)."""

from __future__ import annotations

from hashlib import blake2b

BITS = 64


def draw(seed: int, turn: int, name: str) -> int:
    """A whole number in [0, 2**64) that depends on nothing but the seed, the turn and the name.

    >>> draw(7, 1, "storm") == draw(7, 1, "storm") != draw(7, 2, "storm")
    True
    """
    text = f"{seed}|{turn}|{name}".encode()
    return int.from_bytes(blake2b(text, digest_size=BITS // 8).digest(), "big")


def pick(seed: int, turn: int, name: str, among: int) -> int:
    """An index below ``among``."""
    return draw(seed, turn, name) % among


def happens(seed: int, turn: int, name: str, probability: float) -> bool:
    """Whether a chance of ``probability`` (0 to 1) comes true."""
    return draw(seed, turn, name) < int(probability * (1 << BITS))
