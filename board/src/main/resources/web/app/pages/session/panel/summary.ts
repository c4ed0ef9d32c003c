import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { clearRefusal, showFailure } from '../../../parts/field-error.js';
import { Lead } from '../../../session/lead.js';
import { SessionStore } from '../../../session/store.js';
import { t } from '../../../texts/index.js';

const WHEN = ['sharing', 'converging', 'agreeing'];

/** The summary and the number of a session. They are kept on the device until they are saved, which the end of the session does, too. */
export function summaryForm(store: SessionStore, lead: Lead, page: HTMLElement) {
  if (!WHEN.includes(store.board!.session.phase)) return nothing;
  const { view } = lead;
  const form = store.forms.of('summary');
  const submit = async (event: Event) => {
    event.preventDefault();
    clearRefusal();
    if (await saveSummary(store, lead, (failure) => showFailure(page, failure))) store.say(t('saved2'));
  };
  return html`<form class="summary" @submit=${submit} @input=${form.keep}>
      <div class="field"><label for="summary">${t('summary')}</label><p class="help" id="sh">${t('summaryHelp')}</p><textarea class="input words" id="summary" name="summary" rows="2" maxlength="2000" aria-describedby="sh" .value=${live(form.of('summary', view?.summary))}></textarea></div>
      ${view?.rehearsal ? nothing : html`<div class="field"><label for="number">${t('sessionNumber')}</label>${view?.proposedNumber === undefined ? nothing : html`<p class="help" id="nh">${t('numberProposed', { n: view.proposedNumber })}</p>`}
        <input class="input num" id="number" name="number" type="number" inputmode="numeric" min="0" max="1000000" placeholder=${view?.proposedNumber ?? nothing} aria-describedby=${view?.proposedNumber === undefined ? nothing : 'nh'} .value=${live(form.of('number', String(view?.number ?? '')))}></div>`}
      <div class="row"><button class="btn small">${t('save')}</button></div></form>`;
}

/** Saves what was changed in the summary or the number; a rehearsal has no number. Returns whether the server has them. */
export async function saveSummary(store: SessionStore, lead: Lead, failed?: (failure: unknown) => string): Promise<boolean> {
  const form = store.forms.of('summary');
  const sent = form.all;
  const changed: { summary?: string; number?: number | null } = {};
  if ('summary' in sent) changed.summary = sent.summary.trim();
  if ('number' in sent && !lead.view?.rehearsal) changed.number = sent.number === '' ? null : Number(sent.number);
  if (!Object.keys(changed).length) return true;
  if (!(await store.ask('PATCH', `/api/sessions/${store.id}`, changed, failed))) return false;
  await lead.read();
  form.sent(sent);
  store.changed();
  return true;
}
