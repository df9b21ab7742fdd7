"""Forges an outcome: the file ends the process while it is imported, before a check has begun.

Fails because an import that does not come to an end is an error for every check.
"""

print("12 passed in 0.02s")
raise SystemExit(0)
