import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { SessionStore } from '../session/store.js';
import { t } from '../texts/index.js';
import { dialog, submitOnEnter } from './dialog.js';
import { icon } from './view.js';

/** The most letters of an idea; what is pasted beyond them stays in the box. */
const LETTERS = 2_000;
const NEAR = LETTERS * 0.9;

/** Sends the words of the box: kept here first, then sent. */
async function add(store: SessionStore, box: HTMLTextAreaElement, more: Record<string, unknown>): Promise<void> {
  const text = box.value.trim();
  if (!text) return box.focus();
  const lines = text.split(/\n+/).map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s*/, '').trim()).filter(Boolean);
  const list = lines.length > 2 ? await howMany(lines.length) : 1;
  if (list === undefined) return;
  store.refusedWords = undefined;
  const kept = (list === 1 ? [text] : lines).map((each) => store.outbox.add(each, more));
  box.value = '';
  box.focus();
  await store.draft.empty(Promise.all(kept));
}

/** A pasted list asks once whether it is one idea or several. */
const howMany = (n: number) =>
  dialog<number>(t('pastedList', { n }), (close) => html`<menu><button class="btn main" @click=${() => close(n)}>${t('severalIdeas', { n })}</button><button class="btn" @click=${() => close(1)}>${t('oneIdea')}</button></menu>`);

export interface Box { store: SessionStore; id: string; placeholder: string; added?: () => void; more?: () => Record<string, unknown> }

/** What a form with a box needs: the words stay in it over reloads, phases and refusals. */
export const boxOf = ({ store, id, placeholder }: Box, rows: number) => html`<label for=${id} class="vh">${t('newIdea')}</label>
  <textarea id=${id} class="words" data-box rows=${rows} dir="auto" placeholder=${placeholder} aria-invalid=${store.refusedWords ? 'true' : nothing} aria-describedby=${store.refusedWords ? 'refused-words' : nothing} .value=${live(store.draft.text)} @keydown=${submitOnEnter} @input=${(e: Event) => {
    store.typedAt = Date.now();
    const before = store.draft.text;
    store.draft.set((e.target as HTMLTextAreaElement).value);
    if (!store.draft.text) store.refusedWords = undefined;
    if (!before !== !store.draft.text || Math.max(before.length, store.draft.text.length) > NEAR) store.changed();
  }}></textarea>${left(store.draft.text)}`;

/** How many letters are left, near the end of the limit. */
function left(text: string) {
  const n = LETTERS - text.trim().length;
  if (text.length <= NEAR) return nothing;
  return html`<p class=${`small num ${n < 0 ? 'error' : 'soft'}`}>${n < 0 ? t('lettersOver', { n: -n }) : t('lettersLeft', { n })}</p>`;
}

export const submits = (box: Box) => async (event: SubmitEvent) => {
  event.preventDefault();
  await add(box.store, (event.target as HTMLFormElement).querySelector('textarea')!, box.more?.() ?? {});
  box.added?.();
};

/** The server's sentence about words that it did not take; they stand in the box again. */
export const refusal = (store: SessionStore) => refused(store.refusedWords);

export const refused = (sentence?: string) => (sentence ? html`<p class="error small" id="refused-words">${icon('heed')}<span>${sentence}</span></p>` : nothing);
