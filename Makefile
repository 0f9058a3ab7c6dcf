# Everything a person needs: make demo, make test. The rest is for those who work on the kit: make help.
PYTHON ?= python3
BIN := .venv/bin
FRONTEND := templates/frontend
SOURCES := $(shell find $(FRONTEND)/src -type f 2>/dev/null) $(FRONTEND)/build.mjs $(FRONTEND)/floor.mjs $(FRONTEND)/package-lock.json templates/tokens.css

# Where the workshop of make dev stands; DEMO="--lang en --no-browser" adds options of workshop-kit demo.
PHASE ?= writing
# mypy reads the code as each of these systems would run it.
PLATFORMS := linux win32 darwin
TYPES := $(addprefix types-,$(PLATFORMS))
# Four files of tests at a time: two of those that mostly wait, for pages and servers, two of those that compute, which
# tests/turns.py gives out. So two processors stay at work.
TOGETHER := --numprocesses 4 --dist loadfile --no-loadscope-reorder

# Machines that forbid Python to keep what it compiled have every process of the tests compile all of it anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test engines check dev contract bench lint types $(TYPES) format lock pictures clean

help: ## what there is to make
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1: /'

demo: .venv/installed .venv/built ## the sample commune, mid-workshop, served
	$(BIN)/workshop-kit demo

test: .venv/installed .venv/built .venv/system ## everything: lint, types, unit, property, store, notebooks, browser
	$(MAKE) --jobs 3 lint types
	$(BIN)/python -m pytest $(TOGETHER) --cov --cov-report=term:skip-covered tests
	WORKSHOP_FOLDER=$$($(BIN)/python -m tests.notebooks.sample) $(BIN)/python -m pytest $(TOGETHER) --nbval-lax -p no:cacheprovider notebooks

engines: .venv/installed .venv/built .venv/system ## a whole workshop in Chromium, Firefox and WebKit: sleep, keyboard, dark, large letters, print
	WORKSHOP_KIT_ENGINES=1 $(BIN)/python -m pytest tests/browser/test_engines.py tests/browser/test_engines_long.py

check: .venv/installed .venv/built ## within two minutes: lint, types, unit tests, panels, front end
	$(MAKE) lint
	$(BIN)/mypy
	$(BIN)/python -m pytest --quiet $(TOGETHER) tests/frontend tests/widgets tests/unit

dev: .venv/installed .venv/built ## the sample at PHASE=vote, built again at each save, its pages reloaded
	@$(BIN)/python hatch_build.py --watch & watching=$$!; trap "kill $$watching" EXIT; \
		$(BIN)/workshop-kit demo --phase $(PHASE) --reload $(DEMO)

contract: .venv/installed ## contract.ts, limits.ts and the table of docs/security.md, written anew from Python
	$(BIN)/python -m workshop_kit.live.contract --permits docs/security.md

bench: .venv/installed .venv/built .venv/system .venv-bench/installed ## a room against stock Voilà and Solara, printed and written to bench-results/
	$(BIN)/python -m tests.load.bench $(BENCH)

lint: .venv/installed ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TYPES) ## types, as Linux, Windows and macOS would run the code
$(TYPES): types-%: .venv/installed
	$(BIN)/mypy --platform $* --cache-dir .mypy_cache/$*

format: .venv/installed .venv/built ## what the linters can mend, in Python, TypeScript and styles
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python hatch_build.py --format

lock: .venv/installed ## choose the versions anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --upgrade \
		--no-header --no-annotate --no-emit-index-url -o requirements.lock

pictures: .venv/installed .venv/built .venv/system ## the READMEs' pictures, taken anew from served pages
	WORKSHOP_KIT_PICTURES=1 $(BIN)/python -m pytest tests/browser/test_pictures.py

clean:
	rm -rf .venv .venv-bench build dist templates/voila/workshop/static templates/print/fonts $(FRONTEND)/fonts/cut $(FRONTEND)/node_modules

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

.venv/system: .ci/system-packages
	.ci/system-packages chromium firefox-esr webkit2gtk-driver xvfb postgresql poppler-utils
	touch $@
