import { html, nothing } from 'lit';
import { menu, settings } from '../../parts/bar.js';
import { choosePreferences } from '../../parts/preferences.js';
import { timer } from '../../parts/timer.js';
import { icon } from '../../parts/view.js';
import { SessionStore } from '../../session/store.js';
import { Phase } from '../../session/state.js';
import { t } from '../../texts/index.js';

const PATH: Phase[] = ['lobby', 'quiet', 'sharing', 'converging', 'agreeing'];
const OVER: Phase[] = ['closing', 'closed', 'cancelled'];

/** The bar of a session: its title, where it stands, the time, and the menu. */
export function sessionBar(store: SessionStore, leading: boolean, leave: () => void) {
  const { title, phase, breakId } = store.board!.session;
  const at = PATH.indexOf(phase);
  const other = (look: string) => (store.leads ? html`<a class=${look} href=${`/s/${store.id}${leading ? '' : '/lead'}`}>${t(leading ? 'toBoard' : 'toPanel')}</a>` : nothing);
  return html`<header class="bar"><a class="mark" href="/" aria-label=${t('home')}>${icon('mark')}</a>
    <span class="title soft" dir="auto">${title}</span><span class="phase-now" hidden><b>${breakId ? t('break') : t(phase)}</b></span>
    <ol class="path" aria-label=${t('phases')}>${PATH.map((each, i) => html`<li class=${i < at ? 'past' : ''} aria-current=${i === at ? 'step' : nothing}>${t(each)}</li>`)}</ol>
    <div class="end">${timer(store)}
      ${other('btn bare on-desk')}
      ${menu('settings', t('menu'), () => html`${other('on-phone')}${undoChoice(store)}${settings()}<button type="button" @click=${choosePreferences}>${t('preferences')} …</button>${OVER.includes(phase) ? nothing : html`<button type="button" @click=${leave}>${t('leave')}</button>`}`)}</div></header>`;
}

function undoChoice(store: SessionStore) {
  const last = store.history.last;
  return last ? html`<button type="button" @click=${() => store.undo()}>${icon('undo')}${t('undoWhat', { what: last.text })}</button>` : nothing;
}
