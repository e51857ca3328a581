"""A killed process loses nothing that it acknowledged."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.record.kills import kills


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process")
def test_a_kill_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    assert kills(int(os.environ.get("KILLS", "25")), tmp_path) > 100
