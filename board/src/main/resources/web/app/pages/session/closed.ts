import { html, nothing } from 'lit';
import { define } from '../../parts/view.js';
import { t } from '../../texts/index.js';
import { SessionPart } from './part.js';

/** After the end: the summary, and the way to the report. */
class Closed extends SessionPart {
  private summary?: string;

  async firstUpdated(): Promise<void> {
    const view = await this.store.client.call<{ summary?: string }>('GET', `/api/sessions/${this.store.id}`).catch(() => undefined);
    this.summary = view?.summary;
    this.requestUpdate();
  }

  render() {
    const { phase, problem, title } = this.session;
    const draft = this.store.draft.text.trim();
    return html`<main class="closed"><div><p class="soft" dir="auto">${title}</p><h1>${t(phase === 'cancelled' ? 'cancelledTitle' : phase === 'closing' ? 'closingTitle' : 'closedTitle')}</h1></div>
      <p class="words soft" dir="auto">${problem}</p>
      ${phase === 'cancelled' ? nothing : html`<section aria-labelledby="su"><h2 id="su">${t('summary')}</h2><p class="words" dir="auto">${this.summary || t('noSummary')}</p></section>`}
      ${draft ? html`<div class="field"><label for="unsent">${t('unsentWords')}</label><textarea class="input words" id="unsent" readonly>${draft}</textarea></div>` : nothing}
      <p class="row">${phase === 'closed' ? html`<a class="btn main" href=${`/s/${this.store.id}/report`}>${t('toReport')}</a>` : nothing}</p></main>`;
  }
}
define('ms-closed', Closed);
