import { html, nothing } from 'lit';
import { seatOf } from '../client/seats.js';
import { plainBar } from '../parts/bar.js';
import { Awake } from '../device/awake.js';
import { strips, toCopy, toasts, unsent } from '../parts/notices.js';
import { Announcer } from '../parts/announcer.js';
import { Width } from '../device/width.js';
import { View, arrive, define, entitle } from '../parts/view.js';
import { collects } from '../session/select.js';
import { SessionStore } from '../session/store.js';
import { Phase } from '../session/state.js';
import { Key, t } from '../texts/index.js';
import { sessionBar } from './session/bar.js';
import { comeAsOwner, leave } from './session/door.js';
import { Place } from './session/place.js';
import { show } from './session/show.js';

const OVER = ['closing', 'closed', 'cancelled'];
const TICK_MS = 1000;

/** The width in rem from which on the panel stands beside the page; choosing needs more room. */
const BESIDE: Partial<Record<Phase, number>> = { quiet: 75, sharing: 75, converging: 100, agreeing: 75 };

/** Where the link before the bar leads. */
const SKIPS: Record<string, [string, Key]> = { quiet: ['#new', 'newIdea'], sharing: ['#board', 'toBoardSkip'], choosing: ['#ideas', 'toBoardSkip'], agreeing: ['#act', 'toActions'] };

