import { ApiError } from './api.js';
import { all, put, remove } from './database.js';
import { backOff, sleep, uuid } from './random.js';
import { SeatClient } from './seats.js';

/** Words on their way: kept here until the server has accepted them. */
export interface Waiting {
  key: string;
  sessionId: string;
  order: number;
  id: string;
  text: string;
  body: Record<string, unknown>;
  since: number;
  /** The server's sentence, if it did not take the words and they are not in the box. */
  refusal?: string;
}

export interface Receipt {
  id: string;
  text: string;
  hint?: { words: string; message: string };
}

/** What the page does with the answers. `refused` returns whether the words are back in the box; if not, they stay here with the sentence. */
export interface Sender {
  accepted(entry: Waiting, receipt: Receipt): void;
  refused(entry: Waiting, sentence: string): boolean;
  changed(): void;
}

/** The words of all sessions of this device that the server does not have. */
export const unsentWords = async () => (await all<Waiting>('outbox')).map((entry) => entry.text);

/** What a tab tells the others: that the server has answered, or that the list is another one. */
interface Answered { entry: Waiting; receipt?: Receipt; sentence?: string }

/** Sends the ideas of one session in their order. All tabs share one list, and take turns where the browser has locks. */
export class Outbox {
  waiting: Waiting[] = [];
  /** Words that the server did not take and that are not in the box. */
  refused: Waiting[] = [];
  private sending = false;
  private stopped = false;
  private hurry?: () => void;
  private readonly tabs?: BroadcastChannel;
  private readonly beingKept = new Set<string>();

  constructor(
    private readonly client: SeatClient,
    private readonly page: Sender,
  ) {
    if ('BroadcastChannel' in window) {
      this.tabs = new BroadcastChannel(`outbox/${client.seat.sessionId}`);
      this.tabs.onmessage = (message) => void this.hear(message.data as Answered | undefined);
    }
    void this.load().then(() => {
      if (this.waiting.length) void this.send();
    });
    addEventListener('online', this.now);
  }

  stop(): void {
    this.stopped = true;
    this.tabs?.close();
    removeEventListener('online', this.now);
  }

  /** Keeps an idea and sends it as soon as possible. The promise resolves when the browser has kept it. */
  async add(text: string, body: Record<string, unknown> = {}): Promise<Waiting> {
    const id = uuid();
    const sessionId = this.client.seat.sessionId;
    const order = Math.max(Date.now(), (this.waiting.at(-1)?.order ?? 0) + 1);
    const entry = { key: `${sessionId}/${id}`, sessionId, order, id, text, body: { id, text, ...body }, since: Date.now() };
    this.waiting = [...this.waiting, entry];
    this.page.changed();
    this.beingKept.add(entry.key);
    await put('outbox', entry.key, entry);
    this.beingKept.delete(entry.key);
    this.tell();
    void this.send();
    return entry;
  }

  /** Removes words from the list. */
  async drop(...entries: Waiting[]): Promise<void> {
    for (const entry of entries) await this.done(entry);
    this.tell();
  }

  private tell(answered?: Answered): void {
    if (!this.stopped) this.tabs?.postMessage(answered);
  }

  /** Tries again without waiting. */
  readonly now = () => {
    this.hurry?.();
    void this.send();
  };

  /** What the browser keeps for this session, of all tabs. */
  private async load(): Promise<void> {
    const kept = (await all<Waiting>('outbox')).filter((e) => e.sessionId === this.client.seat.sessionId);
    const others = this.waiting.filter((e) => this.beingKept.has(e.key) && !kept.some((k) => k.key === e.key));
    const listed = [...kept, ...others].sort((a, b) => a.order - b.order);
    this.waiting = listed.filter((e) => e.refusal === undefined);
    this.refused = listed.filter((e) => e.refusal !== undefined);
    this.page.changed();
  }

  /** Another tab has kept words, or the server has answered it. This tab waits for its turn, in case the other one is closed. */
  private async hear(answered?: Answered): Promise<void> {
    if (answered?.receipt) this.page.accepted(answered.entry, answered.receipt);
    if (answered?.sentence !== undefined) this.page.refused(answered.entry, answered.sentence);
    await this.load();
    if (navigator.locks && this.waiting.length) void this.send();
  }

  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    const name = `outbox/${this.client.seat.sessionId}`;
    await (navigator.locks ? navigator.locks.request(name, () => this.sendAll()) : this.sendAll());
    this.sending = false;
    if (this.waiting.length && !this.stopped) void this.send();
  }

  private async sendAll(): Promise<void> {
    await this.load();
    for (let failures = 0; this.waiting.length && !this.stopped; ) {
      const entry = this.waiting[0];
      try {
        const path = `/api/boards/${entry.sessionId}/ideas`;
        const receipt = await this.client.call<Receipt>('POST', path, entry.body, entry.id);
        failures = 0;
        await this.done(entry);
        this.page.accepted(entry, receipt);
        this.tell({ entry, receipt });
      } catch (e) {
        const reason = e instanceof ApiError ? e : new ApiError(0, 'fault', String(e));
        if (!reason.passing) {
          await this.giveBack(entry, reason.detail);
          continue;
        }
        this.page.changed();
        const wait = Math.max(backOff(failures++), reason.retryAfter * 1000);
        await Promise.race([sleep(wait), new Promise<void>((now) => (this.hurry = now))]);
      }
    }
  }

  /** The person has the words again before they leave the list, so that no crash comes between. */
  private async giveBack(entry: Waiting, sentence: string): Promise<void> {
    if (this.page.refused(entry, sentence)) {
      await this.done(entry);
      return this.tell({ entry, sentence });
    }
    await put('outbox', entry.key, { ...entry, refusal: sentence });
    await this.load();
    this.tell();
  }

  private async done(entry: Waiting): Promise<void> {
    await remove('outbox', entry.key);
    this.waiting = this.waiting.filter((other) => other.key !== entry.key);
    this.refused = this.refused.filter((other) => other.key !== entry.key);
    this.page.changed();
  }
}
