"""The method: arrays and frozen values in, the same out. No files, no clock, no chance."""
