import { ApiError, request } from './api.js';

/** The code of a link is at most this long; what is longer is no code. */
const MAX_CODE = 64;
const EARLY_MS = 60_000;
const kept = (sessionId: string) => `reader:${sessionId}`;

/** The address that shows a report to whoever has it. Browsers send no server what follows the `#`. */
export const readerLink = (sessionId: string, code: string) => `${location.origin}/s/${sessionId}/report#${code}`;

/**
 * The reader code of a session: from the address, or kept for this tab. When it is kept, it leaves the address, so that neither the
 * history nor a shared screen shows it. A browser that keeps nothing leaves it there for a reload.
 */
export function readerCode(sessionId: string): string | undefined {
  const code = location.hash.slice(1);
  try {
    if (!code) return sessionStorage.getItem(kept(sessionId)) ?? undefined;
    sessionStorage.setItem(kept(sessionId), code);
    history.replaceState(null, '', location.pathname);
  } catch {
    // the code stays in the address
  }
  return code || undefined;
}

export function forgetReaderCode(sessionId: string): void {
  try {
    sessionStorage.removeItem(kept(sessionId));
  } catch {
    // a browser that keeps nothing
  }
}

/** Reads the report of one session with its code. */
export class Reader {
  private issued?: { token: string; expiresAt: string };

  constructor(private readonly sessionId: string, private readonly code: string) {}

  /** A token for the code; a new one when the last one is about to expire. */
  async token(): Promise<string> {
    if (this.code.length > MAX_CODE) throw new ApiError(403, 'reader-code-wrong', '');
    if (!this.issued || Date.parse(this.issued.expiresAt) < Date.now() + EARLY_MS)
      this.issued = await request('POST', `/api/sessions/${this.sessionId}/readers`, { body: { readerCode: this.code } });
    return this.issued!.token;
  }
}
