# The chores of Fangpin. Each is one command that can fail.
#
# make run      - install what is missing, build, simulate the baseline, write its report
# make package  - write one archive that runs on a bare Debian 12 without a network
# make test     - install what is missing, build and run every test
# make parity   - hold the second implementation (Tests/Reference) against the program
# make notebooks - validate exports with Frictionless and run both notebooks (Python, from PyPI)
# make examples - simulate the example of every system of the plan; fails if one has no effect
# make effects  - measure what every system does alone and write Docs/systems.md (a quarter of an hour)
# make calibrate - fit parameters to recorded moments and keep the ensemble (several minutes)
# make check    - house style and every test: what a change must pass
# make format   - rewrite the sources in house style
# make bench    - measure the engine and its rivals side by side and keep the measurement with its date
#                 (a quarter of an hour; BENCH=--quick: three minutes, without the slow rivals)
# make coverage - measure how often intervals hold the truth and write Docs/coverage.md (two minutes)
# make docs     - write the scenario reference anew from the program
# make docs-figures - measure the figures of the documents anew (some minutes)
# make clean    - remove everything that was built

SCENARIO ?= Scenarios/guizhou.yaml
SAMPLE ?= 0.05
REPLICATIONS ?= 200
BENCH ?=
FANGPIN = .build/release/fangpin
# A build from source may use all of this machine's processor: Swift does not fuse multiplications
# and additions, so the results are the same bytes (Scripts/test-bytes checks it). Empty for a binary
# that runs on any x86-64 processor.
NATIVE ?= -Xswiftc -Xcc -Xswiftc -march=native
SOURCES = Package.swift Sources Tests Benchmarks/yardstick

.DEFAULT_GOAL := run
.PHONY: run test parity notebooks examples effects calibrate check lint format bench coverage docs docs-figures package set-up release clean

run: release
	$(FANGPIN) run $(SCENARIO) --sample $(SAMPLE) --replications $(REPLICATIONS)

release: set-up
	swift build --configuration release --product fangpin $(NATIVE)

test: set-up
	swift build --build-tests
	swift test --skip-build

check: lint test

# Without a formatter (it comes with the toolchain) the tests still run.
lint:
	@if command -v swift-format >/dev/null 2>&1; then \
	  swift-format lint --strict --recursive --parallel $(SOURCES); \
	else echo "swift-format is not installed; house style was not checked."; fi

format:
	swift-format format --in-place --recursive --parallel $(SOURCES)

examples: release
	$(FANGPIN) mechanisms --try

effects: release
	Scripts/effects $(FANGPIN)

# The ensemble is kept beside the parameters only when the whole calibration is there.
calibrate: release
	$(FANGPIN) calibrate Scenarios/calibration/baseline.yaml --output Outputs/calibration-baseline --replace
	cp Outputs/calibration-baseline/posterior-baseline.csv Scenarios/parameters/posterior-baseline.csv

bench: release
	swift build --configuration release --product yardstick $(NATIVE)
	Scripts/bench $(BENCH)

coverage: set-up
	Scripts/coverage

docs: release
	$(FANGPIN) schema --documentation en > Docs/scenario.md
	$(FANGPIN) schema --documentation zh > Docs/scenario.zh-CN.md

parity: release
	Scripts/parity

notebooks: release
	Scripts/test-notebooks

docs-figures: release
	Scripts/docs-figures

package: set-up
	Scripts/package

set-up:
	@Scripts/set-up

clean:
	rm -rf .build .build-package .build-bench fangpin-*.tar.gz
