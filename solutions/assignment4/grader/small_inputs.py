"""Small inputs."""
