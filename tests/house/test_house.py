"""The house's own laws: the manual is complete, the wheel stands alone, help starts without the reader."""

import argparse
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tocsin.cli import parser
from tocsin.languages import available, check

ROOT = Path(__file__).resolve().parents[2]
MANUAL = "\n".join(p.read_text("utf-8") for p in sorted((ROOT / "docs" / "manual").glob("*.md")))


def commands() -> dict[str, argparse.ArgumentParser]:
    return next(a.choices for a in parser()._actions if isinstance(a, argparse._SubParsersAction))


def test_every_command_and_option_is_in_the_manual() -> None:
    missing = [name for name in commands() if f"tocsin {name}" not in MANUAL]
    for command in commands().values():
        missing += [
            o
            for a in command._actions
            for o in a.option_strings
            if o.startswith("--") and o != "--help" and o not in MANUAL
        ]
    assert not missing


@pytest.mark.parametrize("code", available())
def test_every_language_file_is_without_fault(code: str) -> None:
    check(code)


def test_help_loads_neither_the_reader_nor_a_framework() -> None:
    probe = "import sys\nfrom tocsin.cli import parser\nparser()\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.split()
    assert not {"tocsin.reading", "tocsin.languages", "pycrfsuite", "django"} & set(loaded)


def test_no_file_names_a_workplace_or_a_package_index() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    if not any(files):
        pytest.skip("not a git checkout")
    bad = re.compile("/wor" + "k/|python" + "hosted|py" + r"pi\.org")
    texts = [f for f in files if f and (ROOT / f).is_file() and (ROOT / f).suffix not in (".crfsuite", ".png")]
    assert not [f for f in texts if bad.search((ROOT / f).read_text("utf-8"))]


def test_no_module_is_longer_than_the_house_allows() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "check_sizes.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_data_flows_one_way_and_every_room_is_listed() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    listed = (ROOT / ".importlinter").read_text("utf-8").split()
    rooms = [p.stem for p in (ROOT / "src" / "tocsin").iterdir() if p.name not in ("__init__.py", "__pycache__")]
    assert set(rooms) <= set(listed)


def test_the_run_time_lock_holds_one_dependency_with_its_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert len(re.findall("^[a-z]", lock, re.M)) == 1
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=[a-z])", text) if entry[:1].isalpha())


@pytest.mark.slow
def test_the_installed_wheel_reads_without_development_dependencies(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    built = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(built, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("tocsin-*.whl")
    assert wheel.stat().st_size < 15_000_000
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    lock = ["-r", str(ROOT / "requirements.lock"), "--require-hashes"]
    installed = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", *lock], capture_output=True, text=True, check=False
    )
    if "No matching distribution" in installed.stderr or "NewConnectionError" in installed.stderr:
        pytest.skip("no package index is reached from here, so the run-time dependency can't be installed")
    assert installed.returncode == 0, installed.stderr
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", str(wheel)], check=True, capture_output=True
    )
    done = subprocess.run(
        [tmp_path / "env" / "bin" / "tocsin", "demo"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "Docket:" in done.stdout
