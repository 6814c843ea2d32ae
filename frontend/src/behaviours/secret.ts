/** Shows a password while it is typed, if wanted, and copies a link. */
export function showSecrets(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-show], button[data-copy]")) {
    button.hidden = false;
  }
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button[data-show], button[data-copy]") : null;
    const input = button?.parentElement?.querySelector("input");
    if (!button || !input) return;
    if (button.dataset.copy !== undefined) {
      input.select();
      void navigator.clipboard.writeText(input.value);
      return;
    }
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  });
}
