# Only Python, pip and make are needed. The first call sets up .venv, later calls are instant.
#
#   make briefing   build the example to build/northern-alliance.pdf
#   make test       lint, types and tests (SLOW=1 adds the slow ones, and says what no test runs)
#   make hunt       property tests alone, with new random examples and many more of them (ONLY=tests/test_dates.py)
#   make bench      the speed table
#   make look       every page of the example, of the type specimen and of the timelines, as a picture in build/
#   make words      bring the translations in templates/words up to date with the English words
#   make lock       choose the newest allowed versions of the dependencies again
#   make clean      remove everything that was made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := assets/northern-alliance
PDF := build/northern-alliance.pdf
SOURCES := briefing tests .ci

# Bytecode is compiled once here, whatever the surroundings say: start-up time depends on it.
unexport PYTHONDONTWRITEBYTECODE
unexport PYTHONPATH

# Some systems ship Python without the part that puts pip into a new environment: then their own pip serves it.
PIP = $$([ -x $(BIN)/pip ] && echo $(BIN)/python -m pip || echo $(PYTHON) -m pip --python $(BIN)/python)
INSTALL = $(PIP) install --quiet --quiet --disable-pip-version-check

.PHONY: briefing test lint hunt bench look words lock clean
.DEFAULT_GOAL := briefing

briefing: $(VENV)/.ready
	@$(BIN)/briefing build $(EXAMPLE) -o $(PDF)

test: lint
	@rm -f .coverage .coverage.*
	@$(BIN)/python -m pytest -n auto $(if $(SLOW),--cov --cov-report=term,-m "not slow")

lint: $(VENV)/.ready-to-test
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check $(SOURCES)
	@$(BIN)/mypy

hunt: $(VENV)/.ready-to-test
	@nice $(BIN)/python -m pytest -n auto -m hypothesis --hypothesis-profile hunt --timeout 3600 $(ONLY)

bench: $(VENV)/.ready
	@$(BIN)/python tests/benchmarks/bench.py $(EXAMPLE)

look: briefing $(VENV)/.ready-to-test
	@$(BIN)/python .ci/look.py $(PDF) build docs/first-page.png
	@$(BIN)/python .ci/specimen.py briefing build/specimen.pdf
	@$(BIN)/python .ci/look.py build/specimen.pdf build docs/specimen-1.png docs/specimen-2.png docs/specimen-3.png
	@$(BIN)/briefing build assets/timelines -o build/timelines.pdf
	@$(BIN)/python .ci/look.py build/timelines.pdf build docs/timelines-1.png docs/timelines-2.png
	@$(BIN)/briefing build assets/timelines --language fa -o build/timelines-fa.pdf
	@$(BIN)/python .ci/look.py build/timelines-fa.pdf build
	@$(BIN)/briefing petition $(EXAMPLE) --sheets 2 -o build/signatures.pdf
	@$(BIN)/python .ci/look.py build/signatures.pdf build docs/signatures.png
	@$(BIN)/briefing petition $(EXAMPLE) --sheets 2 --as commons -o build/commons.pdf
	@$(BIN)/python .ci/look.py build/commons.pdf build
	@$(BIN)/briefing build assets/crews -o build/crews.pdf
	@$(BIN)/python .ci/look.py build/crews.pdf build

words: $(VENV)/.ready
	@$(BIN)/python .ci/catalogues.py templates/words

lock: $(VENV)/.made
	@$(INSTALL) uv
	@PATH="$(CURDIR)/$(BIN):$$PATH" .ci/lock

clean:
	rm -rf $(VENV) .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache dist
	find build -mindepth 1 ! -name .gitignore -delete
	find briefing templates tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefing needs Python 3.11 or newer; $(PYTHON) is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || $(PYTHON) -m venv --clear --without-pip $(VENV)
	@touch $@

$(VENV)/.ready: $(VENV)/.made requirements.lock pyproject.toml
	@echo "Setting up $(VENV): a minute or two, once."
	@$(INSTALL) --require-hashes --requirement requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q briefing
	@$(BIN)/python -c "from briefing.templating import compile_ahead; compile_ahead()"
	@touch $@

$(VENV)/.ready-to-test: $(VENV)/.ready requirements-dev.lock
	@$(INSTALL) --require-hashes --requirement requirements-dev.lock
	@touch $@
