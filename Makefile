# The commands of the project: `make` lists them. CI calls the same ones.
# More words for the command that is run: make test ARGS='-k edtf', make serve ARGS='-a 127.0.0.1:8001'.

PYTHON ?= python3
ARGS ?=
BASE ?= origin/main
BIN := .venv/bin
COMPILE := $(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options
PROJECT := --build-deps-for editable
export CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

# Material's notice about MkDocs 2: known, answered in docs/adr/0004-mkdocs-at-the-rim.md.
export NO_MKDOCS_2_WARNING := 1
export CUSTOM_COMPILE_COMMAND := make lock

.DEFAULT_GOAL := help
.NOTPARALLEL: # one installation at a time
.PHONY: help serve test setup check lint types arrows spelling records fresh build bench editor dates validate preview screenshots captions lock lowest newest fuzz release audit clean

help:  ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

serve: .venv/.stamp  ## Show the site on this machine; a saved change reloads it
	$(BIN)/timeline extract --stale content/articles && $(BIN)/mkdocs serve $(ARGS)

test: .venv/.stamp-dev  ## Pass all tests; those in a browser too where there is Chromium
	$(BIN)/python -m pytest -rs --numprocesses=auto --dist=loadfile $(if $(CHROMIUM),--browser) $(ARGS)

setup: .venv/.stamp-dev  ## Install everything into .venv, at the locked versions

check: lint types arrows spelling records fresh  ## Everything that can be wrong without running a test

lint: .venv/.stamp-dev  ## Check style and format of the code
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/.stamp-dev  ## Check types
	$(BIN)/mypy

arrows: .venv/.stamp-dev  ## Check who imports whom
	$(BIN)/lint-imports

spelling: .venv/.stamp-dev  ## Check for typing errors
	$(BIN)/codespell

records: .venv/.stamp  ## Check the records in content/
	$(BIN)/timeline check $(if $(GITHUB_ACTIONS),--format github)

fresh: .venv/.stamp  ## Check that what is generated from the code is up to date
	$(BIN)/timeline schema --check && $(BIN)/python scripts/captions.py --check

build: .venv/.stamp  ## Build the site into site/, refusing every warning
	$(BIN)/mkdocs build --strict $(ARGS)

preview: .venv/.stamp-dev  ## Show which pages a change makes other ones, in pictures; BASE=origin/main
	$(BIN)/python scripts/before_after.py "$(BASE)" preview --pictures $(if $(CHROMIUM),12,0)

bench: .venv/.stamp  ## Measure checking, loading, building and extraction; ARGS=--large for 10,000 events
	$(BIN)/python scripts/bench.py $(ARGS) && $(BIN)/python scripts/bench_extraction.py && $(BIN)/python scripts/bench_browser.py

editor: .venv/.stamp-dev  ## Hold the records to the programs behind editors, which are downloaded: needs node
	npm install --silent --no-save --prefix .cache/node yaml-language-server@1 prettier@3 && $(BIN)/pip install -qq 'yamllint>=1.35' && $(BIN)/python -m pytest -rs tests/editor $(ARGS)

dates: .venv/.stamp  ## Compare the grammar of dates with other date finders, which are downloaded
	$(BIN)/python scripts/bench_dates.py $(ARGS)

crash: .venv/.stamp  ## Kill writing commands 200 times each, see that nothing is lost; ARGS='--kills 20' for fewer
	$(BIN)/python scripts/crash.py $(ARGS)

fuzz: .venv/.stamp-dev  ## Look for inputs that break a reader, a minute each; ARGS='edtf --seconds 600' for more
	$(BIN)/pip install -qq --require-hashes -r scripts/fuzz.txt && $(BIN)/python scripts/fuzz.py $(ARGS)

release: .venv-release/.stamp  ## Build the package and its bill of materials into dist/
	rm -rf dist && .venv-release/bin/pyproject-build --no-isolation && .venv-release/bin/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --output-reproducible --output-file dist/sbom.cdx.json

audit: .venv-release/.stamp  ## Ask the public list of holes about every locked version; this one goes online
	.venv-release/bin/pip-audit --require-hashes --disable-pip -r requirements.txt

validate: .venv/.stamp-dev build  ## Hold the built site to the standards that it names
	$(BIN)/python scripts/validate_site.py site

screenshots: .venv/.stamp-dev build  ## Take the pictures of each kind of page in docs/images anew
	$(BIN)/python scripts/screenshots.py site docs/images --schemes light --widths 1280 --tallest 1000 --colours 32 \
		--only home,events,years,sources,people,places,indicators,types,map,disagreements,search,about,event-embed,missing
	$(BIN)/python scripts/screenshots.py site docs/images --schemes dark --widths 360 --tallest 900 --colours 32 --only home,events,map
	$(BIN)/python scripts/editing_pictures.py site docs/images

captions: .venv/.stamp  ## Write the modules' captions into docs/architecture.md
	$(BIN)/python scripts/captions.py

lock: .venv/.stamp-dev  ## Write the lock files anew; ARGS=--upgrade for newer versions
	$(COMPILE) $(PROJECT) $(ARGS) -o requirements.txt pyproject.toml && $(COMPILE) $(PROJECT) $(ARGS) -c requirements.txt --extra dev -o requirements-dev.txt pyproject.toml && $(COMPILE) $(ARGS) -o scripts/release.txt scripts/release.in

lowest: .venv/.stamp-dev  ## Put the oldest allowed dependencies into .venv (back: rm -r .venv)
	$(BIN)/python scripts/lowest.py > .venv/lowest.txt && $(BIN)/pip install -qq -c .venv/lowest.txt -e '.[dev]'

newest: .venv/.stamp-dev  ## Put the newest allowed dependencies into .venv (back: rm -r .venv)
	$(BIN)/pip install -qq --upgrade --upgrade-strategy eager -e '.[dev]'

clean:  ## Remove what the other commands made, but .venv
	rm -rf site dist .venv-release .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# The stamps: nothing is installed again while the locks and pyproject.toml are unchanged.
.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 ...")' && $(PYTHON) -m venv .venv

.venv/.stamp: requirements.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install -qq --require-hashes -r requirements.txt && $(BIN)/pip install -qq --no-deps --no-build-isolation -e . && touch $@

.venv/.stamp-dev: requirements-dev.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install -qq --require-hashes -r requirements-dev.txt && $(BIN)/pip install -qq --no-deps --no-build-isolation -e . && touch .venv/.stamp $@

.venv-release/.stamp: scripts/release.txt
	$(PYTHON) -m venv .venv-release && .venv-release/bin/pip install -qq --require-hashes -r scripts/release.txt && touch $@
