"""What pages show, as frozen rows: made from judgements here, fed to the templates as they are."""
