"""Judgements in words and figures, for every door alike: pages, commands, exports."""
