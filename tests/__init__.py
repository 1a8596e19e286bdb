"""The tests, in folders that mirror the packages; what they share is in :mod:`tests.support`."""
