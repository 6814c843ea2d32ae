/** The line on top while something is under way: a request of htmx, or a form that loads the next page. */
export function showWaiting(): void {
  const root = document.documentElement.classList;
  let underWay = 0;
  const count = (step: 1 | -1): void => {
    underWay = Math.max(0, underWay + step);
    root.toggle("waiting", underWay > 0);
  };
  document.addEventListener("htmx:before:request", () => count(1));
  document.addEventListener("htmx:finally:request", () => count(-1));
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) root.add("waiting");
  });
  addEventListener("pageshow", () => {
    underWay = 0;
    root.remove("waiting");
  });
}
