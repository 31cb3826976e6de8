"""``python -m sifara`` is the command ``sifara``."""

from sifara.cli import main

if __name__ == "__main__":
    main()
