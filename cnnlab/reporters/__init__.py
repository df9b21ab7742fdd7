"""From a Report to a format: one function per format. They return; only the command line prints."""
