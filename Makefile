# Everything a person needs: make demo, make test. The rest is for those who work on the kit.
PYTHON ?= python3
BIN := .venv/bin
FRONTEND := templates/frontend
SOURCES := $(shell find $(FRONTEND)/src -type f 2>/dev/null) $(FRONTEND)/build.mjs $(FRONTEND)/package-lock.json templates/tokens.css

.PHONY: demo test bench lint format lock pictures clean

demo: .venv/installed .venv/built ## the sample commune, mid-workshop, served
	$(BIN)/workshop-kit demo

test: .venv/installed .venv/built .venv/system ## everything: lint, types, unit, property, store, notebooks, browser
	$(MAKE) lint
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile tests
	WORKSHOP_FOLDER=$$($(BIN)/python -m tests.notebooks.sample) $(BIN)/python -m pytest --nbval-lax -p no:cacheprovider notebooks

bench: .venv/installed .venv/built .venv/system .venv-bench/installed ## a room against stock Voilà and Solara, printed and written to bench-results/
	$(BIN)/python -m tests.load.bench $(BENCH)

lint: .venv/installed .venv/built ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/installed ## choose the versions anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --upgrade \
		--no-header --no-annotate --no-emit-index-url -o requirements.lock

pictures: .venv/installed .venv/built .venv/system ## the READMEs' pictures, taken anew from served pages
	WORKSHOP_KIT_PICTURES=1 $(BIN)/python -m pytest tests/browser/test_pictures.py

clean:
	rm -rf .venv .venv-bench build dist templates/voila/workshop/static templates/print/fonts $(FRONTEND)/node_modules

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv || { $(PYTHON) -m pip install --quiet virtualenv && $(PYTHON) -m virtualenv .venv; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	touch $@ .venv/built

.venv/built: .venv/installed $(SOURCES)
	$(BIN)/python hatch_build.py
	touch $@

# Solara stands apart: what it needs must not decide what the kit is installed with.
.venv-bench/installed: tests/load/requirements.txt requirements.lock
	$(PYTHON) -m venv .venv-bench || { $(PYTHON) -m pip install --quiet virtualenv && $(PYTHON) -m virtualenv .venv-bench; }
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock \
		--requirement tests/load/requirements.txt
	touch $@

.venv/system:
	.ci/system-packages chromium postgresql poppler-utils
	touch $@
