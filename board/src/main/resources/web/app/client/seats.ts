import { get, put, remove } from './database.js';
import { ApiError, request } from './api.js';
import { uuid } from './random.js';

export type Role = 'facilitator' | 'participant' | 'observer';

/** A person's place in a session, as this browser keeps it. */
export interface Seat {
  sessionId: string;
  participantId: string;
  name: string;
  role: Role;
  token: string;
  rejoinKey: string;
  /** Under which name the browser keeps it; absent for the person's own seat. */
  keptAs?: string;
}

type Joined = Omit<Seat, 'sessionId' | 'keptAs'>;

export const seatOf = (sessionId: string) => get<Seat>('seats', sessionId);
export const giveUp = (sessionId: string) => remove('seats', sessionId);

/** Takes a seat with a code, or with the token of an owner or member of the team. It is the person's own unless it is kept under another name. */
export async function join(sessionId: string, ask: { joinCode?: string; name?: string; role?: Role; token?: string }, keptAs?: string): Promise<Seat> {
  const joined = await request<Joined>('POST', `/api/sessions/${sessionId}/participants`, {
    key: uuid(),
    token: ask.token,
    body: { joinCode: ask.joinCode, name: ask.name || undefined, role: ask.role },
  });
  return keep(sessionId, joined, keptAs);
}

/** A new token for the same seat, after the old one has expired. */
export async function rejoin(seat: Seat): Promise<Seat> {
  const joined = await request<Joined>('POST', `/api/sessions/${seat.sessionId}/participants/rejoin`, { body: { rejoinKey: seat.rejoinKey } });
  return keep(seat.sessionId, joined, seat.keptAs);
}

async function keep(sessionId: string, joined: Joined, keptAs?: string): Promise<Seat> {
  const { participantId, name, role, token, rejoinKey } = joined;
  const seat = { sessionId, participantId, name, role, token, rejoinKey, keptAs };
  await put('seats', keptAs ?? sessionId, seat);
  return seat;
}

/** Requests of one seat. An expired token is renewed once, without a word. */
export class SeatClient {
  constructor(public seat: Seat) {}

  /** Gets a token for the role that the seat has now. */
  async renew(): Promise<void> {
    this.seat = await rejoin(this.seat);
  }

  async call<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
    try {
      return await request<T>(method, path, { token: this.seat.token, body, key });
    } catch (e) {
      if (!(e instanceof ApiError) || e.type !== 'token-invalid') throw e;
      await this.renew();
      return request<T>(method, path, { token: this.seat.token, body, key });
    }
  }
}
