import { html, nothing } from 'lit';
import { Team, ask } from '../../client/teams.js';
import { clearRefusal, showFailure } from '../../parts/field-error.js';
import { View, alert, define } from '../../parts/view.js';
import { t } from '../../texts/index.js';
import { EVENTS, NewSecret, Webhook } from './model.js';

/** Adds a webhook, or changes one. Tells the page about it with `added` or `changed`; `left` closes it. */
class WebhookForm extends View {
  static properties = { hook: { attribute: false } };
  declare team: Team;
  declare hook?: Webhook;
  private error = '';
  private busy = false;

  render() {
    const { hook } = this;
    return html`<form @submit=${this.save}>
      ${alert(this.error)}
      <div class="field"><label for="wn">${t('webhookName')}</label><p class="help" id="wnh">${t('webhookNameHelp')}</p><input class="input" id="wn" name="name" required maxlength="100" autocomplete="off" aria-describedby="wnh" .value=${hook?.name ?? ''}></div>
      <div class="field"><label for="wu">${t('webhookUrl')}</label><p class="help" id="wuh">${t('webhookUrlHelp')}</p><input class="input" id="wu" name="url" type="url" dir="ltr" required maxlength="2000" autocomplete="off" placeholder="https://" aria-describedby="wuh" .value=${hook?.url ?? ''}></div>
      <fieldset><legend>${t('webhookEvents')}</legend>${EVENTS.map(([type, name, help]) => html`<label class="choice"><input type="checkbox" name="events" value=${type} .checked=${hook?.events.includes(type) ?? false}><b>${t(name)}</b><span class="help">${t(help)}</span></label>`)}</fieldset>
      <p class="row"><button class="btn main" aria-disabled=${this.busy ? 'true' : nothing}>${hook ? t('save') : t('addWebhook')}</button><button type="button" class="btn" @click=${() => this.dispatchEvent(new Event('left'))}>${t('cancel')}</button></p></form>`;
  }

  async firstUpdated(): Promise<void> {
    this.field('wn').focus();
  }

  private readonly save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy) return;
    clearRefusal();
    const data = new FormData(event.target as HTMLFormElement);
    const body = { name: String(data.get('name')).trim(), url: String(data.get('url')).trim(), events: data.getAll('events') };
    this.busy = true;
    this.error = '';
    this.requestUpdate();
    try {
      if (this.hook) this.tell('changed', await ask<Webhook>(this.team, 'PATCH', `/api/webhooks/${this.hook.id}`, body));
      else this.tell('added', await ask<NewSecret>(this.team, 'POST', '/api/webhooks', body));
    } catch (e) {
      this.error = showFailure(this, e);
    }
    this.busy = false;
    this.requestUpdate();
  };

  private tell(what: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
define('ms-webhook-form', WebhookForm);
