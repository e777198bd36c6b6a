"""``python -m workbench``: the command ``onething``."""

from workbench.cli import main

main()
