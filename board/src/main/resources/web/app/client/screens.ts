import { ApiError, request } from './api.js';
import { sleep } from './random.js';
import { Seat, rejoin } from './seats.js';

/** A screen that waits until a facilitator admits it. */
export interface WaitingScreen { sessionId: string; screenId: string; sign: string; rejoinKey: string; expiresAt: string }

const waiting = (sessionId: string) => `screen/${sessionId}`;
const code = (sessionId: string) => `screen-code/${sessionId}`;
const ASK_AGAIN_MS = 2000;

/** The join code that a screen shows; it gave the screen its way in. */
export const codeOf = (sessionId: string) => localStorage.getItem(code(sessionId)) ?? '';
export const forgetCode = (sessionId: string) => localStorage.removeItem(code(sessionId));

export function waitingScreen(sessionId: string): WaitingScreen | undefined {
  const kept = sessionStorage.getItem(waiting(sessionId));
  const screen = kept ? (JSON.parse(kept) as WaitingScreen) : undefined;
  return screen && Date.parse(screen.expiresAt) > Date.now() ? screen : undefined;
}

/** Finds the session of a code and asks to show it. Returns the id of the session. */
export async function requestScreen(joinCode: string): Promise<string> {
  const { sessionId } = await request<{ sessionId: string }>('POST', '/api/invitations', { body: { joinCode } });
  const screen = await request<WaitingScreen>('POST', `/api/sessions/${sessionId}/screens`, { body: { joinCode } });
  sessionStorage.setItem(waiting(sessionId), JSON.stringify({ ...screen, sessionId }));
  localStorage.setItem(code(sessionId), joinCode);
  return sessionId;
}

/**
 * Waits until a facilitator has admitted the screen.
 *
 * @returns its seat, or undefined if it was refused, waited too long, or is not wanted any more
 */
export async function admitted(screen: WaitingScreen, wanted: () => boolean): Promise<Seat | undefined> {
  const seat = { sessionId: screen.sessionId, rejoinKey: screen.rejoinKey } as Seat;
  while (wanted()) {
    try {
      return await rejoin(seat);
    } catch (e) {
      if (!(e instanceof ApiError) || !(e.passing || e.type === 'screen-not-admitted')) break;
    }
    await sleep(ASK_AGAIN_MS);
  }
  return undefined;
}

/** Whether people can still join with the code. */
export const admits = (joinCode: string) =>
  request('POST', '/api/invitations', { body: { joinCode } }).then(() => true, (e) => (e as ApiError).type !== 'join-code-wrong');
