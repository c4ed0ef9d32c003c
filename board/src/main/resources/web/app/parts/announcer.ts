import { prefers } from '../device/preferences.js';
import { say } from '../device/speech.js';
import { tone } from '../device/tone.js';
import { t } from '../texts/index.js';
import { overDays } from '../session/select.js';
import { SessionStore } from '../session/store.js';

const LINE_GONE_MS = 10_000;
const ARRIVALS_MS = 20_000;
const MINUTES_SPOKEN = [5, 1];

/** Speaks what happens in a session for those who do not see it: phases, the last minutes, the line, and new ideas of others. */
export class Announcer {
  private minutes = Infinity;
  private reminded?: number;
  private lineGone = false;
  private known?: Set<string>;
  private arrived = 0;
  private arrivedAt = 0;

  constructor(private readonly store: SessionStore) {
    store.addEventListener('speak', (event) => say((event as CustomEvent<string>).detail));
    store.addEventListener('phase', () => say(t('phaseSpoken', { phase: t(store.board!.session.phase) })));
    store.addEventListener('change', () => this.count());
  }

  /** Call every second. */
  tick(): void {
    if (!this.store.board) return;
    this.remind();
    this.time();
    this.line();
    this.arrivals();
  }

  /** The end of a quiet time over days, as often as the server reminds of it. */
  private remind(): void {
    const hours = overDays(this.store.board!) ? this.store.board!.session.reminderHours : undefined;
    if (hours && hours !== this.reminded) say(t('reminder', { n: hours }));
    this.reminded = hours;
  }

  private time(): void {
    const { endsAt, breakId, phase } = this.store.board!.session;
    if (!endsAt || breakId) return;
    const minutes = Math.max(0, Math.ceil((Date.parse(endsAt) - this.store.now()) / 60_000));
    const before = this.minutes;
    this.minutes = minutes;
    if (minutes >= before) return;
    const over = minutes === 0 && before < Infinity;
    if (over && prefers('tone')) tone();
    if (!prefers('speakTimes')) return;
    if (over) say(t(phase === 'quiet' ? 'quietOver' : 'timeOver'));
    else if (MINUTES_SPOKEN.includes(minutes)) say(t('minutesSpoken', { n: minutes }));
  }

  /** A connection that is gone for long, and that it is back. */
  private line(): void {
    const gone = this.store.line === 'down' && Date.now() - this.store.downSince > LINE_GONE_MS;
    if (gone && !this.lineGone) say(t('offline'));
    if (this.lineGone && this.store.line === 'up') say(t('online'));
    this.lineGone = gone || (this.lineGone && this.store.line !== 'up');
  }

  /** Counts ideas of others that are new on the board while the group shares. */
  private count(): void {
    const board = this.store.board;
    if (!board) return;
    const ids = new Set(board.ideas.map((idea) => idea.id));
    if (this.known && board.session.phase === 'sharing') this.arrived += board.ideas.filter((idea) => !idea.mine && !this.known!.has(idea.id)).length;
    this.known = board.session.phase === 'sharing' ? ids : undefined;
    if (!this.known) this.arrived = 0;
  }

  private arrivals(): void {
    if (!this.arrived || Date.now() - this.arrivedAt < ARRIVALS_MS) return;
    if (prefers('speakArrivals')) say(t('arrivedSpoken', { n: this.arrived }));
    this.arrived = 0;
    this.arrivedAt = Date.now();
  }
}
