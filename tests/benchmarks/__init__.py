"""How long things take, beside what they must do at least: `python -m pytest -n 0 tests/benchmarks`."""
