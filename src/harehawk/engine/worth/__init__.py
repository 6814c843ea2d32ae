"""What winning is worth to us: cash, capital, risk, harm, strategy, importance."""
