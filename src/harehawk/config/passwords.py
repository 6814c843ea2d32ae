"""What the named password policies mean: `modern`, and `strict` for 等保."""

from harehawk.config.environment import PasswordPolicy

OURS = "harehawk.apps.access.passwords"

_BOTH: list[dict[str, object]] = [
    {"NAME": f"{OURS}.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{OURS}.UnlikeYou", "OPTIONS": {"user_attributes": ("name", "email")}},
    {"NAME": f"{OURS}.NotCommon"},
]
RULES: dict[PasswordPolicy, list[dict[str, object]]] = {
    "modern": _BOTH,
    "strict": [*_BOTH, {"NAME": f"{OURS}.ThreeKindsOfCharacters"}, {"NAME": f"{OURS}.NoneOfTheLast"}],
}
# a whole office may stand behind one address
WRONG_TRIES: dict[PasswordPolicy, str] = {"modern": "30/m/ip,5/300s/key", "strict": "30/m/ip,5/1800s/key"}
SESSION_SECONDS: dict[PasswordPolicy, int] = {"modern": 14 * 86400, "strict": 30 * 60}
DAYS_A_PASSWORD_LASTS: dict[PasswordPolicy, int | None] = {"modern": None, "strict": 90}
