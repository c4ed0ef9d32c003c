import { ApiError } from '../client/api.js';
import { get, remove } from '../client/database.js';
import { sleep } from '../client/random.js';
import { Seat, SeatClient, join } from '../client/seats.js';
import { present } from '../session/select.js';
import { SessionStore } from '../session/store.js';
import { language } from '../texts/index.js';
import { LINES } from './lines.js';
import { SimulatedPerson } from './person.js';
import { Progress } from './progress.js';

const PEOPLE = 4;
const JOIN_MS = 1_000;
const OVER = ['closing', 'closed', 'cancelled'];

/**
 * The simulated people of a rehearsal. They have seats of their own and use the API as everybody does; they see the facilitator's board, and
 * do nothing that a facilitator does. One tab of the browser moves them, and another one goes on when it is closed.
 */
export class Rehearsal {
  private stopped = false;
  private readonly progress: Progress;
  private readonly waiting = new AbortController();

  constructor(private readonly store: SessionStore, private readonly joinCode?: string) {
    this.progress = new Progress(store.id);
    const run = () => this.run().catch(() => undefined); // without people the facilitator goes on alone
    if (navigator.locks) void navigator.locks.request(`rehearsal/${store.id}`, { signal: this.waiting.signal }, run).catch(() => undefined);
    else void run();
  }

  stop(): void {
    this.stopped = true;
    this.waiting.abort();
  }

  private get over(): boolean {
    return this.stopped || !!this.store.over || OVER.includes(this.store.board?.session.phase ?? '');
  }

  private async run(): Promise<void> {
    while (!this.store.board && !this.over) await sleep(JOIN_MS);
    const lives: Promise<void>[] = [];
    for (let n = 0; n < PEOPLE && !this.over; n++) {
      const seat = await this.seat(n).catch(() => undefined);
      if (seat) lives.push(this.live(new SimulatedPerson(n, new SeatClient(seat), this.store, this.progress)));
    }
    await Promise.all(lives);
    if (this.over && !this.stopped) await this.forget();
  }

  /** The seat that this browser keeps for a simulated person, or a new one if nobody has moved the people of this rehearsal yet. */
  private async seat(n: number): Promise<Seat | undefined> {
    const kept = await get<Seat>('seats', this.place(n));
    if (kept) return kept;
    const name = LINES[language].name(n + 1);
    if (!this.joinCode || this.progress.has(n, 'join') || present(this.store.board!).some((person) => person.name === name)) return undefined;
    await sleep(JOIN_MS);
    const seat = await join(this.store.id, { joinCode: this.joinCode, name }, this.place(n));
    this.progress.add(n, 'join');
    return seat;
  }

  /** One step after the other, until the session is over or the facilitator takes the person out. */
  private async live(person: SimulatedPerson): Promise<void> {
    while (!this.over) {
      await sleep(person.pause());
      if (this.over) return;
      try {
        await person.act();
      } catch (e) {
        const type = e instanceof ApiError ? e.type : '';
        if (['seat-gone', 'rejoin-key-wrong', 'not-found'].includes(type)) return;
      }
    }
  }

  private async forget(): Promise<void> {
    this.progress.forget();
    for (let n = 0; n < PEOPLE; n++) await remove('seats', this.place(n));
  }

  private place = (n: number) => `${this.store.id}/simulated/${n}`;
}
