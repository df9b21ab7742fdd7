# cnnlab: `make demo` shows it, `make test` proves it, `make check` is what CI and contributors run.
.DEFAULT_GOAL := help
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# The real data set, where it lies beside the repository: tests use it.
ifneq ($(wildcard ../shared/mnist/MNIST/raw),)
export CNNLAB_DATA ?= $(abspath ../shared/mnist)
endif

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/core.stamp: pyproject.toml
	@[ -n "$(PYTHON)" ] || { echo "cnnlab needs Python 3.11 or newer, and there is none on PATH. Install it, or name it: make PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || { echo "$(PYTHON) is not Python 3.11 or newer. Name another one: make PYTHON=/path/to/python3.12"; exit 1; }
	@[ -x $(BIN)/python ] || { echo "Making a virtual environment in $(VENV) …"; $(PYTHON) -m venv $(VENV) || { \
		rm -rf $(VENV); echo "$(PYTHON) cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv"; exit 1; }; }
	@echo "Installing cnnlab into $(VENV) …"
	@$(PIP) -e . 2> $(VENV)/pip.log || { grep -v 'Location' $(VENV)/pip.log | tail -5; echo "pip could not install cnnlab (above). Is the package index reachable?"; exit 1; }
	@touch $@

$(VENV)/site.stamp: $(VENV)/core.stamp
	@echo "Installing what the lecture site is built with …"
	@$(PIP) -e '.[site]' 2> $(VENV)/pip.log || { grep -v 'Location' $(VENV)/pip.log | tail -5; echo "pip could not install what the site needs (above). Is the package index reachable?"; exit 1; }
	@touch $@

$(VENV)/torch.stamp: $(VENV)/core.stamp
	@echo "Installing PyTorch and Keras for the assignments that train networks (some 5 GB on Linux, once) …"
	@$(PIP) -e '.[torch,keras]' 2> $(VENV)/pip.log || { grep -v 'Location' $(VENV)/pip.log | tail -5; echo "pip could not install PyTorch (above). It needs the package index and some 6 GB of disk; assignments 1 to 3 do without it."; exit 1; }
	@touch $@

$(VENV)/dev.stamp: $(VENV)/torch.stamp
	@echo "Installing what the tests need …"
	@$(PIP) -e '.[dev]' 2> $(VENV)/pip.log || { grep -v 'Location' $(VENV)/pip.log | tail -5; echo "pip could not install the test tools (above). Is the package index reachable?"; exit 1; }
	@touch $@

demo: $(VENV)/core.stamp  ## grade a sample class for assignment3, attackers included, build the lecture site, and train the CNN of assignment4
	@$(BIN)/cnnlab demo assignment3 --attackers tests/hostile
	@$(MAKE) --no-print-directory $(VENV)/site.stamp
	@$(BIN)/cnnlab site build
	@$(MAKE) --no-print-directory $(VENV)/torch.stamp
	@$(BIN)/cnnlab grade assignment4 solutions/assignment4/reference

test: $(VENV)/dev.stamp  ## run all tests
	@$(BIN)/python -m pytest

lint: $(VENV)/dev.stamp  ## formatting, lint, types, architecture
	@$(BIN)/ruff format --check --quiet . || { echo "Some files are not formatted: run make format."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports > $(VENV)/imports.log || { tail -30 $(VENV)/imports.log; exit 1; }
	@echo "Format, lint, types and architecture hold."

check: lint test  ## everything CI runs

verify: $(VENV)/torch.stamp  ## prove every assignment, and print the kill matrices
	@$(BIN)/cnnlab verify

bench: $(VENV)/dev.stamp  ## speed, as ratios in one run
	@$(BIN)/python tests/bench/grading.py
	@$(BIN)/python tests/bench/batch.py
	@$(BIN)/python tests/bench/training.py
	@$(BIN)/python tests/bench/site.py

lighthouse: $(VENV)/dev.stamp  ## what Lighthouse says of every page of the lecture site; needs npm and Chromium, takes ten minutes
	@$(BIN)/python tests/bench/lighthouse.py

format: $(VENV)/dev.stamp  ## format the code
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

messages: $(VENV)/dev.stamp  ## bring the Korean catalogue up to date
	@$(BIN)/python .ci/messages.py

clean:  ## remove the virtual environment and caches
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -prune -exec rm -rf {} +

.PHONY: help demo test lint check verify bench lighthouse format messages clean
