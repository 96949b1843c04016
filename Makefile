# Every command sets up what it needs first; the second time it starts at once.
PYTHON ?= python3
ARGS ?=
VENV := .venv/bin/python

.PHONY: help run test test-desktop check lint bench faults sample texts screenshots pictures voice bundle package test-package lock ready ready-desktop ready-voice ready-bundle

help: ## this list
	@echo "hiptimer: make COMMAND [ARGS=...] [PYTHON=python3.12]"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '  %-14s%s\n' "$$name" "$$text"; done

run: ready ## start hiptimer; ARGS="list routines" and the like are passed on
	@.venv/bin/hiptimer $(ARGS)

test: ready ## all tests that need no display and no sound
	@$(VENV) -m pytest --numprocesses auto --maxprocesses 4 --max-worker-restart 0 --dist loadfile $(ARGS)

test-desktop: ready-desktop ## tests with a real window and a real sound server
	@$(VENV) -m pytest tests/real --reruns 2 --numprocesses 2 --max-worker-restart 0 --dist loadfile $(ARGS)

check: lint ## everything a change must pass
	@$(MAKE) --no-print-directory test
	@$(MAKE) --no-print-directory test-desktop
	@$(MAKE) --no-print-directory faults ARGS=--quick

lint: ready ## style, types and the direction of imports
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .
	@$(VENV) -m mypy
	@.venv/bin/lint-imports

bench: ready-desktop ## measure start, memory, player and saving
	@PYTHONPATH=tests $(VENV) tests/bench/run.py $(ARGS)

faults: ready-desktop ## break things around the program and say what held; ARGS=--quick for a selection
	@PYTHONPATH=tests $(VENV) tests/faults/run.py $(ARGS)

sample: ready ## make the sample history in sessions/sample again
	@$(VENV) packaging/make_sample.py

texts: ready ## collect the texts for the translators into assets/languages
	@$(VENV) packaging/make_texts.py

screenshots: ready ## take pictures of every page into build/screenshots
	@PYTHONPATH=tests $(VENV) tests/pictures.py $(ARGS)

pictures: ready ## take the pictures of the README anew, into packaging/pictures
	@PYTHONPATH=tests $(VENV) tests/moving_picture.py

voice: ready-voice ## make the spoken packs; ARGS=--check lets a recogniser listen
	@nice .voice/bin/python packaging/make_voice.py $(ARGS)

bundle: ready-bundle ## make the program with all its libraries in build/bundle
	@nice .bundle/bin/python packaging/make_bundle.py

package: bundle ## make the package of this system in dist/
	@nice .bundle/bin/python packaging/make_package.py

test-package: ready-desktop ## install the package into a clean Debian, run it, and remove it; needs root
	@PYTHONPATH=tests nice $(VENV) packaging/try_deb.py $(ARGS)

lock: ready ## remake the lock; ARGS=--upgrade takes newer versions
	@test -x .tools/bin/uv || { $(VENV) -m venv .tools && .tools/bin/python -m pip install --quiet uv; }
	@.tools/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--fork-strategy fewest --generate-hashes --no-header --no-annotate --quiet \
		--output-file packaging/requirements.txt $(ARGS)
	@.tools/bin/uv pip compile pyproject.toml --extra voice --group build --group voice \
		--constraint packaging/requirements.txt --universal --python-version 3.11 \
		--fork-strategy fewest --generate-hashes --no-header --no-annotate --quiet \
		--output-file packaging/requirements-voice.txt $(ARGS)
	@.tools/bin/uv pip compile pyproject.toml --group build --group bundle \
		--constraint packaging/requirements.txt --universal --python-version 3.11 \
		--fork-strategy fewest --generate-hashes --no-header --no-annotate --quiet \
		--output-file packaging/requirements-bundle.txt $(ARGS)
	@! grep -n '://' packaging/requirements*.txt

ready: python
	@$(PYTHON) packaging/setup_environment.py

ready-desktop: python
	@$(PYTHON) packaging/setup_environment.py --desktop-tests

ready-bundle: python
	@$(PYTHON) packaging/setup_environment.py --bundle

ready-voice: python
	@$(PYTHON) packaging/setup_environment.py --voice

.PHONY: python
python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'hiptimer needs Python 3.11 or newer as $(PYTHON); name another one with PYTHON=...' >&2; \
		exit 1; }
