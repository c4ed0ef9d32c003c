import { html, nothing } from 'lit';
import { WaitingScreen, admits, admitted, codeOf, forgetCode, requestScreen, waitingScreen } from '../client/screens.js';
import { Seat, seatOf } from '../client/seats.js';
import { Awake } from '../device/awake.js';
import { keptTheme, plainBar, theme } from '../parts/bar.js';
import { View, alert, arrive, define, go } from '../parts/view.js';
import { SessionStore } from '../session/store.js';
import { failureOf, t } from '../texts/index.js';
import { wall } from './screen/wall.js';

const POINTER_MS = 3000;
const TICK_MS = 1000;
const CODE_MS = 60_000;

const pointer = (look: '' | 'none') => document.documentElement.style.setProperty('cursor', look);

/** The screen of a room: everybody reads it, nobody touches it. */
class ScreenPage extends View {
  declare sessionId: string;
  private store?: SessionStore;
  private waiting?: WaitingScreen;
  private code = '';
  private error = '';
  private readonly awake = new Awake();
  private pointer?: ReturnType<typeof setTimeout>;
  private tick?: ReturnType<typeof setInterval>;
  private checked = 0;
  private arrivedAs = '';

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    addEventListener('keydown', this.keys);
    addEventListener('pointermove', this.moved);
    if (theme() === 'system') document.documentElement.dataset.theme = 'light';
    await this.begin();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.keys);
    removeEventListener('pointermove', this.moved);
    clearInterval(this.tick);
    clearTimeout(this.pointer);
    pointer('');
    keptTheme();
    this.awake.want(false);
    this.store?.close();
  }

  /** Shows the session with the seat of this browser, or waits for one. */
  private async begin(): Promise<void> {
    const seat = await seatOf(this.sessionId);
    if (seat) return this.show(seat);
    this.waiting = waitingScreen(this.sessionId);
    this.requestUpdate();
    if (!this.waiting) return;
    const mine = this.waiting;
    const admittedTo = await admitted(mine, () => this.isConnected && this.waiting === mine);
    if (admittedTo) return this.show(admittedTo);
    this.waiting = undefined;
    this.error = t('screenRefused');
    this.requestUpdate();
  }

  private async show(seat: Seat): Promise<void> {
    const store = (this.store = new SessionStore(seat));
    store.addEventListener('change', () => this.requestUpdate());
    store.addEventListener('phase', () => void this.checkCode());
    this.code = store.leads ? await this.codeOfLeader(store) : codeOf(this.sessionId);
    this.tick = setInterval(() => this.ticking(), TICK_MS);
    this.awake.want(true);
    this.moved();
  }

  private codeOfLeader = (store: SessionStore) =>
    store.client.call<{ joinCode?: string }>('GET', `/api/sessions/${store.id}`).then((view) => view.joinCode ?? '', () => '');

  private ticking(): void {
    const session = this.store?.board?.session;
    if (!session) return;
    if (session.endsAt || session.breakEndsAt || session.nextPhaseAt || this.store!.line === 'down') this.requestUpdate();
    if (session.phase === 'lobby' && Date.now() - this.checked > CODE_MS) void this.checkCode();
  }

  /** A code that was renewed admits nobody; the screen does not show it any longer. */
  private async checkCode(): Promise<void> {
    this.checked = Date.now();
    if (this.store!.leads) this.code = await this.codeOfLeader(this.store!);
    else if (this.code && !(await admits(this.code))) {
      forgetCode(this.sessionId);
      this.code = '';
    }
    this.requestUpdate();
  }

  render() {
    if (this.store?.over) return html`<main class="say-page"><h1>${t('removed')}</h1><p><a class="btn main" href="/">${t('nothingNext')}</a></p></main>`;
    if (this.store?.board) return wall(this.store, this.code);
    if (this.store) return nothing;
    return html`${plainBar()}${this.waiting ? this.sign() : this.ask()}`;
  }

  updated(): void {
    const title = this.store?.board?.session.title ?? t('roomScreen');
    if (title === this.arrivedAs || !this.querySelector('h1')) return;
    this.arrivedAs = title;
    arrive(title, this);
  }

  private sign() {
    return html`<main class="say-page sign"><h1>${t('roomScreen')}</h1><p>${t('screenWaits')}</p><p class="code" role="status">${this.waiting!.sign}</p><p class="soft small">${t('goesOn')}</p></main>`;
  }

  private ask() {
    return html`<main class="say-page"><h1>${t('roomScreen')}</h1>${alert(this.error)}
      <form @submit=${this.request}><div class="field"><label for="code">${t('code')}</label><input class="input" id="code" required autocomplete="off" autocapitalize="none" spellcheck="false" .value=${codeOf(this.sessionId)}></div>
        <button class="btn main">${t('screenAsk')}</button></form></main>`;
  }

  private readonly request = async (event: Event) => {
    event.preventDefault();
    try {
      const sessionId = await requestScreen(this.field('code').value.trim());
      if (sessionId !== this.sessionId) return go(`/s/${sessionId}/screen`, true);
      this.error = '';
      await this.begin();
    } catch (e) {
      this.error = failureOf(e);
      this.requestUpdate();
    }
  };

  /** F for the full screen, D for dark. */
  private readonly keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const key = event.key.toLowerCase();
    if (key === 'f') void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen().catch(() => {}));
    if (key === 'd') document.documentElement.dataset.theme = theme() === 'dark' ? 'light' : 'dark';
  };

  /** The pointer hides when it has not moved for 3 s. */
  private readonly moved = () => {
    pointer('');
    clearTimeout(this.pointer);
    this.pointer = setTimeout(() => this.store && pointer('none'), POINTER_MS);
  };
}
define('ms-screen', ScreenPage);
