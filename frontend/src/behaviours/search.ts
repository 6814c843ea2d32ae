/** “/” goes to the search of the list, from any page. */
export function jumpToSearch(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const here = document.querySelector<HTMLInputElement>("input[type=search]");
    const elsewhere = document.querySelector<HTMLAnchorElement>("a[data-find]");
    if (!here && !elsewhere) return;
    event.preventDefault();
    if (here) here.select();
    else elsewhere?.click();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName));
}
