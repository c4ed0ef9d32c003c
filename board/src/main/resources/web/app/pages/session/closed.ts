import { html, nothing } from 'lit';
import { toCopy } from '../../parts/notices.js';
import { define, icon } from '../../parts/view.js';
import { Lead } from '../../session/lead.js';
import { Phase } from '../../session/state.js';
import { fullDay, t } from '../../texts/index.js';
import { NextStep } from './panel/next-step.js';
import { SessionPart } from './part.js';

/** After the end: the summary, and the way to the report. A cancelled session can be planned again by those who lead it. */
class Closed extends SessionPart {
  private summary?: string;
  private deletedOn?: string;
  private lead?: Lead;

  connectedCallback(): void {
    super.connectedCallback();
    if (this.store.leads && this.session.phase === 'cancelled') this.lead = new Lead(this.store, () => this.requestUpdate());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lead?.stop();
  }

  private read?: Phase;

  /** Reads the summary again when the session is closed after it was closing. */
  updated(): void {
    if (this.read === this.session.phase) return;
    this.read = this.session.phase;
    void this.readView();
  }

  private async readView(): Promise<void> {
    const view = await this.store.client.call<{ summary?: string; deletedOn?: string }>('GET', `/api/sessions/${this.store.id}`).catch(() => undefined);
    if (!view) return;
    this.summary = view.summary;
    this.deletedOn = view.deletedOn;
    this.requestUpdate();
  }

  render() {
    const { phase, problem, title } = this.session;
    return html`<main class="closed"><div><p class="soft" dir="auto">${title}</p><h1>${t(phase === 'cancelled' ? 'cancelledTitle' : phase === 'closing' ? 'closingTitle' : 'closedTitle')}</h1></div>
      <p class="words soft" dir="auto">${problem}</p>
      ${phase === 'cancelled' ? nothing : html`<section aria-labelledby="su"><h2 id="su">${t('summary')}</h2><p class="words" dir="auto">${this.summary || t('noSummary')}</p></section>`}
      ${toCopy(this.store.unsaved)}
      ${this.deletedOn ? html`<p class="soft">${t('deletedOnHelp', { day: fullDay(this.deletedOn) })}</p>` : nothing}
      ${this.back()}
      <p class="row">${phase === 'closed' ? html`<a class="btn main" href=${`/s/${this.store.id}/report`}>${t('toReport')}</a>` : nothing}</p></main>`;
  }

  /** The step that takes the end back, if the session offers one. */
  private back() {
    const step = this.lead?.back;
    return step ? html`<div><p class="soft">${t('backFromCancelled')}</p><p class="row"><button class="btn" @click=${() => new NextStep(this.store, this.lead!, () => false).take(step)}>${icon('undo')}${t('goBack', { phase: t(step.to) })}</button></p></div>` : nothing;
  }
}
define('ms-closed', Closed);
