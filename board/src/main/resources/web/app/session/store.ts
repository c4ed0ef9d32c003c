import { ApiError } from '../client/api.js';
import { keeps } from '../client/database.js';
import { Outbox, Receipt, Waiting } from '../client/outbox.js';
import { uuid } from '../client/random.js';
import { Seat, SeatClient } from '../client/seats.js';
import { SharedStream } from '../client/shared-stream.js';
import { failureOf, t } from '../texts/index.js';
import { Draft } from './draft.js';
import { FormDrafts } from './form-draft.js';
import { History, Step } from './history.js';
import { silent } from './select.js';
import { Board, reduce } from './state.js';

/** A sentence about what just happened, with the step that can be taken back. */
export interface Toast { text: string; step?: Step; until: number }
export interface Hint { id: string; text: string; words: string; message: string }

const TOAST_MS = 10_000;
const SHORT = 40;
const TAKE_AGAIN_MS = 5_000;
const short = (text: string) => (text.length > SHORT ? `${text.slice(0, SHORT)} …` : text);

/** One session as a page shows it: the board, the words on their way, and the intents of the person. */
export class SessionStore extends EventTarget {
  board?: Board;
  line: 'opening' | 'up' | 'down' = 'opening';
  downSince = 0;
  over?: ApiError;
  toast?: Toast;
  hints = new Map<string, Hint>();
  refusedWords?: string;
  /** When the person typed in the box last. */
  typedAt = 0;
  readonly client: SeatClient;
  readonly outbox: Outbox;
  readonly draft: Draft;
  /** The forms of this session keep what was typed into them. */
  readonly forms: FormDrafts;
  readonly history = new History();
  private readonly stream: SharedStream;
  private readonly unfollow: () => void;
  private offset = 0;

  constructor(seat: Seat) {
    super();
    this.client = new SeatClient(seat);
    this.draft = new Draft(seat.sessionId);
    this.forms = new FormDrafts(seat.sessionId);
    this.unfollow = this.draft.follow(() => {
      if (!this.draft.text) this.refusedWords = undefined;
      this.changed();
    });
    this.outbox = new Outbox(this.client, { accepted: (e, r) => this.accepted(e, r), refused: (e, sentence) => this.refused(e, sentence), changed: () => this.changed() });
    this.stream = new SharedStream(this.client, {
      receive: (event) => this.receive(event),
      connected: (stands) => this.lineIs(stands),
      refused: (reason) => {
        this.over = reason;
        this.changed();
      },
      state: () => this.board && { board: this.board, offset: this.offset },
      restore: (state) => {
        const { board, offset } = state as { board: Board; offset: number };
        this.offset = offset;
        this.show(board);
      },
    });
  }

  close(): void {
    this.stream.stop();
    this.outbox.stop();
    this.unfollow();
  }

  get seat(): Seat {
    return this.client.seat;
  }
  get id(): string {
    return this.seat.sessionId;
  }
  get leads(): boolean {
    return this.seat.role === 'facilitator';
  }
  get watches(): boolean {
    return this.seat.role === 'observer';
  }
  get me() {
    return this.board?.participants.find((p) => p.participantId === this.seat.participantId);
  }
  /** Whether typed words would be lost when this page goes. */
  get endangered(): boolean {
    return !keeps && this.unsaved.length > 0;
  }
  /** Words that the server does not have: those on their way, those that it refused, and those in the box. */
  get unsent(): string[] {
    return [...this.outbox.waiting, ...this.outbox.refused, this.draft].map((each) => each.text).filter((text) => text.trim());
  }

  /** The same, and what was typed into forms. */
  get unsaved(): string[] {
    return [...this.unsent, ...this.forms.words];
  }

  /** The server's time. The clock of the device may be wrong. */
  now(): number {
    return Date.now() + this.offset;
  }

  changed(): void {
    this.dispatchEvent(new Event('change'));
  }

  private receive(event: { event: string; data: any }): void {
    const time = event.event === 'snapshot' ? event.data.session.serverTime : event.event === 'session' ? event.data.serverTime : undefined;
    if (time) this.offset = Date.parse(time) - Date.now();
    this.show(reduce(this.board, event));
  }

