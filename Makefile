# Everything a person types here is listed by `make help`.
PYTHON ?= python3
PY := .venv/bin/python
PORT ?= 8000
BASE := .venv/.base
DEV := .venv/.dev
NPM := node_modules/.ready
NPM_DEV := node_modules/.ready-dev

.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk 'BEGIN {FS = ":.*## "} {printf "  make %-12s %s\n", $$1, $$2}'

run: $(BASE) $(NPM) ## install what is missing, build the demo if it is new, start web server and worker (PORT=8000)
	@PORT=$(PORT) $(PY) scripts/run.py

test: $(DEV) $(NPM) ## the whole suite on SQLite; DATABASE_URL= adds PostgreSQL, CHROMIUM= the browser tests
	$(PY) -m pytest $(ARGS)

check: $(DEV) $(NPM) ## format, lint, import layers, migrations, production settings
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/djlint templates --lint --quiet
	.venv/bin/lint-imports --no-cache
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) scripts/check_deploy.py

format: $(DEV) ## let ruff write the format
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

bench: $(DEV) $(NPM) ## measure pages and search, small and large, beside a fresh wagtail project; prints tables (ARGS="--only portal,members")
	$(PY) -m tests.bench $(ARGS)

soak: $(DEV) $(NPM) ## kill and race suites with the full number of rounds (ROUNDS=200)
	NETZWERK_ROUNDS=$(or $(ROUNDS),200) $(PY) -m pytest -m soak -s $(ARGS)

messages: $(DEV) ## compile the German words that replace those of packages (locale/), after a change
	$(PY) scripts/compile_messages.py

lock: $(DEV) ## renew the hash-locked requirements from the .in files (needs uv)
	for name in base dev node; do uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 requirements/$$name.in -o requirements/$$name.txt; done

clean-demo: ## delete the demo's database and files; the next `make run` builds them anew
	rm -rf var

.venv/.made:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	@touch $@

$(BASE): requirements/base.txt .venv/.made
	$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/base.txt
	@touch $@

$(DEV): requirements/dev.txt $(BASE)
	$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(NPM): package-lock.json package.json $(BASE)
	$(PY) scripts/npm.py ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(NPM_DEV): package-lock.json package.json $(BASE)
	$(PY) scripts/npm.py ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $(NPM) $@

browser-tools: $(NPM_DEV) ## the npm packages that the browser tests need (axe, HTML checker)

.PHONY: help run test check format bench soak messages lock clean-demo browser-tools
