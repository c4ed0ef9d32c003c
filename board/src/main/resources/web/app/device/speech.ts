/** The one live region of the app. Sentences are spoken politely, one after the other, and not twice within 10 s. */
const queue: string[] = [];
const spoken = new Map<string, number>();
let region: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

export function speechRegion(): HTMLElement {
  if (!region) {
    region = document.createElement('p');
    region.className = 'vh';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  return region;
}

export function say(sentence: string): void {
  if (Date.now() - (spoken.get(sentence) ?? -Infinity) < 10_000) return;
  spoken.set(sentence, Date.now());
  queue.push(sentence);
  timer ??= setTimeout(next, 100);
}

function next(): void {
  const sentence = queue.shift();
  timer = sentence === undefined ? undefined : setTimeout(next, 1500);
  if (sentence !== undefined) speechRegion().textContent = sentence;
}
