import { html, nothing } from 'lit';
import { Key, language as ownLanguage, t } from '../texts/index.js';
import { icon } from './view.js';

type State = 'kept' | 'partly' | 'missed' | 'not-known';
interface Score { standard: string; state: State; title: string; rule: string; measured: string; evidence: { measure: string; label: string; text: string; phase?: string }[]; hint?: string }
export interface Scorecard { version: number; language: string; kept: number; known: number; standards: Score[] }

const STATES: Record<State, [Key, string, string]> = { kept: ['scoreKept', 'kept', 'check'], partly: ['scorePartly', 'part', 'half'], missed: ['scoreMissed', 'miss', 'cross'], 'not-known': ['scoreUnknown', 'none', 'quest'] };

/** How well a session kept the standards. The server's texts are in the language of the session. */
export const scorecard = (card: Scorecard) => html`<section aria-labelledby="sc"><h2 id="sc">${t('scorecard')} <span class="soft">${t('scoreOf', { n: card.kept, known: card.known })}</span></h2>
  <ul class="score">${card.standards.map((score) => entry(score, card.language))}</ul>
  <details><summary>${t('scoreHow')}</summary><dl class="rules" lang=${card.language}>${card.standards.map(rule)}</dl><p class="small soft">${t('scoreVersion', { n: card.version })}</p></details></section>`;

function entry(score: Score, language: string) {
  const [key, look, symbol] = STATES[score.state];
  return html`<li class=${look}><b class="st">${icon(symbol)}${t(key)}</b><div lang=${language}><h3>${score.title}</h3><p>${score.measured}</p>${score.hint ? html`<p class="tip"><b lang=${ownLanguage}>${t('nextTime')}</b> ${score.hint}</p>` : nothing}</div></li>`;
}

const rule = (score: Score) => html`<dt>${score.title}</dt><dd>${score.rule}${score.evidence.length ? html`<br><span class="num">${score.evidence.map((e) => `${e.label}: ${e.text}${e.phase ? ` (${t(e.phase as Key)})` : ''}`).join(' · ')}</span>` : nothing}</dd>`;
