/** Up, Down, Home and End go through the buttons of a list; from a field above it, Down goes to the first one. */
export function walk(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const choices = [...list.querySelectorAll<HTMLElement>('button, a')];
  const at = choices.indexOf(document.activeElement as HTMLElement);
  const to = event.key === 'ArrowDown' ? at + 1 : at < 0 ? undefined : { ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  choices[Math.max(0, Math.min(to, choices.length - 1))]?.focus();
}
