"""See the hare before you loose the hawk: judge key-account opportunities on evidence."""

__version__ = "0.1.0"
