"""The lecture site: read the sources, check them, render pages, write what changed."""
