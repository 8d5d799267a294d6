# The commands of this repository. Each is safe to repeat and quick the second time.

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys, ensurepip; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CHROMIUMS := chromium chromium-browser google-chrome google-chrome-stable
PYTEST_OPTIONS ?= -n auto --dist loadfile
LOCK := build/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --build-deps-for=editable \
	--no-annotate --no-header --no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

export PYTHONUTF8 := 1

.PHONY: help site test lint golden lock browser clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1 /' | awk '{printf "%s %-8s", $$1, $$2; $$1=$$2=""; print}'

site: $(VENV)/.installed ## build the demo library into site/
	$(BIN)/digest build

test: $(VENV)/.installed-test browser ## run every test
	$(BIN)/python -m pytest $(PYTEST_OPTIONS)

lint: $(VENV)/.installed-test ## check style and types (the house rules are a test: tests/test_house.py)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

golden: $(VENV)/.installed-test browser ## write the golden files and pictures anew; read the diff like code
	$(BIN)/python -m pytest tests/test_golden.py tests/read tests/browser/test_screenshots.py --update-golden

lock: build/lock/bin/pip-compile ## choose the newest dependencies anew and pin them by hash
	$(LOCK) --upgrade --output-file=requirements.txt pyproject.toml
	$(LOCK) --upgrade --extra=test --extra=lint --extra=zensical --constraint=requirements.txt \
		--output-file=requirements-test.txt pyproject.toml

clean: ## remove what was installed and built
	rm -rf $(VENV) build dist .digest .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find site -mindepth 1 ! -name .gitkeep -delete

# Chromium comes from the system's packages; where it cannot, the browser tests say so and are skipped.
browser:
	@[ -z "$$CHROMIUM" ] || exit 0; for name in $(CHROMIUMS); do command -v $$name >/dev/null && exit 0; done; \
	command -v apt-get >/dev/null || { echo "no Chromium and no apt-get: the browser tests will be skipped"; exit 0; }; \
	if [ "$$(id -u)" = 0 ]; then as=""; elif sudo -n true 2>/dev/null; then as="sudo -n"; \
	else echo "no Chromium and no right to install it: the browser tests will be skipped"; exit 0; fi; \
	echo "installing Chromium from the system's packages"; \
	{ $$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq chromium >/dev/null; } </dev/null \
		|| echo "Chromium could not be installed: the browser tests will be skipped"

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "digest needs Python 3.11 or newer with venv (on Debian: apt install python3-venv)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-test: requirements-test.txt $(VENV)/.installed
	$(PIP) install --require-hashes -r requirements-test.txt
	@touch $@

build/lock/bin/pip-compile: | $(BIN)/python
	$(BIN)/python -m venv build/lock
	build/lock/bin/python -m pip --disable-pip-version-check --quiet install "pip-tools>=7.5"
