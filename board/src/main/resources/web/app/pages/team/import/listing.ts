import { html, nothing } from 'lit';
import { Found, Heading, Listed, Warning } from '../../../client/imports.js';
import { icon } from '../../../parts/view.js';
import { Key, fullDay, t } from '../../../texts/index.js';
import { recognizedText, warningText } from '../../../texts/log.js';

const KINDS: Record<Found['kind'], Key> = { added: 'foundNew', changed: 'foundChanged', matched: 'foundMatched', unchanged: 'foundSame', held: 'foundHeld' };
const SHOWN = 200;

/** How many sessions are new and have changed, and how many lines need a look. */
export function summary(listed: Listed) {
  const { added, changed, unchanged } = listed.sessions;
  const sentences = [added && t('importNew', { n: added }), changed && t('importChanged', { n: changed }), unchanged && t('importUnchanged', { n: unchanged })].filter(Boolean);
  const warned = listed.warnings.length + listed.moreWarnings;
  return html`${added || changed ? sentences.join(' ') : t('importNothing')} ${warned ? html`<b>${t('lookAtLines', { n: warned })}</b>` : nothing}`;
}

/** Whether a repair would change the file. */
export const mends = (listed: Listed) => !listed.repaired && listed.warnings.some((w) => w.code === 'mojibake');

/** The sessions of the file; those that were recognized in spite of a correction come first, and can be split if the import is done. */
export function sessions(listed: Listed, split?: (found: Found) => void) {
  const corrected = listed.found.filter((f) => f.kind === 'matched');
  const others = listed.found.filter((f) => f.kind !== 'matched');
  return html`${corrected.length ? html`<ul class="matched">${corrected.map((f) => matched(f, split))}</ul>` : nothing}
    ${others.length ? html`<details><summary>${t('sessionsOfFile')}</summary><ul>${others.map((f) => html`<li><span class="tag">${t(KINDS[f.kind])}</span> <span dir="auto">${heading(f)}</span>${f.reason ? html` <span class="small soft">${recognizedText(f)}</span>` : nothing}</li>`)}</ul></details>` : nothing}`;
}

function matched(f: Found, split?: (found: Found) => void) {
  return html`<li><p><span class="tag">${t('foundMatched')}</span> <b dir="auto">${heading(f)}</b></p><p class="small soft"><span dir="auto">${t('wasBefore', { heading: heading(f.before!) })}</span> ${recognizedText(f)}</p>
    ${split ? html`<button class="btn small" @click=${() => split(f)}>${t('splitMatch')}</button>` : nothing}</li>`;
}

const heading = (f: Heading) => [f.number === undefined ? '' : `#${f.number}`, f.title ?? '', f.heldOn ? fullDay(f.heldOn) : ''].filter(Boolean).join(' · ') || t('noTitle');

/** The lines that need a look. */
export function lines(listed: Listed, file: string) {
  if (!listed.warnings.length) return nothing;
  const text = file.split('\n');
  return html`<ol>${listed.warnings.map((w) => warning(w, text[w.line - 1]))}</ol>${listed.moreWarnings ? html`<p class="small soft">${t('moreLines', { n: listed.moreWarnings })}</p>` : nothing}`;
}

/** The line as it stands in the file, if this page has it, and what is odd about it. */
function warning(w: Warning, line: string | undefined) {
  return html`<li>${line ? html`<code dir="auto"><span class="num" aria-label=${t('line', { n: w.line })}>${w.line}</span>${line.slice(0, SHOWN)}</code>` : nothing}<p>${icon('heed')}<span>${line ? nothing : html`<b>${t('line', { n: w.line })}:</b> `}${warningText(w)}</span></p></li>`;
}
