"""`python -m game` does the same as the command `backchannel`."""

import sys
from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()  # in a folder made by PyInstaller, the window's helper begins here as well
    from game.cli import main

    sys.exit(main())
