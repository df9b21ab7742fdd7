"""The SQLite file that keeps reports, so that nothing is graded twice and nothing is lost."""
