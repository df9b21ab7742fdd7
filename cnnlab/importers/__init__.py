"""From what people hand in to Submissions."""
