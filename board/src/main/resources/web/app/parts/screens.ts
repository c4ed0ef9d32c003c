import { html, nothing } from 'lit';
import { SessionPart } from '../pages/session/part.js';
import { t } from '../texts/index.js';
import { define, icon } from './view.js';

interface Screen { screenId: string; sign: string }

const LOOK_MS = 4000;

/** The screens that wait for this session, and the way to open one. */
class Screens extends SessionPart {
  private screens: Screen[] = [];
  private timer?: ReturnType<typeof setInterval>;

  connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(this.look, LOOK_MS);
    void this.look();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  render() {
    return html`<div class="screens">${this.screens.map((screen) => html`<div class="notice" role="status">${icon('screen')}<p>${t('screenAsks')} <b class="sign">${screen.sign}</b></p>
        <button class="btn small" @click=${() => this.answer(screen, 'POST')}>${t('admit')}<span class="vh"> ${screen.sign}</span></button><button class="link" @click=${() => this.answer(screen, 'DELETE')}>${t('refuse')}<span class="vh"> ${screen.sign}</span></button></div>`)}
      <p><a class="btn small" href=${`/s/${this.store.id}/screen`} target="_blank" rel="opener">${icon('screen')}${t('showInRoom')}</a></p>${this.screens.length ? nothing : html`<p class="small soft">${t('showInRoomHelp')}</p>`}</div>`;
  }

  private readonly look = async () => {
    if (document.visibilityState !== 'visible') return;
    const found = await this.store.client.call<{ items: Screen[] }>('GET', `/api/sessions/${this.store.id}/screens`).catch(() => ({ items: [] }));
    if (found.items.map((s) => s.screenId).join() === this.screens.map((s) => s.screenId).join()) return;
    this.screens = found.items;
    this.requestUpdate();
  };

  private async answer(screen: Screen, method: 'POST' | 'DELETE'): Promise<void> {
    const path = `/api/sessions/${this.store.id}/screens/${screen.screenId}`;
    if (await this.store.ask(method, method === 'POST' ? `${path}/admission` : path)) this.screens = this.screens.filter((other) => other !== screen);
    this.requestUpdate();
  }
}
define('ms-screens', Screens);
