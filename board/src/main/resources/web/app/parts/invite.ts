import { html } from 'lit';
import { SessionStore } from '../session/store.js';
import { t } from '../texts/index.js';
import { copyText } from './copy.js';
import { qrCode } from './drawing/qr-code.js';
import { icon, inTwo } from './view.js';

/** How people come in: the address, the code, the QR code, the link. */
export function invite(store: SessionStore, code: string, renewed: () => void) {
  const link = `${location.origin}/j/${code}`;
  const renew = async () => {
    if (!(await store.ask('POST', `/api/sessions/${store.id}/join-code`))) return;
    renewed();
    store.say(t('renewed'));
  };
  return html`<section class="card invite" aria-labelledby="iv"><h2 id="iv">${t('invite')}</h2>
    <div class="join-by">${qrCode(link)}<dl><div><dt>${t('openAddress')}</dt><dd>${location.host}</dd></div><div><dt>${t('andType')}</dt><dd class="code">${inTwo(code)}</dd></div></dl></div>
    <div class="row"><button class="btn small" @click=${() => copyText(t('copyLink'), link, () => store.say(t('copied')))}>${icon('copy')}${t('copyLink')}</button><button class="btn small" @click=${() => print()}>${t('print')}</button><button class="btn small" @click=${renew}>${t('renewCode')}</button></div></section>`;
}