  /** Another state of the board. In another phase earlier steps cannot be taken back. */
  private show(board: Board | undefined): void {
    const before = this.board?.session.phase;
    this.board = board;
    if (this.me?.role === 'facilitator' && !this.leads) void this.takeRole();
    if (before !== undefined && before !== board?.session.phase) {
      this.history.clear();
      this.dispatchEvent(new Event('phase'));
    }
    this.changed();
  }

  private taking = false;
  private takeAfter = 0;

  /** Somebody lets this person lead: the seat gets a token for that, and the board what those who lead see. */
  private async takeRole(): Promise<void> {
    if (this.taking || Date.now() < this.takeAfter) return;
    this.taking = true;
    this.takeAfter = Date.now() + TAKE_AGAIN_MS;
    try {
      await this.client.renew();
      this.stream.renew();
      if (this.leads) this.say(t('youLead'));
    } catch {
      // the first event after a pause tries again
    } finally {
      this.taking = false;
    }
  }

  private lineIs(stands: boolean): void {
    if (!stands && this.line !== 'down') this.downSince = Date.now();
    this.line = stands ? 'up' : 'down';
    if (stands) this.outbox.now();
    this.changed();
  }

  private accepted(entry: Waiting, receipt: Receipt): void {
    const text = t('ideaAdded', { what: short(receipt.text) });
    this.speak(receipt.hint ? `${text} ${receipt.hint.message}` : text);
    this.history.add({ text, back: () => this.ask('DELETE', `ideas/${receipt.id}`) });
    if (receipt.hint) this.hints.set(receipt.id, { id: receipt.id, text: receipt.text, ...receipt.hint });
    if (this.board && !this.board.ideas.some((idea) => idea.id === receipt.id)) {
      const shared = !silent(this.board);
      const data = { links: [], ...entry.body, id: receipt.id, text: receipt.text, kind: entry.body.kind ?? 'idea', position: Infinity, shared, mine: true, authorId: this.seat.participantId };
      this.board = reduce(this.board, { event: 'idea', data });
    }
    this.changed();
  }

  /** The words go back into the box, with the server's sentence; those that build on an idea of the board stay with it. */
  private refused({ body, text }: Waiting, sentence: string): boolean {
    this.speak(sentence);
    if (this.board?.ideas.some((idea) => idea.id === body.parentId)) return false;
    this.draft.bringBack(text);
    this.refusedWords = sentence;
    this.changed();
    return true;
  }

  /** Lets a screen reader speak a sentence. */
  speak(text: string): void {
    this.dispatchEvent(new CustomEvent('speak', { detail: text }));
  }

  /** Shows and speaks a sentence for 10 s, with a way back if there is one. */
  say(text: string, back?: () => unknown): void {
    this.speak(text);
    const step = back && { text, back };
    if (step) this.history.add(step);
    this.toast = { text, step, until: Date.now() + TOAST_MS };
    this.changed();
    setTimeout(() => this.changed(), TOAST_MS + 100);
  }

  /** Takes a step back, the last one if none is named. A refusal is shown in its own words. */
  async undo(step?: Step): Promise<void> {
    const taken = this.history.take(step);
    if (!taken) return;
    this.toast = undefined;
    this.changed();
    if (await taken.back()) this.say(t('undone', { what: taken.text }));
  }

  /** Sends a request of this seat; a refusal is shown in its own words, unless `failed` shows it elsewhere and returns nothing. Returns undefined then. */
  async ask<T = unknown>(method: string, path: string, body?: unknown, failed = failureOf): Promise<T | undefined> {
    try {
      const key = method === 'POST' ? uuid() : undefined;
      return (await this.client.call<T>(method, path.startsWith('/') ? path : `/api/boards/${this.id}/${path}`, body, key)) ?? ({} as T);
    } catch (e) {
      const sentence = failed(e);
      if (sentence) this.say(sentence);
      return undefined;
    }
  }
}
