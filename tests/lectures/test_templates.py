"""Templates: whatever is wrong with one is told with file, line and excerpt."""

import pytest


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("{{ nothing }}", "'nothing' is undefined."),
        ("{{ 1 / 0 }}", "division by zero."),
        ("{% nothing %}", "Encountered unknown tag 'nothing'."),
    ],
)
def test_a_broken_template_is_told_with_its_line(course, built, told, broken, reason):
    path = course.root / "site" / "templates" / "base.html"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines.insert(4, broken)
    path.write_text("\n".join(lines), encoding="utf-8")
    assert told() == [f"base.html:5: The template cannot be rendered: {reason}"]
    assert [problem.excerpt for problem in built().problems] == [broken]
