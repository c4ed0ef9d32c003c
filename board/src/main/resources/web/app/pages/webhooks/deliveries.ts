import { html, nothing } from 'lit';
import { Team, ask } from '../../client/teams.js';
import { say } from '../../device/speech.js';
import { ActingView } from '../../parts/acting-view.js';
import { alert, define } from '../../parts/view.js';
import { shortMoment, t } from '../../texts/index.js';
import { Attempt, Delivery, Details, STATES, State, answerOf, attempted, eventName, outcome } from './model.js';

interface Page { items: Delivery[]; next?: string }

const LIMIT = 20;
const LOOKS: Record<State, string> = { delivered: 'tag ok', failed: 'tag heed', waiting: 'tag' };

/** The deliveries of a webhook with their answers, read when somebody opens them. Each can be sent again. */
class Deliveries extends ActingView {
  static properties = { sent: { attribute: false } };
  declare team: Team;
  declare webhookId: string;
  declare name: string;
  /** Grows when the webhook has sent something, so that the list is read again. */
  declare sent: number;
  private page?: Page;
  private attempts = new Map<string, Attempt[]>();
  private state: State | '' = '';
  private result = new Map<string, string>();

  private get path(): string {
    return `/api/webhooks/${this.webhookId}/deliveries`;
  }

  updated(changed: Map<string, unknown>): void {
    if (changed.has('sent') && this.page) void this.attempt(() => this.read());
  }

  private async read(cursor = ''): Promise<void> {
    const page = await ask<Page>(this.team, 'GET', `${this.path}?limit=${LIMIT}${this.state && `&state=${this.state}`}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    this.page = cursor ? { ...page, items: [...this.page!.items, ...page.items] } : page;
  }

  render() {
    return html`<details @toggle=${this.open}><summary>${t('deliveries')}<span class="vh"> ${this.name}</span></summary>
      ${alert(this.error)}
      ${this.page ? html`<label class="by"><span class="soft small">${t('stateField')}</span><select class="input" @change=${this.filter}><option value="">${t('stateAny')}</option>${Object.entries(STATES).map(([state, key]) => html`<option value=${state} ?selected=${state === this.state}>${t(key)}</option>`)}</select></label>
        ${this.page.items.length ? html`<ol class="list">${this.page.items.map((delivery) => this.delivery(delivery))}</ol>` : html`<p class="soft">${t(this.state ? 'noneLikeThat' : 'noDelivery')}</p>`}
        ${this.page.next ? html`<p><button class="btn small" @click=${() => this.attempt(() => this.read(this.page!.next))}>${t('earlierDeliveries')}</button></p>` : nothing}` : nothing}</details>`;
  }

  private delivery(delivery: Delivery) {
    const at = shortMoment(delivery.createdAt);
    const facts = [at, t('attemptCount', { n: delivery.attempts }), delivery.nextAttemptAt && t('nextAttempt', { at: shortMoment(delivery.nextAttemptAt) })].filter(Boolean);
    const known = this.attempts.get(delivery.id);
    const result = this.result.get(delivery.id);
    return html`<li><div><b>${eventName(delivery.type)}</b> <span class=${LOOKS[delivery.state]}>${t(STATES[delivery.state])}</span><p class="small soft">${facts.join(' · ')}</p>
        <details @toggle=${(e: Event) => this.openAttempts(e, delivery)}><summary class="small">${t('answers')}<span class="vh"> ${eventName(delivery.type)}, ${at}</span></summary>
          ${known ? html`<ol class="small">${known.map((each) => html`<li>${t('attemptAt', { n: each.number, at: shortMoment(each.startedAt) })}: ${answerOf(each)}</li>`)}</ol>${known.length ? nothing : html`<p class="small soft">${t('noAnswer')}</p>`}` : nothing}</details>
        ${result ? html`<p class="small">${result}</p>` : nothing}</div>
      ${delivery.state === 'waiting' ? nothing : html`<button class="btn small" @click=${() => this.replay(delivery)}>${t('sendAgain')}<span class="vh"> ${eventName(delivery.type)}, ${at}</span></button>`}</li>`;
  }

  private readonly open = (event: Event) => {
    if (event.target === event.currentTarget && (event.target as HTMLDetailsElement).open && !this.page) void this.attempt(() => this.read());
  };

  private async openAttempts(event: Event, delivery: Delivery): Promise<void> {
    if ((event.target as HTMLDetailsElement).open) await this.attempt(() => this.readAttempts(delivery.id));
  }

  private async readAttempts(id: string): Promise<void> {
    this.attempts.set(id, (await ask<Details>(this.team, 'GET', `${this.path}/${id}`)).attempts);
  }

  private readonly filter = (event: Event) => {
    this.state = (event.target as HTMLSelectElement).value as State | '';
    void this.attempt(() => this.read());
  };

  private replay(delivery: Delivery): Promise<void> {
    return this.attempt(async () => {
      const waiting = await ask<Details>(this.team, 'POST', `${this.path}/${delivery.id}/replay`);
      this.tell(delivery.id, t('sending'));
      const sent = await attempted(this.team, this.path, waiting, () => this.isConnected);
      this.attempts.set(sent.id, sent.attempts);
      this.tell(delivery.id, outcome(sent, waiting));
      this.page = { ...this.page!, items: this.page!.items.map((each) => (each.id === sent.id ? { ...each, state: sent.state, attempts: sent.attempts.length, nextAttemptAt: sent.nextAttemptAt } : each)) };
    });
  }

  private tell(id: string, sentence: string): void {
    this.result.set(id, sentence);
    say(sentence);
    this.requestUpdate();
  }
}
define('ms-deliveries', Deliveries);
