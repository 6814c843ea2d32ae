/** Switches light and dark at once; the server keeps the choice in a cookie, so that the next page starts with it. */
export function switchTheme(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-theme-switch]");
  const choice = form?.querySelector<HTMLButtonElement>("button[name=theme]");
  if (!form || !choice) return;
  const offer = (): void => {
    choice.value = isDark() ? "light" : "dark";
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(form, choice);
    document.documentElement.dataset.theme = choice.value;
    offer();
    void fetch(form.action, { method: "POST", body: data, redirect: "manual" });
  });
  offer();
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
