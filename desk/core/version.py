"""The one version number: pyproject.toml, the installers and the About page say the same (a test watches it)."""

VERSION = "0.1.0"
