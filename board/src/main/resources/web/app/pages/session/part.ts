import { html, nothing } from 'lit';
import { SessionStore } from '../../session/store.js';
import { View } from '../../parts/view.js';
import { t } from '../../texts/index.js';

/** A page of a session: it shows what the store holds, and draws again when that changes. */
export abstract class SessionPart extends View {
  declare store: SessionStore;
  /** Whether the page shows what depends on the time. */
  protected readonly ticks: boolean = false;
  private readonly again = () => this.requestUpdate();
  private following?: SessionStore;

  connectedCallback(): void {
    super.connectedCallback();
    this.following = this.store;
    this.following.addEventListener('change', this.again);
    if (this.ticks) this.following.addEventListener('tick', this.again);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.following?.removeEventListener('change', this.again);
    this.following?.removeEventListener('tick', this.again);
  }

  protected get board() {
    return this.store.board!;
  }
  protected get session() {
    return this.store.board!.session;
  }

  /** The problem and its criteria, which are on top of every page. */
  protected problem() {
    const { problem, title, criteria } = this.session;
    return html`<section class="problem" aria-labelledby="p"><h1 id="p" class="words" dir="auto">${problem || title}</h1>
      ${criteria.length ? html`<ul class="criteria" aria-label=${t('criteria')}><li class="head" aria-hidden="true">${t('criteria')}</li>${criteria.map((c) => html`<li dir="auto">${c.text}</li>`)}</ul>` : nothing}</section>`;
  }

  /** Says whether this person is done with the phase. */
  protected readonly toggleDone = () => this.store.ask('POST', `/api/sessions/${this.store.id}/ready`, { ready: !this.store.me?.ready });

  /** Done or not. Adding and editing take "done" back. */
  protected notDone(): void {
    if (this.store.me?.ready) void this.store.ask('POST', `/api/sessions/${this.store.id}/ready`, { ready: false });
  }
}
