import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { say } from '../device/speech.js';
import { copyText } from '../parts/copy.js';
import { TeamView } from '../parts/team-view.js';
import { define, icon } from '../parts/view.js';
import { t } from '../texts/index.js';
import './webhooks/form.js';
import { NewSecret, Webhook } from './webhooks/model.js';
import './webhooks/webhook.js';

/** The webhooks of a team, for its owners. A secret is shown once, when it is new. */
class WebhooksPage extends TeamView {
  protected readonly heading = 'webhooks';
  private enabled = true;
  private hooks?: Webhook[];
  private edited?: Webhook | 'new';
  private secret?: NewSecret;

  protected async load(): Promise<void> {
    if (this.team!.role !== 'owner') return;
    const { enabled, items } = await this.ask<{ enabled: boolean; items: Webhook[] }>('GET', '/api/webhooks');
    this.enabled = enabled;
    this.hooks = items;
  }

  protected page() {
    const { hooks, team } = this;
    if (team!.role !== 'owner') return html`<header><h1>${t('webhooks')}</h1></header><p class="soft">${t('webhooksOwners')}</p>`;
    return html`<header><h1>${t('webhooks')}</h1></header><p class="soft">${t('webhooksHelp')} <a href="/api/docs">${t('apiLink')}</a></p>
      ${this.enabled ? nothing : html`<p class="notice">${icon('off')}<span>${t('webhooksOff')}</span></p>`}
      ${this.secret ? this.newSecret(this.secret) : nothing}
      ${hooks?.length ? html`<ul class="hooks">${repeat(hooks, (hook) => hook.id, (hook) => this.hook(hook))}</ul>` : hooks ? html`<p class="soft">${t('noWebhook')}</p>` : nothing}
      ${hooks && this.enabled && this.edited !== 'new' ? html`<p><button class="btn main" id="add" @click=${() => this.edit('new')}>${t('addWebhook')}</button></p>` : nothing}
      ${this.edited === 'new' ? html`<section class="part" aria-labelledby="wa"><h2 id="wa">${t('addWebhook')}</h2><ms-webhook-form .team=${team} @added=${this.added} @left=${() => this.leave('add')}></ms-webhook-form></section>` : nothing}`;
  }

  private hook(hook: Webhook) {
    if (hook === this.edited) return html`<li class="part"><h2>${t('changeWebhook')}</h2><ms-webhook-form .team=${this.team} .hook=${hook} @changed=${this.changed} @left=${() => this.leave(hook.id)}></ms-webhook-form></li>`;
    return html`<li><ms-webhook .team=${this.team} .hook=${hook} .enabled=${this.enabled} @edit=${() => this.edit(hook)} @changed=${this.changed} @renewed=${this.renewed} @gone=${() => this.gone(hook)}></ms-webhook></li>`;
  }

  private newSecret({ webhook, secret }: NewSecret) {
    return html`<section class="card key" aria-labelledby="sc"><h2 id="sc" tabindex="-1">${t('secretOf', { name: webhook.name })}</h2><p class="soft">${t('secretHelp')}</p><code>${secret}</code>
      <div class="row"><button class="btn main" @click=${() => copyText(t('copySecret'), secret, () => say(t('secretCopied')))}>${icon('copy')}${t('copySecret')}</button><button class="btn" @click=${this.hide}>${t('secretKept')}</button></div></section>`;
  }

  private async edit(what: Webhook | 'new'): Promise<void> {
    this.edited = what;
    this.requestUpdate();
  }

  /** Closes the form; the focus goes to the button that opened it. */
  private async leave(from: string): Promise<void> {
    this.edited = undefined;
    await this.focusOn(from === 'add' ? '#add' : `[data-edit="${from}"]`);
  }

  private readonly added = async ({ detail }: CustomEvent<NewSecret>) => {
    this.hooks = [...this.hooks!, detail.webhook];
    this.edited = undefined;
    await this.showSecret(detail);
  };

  private readonly renewed = async ({ detail }: CustomEvent<NewSecret>) => {
    this.replace(detail.webhook);
    await this.showSecret(detail);
  };

  private async showSecret(secret: NewSecret): Promise<void> {
    this.secret = secret;
    await this.focusOn('#sc');
  }

  private readonly hide = async () => {
    const { id } = this.secret!.webhook;
    this.secret = undefined;
    await this.focusOn(`#h-${id}`);
  };

  private readonly changed = async ({ detail }: CustomEvent<Webhook>) => {
    const form = this.edited !== undefined && this.edited !== 'new' && this.edited.id === detail.id;
    this.replace(detail);
    if (!form) return this.requestUpdate();
    say(t('saved2'));
    await this.leave(detail.id);
  };

  private replace(changed: Webhook): void {
    this.hooks = this.hooks!.map((hook) => (hook.id === changed.id ? changed : hook));
  }

  /** The focus goes to the neighbour of a webhook that is deleted. */
  private async gone(hook: Webhook): Promise<void> {
    const at = this.hooks!.indexOf(hook);
    this.hooks = this.hooks!.filter((other) => other !== hook);
    if (this.secret?.webhook.id === hook.id) this.secret = undefined;
    say(t('webhookDeleted'));
    const next = this.hooks[Math.min(at, this.hooks.length - 1)];
    await this.focusOn(next ? `#h-${next.id}` : 'h1');
  }

  private async focusOn(selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    await Promise.all([...this.querySelectorAll<WebhooksPage>('ms-webhook')].map((item) => item.updateComplete));
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}
define('ms-webhooks', WebhooksPage);
