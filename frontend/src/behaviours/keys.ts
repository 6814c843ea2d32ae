/** Offers passkeys where the browser knows them and the address has a name, and says when one gave no answer. */
export function offerKeys(): void {
  const named = !/^[\d.]+$|^\[/.test(location.hostname); // browsers know keys for names only
  if (named && "PublicKeyCredential" in window) {
    addEventListener("load", () => { // only now the script behind the button listens
      for (const form of document.querySelectorAll<HTMLElement>("[data-key-form]")) form.hidden = false;
    });
  }
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    for (const line of document.querySelectorAll<HTMLElement>("[data-key-failed]")) line.hidden = false;
  });
}
