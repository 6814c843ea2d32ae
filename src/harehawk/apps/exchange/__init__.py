"""Books in and out: import, export, the sample, backups."""