/** A session: the bar, what everybody must know now, and the page of the present phase. */
class SessionPage extends View {
  static properties = { lead: { attribute: false } };
  declare sessionId: string;
  declare lead: boolean;
  private store?: SessionStore;
  private page = '';
  /** The page of the phase, which stays as it is while a break is in front of it. */
  private stage = '';
  private paused = false;
  private readonly place = new Place(this);
  private missing = false;
  private broken = false;
  private loaded = new Set<string>();
  private tick?: ReturnType<typeof setInterval>;
  private announcer?: Announcer;
  private readonly awake = new Awake();
  private width?: Width;
  private rehearsal?: { stop(): void };

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    addEventListener('beforeunload', this.warn);
    this.width = new Width(() => this.requestUpdate());
    addEventListener('keydown', this.keys);
    const seat = await seatOf(this.sessionId);
    if (!seat) {
      this.missing = true;
      return this.requestUpdate();
    }
    this.store = new SessionStore(seat);
    this.store.addEventListener('change', () => this.changed());
    this.store.addEventListener('tick', () => this.requestUpdate());
    this.store.addEventListener('phase', () => (this.store!.toast = undefined));
    this.announcer = new Announcer(this.store);
    this.tick = setInterval(() => this.ticking(), TICK_MS);
    this.requestUpdate();
    if (seat.role === 'facilitator') await this.rehearse(this.store);
  }

  /** A rehearsal has simulated people. Nothing of them is loaded for other sessions. */
  private async rehearse(store: SessionStore): Promise<void> {
    const view = await store.client.call<{ rehearsal: boolean; joinCode?: string }>('GET', `/api/sessions/${store.id}`).catch(() => undefined);
    if (!view?.rehearsal) return;
    const { Rehearsal } = await import('../rehearsal/rehearsal.js');
    if (this.isConnected) this.rehearsal = new Rehearsal(store, view.joinCode);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.warn);
    this.width?.stop();
    removeEventListener('keydown', this.keys);
    this.awake.want(false);
    clearInterval(this.tick);
    this.rehearsal?.stop();
    this.store?.close();
  }

  private readonly warn = (event: BeforeUnloadEvent) => this.store?.endangered && event.preventDefault();

  private get phase(): Phase {
    return this.store!.board!.session.phase;
  }

  /** Draws what depends on the time. */
  private ticking(): void {
    const session = this.store?.board?.session;
    if (!session) return;
    this.announcer!.tick();
    if (this.store!.outbox.waiting.length) this.store!.changed();
    else if (session.endsAt || session.breakEndsAt || session.nextPhaseAt || this.store!.line === 'down') this.store!.dispatchEvent(new Event('tick'));
  }

  /** The element of the page that is to be seen now. */
  private wanted(): string {
    const session = this.store!.board!.session;
    if (OVER.includes(session.phase)) return 'closed';
    if (this.lead && this.store!.leads && !this.beside()) return 'panel';
    if (session.breakId) return 'break';
    return { planned: 'lobby', lobby: 'lobby', quiet: 'quiet', sharing: 'sharing', converging: 'choosing', agreeing: 'agreeing' }[session.phase as string]!;
  }

  /** Whether the panel stands beside the page of the phase. */
  private beside(): boolean {
    const { phase, breakId } = this.store!.board!.session;
    const room = breakId ? undefined : BESIDE[phase];
    return this.lead && this.store!.leads && !!room && this.width!.rem >= room;
  }

  /** A phone stays awake in quiet time: its person thinks. */
  private changed(): void {
    const session = this.store!.board?.session;
    this.awake.want(session?.phase === 'quiet' && !session.breakId && matchMedia('(pointer: coarse)').matches);
    this.requestUpdate();
  }

  /** Ctrl+Z outside a box takes the last step back; inside it undoes typing. */
  private readonly keys = (event: KeyboardEvent) => {
    const typing = (event.target as Element).matches?.('textarea, input:not([type=radio], [type=checkbox])');
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || typing || !this.store?.history.last) return;
    event.preventDefault();
    void this.store.undo();
  };

  render() {
    if (this.missing) return html`${plainBar()}<main class="say-page"><h1>${t('notMine')}</h1><p class="row"><a class="btn main" href="/">${t('nothingNext')}</a><button class="btn" @click=${() => comeAsOwner(this.sessionId)}>${t('myTeams')}</button></p></main>`;
    if (this.store?.over) return html`${plainBar()}<main class="say-page"><h1>${t('removed')}</h1><p class="soft">${this.store.over.detail}</p>${toCopy(this.store.unsaved)}<p><a class="btn main" href="/">${t('nothingNext')}</a></p></main>`;
    if (!this.store?.board) return html`${plainBar()}<main class="say-page"><p class="soft">${!this.store ? nothing : t(this.store.line === 'down' ? 'offline' : 'opening')}</p>${this.store?.line === 'down' ? unsent(this.store) : nothing}</main>`;
    const wanted = this.wanted();
    const needs = this.beside() ? `${wanted} panel` : wanted;
    if (this.broken) return html`${plainBar()}<main class="say-page"><h1>${t('broken')}</h1>${toCopy(this.store.unsaved)}<p><button class="btn main" @click=${() => location.reload()}>${t('reload')}</button></p></main>`;
    if (!this.loaded.has(needs)) {
      void this.load(needs);
      return this.page ? this.frame() : nothing;
    }
    this.page = wanted;
    this.paused = wanted === 'break' || (wanted === 'panel' && !!this.store.board.session.breakId && !['', 'panel'].includes(this.stage));
    if (!this.paused) this.stage = wanted;
    this.name = `${t(wanted === 'break' ? 'break' : wanted === 'panel' ? 'toPanel' : this.phase)} · ${this.store.board.session.title ?? ''}`;
    return this.frame();
  }

  /** Loads pages of phases, and afterwards those of the later phases, for times without a connection. */
  private async load(needs: string): Promise<void> {
    try {
      const pages = await import('./session/pages.js');
      await Promise.all(needs.split(' ').map(pages.load));
      this.loaded.add(needs);
      pages.loadLater(this.store!.leads);
    } catch {
      this.broken = true;
    }
    this.requestUpdate();
  }

  private wasPaused = false;
  willUpdate(): void {
    this.wasPaused = this.paused;
    if (!this.paused && this.store) this.place.note(this.store.typedAt);
  }

  /** The title of what is drawn, and of what was drawn before. */
  private name = '';
  private arrived = '';
  updated(): void {
    if (this.name === this.arrived) return;
    this.arrived = this.name;
    void this.turn(this.name);
  }

  /** After the page was turned: the focus goes to its heading. Who is typing goes on in its box; after a break it returns to where it was. */
  private async turn(name: string): Promise<void> {
    if (this.paused) this.place.leave();
    await Promise.resolve();
    const stays = !this.paused && (this.wasPaused ? this.place.comeBack() : this.place.typeOn());
    if (stays) entitle(name);
    else arrive(name, this);
  }

  private frame() {
    const box = this.page === 'quiet' || (this.page === 'lobby' && collects(this.store!.board!));
    const skip = box ? (this.store!.watches ? undefined : SKIPS.quiet) : SKIPS[this.page];
    return html`${skip ? html`<a class="skip" href=${skip[0]}>${t(skip[1])}</a>` : nothing}${sessionBar(this.store!, this.lead, () => leave(this.store!))}${strips(this.store!)}${this.paused ? show(this.page, this.store!) : nothing}
      <div class=${this.beside() ? 'beside' : nothing} ?hidden=${this.paused} ?inert=${this.paused}><div>${show(this.stage, this.store!)}</div>${this.beside() ? html`<aside aria-label=${t('panelOf')} tabindex="0"><ms-panel .store=${this.store} .beside=${true}></ms-panel></aside>` : nothing}</div>${toasts(this.store!)}`;
  }
}

define('ms-session', SessionPage);
