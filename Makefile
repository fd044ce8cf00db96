# The course, in a few commands; the README shows the plain ones behind them.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
BENCH := benchmarks/.venv/bin
BENCH_READY := benchmarks/.venv/ready
FUZZ := fuzz/.venv/bin
FUZZ_READY := fuzz/.venv/ready
HTML := _build/html/index.html
BUILT := _build/built
SOURCES := _config.yml _toc.yml $(READY) $(wildcard book/*.* book/_ext/*.py \
	book/_static/* book/_static/*/* book/_templates/* book/drawings/* \
	xcorr_helpers/*.py xcorr_helpers/checks/*.py data/* data/*/* tools/take_away.py)

.PHONY: book test lab serve notebooks pdf bench fuzz clean

book: $(BUILT)
	@echo "The book is at $(CURDIR)/$(HTML)"

test: $(BUILT)
	$(BIN)/python -m pytest --nbval

lab: $(READY)
	$(BIN)/python tools/copy_notebooks.py
	$(BIN)/jupyter lab --notebook-dir=work

serve: $(BUILT)
	@echo "The book is at http://localhost:8000 (Ctrl-C ends it)"
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory _build/html 8000

notebooks: $(READY)
	$(BIN)/python tools/execute_notebooks.py

pdf: $(BUILT)
	$(BIN)/python tools/make_pdf.py

bench: $(BENCH_READY)
	$(BENCH)/python -m benchmarks

fuzz: $(FUZZ_READY)
	$(FUZZ)/python -m fuzz

clean:
	rm -rf _build

# Built whole each time: a page that is left as it was repeats no warning.
$(BUILT): $(SOURCES)
	rm -rf _build
	$(BIN)/jupyter-book build . -W -n --keep-going
	$(BIN)/python tools/take_away.py
	@touch $@

$(READY): requirements.txt pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make PYTHON=python3.12')"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -r requirements.txt
	@touch $@

# An environment of its own: PyTorch is large, and nothing else here needs it.
$(BENCH_READY): pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make PYTHON=python3.12')"
	$(PYTHON) -m venv benchmarks/.venv
	$(BENCH)/python -m pip install --quiet --upgrade pip
	$(BENCH)/python -m pip install --quiet -e . numpy scipy
	$(BENCH)/python -m pip install --quiet "torch==2.13.0+cpu" || { \
		echo "pip finds no CPU build of PyTorch (see benchmarks/README.md): taking what it finds"; \
		$(BENCH)/python -m pip install --quiet torch; }
	@touch $@

# An environment of its own: atheris is to be had for Linux alone.
$(FUZZ_READY): pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make PYTHON=python3.12')"
	$(PYTHON) -m venv fuzz/.venv
	$(FUZZ)/python -m pip install --quiet --upgrade pip
	$(FUZZ)/python -m pip install --quiet -e . "atheris>=3,<4"
	@touch $@
