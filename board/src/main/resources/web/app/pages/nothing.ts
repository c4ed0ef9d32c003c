import { html } from 'lit';
import { plainBar } from '../parts/bar.js';
import { View, arrive, define } from '../parts/view.js';
import { t } from '../texts/index.js';

/** An address without a page, or a page that could not be loaded. */
class NothingPage extends View {
  firstUpdated(): void {
    arrive(t('nothing'), this);
  }

  render() {
    const broken = this.hasAttribute('broken');
    return html`${plainBar()}<main class="say-page"><h1>${broken ? t('broken') : t('nothing')}</h1>
      <p>${broken ? html`<button class="btn main" @click=${() => location.reload()}>${t('reload')}</button>` : html`<a class="btn main" href="/">${t('nothingNext')}</a>`}</p></main>`;
  }
}
define('ms-nothing', NothingPage);
