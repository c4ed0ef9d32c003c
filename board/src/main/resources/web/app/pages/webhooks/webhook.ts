import { html, nothing } from 'lit';
import { Team, ask } from '../../client/teams.js';
import { say } from '../../device/speech.js';
import { menu } from '../../parts/bar.js';
import { askSure } from '../../parts/dialog.js';
import { ActingView } from '../../parts/acting-view.js';
import { alert, define, icon } from '../../parts/view.js';
import { shortMoment, t } from '../../texts/index.js';
import './deliveries.js';
import { Delivery, Details, NewSecret, STATES, Webhook, attempted, eventName, outcome } from './model.js';

const RECENT = 50;

/** One webhook: its state, its last deliveries, and what an owner does with it. */
class WebhookItem extends ActingView {
  static properties = { hook: { attribute: false }, enabled: { attribute: false } };
  declare team: Team;
  declare hook: Webhook;
  declare enabled: boolean;
  private recent?: Delivery[];
  private sent = 0;
  private result = '';

  private get path(): string {
    return `/api/webhooks/${this.hook.id}`;
  }

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    await this.readRecent().catch(() => undefined); // the webhook can be used without them
    this.requestUpdate();
  }

  private async readRecent(): Promise<void> {
    this.recent = (await ask<{ items: Delivery[] }>(this.team, 'GET', `${this.path}/deliveries?limit=${RECENT}`)).items;
  }

  render() {
    const { hook } = this;
    const name = html`<span class="vh"> ${hook.name}</span>`;
    return html`<article class="hook" aria-labelledby=${`h-${hook.id}`}><header><h2 id=${`h-${hook.id}`} tabindex="-1" dir="auto">${hook.name}</h2>${this.state()}</header>
      <p class="small address" dir="ltr">${hook.url}</p>
      <p class="small soft">${t('sendsEvents', { events: hook.events.map(eventName).join(' · ') })}</p>
      ${this.facts().map((fact) => html`<p class="small">${fact}</p>`)}
      <div class="row"><button class="btn small" aria-disabled=${this.enabled ? nothing : 'true'} @click=${this.test}>${t('sendTest')}${name}</button>
        ${hook.active ? html`<button class="btn small" @click=${this.pause}>${t('pauseWebhook')}${name}</button>` : html`<button class="btn small" @click=${() => this.activate(true)}>${t('resumeWebhook')}${name}</button>`}
        <button class="btn small" data-edit=${hook.id} @click=${() => this.tell('edit')}>${t('change')}${name}</button>
        ${menu(`m-${hook.id}`, `${hook.name}: ${t('more')}`, () => html`<button @click=${this.renew}>${t('renewSecret')}</button><button @click=${this.delete}>${t('deleteSession')}</button>`)}</div>
      ${alert(this.error)}
      ${this.result ? html`<p>${this.result}</p>` : nothing}
      <ms-deliveries .team=${this.team} .webhookId=${hook.id} .name=${hook.name} .sent=${this.sent}></ms-deliveries></article>`;
  }

  private state() {
    const { active, stopped } = this.hook;
    if (active) return html`<span class="tag ok">${icon('check')}${t('webhookActive')}</span>`;
    return stopped ? html`<span class="tag heed">${icon('heed')}${t('webhookStopped')}</span>` : html`<span class="tag">${t('webhookPaused')}</span>`;
  }

  /** What an owner should know: why it stopped, since when it fails, its last delivery, how many failed, and which secrets sign. */
  private facts(): string[] {
    const { stopped, failingSince, earlierSecretUntil } = this.hook;
    const last = this.recent?.[0];
    const failed = this.recent?.filter((each) => each.state === 'failed').length;
    return [
      stopped && t(stopped === 'gone' ? 'stoppedGone' : 'stoppedFailing'),
      failingSince && t('failingSince', { at: shortMoment(failingSince) }),
      last ? t('lastDelivery', { event: eventName(last.type), state: t(STATES[last.state]), at: shortMoment(last.endedAt ?? last.createdAt) }) : this.recent && t('noDelivery'),
      failed && t('failedOf', { n: failed, all: this.recent!.length }),
      earlierSecretUntil && t('earlierSecret', { at: shortMoment(earlierSecretUntil) }),
    ].filter((fact): fact is string => !!fact);
  }

  private readonly test = async () => {
    if (!this.enabled) return this.show(t('webhooksOff'));
    await this.act(async () => {
      const path = `${this.path}/deliveries`;
      const waiting = await ask<Details>(this.team, 'POST', `${this.path}/test`);
      this.show(t('sending'));
      const sent = await attempted(this.team, path, waiting, () => this.isConnected);
      this.show(outcome(sent, waiting));
      this.sent++;
      await this.readRecent();
      this.tell('changed', await ask<Webhook>(this.team, 'GET', this.path));
    });
  };

  private readonly pause = async () => {
    if (await askSure(t('pauseSure', { name: this.hook.name }), t('pauseWebhook'))) await this.activate(false);
  };

  private activate(active: boolean): Promise<void> {
    return this.act(async () => {
      const changed = await ask<Webhook>(this.team, 'PATCH', this.path, { active });
      this.sent++;
      this.tell('changed', changed);
      this.show(t(active ? 'resumedWebhook' : 'pausedWebhook'));
      await this.updateComplete;
      this.querySelectorAll('button')[1].focus();
    });
  }

  private readonly renew = async () => {
    if (!(await askSure(t('renewSure', { name: this.hook.name }), t('renewIt')))) return;
    await this.act(async () => this.tell('renewed', await ask<NewSecret>(this.team, 'POST', `${this.path}/secret`)));
  };

  private readonly delete = async () => {
    if (!(await askSure(t('deleteWebhookSure', { name: this.hook.name }), t('deleteIt')))) return;
    await this.act(async () => {
      await ask(this.team, 'DELETE', this.path);
      this.tell('gone');
    });
  };

  /** Shows and speaks what became of a step. */
  private show(sentence: string): void {
    this.result = sentence;
    say(sentence);
    this.requestUpdate();
  }

  private tell(what: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  private async act(act: () => Promise<unknown>): Promise<void> {
    this.result = '';
    await this.attempt(act);
  }
}
define('ms-webhook', WebhookItem);
