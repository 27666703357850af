# Two commands do everything: `make site` builds the sample offer, `make test` tests it all.
# Every target with a ## note is listed by `make help`.
PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site test test-fast serve check audit lint format lock schema golden screens bench fresh clean

help: ## Show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.run: requirements/run.lock
	@$(PYTHON) requirements/needed.py site
	@test -x $(VENV)/bin/pip || $(PYTHON) -m venv $(VENV)
	@echo "Installing what the site needs (once) ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@echo "Installing what the tests need (once) ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

node_modules/.done: package.json package-lock.json
	@$(PYTHON) requirements/needed.py test
	@echo "Installing the accessibility tools (once) ..."
	@npm ci --ignore-scripts --silent --no-audit --no-fund
	@touch $@

site: $(VENV)/.run ## Build the sample offer into build/site
	@$(PY) build.py build

serve: $(VENV)/.run ## Live preview: edit a file, see the page change
	@$(PY) build.py serve

check: $(VENV)/.run ## Check every listing and page
	@$(PY) build.py check

# All of tests/browser needs a browser: it is not even read here.
FAST := -m "not browser and not node and not slow" --ignore tests/browser -n auto --dist worksteal

# Tests run the project in dozens of processes: compiled once, wherever this machine would keep or drop what Python compiles.
test test-fast golden: export PYTHONDONTWRITEBYTECODE :=
test test-fast golden: export PYTHONPYCACHEPREFIX := $(CURDIR)/build/python

# Three workers for two processors: browsers, servers and what hangs on purpose are waited for.
test: ## Run every test (installs Node parts and a browser where needed)
	@$(PYTHON) requirements/needed.py test
	@$(MAKE) --no-print-directory $(VENV)/.dev node_modules/.done
	@$(PY) tests/ready.py
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(PY) -m pytest $(FAST)
	@$(PY) -m pytest -m "browser or node or slow" -n 3 --dist worksteal

test-fast: $(VENV)/.dev ## Run the tests that need neither browser nor Node
	@$(PY) -m pytest $(FAST)

audit: $(VENV)/.dev node_modules/.done ## Audit the built site
	@$(PY) build.py audit

lint: $(VENV)/.dev ## Check the code's style and types, and the theme's where Node's tools are installed
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@test ! -x node_modules/.bin/eslint || node_modules/.bin/eslint theme
	@test ! -x node_modules/.bin/stylelint || node_modules/.bin/stylelint 'theme/**/*.css'

format: $(VENV)/.dev ## Put imports and small style faults right
	@$(PY) -m ruff check --fix .

schema: $(VENV)/.run ## Rewrite schema/ and the field guide from the model
	@$(PY) build.py schema

golden: $(VENV)/.dev ## Rewrite the golden files after a change you meant; look at the diff
	@$(PY) -m pytest tests -m "not browser and not node" --golden -n auto --dist worksteal

screens: $(VENV)/.dev ## Take screenshots of every kind of page into build/screens
	@$(PY) tests/browser/screens.py

bench: $(VENV)/.dev ## Print times, memory and bytes beside stock Material (SERVICES="300 3000")
	@$(PY) benchmarks/bench.py $(SERVICES)

fresh: ## Try the README on a bare Debian 12 and 13 (root, debootstrap; half an hour)
	@$(PYTHON) tests/fresh.py $(SUITES)

lock: ## Rewrite the lock files from pyproject.toml
	@$(PYTHON) -m venv build/lock-env
	@build/lock-env/bin/python -m pip install --quiet --disable-pip-version-check uv
	@build/lock-env/bin/python requirements/lock.py
	@npm install --ignore-scripts --package-lock-only --no-audit --no-fund

clean: ## Remove what was built (not the virtual environment)
	@rm -rf build
