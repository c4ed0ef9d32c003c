import { html, svg } from 'lit';
import { SessionStore } from '../session/store.js';
import { t } from '../texts/index.js';
import { dialog } from './dialog.js';
import { qr } from './qr.js';
import { icon } from './view.js';

const QUIET = 4;

/** The QR code as one path, dark on white in both themes: many scanners read nothing else. */
function picture(text: string) {
  const rows = qr(text);
  const size = rows.length + 2 * QUIET;
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ''))).join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${t('qrAlt')} shape-rendering="crispEdges">${svg`<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d=${path}/>`}</svg>`;
}

/** How people come in: the address, the code, the QR code, the link. */
export function invite(store: SessionStore, code: string, renewed: () => void) {
  const link = `${location.origin}/j/${code}`;
  const renew = async () => {
    if (!(await store.ask('POST', `/api/sessions/${store.id}/join-code`))) return;
    renewed();
    store.say(t('renewed'));
  };
  return html`<section class="card invite" aria-labelledby="iv"><h2 id="iv">${t('invite')}</h2>
    <div class="join-by">${picture(link)}<dl><div><dt>${t('openAddress')}</dt><dd>${location.host}</dd></div><div><dt>${t('andType')}</dt><dd class="code small">${code}</dd></div></dl></div>
    <div class="row"><button class="btn small" @click=${() => copy(store, link)}>${icon('copy')}${t('copyLink')}</button><button class="btn small" @click=${() => print()}>${t('print')}</button><button class="btn small" @click=${renew}>${t('renewCode')}</button></div></section>`;
}

async function copy(store: SessionStore, link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    store.say(t('copied'));
  } catch {
    await dialog(t('copyLink'), (close) => html`<form method="dialog"><input class="input" readonly .value=${link} aria-label=${t('copyLink')} autofocus @focus=${(e: Event) => (e.target as HTMLInputElement).select()}><menu><button class="btn" @click=${() => close()}>${t('close')}</button></menu></form>`);
  }
}
