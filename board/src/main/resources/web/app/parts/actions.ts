import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { uuid } from '../client/random.js';
import { Ranked } from '../session/select.js';
import { SessionStore } from '../session/store.js';
import { Action } from '../session/state.js';
import { day, t } from '../texts/index.js';
import { clearRefusal, showFailure } from './field-error.js';
import { icon, words } from './view.js';

const DAY_MS = 86_400_000;

/** The actions of the session, those of the team's other sessions, and the form for a new one. */
export function actions(store: SessionStore, ranks: Ranked[], from: Ranked | undefined, clear: () => void) {
  const board = store.board!;
  const own = board.actions;
  const earlier = [...(board.teamActions?.open ?? []), ...(board.teamActions?.finished ?? [])];
  return html`<section class="act" id="act" aria-labelledby="a"><h2 id="a">${t('whatWeDo')} <span class="soft num">${own.length}</span></h2>
    ${own.length ? html`<ol class="todo">${own.map((a) => entry(store, a, ranks, true))}</ol>` : html`<p class="soft">${t('noActions')}</p>`}
    ${store.watches ? nothing : form(store, from, clear)}
    ${earlier.length ? html`<section aria-labelledby="o"><h2 id="o" class="small">${t('earlier')}</h2><ul class="todo">${earlier.map((a) => entry(store, a, ranks, false))}</ul></section>` : nothing}</section>`;
}

function entry(store: SessionStore, action: Action, ranks: Ranked[], own: boolean) {
  const from = ranks.find((r) => r.idea.id === action.ideaId)?.label;
  const lateDays = action.dueOn && action.state === 'open' ? Math.floor((store.now() - Date.parse(`${action.dueOn}T00:00`)) / DAY_MS) : 0;
  const path = own ? `actions/${action.id}` : `/api/actions/${action.id}`;
  const changes = own ? !store.watches : store.leads;
  const set = (state: Action['state']) => store.ask('PATCH', path, { state });
  const remove = async () => {
    if (!(await store.ask('DELETE', path))) return;
    const { text, owner, dueOn, ideaId } = action;
    store.say(t('actionRemoved'), () => store.ask('POST', 'actions', { id: uuid(), text, owner, dueOn, ideaId }));
  };
  const named = html`<span class="vh"> ${action.text}</span>`;
  return html`<li>${words(action.text)}<p class="small soft">${action.owner ? html`<b><bdi>${action.owner}</bdi></b>` : nothing}${action.dueOn ? html` · ${t('untilDay', { day: day(action.dueOn) })}` : nothing}${from ? html` · ${t('fromIdea', { label: from })}` : nothing}${lateDays > 0 ? html` · <span class="tag heed">${icon('clock')}${t('late', { n: lateDays })}</span>` : nothing}${action.state === 'open' ? nothing : html` · ${t(action.state === 'done' ? 'statesDone' : 'statesDropped')}`}</p>
    ${!changes ? nothing : html`<div class="row">${action.state === 'open'
      ? html`<button class="btn small" @click=${() => set('done')}>${icon('check')}${t('actionDone')}${named}</button>${own ? html`<button class="link" @click=${remove}>${t('remove')}${named}</button>` : html`<button class="link" @click=${() => set('dropped')}>${t('letGo')}${named}</button>`}`
      : html`<button class="btn small" @click=${() => set('open')}>${t('reopen')}${named}</button>`}</div>`}</li>`;
}

function form(store: SessionStore, from: Ranked | undefined, clear: () => void) {
  const kept = store.forms.of('action');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const sent = kept.all;
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const text = String(data.get('what')).replace(/\s+/g, ' ').trim();
    if (!text) return;
    const action = { id: uuid(), text, owner: String(data.get('who')).trim() || undefined, dueOn: String(data.get('by')) || undefined, ideaId: from?.idea.id };
    clearRefusal();
    if (!(await store.ask('POST', 'actions', action, (e) => showFailure(form, e)))) return;
    kept.sent(sent);
    clear();
  };
  return html`<form class="add card" @submit=${submit} @input=${kept.keep}><div class="field"><label for="what">${t('what')}</label><textarea class="input words" id="what" name="what" data-field="text" rows="2" required .value=${live(kept.of('what'))}></textarea></div>
    <div class="two"><div class="field"><label for="who">${t('who')}</label><input class="input" id="who" name="who" data-field="owner" list="people" autocomplete="off" .value=${live(kept.of('who'))}><datalist id="people">${store.board!.participants.map((p) => html`<option value=${p.name}></option>`)}</datalist></div>
      <div class="field"><label for="by">${t('until')}</label><input class="input" id="by" name="by" data-field="dueOn" type="date" .value=${live(kept.of('by'))}></div></div>
    <div class="foot">${from ? html`<span class="tag">${icon('link')}${t('fromIdea', { label: from.label })}</span>` : html`<span></span>`}<button class="btn main">${t('addAction')}</button></div></form>`;
}
