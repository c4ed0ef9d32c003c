import { html, nothing, render } from 'lit';
import { Draft } from '../session/draft.js';
import { t } from '../texts/index.js';
import { icon } from './view.js';

/**
 * Opens a dialog and waits until it closes; the browser gives the focus back. A click next to it closes it, unless something was typed.
 *
 * @param content draws the inside; its argument closes the dialog with an answer
 * @returns the answer, or undefined if the person closed it
 */
export function dialog<T>(title: string, content: (close: (answer?: T) => void) => unknown): Promise<T | undefined> {
  const box = document.createElement('dialog');
  box.setAttribute('aria-labelledby', 'dialog-title');
  document.body.append(box);
  return new Promise((done) => {
    let answer: T | undefined;
    const close = (given?: T) => {
      answer = given;
      box.close();
    };
    box.addEventListener('close', () => {
      box.remove();
      done(answer);
    });
    let touched = false;
    let pressed = false;
    const outside = ({ target, clientX: x, clientY: y }: MouseEvent) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      return target === box && (x < left || x > right || y < top || y > bottom);
    };
    box.addEventListener('input', () => (touched = true));
    box.addEventListener('pointerdown', (event) => (pressed = outside(event)));
    box.addEventListener('click', (event) => pressed && !touched && outside(event) && close());
    render(html`<h2 id="dialog-title">${title}</h2>${content(close)}`, box);
    box.showModal();
  });
}

/** Asks for one line of text. */
export const askText = (title: string, label: string, value = '', action = t('save')) =>
  dialog<string>(title, (close) => html`<form @submit=${(e: SubmitEvent) => {
    e.preventDefault();
    const typed = new FormData(e.target as HTMLFormElement).get('text') as string;
    if (typed.trim()) close(typed.trim());
  }}><div class="field"><label for="dialog-text">${label}</label><textarea class="input words" id="dialog-text" name="text" rows="1" required .value=${value} autofocus @keydown=${submitOnEnter}></textarea></div>
    <menu><button class="btn main">${action}</button><button type="button" class="btn" @click=${() => close()}>${t('cancel')}</button></menu></form>`);

/** Words that are gone after this step. */
export const lostWords = (texts: string[]) =>
  texts.length ? html`<p>${t('wordsGo', { n: texts.length })}</p><ul class="options" tabindex="0" aria-label=${t('unsentTitle')}>${texts.map((text) => html`<li class="words" dir="auto">${text}</li>`)}</ul>` : nothing;

/** What becomes of the words of `askWords`: `name` is the draft that keeps them until `save` has saved them. */
export interface Saving { name: string; value?: string; action?: string; save: (text: string) => Promise<string | undefined> }

/**
 * Asks for words that take time to write. They are kept on the device until they are saved, or until the person cancels. If they cannot
 * be saved, the dialog stays open with the sentence that `save` answers.
 *
 * @returns the words that were saved, or undefined
 */
export const askWords = (title: string, label: string, { name, value = '', action = t('save'), save }: Saving) => {
  const draft = new Draft(name);
  const cancel = (close: () => void) => {
    draft.set('');
    close();
  };
  const submit = async (form: HTMLFormElement, close: (text: string) => void) => {
    const text = form.querySelector('textarea')!.value.trim();
    if (!text || form.ariaBusy) return;
    form.ariaBusy = 'true';
    const refused = await save(text);
    form.ariaBusy = null;
    if (refused) return refuse(form, refused);
    draft.set('');
    close(text);
  };
  return dialog<string>(title, (close) => html`<form @submit=${(e: SubmitEvent) => {
    e.preventDefault();
    void submit(e.target as HTMLFormElement, close);
  }}><div class="field"><label for="dialog-text">${label}</label><textarea class="input words" id="dialog-text" rows="1" dir="auto" required .value=${draft.text || value} autofocus aria-describedby="dialog-error" @keydown=${submitOnEnter} @input=${(e: Event) => draft.set((e.target as HTMLTextAreaElement).value)}></textarea><div id="dialog-error" role="alert"></div></div>
    <menu><button class="btn main">${action}</button><button type="button" class="btn" @click=${() => cancel(close)}>${t('cancel')}</button></menu></form>`);
};

/** Says at the field why the words were not saved. */
function refuse(form: HTMLFormElement, sentence: string): void {
  const field = form.querySelector('textarea')!;
  render(html`<p class="error small">${icon('heed')}<span>${sentence}</span></p>`, form.querySelector<HTMLElement>('#dialog-error')!);
  field.setAttribute('aria-invalid', 'true');
  field.focus();
}

/** Asks for words that show that the person means it, such as the title of what will be deleted. */
export const askTyped = (question: string, label: string, action: string, right: (typed: string) => boolean, type = 'text') =>
  dialog<string>(question, (close) => html`<form @submit=${(e: SubmitEvent) => {
    e.preventDefault();
    const field = (e.target as HTMLFormElement).querySelector('input')!;
    if (right(field.value.trim())) close(field.value.trim());
    else field.select();
  }}><div class="field"><label for="dialog-text">${label}</label><input class="input" id="dialog-text" type=${type} required autocomplete="off" autofocus></div>
    <menu><button class="btn stop">${action}</button><button type="button" class="btn" @click=${() => close()}>${t('cancel')}</button></menu></form>`);

/** @param more what the person should know before the answer */
export const askSure = (question: string, action: string, more: unknown = nothing) =>
  dialog<boolean>(question, (close) => html`${more}<menu><button class="btn main" @click=${() => close(true)}>${action}</button><button class="btn" @click=${() => close()}>${t('cancel')}</button></menu>`);

/** With a real keyboard Enter sends and Shift+Enter is a new line; on a touch keyboard only Ctrl+Enter sends. */
export function submitOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return;
  if (!event.ctrlKey && !event.metaKey && matchMedia('(pointer: coarse)').matches) return;
  event.preventDefault();
  (event.target as HTMLTextAreaElement).form!.requestSubmit();
}
