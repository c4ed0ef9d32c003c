import { html } from 'lit';
import { PREFERENCES, prefer, prefers } from '../device/preferences.js';
import { tone } from '../device/tone.js';
import { t } from '../texts/index.js';
import { dialog } from './dialog.js';

/** Lets a person choose which keys work, what is spoken, and whether there is a tone. */
export const choosePreferences = () =>
  dialog(t('preferences'), (close) => html`<div class="options">${PREFERENCES.map((name) => html`<label class="check"><input type="checkbox" .checked=${prefers(name)} @change=${(e: Event) => {
    const on = (e.target as HTMLInputElement).checked;
    prefer(name, on);
    if (name === 'tone' && on) tone();
  }}>${t(name)}</label>`)}</div><menu><button class="btn main" @click=${() => close()}>${t('close')}</button></menu>`);
