/** Takes a file dropped anywhere on the form, sends the form as soon as a file is chosen, and goes back to the field if it is refused. */
export function acceptDrops(): void {
  document.addEventListener("dragover", (event) => {
    const zone = zoneOf(event);
    if (!zone) return;
    event.preventDefault();
    zone.dataset.over = "";
  });
  document.addEventListener("dragleave", (event) => {
    const zone = zoneOf(event);
    if (zone && !(event.relatedTarget instanceof Node && zone.contains(event.relatedTarget))) delete zone.dataset.over;
  });
  document.addEventListener("drop", (event) => {
    const zone = zoneOf(event);
    const input = zone?.querySelector<HTMLInputElement>("input[type=file]");
    const files = event.dataTransfer?.files;
    if (!zone || !input || !files?.length) return;
    event.preventDefault();
    delete zone.dataset.over;
    input.files = files;
    input.form?.requestSubmit();
  });
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input instanceof HTMLInputElement && input.type === "file" && input.files?.length) input.form?.requestSubmit();
  });
  document.addEventListener("htmx:after:swap", () => {
    document.querySelector<HTMLInputElement>("input[type=file][aria-invalid=true]")?.focus();
  });
}

function zoneOf(event: DragEvent): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>("[data-drop]") : null;
}
