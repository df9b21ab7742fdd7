"""A package, so that fixtures of its scope end with it: the browser does not stay open through other tests."""
