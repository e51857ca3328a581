# Everything from a fresh clone: needs make and Python 3.11 or newer, and sets itself up in .venv.
#
#   make play                         the THAAD question, one seat for you, bots in the others
#   make play SCENARIO=first-talks    another scenario; ARGS="--seat rok --seed 7" for options
#   make test                         every check, then the tests
#   make bench                        how fast, how small
#   make balance                      how balanced the bundled scenarios are, into docs/balance.md
#   make help                         the other targets

SCENARIO ?= thaad-2016
ARGS     ?=
JOBS     ?= 2
GAMES    ?= 2000

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo "$$python"; break; }; done)

VENV := .venv
BIN  := $(VENV)/bin
LOCK := requirements-dev.txt

.DEFAULT_GOAL := help
.PHONY: help setup play test lint format bench balance golden pictures wheel messages lock clean

help: ## say what each target does
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null \
		|| sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1: \2/p' Makefile

setup: $(VENV)/.ready ## make .venv with everything that the lock names

$(VENV)/.ready: $(LOCK) pyproject.toml hatch_build.py $(wildcard game/locale/*/LC_MESSAGES/*.po)
	@test -n "$(PYTHON)" || { echo "Modus Vivendi needs Python 3.11 or newer; none was found. \
	Install one, or name it: make PYTHON=/path/to/python3" >&2; exit 2; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version); once, or when the lock changes."
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	echo "This Python cannot make environments; install its venv module (python3-venv)." >&2; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--no-build-isolation --editable .
	@touch $@

play: $(VENV)/.ready ## play: the board where there is a display, else line mode; SCENARIO= and ARGS= add to it
	@$(BIN)/modus play $(SCENARIO) $(ARGS)

# pytest comes last, so that its own closing lines close the run.
test: lint ## every check, then the tests
	$(BIN)/modus check --cases --strict
	$(BIN)/pytest -n $(JOBS)

lint: $(VENV)/.ready ## style, types, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict game
	$(BIN)/lint-imports

format: $(VENV)/.ready ## put the code into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.ready ## measure how fast and how small
	$(BIN)/python -m bench $(ARGS)

balance: $(VENV)/.ready ## study every bundled scenario and write docs/balance.md; GAMES= says how long
	$(BIN)/modus balance --games $(GAMES) --jobs $(JOBS) --markdown docs/balance.md $(ARGS)

golden: $(VENV)/.ready ## write golden playthroughs and the README transcript anew, after a meant change
	$(BIN)/python -m tests.playthroughs.told
	$(BIN)/python -m tests.lines.readme

pictures: $(VENV)/.ready ## draw the golden pictures of the board anew, after a meant change of its looks
	$(BIN)/python -m tests.desktop.golden

wheel: $(VENV)/.ready ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

messages: $(VENV)/.ready ## collect the sentences that translators translate
	@mkdir -p game/locale
	$(BIN)/pybabel --quiet extract --keyword N_ --no-location --sort-output \
		--project modus-vivendi --output game/locale/modus.pot game

lock: ## make the lock anew: all Pythons, all platforms, hashes, no registry's address
	@test -x $(BIN)/uv || { $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet uv; }
	$(BIN)/uv --quiet pip compile --upgrade --universal --python-version 3.11 --generate-hashes \
		--all-extras --group dev --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --output-file $(LOCK) pyproject.toml

clean: ## remove what was made here, .venv included
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find game tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
