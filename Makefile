# Everything from nothing but python3 and PyPI. `make help` lists the targets.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/pip --disable-pip-version-check -q
DATA   ?= ../shared/data
WEEK    = $(shell $(PYTHON) -c "import datetime as d; print(d.date.today() - d.timedelta(days=7))")

.DEFAULT_GOAL := help
.PHONY: help demo test lint format types contracts docs docs-serve check bench crash eval train lock build clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | sort

# -- environments: what runs, what develops, what documents ----------------------------

$(VENV)/pyvenv.cfg:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.lock pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) install --require-hashes --no-deps -r requirements/run.lock
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.run
	$(PIP) install --require-hashes --no-deps -r requirements/dev.lock
	@touch $@

$(VENV)/.docs: requirements/docs.lock $(VENV)/.run
	$(PIP) install --require-hashes --no-deps -r requirements/docs.lock
	@touch $@

# -- what people run -------------------------------------------------------------------

demo: $(VENV)/.run ## transform the shipped notes; table on screen, page in out/demo.html
	$(BIN)/harborward demo --out out

test: $(VENV)/.dev ## run all tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: lint types contracts docs coverage ## all that a change must pass

lint: $(VENV)/.dev ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.dev ## let ruff rewrite what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.dev ## mypy, strict
	$(BIN)/mypy

contracts: $(VENV)/.dev ## which room may use which
	$(BIN)/lint-imports

coverage: $(VENV)/.dev ## all tests, with branch coverage
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=term-missing:skip-covered

docs: $(VENV)/.docs ## build the documentation; a broken link fails
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict -q

docs-serve: $(VENV)/.docs ## read the documentation at http://127.0.0.1:8000
	$(BIN)/mkdocs serve

# -- what measures ---------------------------------------------------------------------

eval: $(VENV)/.run ## recall and precision; DATA=folder for the larger sets
	$(BIN)/python -m tools.eval --data $(DATA)

.venv-bench/.done: tools/bench/requirements.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip --disable-pip-version-check -q install -r tools/bench/requirements.txt
	@touch $@

bench: $(VENV)/.run .venv-bench/.done ## speed and memory beside Presidio and scrubadub
	$(BIN)/python -m tools.bench --data $(DATA) --peers .venv-bench/bin/python

.venv-train/.done: training/requirements.txt requirements/run.lock pyproject.toml
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/pip --disable-pip-version-check -q install -r training/requirements.txt -e .
	@touch $@

train: .venv-train/.done ## make the model anew (about three hours); DATA=folder with the carriers, SHARE=0.02 to try
	.venv-train/bin/python -m training --data $(DATA) $(if $(SHARE),--share $(SHARE))

crash: $(VENV)/.run ## kill a run of 5,000 notes at random moments, and compare
	$(BIN)/python tools/bench/crash.py --notes 5000

# -- what maintains --------------------------------------------------------------------

lock: $(VENV)/pyvenv.cfg ## write the lock files anew, from releases at least a week old
	$(PIP) install uv
	for group in run dev docs; do \
	  case $$group in run) from="pyproject.toml --group build";; *) from="--group $$group -c requirements/run.lock";; esac; \
	  $(BIN)/uv pip compile $$from --universal --python-version 3.11 --generate-hashes --no-header \
	    --exclude-newer $(WEEK) -q -o requirements/$$group.lock; \
	done

build: $(VENV)/.run ## build the wheel into dist/
	$(PIP) wheel --no-build-isolation --no-deps -w dist .

clean: ## remove what was made
	rm -rf $(VENV) .venv-bench .venv-train build dist out site .coverage .hypothesis .*_cache
