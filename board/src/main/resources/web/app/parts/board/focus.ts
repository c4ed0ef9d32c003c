import { html, nothing } from 'lit';
import { isShown, shownNow } from '../../session/select.js';
import { SessionStore } from '../../session/store.js';
import { Focus } from '../../session/state.js';
import { t } from '../../texts/index.js';
import { icon } from '../view.js';

/** Shows an item to everybody, or stops to show it. For those who lead. */
export const showItem = (store: SessionStore, item: Focus) =>
  isShown(store.board!, item.id) ? store.ask('DELETE', 'focus') : store.ask('PUT', 'focus', item);

/** The choice in the menu of an idea or a group. */
export const showChoice = (store: SessionStore, item: Focus) =>
  store.leads ? html`<button @click=${() => showItem(store, item)}>${icon('eye')}${t(isShown(store.board!, item.id) ? 'showNothing' : 'showThis')}</button>` : nothing;

/** Follows what the facilitator shows: scrolls to it once, and says it. Whoever looks around alone is left in peace. */
export class Follower {
  private seen?: string;
  alone = false;

  /** Call after each drawing. */
  follow(store: SessionStore, page: ParentNode): void {
    const id = store.board?.session.focus?.id;
    if (id === this.seen) return;
    this.seen = id;
    const words = shownNow(store.board!);
    if (!id || !words || this.alone) return;
    store.speak(t('shows', { what: words }));
    page.querySelector(`[data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }

  strip(store: SessionStore, draw: () => void) {
    const what = shownNow(store.board!);
    if (!what) return nothing;
    const turn = () => {
      this.alone = !this.alone;
      if (!this.alone) this.seen = undefined;
      draw();
    };
    return html`<section class="follow" aria-label=${t('groupLooksAt')}>${icon('eye')}<p dir="auto">${t('shows', { what: what.length > 80 ? `${what.slice(0, 80)} …` : what })}</p>
      ${store.leads ? html`<button class="btn small" @click=${() => store.ask('DELETE', 'focus')}>${t('showNothing')}</button>` : html`<button class="btn small" aria-pressed=${this.alone} @click=${turn}>${t(this.alone ? 'follow' : 'lookAround')}</button>`}</section>`;
  }
}
