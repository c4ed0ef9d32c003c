import { html, nothing } from 'lit';
import { SessionStore } from '../../session/store.js';

/** The element of a page of a session. Its chunk is loaded by `pages.ts`. */
export function show(page: string, store: SessionStore) {
  switch (page) {
    case 'lobby': return html`<ms-lobby .store=${store}></ms-lobby>`;
    case 'quiet': return html`<ms-quiet .store=${store}></ms-quiet>`;
    case 'sharing': return html`<ms-sharing .store=${store}></ms-sharing>`;
    case 'choosing': return html`<ms-choosing .store=${store}></ms-choosing>`;
    case 'agreeing': return html`<ms-agreeing .store=${store}></ms-agreeing>`;
    case 'break': return html`<ms-break .store=${store}></ms-break>`;
    case 'panel': return html`<ms-panel .store=${store}></ms-panel>`;
    case 'closed': return html`<ms-closed .store=${store}></ms-closed>`;
    default: return nothing;
  }
}
