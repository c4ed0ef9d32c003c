import './styles/index.css';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ApiError } from './client/api.js';
import { keptTheme } from './parts/bar.js';
import { keepFocus } from './device/focus-keeper.js';
import { keepShell } from './device/shell.js';
import { speechRegion } from './device/speech.js';
import { View, define, follow } from './parts/view.js';
import { loadTexts } from './texts/index.js';

type Load = () => Promise<unknown>;

/** The pages: the address, the element, and its chunk. */
const ROUTES: [RegExp, (...parts: string[]) => unknown, Load][] = [
  [/^\/$/, () => html`<ms-start></ms-start>`, () => import('./pages/start.js')],
  [/^\/j\/([^/]+)$/, (code) => html`<ms-join .code=${code}></ms-join>`, () => import('./pages/join.js')],
  [/^\/s\/([^/]+)(\/lead)?$/, (id, lead) => html`<ms-session .sessionId=${id} .lead=${!!lead}></ms-session>`, () => import('./pages/session.js')],
  [/^\/s\/([^/]+)\/screen$/, (id) => html`<ms-screen .sessionId=${id}></ms-screen>`, () => import('./pages/screen.js')],
  [/^\/s\/([^/]+)\/report$/, (id) => html`<ms-report .sessionId=${id}></ms-report>`, () => import('./pages/report.js')],
  [/^\/t\/([^/]+)$/, (slug) => html`<ms-team .slug=${slug}></ms-team>`, () => import('./pages/team.js')],
  [/^\/t\/([^/]+)\/plan(?:\/([^/]+))?$/, (slug, id) => html`<ms-plan .slug=${slug} .sessionId=${id}></ms-plan>`, () => import('./pages/plan.js')],
  [/^\/t\/([^/]+)\/actions$/, (slug) => html`<ms-to-do .slug=${slug}></ms-to-do>`, () => import('./pages/to-do.js')],
  [/^\/t\/([^/]+)\/settings$/, (slug) => html`<ms-team-settings .slug=${slug}></ms-team-settings>`, () => import('./pages/settings.js')],
  [/^\/t\/([^/]+)\/webhooks$/, (slug) => html`<ms-webhooks .slug=${slug}></ms-webhooks>`, () => import('./pages/webhooks.js')],
  [/^\/platform$/, () => html`<ms-platform></ms-platform>`, () => import('./pages/platform.js')],
];
const NOTHING: Load = () => import('./pages/nothing.js');

class App extends View {
  private page: unknown = html``;
  private shown = '';

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.route);
    addEventListener('route', this.route);
    this.addEventListener('click', follow);
    addEventListener('error', ({ filename, error }) => error && filename.startsWith(location.origin) && this.broke());
    addEventListener('unhandledrejection', ({ reason }) => reason instanceof Error && !(reason instanceof ApiError || reason instanceof DOMException) && this.broke());
    void this.route();
  }

  /** A fault that nothing else has caught. The page stays, because it may work otherwise. */
  private async broke(): Promise<void> {
    await NOTHING().catch(() => undefined);
    if (!document.querySelector('ms-fault')) this.before(document.createElement('ms-fault'));
  }

  private readonly route = async () => {
    const path = location.pathname;
    if (path === this.shown) return;
    this.shown = path;
    const found = ROUTES.find(([pattern]) => pattern.test(path));
    try {
      await (found?.[2] ?? NOTHING)();
    } catch {
      await NOTHING();
      this.page = html`<ms-nothing broken></ms-nothing>`;
      return this.requestUpdate();
    }
    if (path !== location.pathname) return;
    const parts = found?.[0].exec(path)!.slice(1).map((part) => part && decodeURIComponent(part));
    // a page of another session, team or code is another page; the board and the panel of a session are the same one
    this.page = found ? keyed(`${ROUTES.indexOf(found)} ${parts!.filter((part) => part !== '/lead').join(' ')}`, found[1](...parts!)) : html`<ms-nothing></ms-nothing>`;
    this.requestUpdate();
  };

  render() {
    return this.page;
  }
}

keptTheme();
keepShell();
void loadTexts().then(() => {
  document.querySelector('.starting')?.remove();
  speechRegion();
  keepFocus();
  define('ms-app', App);
});
