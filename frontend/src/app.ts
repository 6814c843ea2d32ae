// One entry for every page: htmx, and small behaviours bound to markup. Each page works without any of it.
import "htmx.org";
import { watchConnection } from "./behaviours/away";
import { explainInDialog } from "./behaviours/dialog";
import { acceptDrops } from "./behaviours/drop";
import { offerKeys } from "./behaviours/keys";
import { jumpToSearch } from "./behaviours/search";
import { showSecrets } from "./behaviours/secret";
import { switchTheme } from "./behaviours/theme";
import { showWaiting } from "./behaviours/waiting";

document.documentElement.classList.add("scripted");
watchConnection();
explainInDialog();
acceptDrops();
jumpToSearch();
offerKeys();
showSecrets();
switchTheme();
showWaiting();
