"""Things lent at the window or from a locker: wheelchairs, trolleys, kits; who has what, until when, and how it came back."""
