"""An autograder for Gradescope: this very grader, one assignment, and two scripts, in a zip."""
