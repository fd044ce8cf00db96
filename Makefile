# The course, in a few commands; the README shows the plain ones behind them.
PYTHON ?= python3
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
READY := .venv/ready
BENCH := benchmarks/$(BIN)
BENCH_READY := benchmarks/.venv/ready
BOOK := _build/html/index.html
PDF := _build/html/cross-correlation-by-index.pdf
LIVE := _build/html/lite/index.html
PORT ?= 8000
PYODIDE := .venv/pyodide/ready
REAL_NUMPY := .venv/real_numpy/ready
NO_NAMESPACES := /proc/sys/kernel/apparmor_restrict_unprivileged_userns
files = $(filter-out %/__pycache__ %.pyc,$(wildcard $(1)))
# Folders, too: one that has lost a file is newer than the book. `book/.` is the folder
# where `book` is the target.
SOURCES := _config.yml _toc.yml $(READY) book/. book/_static book/drawings \
	$(call files,book/*.* book/_ext/*.py book/_static/* book/_static/*/* \
	book/_templates/* book/drawings/* book/drawings/*/* xcorr_helpers/*.py xcorr_helpers/*/*.py \
	data/* data/*/* benchmarks/results*.json Makefile) \
	$(addprefix tools/,build.py copy_notebooks.py install.py lab.py \
	labconfig/default_setting_overrides.json plain_markdown.py steps.py \
	take_away.md take_away.py)
# What a recipe has just said is not said twice.
say = $(if $(filter $<,$(MADE)),,$(info $(1)))
made = $(eval MADE += $@)

.PHONY: book class slides test weekly lint format hooks lab live serve notebooks notice pdf bench \
	bench-all judges mutants links lock machines pyodide realnumpy bubblewrap clean

.DELETE_ON_ERROR:

# With no command to run, `make -q` says whether the book is up to date.
book: $(BOOK)
	$(call say,The book is at $(CURDIR)/$(BOOK))

# THOROUGH=1 runs everything; what is left out without it is named at the end.
test: $(BOOK)
	$(BIN)/python -m pytest --nbval -n 2 $(if $(THOROUGH),--thorough)

weekly: $(BOOK)
	$(BIN)/python -m pytest -n 2 --weekly -m weekly tests

lint: $(READY)
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy
	$(BIN)/codespell
	$(BIN)/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

# Not `ruff format` on everything: it would change stored outputs of notebooks.
format: $(READY)
	$(BIN)/python -m ruff check --fix --exclude "*.ipynb"
	$(BIN)/python -m ruff format --exclude "*.ipynb"
	$(BIN)/python -m tools.format_notebooks

hooks: $(READY)
	$(BIN)/pre-commit install

lab: $(READY)
	@$(BIN)/python -m tools.lab

live: $(LIVE)
	$(call say,The live notebooks are in the book: see them with `make serve`)

serve: $(BOOK)
	@$(BIN)/python -m tools.serve $(PORT)

notebooks: $(READY)
	$(BIN)/python -m tools.execute_notebooks

notice: $(READY)
	$(BIN)/python -m tools.change_outputs

pdf: $(PDF)
	$(call say,The PDF is at $(CURDIR)/$(PDF))

# STUDENTS=names.txt SEED="..." gives each of them numbers of their own. The seed goes by
# the environment, where no log keeps it; make takes a dollar sign for its own.
class: $(BOOK)
	$(if $(findstring $$,$(value SEED)),$(error The seed has a dollar sign: leave it out))
	@$(BIN)/python -m tools.build class $(if $(STUDENTS),"$(STUDENTS)")

# What has a target, in a few minutes; `bench-all` adds the rest, and writes results.
# AVX2=1 holds everything to AVX2, as on processors without AVX-512.
bench: $(BENCH_READY)
	$(BENCH)/python -m benchmarks $(if $(AVX2),--avx2)

bench-all: $(BENCH_READY)
	$(BENCH)/python -m benchmarks --all $(if $(AVX2),--avx2)

# How many slips of readers the judges name, exercise by exercise.
judges: $(READY)
	$(BIN)/python -m tests.checks.rates

mutants: .venv/mutmut
	$(BIN)/python -m tools.mutants

links: $(READY)
	$(BIN)/jupyter-book build . --path-output _build/links --builder linkcheck

# For all systems and Pythons at once; the address it downloads from stays out.
lock: $(BIN)/uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-emit-package xcorr-helpers --custom-compile-command "make lock" \
	  requirements.txt --output-file requirements-lock.txt

machines: $(BIN)/uv
	$(BIN)/python -m tools.machines $(MACHINES)

pyodide: $(PYODIDE)

realnumpy: $(REAL_NUMPY)

# Once it fetches reveal.js, with pip.
slides: $(BOOK)
	@$(BIN)/python -m tools.make_slides

# Elsewhere there is none. Ubuntu lets ordinary users make no namespaces: where tests run
# for all to see, and nowhere else, that is changed for them.
bubblewrap:
	@if command -v apt-get >/dev/null && ! command -v bwrap >/dev/null; then \
	  $$(command -v sudo) apt-get update -qq && \
	  $$(command -v sudo) apt-get install -y -qq --no-install-recommends bubblewrap; fi
	@if [ "$$CI" ] && [ -e $(NO_NAMESPACES) ]; then \
	  echo 0 | $$(command -v sudo) tee $(NO_NAMESPACES); fi

clean:
	rm -rf _build .machines

$(BOOK): $(SOURCES)
	@$(BIN)/python -m tools.build book
	@touch $@ $(made)

# Both go with the book that they show, and stay as long as it does.
$(LIVE): $(BOOK) $(call files,live/* live/*/*)
	@$(BIN)/python -m tools.build live
	@touch $@ $(made)

$(PDF): $(BOOK) $(addprefix tools/,make_pdf.py browser.py built_book.py) \
	$(wildcard tools/one_document.*)
	@$(BIN)/python -m tools.build pdf $(made)

# LOCKED=1 installs the exact versions of requirements-lock.txt.
$(READY): requirements.txt pyproject.toml $(if $(LOCKED),requirements-lock.txt)
	@$(PYTHON) -m tools.install $(if $(LOCKED),locked)
	@touch $@

# Apart from requirements.txt: nothing else needs it, nor what it brings along.
.venv/mutmut: $(READY)
	$(BIN)/python -m pip install --quiet "mutmut>=3.8,<4"
	@touch $@

$(PYODIDE): $(READY) live/pyodide-lock.json live/fetch_pyodide.py
	$(BIN)/python -m live.fetch_pyodide
	@touch $@

$(REAL_NUMPY): $(READY) live/fetch_real_numpy.py
	@$(BIN)/python -m live.fetch_real_numpy
	@touch $@

$(BIN)/uv: $(READY)
	$(BIN)/python -m pip install --quiet "uv>=0.9"

# An environment of its own: PyTorch is large, and nothing else here needs it.
$(BENCH_READY): pyproject.toml
	@$(PYTHON) -m tools.install benchmarks
	@touch $@
