# Every target sets up what it needs in a fresh clone.
PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared

help: ## what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 20

.venv/ready: requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tocsin needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch .venv/ready

setup: .venv/ready ## the environment

demo: .venv/ready ## read the reports that ship with the project
	@$(BIN)/tocsin demo

test: .venv/ready ## the whole test suite
	$(BIN)/python -m pytest -n 2

check: .venv/ready ## lint, format, types, import contracts, sizes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/check_sizes.py

system: ## Debian packages that real components need: none yet
	@echo "tocsin: reading needs no system package"

tagger: .venv/ready ## train the person tagger anew from SHARED/persons and data/persons
	$(BIN)/python scripts/train_tagger.py --persons $(SHARED)/persons

bench-reading: .venv/ready ## the scoreboard of the reader, beside what one would use instead
	$(BIN)/python scripts/bench_reading.py --shared $(SHARED)

readings-diff: .venv/ready ## claims gained, lost and changed over the open corpus since readings-keep
	$(BIN)/python scripts/compare_readings.py --shared $(SHARED)

readings-keep: .venv/ready ## keep today's readings, for readings-diff to compare with
	$(BIN)/python scripts/compare_readings.py --shared $(SHARED) --save

wheel: .venv/ready ## dist/tocsin-*.whl
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

.PHONY: help setup demo test check system tagger bench-reading readings-diff readings-keep wheel
