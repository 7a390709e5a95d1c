"""How long things take, as figures to compare; run with `python -m pytest -n0 tests/benchmarks --benchmark-only`."""
