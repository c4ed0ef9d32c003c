/** A random UUID (version 4). `crypto.randomUUID` is missing on a page without HTTPS, such as a phone in the room. */
export function uuid(): string {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  const hex = Array.from(b, (x) => x.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Waits; the promise resolves after this many milliseconds. */
export const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** A time to wait before the attempt after `failures` failures: it doubles up to 30 s, with jitter. */
export const backOff = (failures: number) => Math.min(30_000, 1000 * 2 ** Math.min(failures, 5)) * (0.5 + Math.random());
