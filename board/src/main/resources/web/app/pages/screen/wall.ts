import { html, nothing } from 'lit';
import { qrCode } from '../../parts/drawing/qr-code.js';
import { secondsUntil } from '../../parts/timer.js';
import { icon, inTwo } from '../../parts/view.js';
import { columns, present, ranked, shownNow } from '../../session/select.js';
import { SessionStore } from '../../session/store.js';
import { Key, clock, t } from '../../texts/index.js';

const NAMED = 24;
const BEST = 5;
const SHRINKS = 140;
const GOES_ON = 420;
const SAYS: Record<string, Key> = { planned: 'notOpen', lobby: 'screenLobby', quiet: 'screenQuiet', sharing: 'screenSharing', converging: 'screenChoosing', agreeing: 'screenAgreeing' };

/** What the room sees in the present phase. */
export function wall(store: SessionStore, code: string) {
  const { phase, breakId } = store.board!.session;
  if (['closing', 'closed', 'cancelled'].includes(phase)) return closed(store);
  if (breakId) return pause(store);
  return html`<main class="wall ${phase}">${head(store)}${inside(store, code)}${foot(store, code)}</main>`;
}

function head(store: SessionStore) {
  const { title, phase, breakId, nextPhase, nextPhaseAt } = store.board!.session;
  const coming = nextPhase && nextPhaseAt ? t(nextPhase === 'closing' ? 'closesIn' : 'announced', { phase: t(nextPhase), n: secondsUntil(store, nextPhaseAt) }) : undefined;
  return html`<header><span class="mark">${icon('mark')}<span dir="auto">${title}</span></span><p>${coming ? html`<b class="coming">${coming}</b>` : breakId ? nothing : t(SAYS[phase])}</p>
    ${store.line === 'down' && Date.now() - store.downSince > 10_000 ? html`<p class="tag heed">${icon('off')}${t('screenOffline')}</p>` : nothing}</header>`;
}

function inside(store: SessionStore, code: string) {
  const phase = store.board!.session.phase;
  if (phase === 'agreeing') return shown(store) ?? results(store);
  if (phase === 'sharing' || phase === 'converging') return shown(store) ?? html`${problem(store)}${bigClock(store)}`;
  return html`${problem(store)}${phase === 'quiet' ? bigClock(store) : code ? door(code) : nothing}`;
}

function problem(store: SessionStore) {
  const { problem, title, criteria } = store.board!.session;
  return html`<section class="ask" aria-labelledby="p"><h1 id="p" class="words" dir="auto">${problem || title}</h1>
    ${criteria.length ? html`<ul aria-label=${t('criteria')}>${criteria.map((c) => html`<li dir="auto">${c.text}</li>`)}</ul>` : nothing}</section>`;
}

const door = (code: string) => html`<section class="door" aria-labelledby="d">${qrCode(`${location.origin}/j/${code}`)}
  <div><h2 id="d">${t('join')}</h2><p class="addr">${location.host}</p><p class="code">${inTwo(code)}</p></div></section>`;

/** Minutes, and seconds only in the last one. */
function bigClock(store: SessionStore) {
  const { endsAt, quietOver } = store.board!.session;
  if (!endsAt) return html`<div></div>`;
  const seconds = quietOver ? 0 : secondsUntil(store, endsAt);
  if (!seconds) return html`<p class="timer over time"><span>${t('timeOver')}</span></p>`;
  const n = seconds < 60 ? seconds : Math.ceil(seconds / 60);
  return html`<p class="timer num time" role="timer"><b>${n}</b><span>${t(seconds < 60 ? 'secondsWord' : 'minutesWord', { n })}</span></p>`;
}

/** What the facilitator shows, huge; undefined while nothing is shown. */
function shown(store: SessionStore) {
  const text = shownNow(store.board!);
  const focus = store.board!.session.focus;
  if (!text || !focus) return undefined;
  const group = focus.kind === 'group' ? columns(store.board!).find((column) => column.group?.id === focus.id) : undefined;
  const size = group ? '' : text.length > GOES_ON ? 'less long-words' : text.length > SHRINKS ? 'less' : '';
  return html`<section class="big ${size}" aria-labelledby="b"><p class="soft" dir="auto">${store.board!.session.problem}</p><h1 id="b" class="words" dir="auto">${text.length > GOES_ON ? text.slice(0, GOES_ON) : text}</h1>
    ${text.length > GOES_ON ? html`<p class="soft">${t('screenGoesOn')}</p>` : nothing}
    ${group ? html`<ul>${group.ideas.slice(0, BEST).map((idea) => html`<li class="words" dir="auto">${idea.text}</li>`)}</ul>${group.ideas.length > BEST ? html`<p class="soft">${t('andMore', { n: group.ideas.length - BEST })}</p>` : nothing}` : nothing}</section>`;
}

function results(store: SessionStore) {
  const best = ranked(store.board!, 'dots').slice(0, BEST);
  return html`<section class="best" aria-labelledby="r"><h1 id="r">${t('chosen')}</h1>${best.length ? html`<ol>${best.map((r) => html`<li><b class="num">${r.label}</b><p class="words" dir="auto">${r.idea.text}</p><span class="soft num">${t('dotCount', { n: r.result.dots })}</span></li>`)}</ol>` : html`<p class="soft">${t('noDots')}</p>`}</section>`;
}

/** Who is here before it begins; afterwards the way in for those who come late. */
function foot(store: SessionStore, code: string) {
  const { phase, anonymous } = store.board!.session;
  if (phase === 'lobby' || phase === 'planned') {
    const people = present(store.board!);
    return html`<footer><p>${t('hereCount', { n: people.length })}</p>${anonymous || people.length > NAMED ? nothing : html`<ul>${people.map((p) => html`<li><bdi>${p.name}</bdi></li>`)}</ul>`}</footer>`;
  }
  if (phase === 'agreeing' || !code) return html`<footer>${phase === 'agreeing' ? html`<p>${t('actionCount', { n: store.board!.actions.length })}</p>` : nothing}</footer>`;
  return html`<footer><div class="late">${qrCode(`${location.origin}/j/${code}`)}<p>${t('comeLate')}<br><b>${location.host}</b> <b>${code}</b></p></div></footer>`;
}

function pause(store: SessionStore) {
  const { breakEndsAt, phase } = store.board!.session;
  const seconds = breakEndsAt ? secondsUntil(store, breakEndsAt) : 0;
  return html`<main class="wall pause">${head(store)}<section class="rest"><h1>${icon('cup')} ${t('break')}</h1>
    ${breakEndsAt ? html`<p class="timer num time" role="timer"><b>${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}</b></p><p class="on">${t('goOnAt', { time: clock(breakEndsAt), phase: t(phase) })}</p>` : nothing}</section></main>`;
}

const closed = (store: SessionStore) => html`<main class="wall end"><section class="rest"><p class="soft" dir="auto">${store.board!.session.title}</p><h1>${t(store.board!.session.phase === 'cancelled' ? 'cancelledTitle' : 'closedTitle')}</h1><p class="words" dir="auto">${store.board!.session.problem}</p></section></main>`;
