"""What all tests share: how hard Hypothesis looks."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from game import i18n

# The machine that checks is shared and slow at times: no deadline, and the same examples each run,
# so that a red build says something about the change and nothing about the clock.
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("here", deadline=None, max_examples=50)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def source_language() -> Iterator[None]:
    """A test that speaks another language leaves the others theirs."""
    yield
    i18n.use("")
