import { SessionStore } from './store.js';
import { Phase } from './state.js';

export interface Step { to: Phase; back: boolean; possible: boolean; refusal?: { type: string; detail: string }; reversible: boolean }
export interface LeadView {
  phase: Phase; rehearsal?: boolean; joinCode?: string; number?: number; proposedNumber?: number; summary?: string; settings?: { quietMinutes: number }; steps?: Step[];
  readiness?: { awaited: number; notReady: number; people?: { participantId: string; name: string }[] };
  group?: { people: number; min: number; max: number; advice?: string };
  checklist: string[]; rooms: { number: number; participants: { participantId: string }[] }[];
}

const CALM_MS = 400;

/** What only those who lead see: read again when something of the session changes, at most twice a second. */
export class Lead {
  view?: LeadView;
  private timer?: ReturnType<typeof setTimeout>;
  private seen = '';

  constructor(private readonly store: SessionStore, private readonly drawn: () => void) {
    store.addEventListener('change', this.look);
    void this.read();
  }

  stop(): void {
    this.store.removeEventListener('change', this.look);
    clearTimeout(this.timer);
  }

  /**
   * What decides whether the view may have changed; the time that passes is not part of it. In an anonymous session
   * people become ready without a change of their seat; the session then comes again, with the time of the server.
   */
  private readonly look = () => {
    const board = this.store.board;
    const now = JSON.stringify([board?.session.phase, board?.session.breakId, board?.session.quietOver, board?.session.nextPhase, board?.session.anonymous && board.session.serverTime, board?.participants, board?.participation]);
    if (now === this.seen) return;
    this.seen = now;
    this.timer ??= setTimeout(this.read, CALM_MS);
  };

  readonly read = async () => {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.view = await this.store.client.call<LeadView>('GET', `/api/sessions/${this.store.id}`).catch(() => this.view);
    this.drawn();
  };

  /** The next step of the session, and the one that goes back. */
  get next(): Step | undefined {
    const ahead = this.view?.steps?.filter((step) => !step.back && step.to !== 'cancelled');
    return ahead?.find((step) => step.possible && step.to !== 'closing') ?? ahead?.[0];
  }
  get back(): Step | undefined {
    return this.view?.steps?.find((step) => step.back && step.possible);
  }
  get cancel(): Step | undefined {
    return this.view?.steps?.find((step) => step.to === 'cancelled' && step.possible);
  }
}
