import { html, render } from 'lit';
import { t } from '../texts/index.js';

/**
 * Opens a dialog and waits until it closes; the browser gives the focus back.
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
    box.addEventListener('click', (event) => event.target === box && close());
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

/** Asks for words that show that the person means it, such as the title of what will be deleted. */
export const askTyped = (question: string, label: string, action: string, right: (typed: string) => boolean, type = 'text') =>
  dialog<string>(question, (close) => html`<form @submit=${(e: SubmitEvent) => {
    e.preventDefault();
    const field = (e.target as HTMLFormElement).querySelector('input')!;
    if (right(field.value.trim())) close(field.value.trim());
    else field.select();
  }}><div class="field"><label for="dialog-text">${label}</label><input class="input" id="dialog-text" type=${type} required autocomplete="off" autofocus></div>
    <menu><button class="btn stop">${action}</button><button type="button" class="btn" @click=${() => close()}>${t('cancel')}</button></menu></form>`);

export const askSure = (question: string, action: string) =>
  dialog<boolean>(question, (close) => html`<menu><button class="btn main" @click=${() => close(true)}>${action}</button><button class="btn" @click=${() => close()}>${t('cancel')}</button></menu>`);

/** With a real keyboard Enter sends and Shift+Enter is a new line; on a touch keyboard only Ctrl+Enter sends. */
export function submitOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return;
  if (!event.ctrlKey && !event.metaKey && matchMedia('(pointer: coarse)').matches) return;
  event.preventDefault();
  (event.target as HTMLTextAreaElement).form!.requestSubmit();
}
