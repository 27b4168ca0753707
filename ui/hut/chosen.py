"""Whether this run is a hut: by the command line, or because this computer is set to be one. Light: asked before anything else."""

from __future__ import annotations

from desk.core.paths import home
from desk.core.settings import SettingsFile
from desk.hut_set import hut_set
from ui.options import Options


def is_hut(options: Options) -> bool:
    """Never a practice window: it has to say all the time that it is one."""
    if options.practice:
        return False
    return options.kiosk or hut_set(SettingsFile(home(options.home).settings_file).now.extra).on
