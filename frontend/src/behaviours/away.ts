/** Says in our own words that the server does not answer, and takes it back with the next try, not with an older answer still on its way. */
export function watchConnection(): void {
  const banner = document.querySelector<HTMLElement>("[data-away]");
  if (!banner) return;
  document.addEventListener("htmx:error", () => {
    banner.hidden = false;
  });
  document.addEventListener("htmx:before:request", () => {
    banner.hidden = true;
  });
}
