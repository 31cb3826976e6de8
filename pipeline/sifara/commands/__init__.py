"""Commands of the command line, thin over the library; :mod:`sifara.cli` puts them together."""
