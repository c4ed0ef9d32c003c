import { html, nothing } from 'lit';
import { define, icon } from '../../parts/view.js';
import { collects, present } from '../../session/select.js';
import { clock, moment, t } from '../../texts/index.js';
import { WritingPart } from './writing.js';

const NAMED = 30;

/** Before it begins: the problem, who is here, how to get comfortable, and what will happen. */
class Lobby extends WritingPart {
  render() {
    const people = present(this.board);
    const leader = people.find((p) => p.role === 'facilitator');
    const early = collects(this.board);
    const { quietUntil } = this.session;
    return html`<main class=${early ? 'lobby early' : 'lobby'}>
      ${this.problem()}
      ${early ? this.early() : nothing}
      <section class="here" aria-labelledby="h"><header><h2 id="h">${t(early || quietUntil ? 'peopleTitle' : 'hereNow')}</h2>${people.length >= 5 && people.length <= 7 ? html`<span class="tag ok">${icon('check')}${t('goodSize', { n: people.length })}</span>` : html`<span class="tag num">${t('people', { n: people.length })}</span>`}</header>
        <ul class="rows">${people.slice(0, NAMED).map((p) => html`<li><b><bdi>${p.name}</bdi></b>${p.role === 'facilitator' ? html`<span class="tag">${t('leads')}</span>` : nothing}${p.participantId === this.store.seat.participantId ? html`<span class="tag">${t('you')}</span>` : nothing}</li>`)}</ul>
        ${people.length > NAMED ? html`<p class="soft small">${t('andMore', { n: people.length - NAMED })}</p>` : nothing}
        ${people.length === 1 ? html`<p class="soft small">${t('nobodyElse')}</p>` : nothing}</section>
      <section class="comfort" aria-labelledby="c"><h2 id="c">${t('comfortable')}</h2>
        <ul><li>${t('comfort1')}</li><li>${t('comfort2')}</li><li>${t('comfort3')}</li><li>${t('comfort4')}</li></ul></section>
      <section class="course plain" aria-labelledby="cs"><h2 id="cs">${t('whatHappens')}</h2><ol>
        ${this.row(t('quiet'), quietUntil ? t('quietDoesUntil', { time: moment(quietUntil) }) : t('quietDoes'))}${this.row(t('sharing'), t('sharingDoes'))}${this.breaks()}
        ${this.session.votesPerPerson ? this.row(t('converging'), t('choosingDoes')) : nothing}${this.row(t('agreeing'), t('agreeingDoes'))}</ol></section>
    </main>
    <footer class="done"><div><p>${this.session.phase === 'planned' ? t('notOpen') : leader ? t('leaderBegins', { name: leader.name }) : t('leaderBeginsNobody')} <span class="soft">${t('goesOn')}</span></p></div></footer>`;
  }

  /** Ideas that are written before it begins are as silent as those of the quiet time. */
  private early() {
    if (this.store.watches) return html`<section class="writing"><p class="soft">${t('observerEarly')}</p></section>`;
    return html`<section class="writing" aria-labelledby="ea"><h2 id="ea">${t('early')}</h2><p class="soft">${t('earlyHelp')}</p>${this.writing()}</section>`;
  }

  private row = (name: string, what: string, at = '') => html`<li><span><b>${name}</b> <span class="soft">${what}</span></span><span class="num soft">${at}</span></li>`;

  private breaks = () => this.session.scheduledBreaks.map((b) => this.row(t('break'), t('minutes', { n: b.minutes }), clock(b.startsAt)));
}
define('ms-lobby', Lobby);
