import { ApiError } from './api.js';
import { SeatClient } from './seats.js';
import { Stream, StreamEvent } from './stream.js';

const BEAT_MS = 10_000;
const SILENCE_MS = 35_000;

/** What a page does with the stream. `state` and `restore` give the board to a tab that is opened later. */
export interface Listener {
  receive(event: StreamEvent): void;
  connected(stands: boolean): void;
  refused(reason: ApiError): void;
  state(): unknown;
  restore(state: unknown): void;
}

type Message = { kind: 'hello' | 'beat' } | { kind: 'event'; event: StreamEvent } | { kind: 'line'; stands: boolean } | { kind: 'state'; state: unknown; stands: boolean } | { kind: 'over'; status: number; type: string; detail: string };

/**
 * One stream for all tabs with the same seat: the tab that holds the lock has the connection, and passes on what it receives. A browser
 * without locks or channels has a stream for each tab.
 */
export class SharedStream {
  private stream?: Stream;
  private stands = false;
  private stopped = false;
  private heard = Date.now();
  private release?: () => void;
  private readonly channel?: BroadcastChannel;
  private readonly name: string;
  private readonly waiting = new AbortController();
  private readonly clock?: ReturnType<typeof setInterval>;

  constructor(private readonly client: SeatClient, private readonly page: Listener) {
    this.name = `stream/${client.seat.sessionId}/${client.seat.participantId}`;
    if (!navigator.locks || !('BroadcastChannel' in window)) {
      this.lead();
      return;
    }
    this.channel = new BroadcastChannel(this.name);
    this.channel.onmessage = (message) => this.hear(message.data as Message);
    this.clock = setInterval(this.beat, BEAT_MS);
    document.addEventListener('visibilitychange', this.wake);
    this.tell({ kind: 'hello' });
    void this.queue({ signal: this.waiting.signal });
  }

  stop(): void {
    this.stopped = true;
    this.stream?.stop();
    this.release?.();
    this.waiting.abort();
    clearInterval(this.clock);
    document.removeEventListener('visibilitychange', this.wake);
    this.channel?.close();
  }

  /** Connects anew, if this tab has the connection. */
  renew(): void {
    this.stream?.renew();
  }

  /** Waits for the lock, and leads while it has it. A tab whose lock was taken follows again. */
  private async queue(options: LockOptions): Promise<void> {
    try {
      await navigator.locks.request(this.name, options, () => {
        if (this.stopped) return;
        this.lead();
        return new Promise<void>((done) => (this.release = done));
      });
    } catch {
      this.stream?.stop();
      this.stream = undefined;
      if (!this.stopped) void this.queue({ signal: this.waiting.signal });
    }
  }

  private lead(): void {
    this.stream = new Stream(
      this.client,
      (event) => {
        this.page.receive(event);
        this.tell({ kind: 'event', event });
      },
      (stands) => {
        this.stands = stands;
        this.page.connected(stands);
        this.tell({ kind: 'line', stands });
      },
      (reason) => {
        this.page.refused(reason);
        this.tell({ kind: 'over', status: reason.status, type: reason.type, detail: reason.detail });
      },
    );
  }

  private tell(message: Message): void {
    if (!this.stopped) this.channel?.postMessage(message);
  }

  private hear(message: Message): void {
    if (this.stopped) return;
    if (this.stream) {
      const state = message.kind === 'hello' && this.page.state();
      if (state) this.tell({ kind: 'state', state, stands: this.stands });
      return;
    }
    this.heard = Date.now();
    if (message.kind === 'event') this.page.receive(message.event);
    if (message.kind === 'line') this.page.connected(message.stands);
    if (message.kind === 'over') this.page.refused(new ApiError(message.status, message.type, message.detail));
    if (message.kind === 'state') {
      this.page.restore(message.state);
      this.page.connected(message.stands);
    }
  }

  /** The leading tab shows that it is alive. A tab that a person sees does not wait for one that sleeps. */
  private readonly beat = () => {
    if (this.stream) this.tell({ kind: 'beat' });
    else if (document.visibilityState === 'visible' && Date.now() - this.heard > SILENCE_MS) {
      this.heard = Date.now();
      void this.queue({ steal: true });
    }
  };

  private readonly wake = () => {
    if (document.visibilityState === 'visible' && !this.stream) this.tell({ kind: 'hello' });
  };
}
