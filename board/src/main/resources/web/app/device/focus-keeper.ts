const REMEMBERED = 8;

/**
 * Gives the focus back when the element that had it is removed: to the element that had it before, else to the heading of the page.
 * Without that the keyboard would start again at the top of the page.
 */
export function keepFocus(): void {
  let recent: HTMLElement[] = [];
  addEventListener('focusin', (event) => {
    const element = event.target as HTMLElement;
    recent = [element, ...recent.filter((other) => other !== element)].slice(0, REMEMBERED);
  });
  // whoever points somewhere else has left the element
  addEventListener('pointerdown', (event) => {
    if (!recent[0]?.contains(event.target as Node)) recent = [];
  });
  new MutationObserver(() => {
    if (document.activeElement !== document.body || !recent.length || recent[0].isConnected) return;
    recent = recent.filter((element) => element.isConnected && element.checkVisibility());
    const heading = document.querySelector<HTMLElement>('h1');
    if (!recent.length) heading?.setAttribute('tabindex', '-1');
    (recent[0] ?? heading)?.focus({ preventScroll: true });
  }).observe(document, { childList: true, subtree: true });
}
