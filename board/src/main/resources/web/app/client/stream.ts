import { ApiError, refusal, send } from './api.js';
import { backOff, sleep } from './random.js';
import { SeatClient } from './seats.js';

export interface StreamEvent {
  event: string;
  data: any;
  id?: string;
}

/** The server sends a comment at least every 15 s. */
const SILENCE_MS = 25_000;

/**
 * Follows a board. Each connection uses a ticket of its own and continues after the last number.
 * `receive` gets the events; `connected` whether the line stands; `refused` the reason why it will not come back.
 */
export class Stream {
  private last?: string;
  private stopped = false;
  private line?: AbortController;

  constructor(
    private readonly client: SeatClient,
    private readonly receive: (event: StreamEvent) => void,
    private readonly connected: (stands: boolean) => void,
    private readonly refused: (reason: ApiError) => void,
  ) {
    document.addEventListener('visibilitychange', this.wake);
    addEventListener('online', this.wake);
    void this.run();
  }

  stop(): void {
    this.stopped = true;
    this.line?.abort();
    document.removeEventListener('visibilitychange', this.wake);
    removeEventListener('online', this.wake);
  }

  /** Opens another connection, with a new ticket. */
  renew(): void {
    this.line?.abort();
    this.hurry?.();
  }

  /** A device that wakes does not know whether its connection still stands. */
  private readonly wake = () => {
    if (document.visibilityState === 'visible' && Date.now() - this.heard > SILENCE_MS) this.line?.abort();
    this.hurry?.();
  };
  private heard = Date.now();
  private hurry?: () => void;

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopped) {
      try {
        await this.connect(() => (failures = 0));
      } catch (e) {
        if (e instanceof ApiError && !e.passing && e.type !== 'stream-ticket-invalid') {
          if (!this.stopped) this.refused(e);
          return;
        }
        failures++;
      }
      this.connected(false);
      if (!this.stopped) await Promise.race([sleep(backOff(failures)), new Promise<void>((now) => (this.hurry = now))]);
    }
  }

  private async connect(opened: () => void): Promise<void> {
    const boards = `/api/boards/${this.client.seat.sessionId}`;
    const { ticket } = await this.client.call<{ ticket: string }>('POST', `${boards}/stream-tickets`);
    const line = (this.line = new AbortController());
    const last = this.last ? `&lastEventId=${encodeURIComponent(this.last)}` : '';
    const answer = await send('GET', `${boards}/stream?ticket=${encodeURIComponent(ticket)}${last}`, { signal: line.signal });
    if (!answer.ok) throw await refusal(answer);
    opened();
    this.connected(true);
    await this.read(answer.body!.getReader(), line);
  }

  private async read(reader: ReadableStreamDefaultReader<Uint8Array>, line: AbortController): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    const watch = setInterval(() => Date.now() - this.heard > SILENCE_MS && line.abort(), 5000);
    try {
      for (;;) {
        this.heard = Date.now();
        const { done, value } = await reader.read();
        if (done) return;
        rest += decoder.decode(value, { stream: true });
        const blocks = rest.split('\n\n');
        rest = blocks.pop()!;
        for (const block of blocks) if (this.handle(block)) return;
      }
    } catch {
      // the line is gone
    } finally {
      clearInterval(watch);
      line.abort();
    }
  }

  /** Whether the connection ends with this event. */
  private handle(block: string): boolean {
    const fields = parse(block);
    if (fields.id) this.last = fields.id;
    if (fields.event === 'reconnect') return true;
    if (fields.event === 'replaced') this.stop();
    if (fields.data) this.receive({ event: fields.event ?? 'message', data: JSON.parse(fields.data), id: fields.id });
    return this.stopped;
  }
}

function parse(block: string): { event?: string; data?: string; id?: string } {
  const fields: Record<string, string> = {};
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).replace(/^ /, '');
    fields[name] = name === 'data' && fields.data ? `${fields.data}\n${value}` : value;
  }
  return fields;
}
