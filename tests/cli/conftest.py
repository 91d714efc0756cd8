"""The command as a person runs it, in a process of its own."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def tocsin() -> Run:
    def run(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "tocsin", *map(str, args)]
        return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=120)

    return run
