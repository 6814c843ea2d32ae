/** Opens an explanation where one is, once htmx has fetched it; the browser closes it on Escape and gives the focus back. */
export function explainInDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#explain");
  if (!dialog) return;
  document.addEventListener("htmx:after:swap", () => {
    if (!dialog.open && dialog.querySelector(".explain")) dialog.showModal();
    dialog.scrollTop = 0;
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });
  dialog.addEventListener("close", () => {
    dialog.querySelector("#explain-body")?.replaceChildren();
  });
}
