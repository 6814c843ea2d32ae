"""What can stand against a change of the method."""

from dataclasses import dataclass

from harehawk.errors import Problem, Translate


class MethodNotYours(Problem):
    """Only administrators and sales operations set the method."""

    code = "method_not_yours"
    status = 404

    def message(self, translate: Translate) -> str:
        return translate("Rates, prices and limits are set by sales operations. Ask one of them.")


@dataclass
class RateNotReachable(Problem):
    """A rate that the musts of its gate do not allow."""

    code = "rate_not_reachable"
    field: str

    def message(self, translate: Translate) -> str:
        return translate(
            "This rate is too high: what must hold before holds less often than that by itself. Enter a lower one."
        )
