"""The tests, by room; what several of them share stands in modules without `test_` in front."""
