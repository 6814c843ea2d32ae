/** Says in our own words that the server does not answer, and takes it back when it does. */
export function watchConnection(): void {
  const banner = document.querySelector<HTMLElement>("[data-away]");
  if (!banner) return;
  document.addEventListener("htmx:error", () => {
    banner.hidden = false;
  });
  document.addEventListener("htmx:after:request", () => {
    banner.hidden = true;
  });
}
