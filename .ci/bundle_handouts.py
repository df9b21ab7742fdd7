"""Build hook: a wheel carries the handouts, so that `pip install cnnlab` is all a student needs."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHandouts(BuildHookInterface):  # type: ignore[type-arg]
    """Adds what is published of the course, and nothing of `solutions/`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it packs a wheel."""
        if version == "standard":
            build_data["force_include"]["assignments"] = "cnnlab/bundled_course/assignments"
            build_data["force_include"]["course.toml"] = "cnnlab/bundled_course/course.toml"
