"""How an installation is set up and served: settings by environment, logs, health, the server."""
