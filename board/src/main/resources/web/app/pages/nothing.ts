import { html, nothing } from 'lit';
import { unsentWords } from '../client/outbox.js';
import { plainBar } from '../parts/bar.js';
import { toCopy } from '../parts/notices.js';
import { View, arrive, define, icon } from '../parts/view.js';
import { typedWords } from '../session/form-draft.js';
import { t } from '../texts/index.js';

/** What the device has and the server does not. */
abstract class Keeper extends View {
  protected kept: string[] = [];

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.kept = [...(await unsentWords()), ...typedWords()];
    this.requestUpdate();
  }

  protected reload = () => html`<button class="btn main" @click=${() => location.reload()}>${t('reload')}</button>`;
}

/** An address without a page, or a page that could not be loaded. */
class NothingPage extends Keeper {
  firstUpdated(): void {
    arrive(t(this.hasAttribute('broken') ? 'broken' : 'nothing'), this);
  }

  render() {
    const broken = this.hasAttribute('broken');
    return html`${plainBar()}<main class="say-page"><h1>${broken ? t('broken') : t('nothing')}</h1>
      ${broken ? toCopy(this.kept) : nothing}
      <p>${broken ? this.reload() : html`<a class="btn main" href="/">${t('nothingNext')}</a>`}</p></main>`;
  }
}
define('ms-nothing', NothingPage);

/** A fault of a page that is still there: it can be used as far as it works, and its words can be copied. */
class Fault extends Keeper {
  render() {
    return html`<section class="notice fault" role="alert">${icon('heed')}<div><p>${t('broken')}</p>
        ${this.kept.length ? html`<details><summary>${t('unsentTitle')}</summary>${toCopy(this.kept)}</details>` : nothing}</div>
      ${this.reload()}<button class="iconbtn" aria-label=${t('close')} @click=${() => this.remove()}>${icon('cross')}</button></section>`;
  }
}
define('ms-fault', Fault);
