"""Judge the public Salvirt deals with no history at all: python benchmarks/salvirt.py

Weights, priors and rates are the map's, nothing is learnt from the outcomes (method §11.1). The deals are
read from the folder in HAREHAWK_TEST_DATA.
"""

import numpy as np
from bounds import Figures
from salvirt_rows import deals, rows_of
from scores import auc, brier, calibration_error, log_loss

from harehawk.engine.gates.rows import score

DIGITS = 5e-4
SEEN = {
    "AUC": (auc, 0.7898),
    "Brier": (brier, 0.1830),
    "log loss": (log_loss, 0.5533),
    "ECE": (calibration_error, 0.0865),
}
FIRST_ROW = {"gate 1": 0.778115, "gate 2": 0.982212, "gate 3": 0.957837, "chance": 0.732050}


def main() -> None:
    """Print the figures and what the deals would have been judged."""
    told = deals()
    fixed = np.isnan(told.answers)
    priors = np.array([one.prior for one in told.setting.active])[:, None]
    scored = score(told.setting, rows_of(np.where(fixed, priors / 2, told.answers), fixed))
    chance = scored.chance()[0]
    figures = Figures()
    for name, (measure, seen) in SEEN.items():
        figures.show(name, measure(chance, told.won), least=seen - DIGITS, most=seen + DIGITS)
    first = (scored.first[0], scored.second[0], scored.third[0, 0], chance[0])
    for (name, seen), figure in zip(FIRST_ROW.items(), first, strict=True):
        figures.show(f"first deal, {name}", figure, least=seen - 5e-7, most=seen + 5e-7)
    pursued = scored.expected[0] > 0
    print()
    print(f"A deal worth 1 that costs .5, of {len(chance)}:")
    for verdict, chosen in (("pursue", pursued), ("abandon", ~pursued)):
        print(f"  {verdict:8} {chosen.sum():4}, of which {int(told.won[chosen].sum()):4} were won")
    figures.leave()


if __name__ == "__main__":
    main()
