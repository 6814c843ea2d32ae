"""Things kept in the memory of the one web process, as they are: a whole book would take seconds to pickle."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock


class Memory[Value]:
    """The latest things by key, each for some seconds after its last use.

    >>> memory = Memory[str](most=2, seconds=10)
    >>> for key in "abc":
    ...     memory.put(key, key.upper())
    >>> [memory.get(key) for key in "abc"]
    [None, 'B', 'C']
    """

    def __init__(self, *, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._kept: OrderedDict[str, tuple[float, Value]] = OrderedDict()
        self._lock = Lock()  # requests come in several threads

    def put(self, key: str, value: Value) -> None:
        """Keep a thing, in place of what had that key."""
        with self._lock:
            self._use(key, value)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def get(self, key: str) -> Value | None:
        """Return a thing and keep it longer; None if it is not there any more."""
        with self._lock:
            self._forget()
            if key not in self._kept:
                return None
            value = self._kept[key][1]
            self._use(key, value)
            return value

    def _use(self, key: str, value: Value) -> None:
        self._kept[key] = (self._clock() + self._seconds, value)
        self._kept.move_to_end(key)

    def _forget(self) -> None:
        """Let go of what nobody used for long: the least used comes first."""
        now = self._clock()
        while self._kept and next(iter(self._kept.values()))[0] <= now:
            self._kept.popitem(last=False)
