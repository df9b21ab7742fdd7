"""What figures compute with: the operations of the lecture on small maps, a module for each subject."""
