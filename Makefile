# README's two commands are `make demo` and `make test`; both do all the set-up.
# A Python of your own: make install PYTHON=/path/to/python3.13

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# the machine's own Python where it is one that has every wheel (Blender's exist for 3.13 and 3.11), else either of these
PYTHON ?= $(shell for p in python3 python3.13 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 13)))' 2>/dev/null && { command -v $$p; break; }; done)
DEMO ?= a cosy reading corner with a green armchair facing a bookshelf, a floor lamp beside the armchair and a round rug
# a half for each process, and who is done first takes from the other: tests of a file share servers, browsers and scenes
PYTEST_ARGS ?= -n 2 --dist worksteal

# rebuilds the studio's page where its sources changed; installs Node from PyPI where the machine has none
BUILD_PAGE := $(BIN)/python -P app/studio/page_build.py --install-node

.PHONY: demo install page watch dev test test-all lint types notebooks docs bench bench-quick bench-full clean

demo: install
	@$(BIN)/scenewright generate "$(DEMO)" --blender --glb
	@echo "In the browser:  $(BIN)/scenewright studio $$(ls -td scenes/*/ | head -n 1)"
	@echo "Another one:  $(BIN)/scenewright generate \"a small office with two desks and a whiteboard\""

install: page

page: $(STAMP)
	@$(BUILD_PAGE)

# in the foreground, for work on the page
watch: $(STAMP)
	$(BUILD_PAGE) --watch

$(STAMP): pyproject.toml src/build-backend/scenewright_backend.py
	@if [ -z "$(PYTHON)" ]; then \
		echo "Scenewright needs Python 3.13 or 3.11 with its venv module."; \
		echo "Debian and Ubuntu:  apt-get install python3 python3-venv"; exit 1; fi
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV) || { \
		rm -rf $(VENV); echo "Debian and Ubuntu:  apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --quiet --editable '.[all]'
	@$(BIN)/python -m scenewright.app.system_check
	@touch $@

dev: install
	$(BIN)/python -m pip install --quiet --group dev
	@$(BIN)/python -m tests.support.chromium

# hundreds of processes import the packages: their bytecode is kept, whatever the environment says
test: dev
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest $(PYTEST_ARGS)

# each test on all its inputs instead of a sample of them, before a release: takes hours
test-all: export SCENEWRIGHT_TESTS = all
test-all: test

lint: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: dev
	$(BIN)/mypy

# runs the notebooks and writes them anew
notebooks: dev
	$(BIN)/python -m tests.support.notebooks

# the site, with pictures that it draws: open site/index.html
docs: dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

# this machine in minutes; the regressions of every part, quick tier and full, take hours
bench: install
	$(BIN)/scenewright bench --out bench

bench-quick: dev
	$(BIN)/python -m tests.benchmarks.run --quick

bench-full: dev
	$(BIN)/python -m tests.benchmarks.run

clean:
	rm -rf $(VENV) build dist site src/*.egg-info app/studio/static app/studio/web/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
