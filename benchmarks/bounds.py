"""Figures beside the bounds they must keep, and an exit code that says whether they do."""

import sys


class Figures:
    """Prints each figure with its bound, and remembers whether all are kept."""

    def __init__(self) -> None:
        self.kept = True

    def show(self, name: str, figure: float, *, least: float = float("-inf"), most: float = float("inf")) -> None:
        """Print one figure; `least` and `most` are its bounds."""
        kept = least <= figure <= most
        self.kept &= kept
        bound = " ".join(
            f"{sign} {edge:g}"
            for sign, edge in (("≥", least), ("≤", most))
            if edge not in {float("-inf"), float("inf")}
        )
        print(f"{'ok    ' if kept else 'MISSED'}  {name:58} {figure:12.6g}   {bound}")

    def leave(self) -> None:
        """End the program: 0 when every bound is kept, else 1."""
        sys.exit(not self.kept)
