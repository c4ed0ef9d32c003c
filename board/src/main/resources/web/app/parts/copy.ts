import { html } from 'lit';
import { t } from '../texts/index.js';
import { dialog } from './dialog.js';

/** Copies a text; where the browser refuses it, the text stands selected in a field. */
export async function copyText(title: string, text: string, copied: () => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    copied();
  } catch {
    await dialog(title, (close) => html`<form method="dialog"><input class="input" readonly .value=${text} aria-label=${title} autofocus @focus=${(e: Event) => (e.target as HTMLInputElement).select()}><menu><button class="btn" @click=${() => close()}>${t('close')}</button></menu></form>`);
  }
}
