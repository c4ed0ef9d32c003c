import { html, nothing } from 'lit';
import { Team, ask, isRemembered, remember, teamOf, tokenOf } from '../client/teams.js';
import { join, seatOf } from '../client/seats.js';
import { plainBar } from '../parts/bar.js';
import { askText } from '../parts/dialog.js';
import { View, arrive, define, go, icon } from '../parts/view.js';
import { Key, day, t } from '../texts/index.js';

interface Summary { id: string; title?: string; phase: string; heldOn?: string; plannedAt?: string }

/** A team: its key for the one who has just made it, and its sessions, newest first. */
class TeamPage extends View {
  declare slug: string;
  private team?: Team;
  private kept = false;
  private sessions?: Summary[];
  private error = '';

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.team = await teamOf(this.slug);
    if (!this.team) {
      this.error = t('notMine');
    } else {
      this.kept = await isRemembered(this.slug);
      try {
        this.sessions = (await ask<{ items: Summary[] }>(this.team, 'GET', '/api/sessions?limit=50')).items;
      } catch (e) {
        this.error = (e as Error).message || t('offline');
      }
    }
    this.requestUpdate();
    await this.updateComplete;
    arrive(this.team?.name ?? t('notMine'), this);
  }

  render() {
    if (!this.team) return html`${plainBar()}${this.error ? html`<main class="say-page"><h1>${this.error}</h1><p><a class="btn main" href="/">${t('nothingNext')}</a></p></main>` : nothing}`;
    return html`${plainBar()}<main class="team">
      <header><h1 dir="auto">${this.team.name}</h1><div class="row"><a class="btn main" href="/t/${this.slug}/plan">${t('plan')}</a></div></header>
      ${this.error ? html`<p class="error" role="alert">${icon('heed')}<span>${this.error}</span></p>` : nothing}
      ${this.kept ? html`<p class="small soft">${t('remembered')}</p>` : this.key()}
      <section aria-labelledby="s"><h2 id="s">${t('sessions')}</h2>
        ${this.sessions?.length ? html`<ul>${this.sessions.map((session) => this.entry(session))}</ul>` : html`<p class="soft">${t('noSession')}</p>`}</section></main>`;
  }

  private key() {
    return html`<section class="card key" aria-labelledby="k"><h2 id="k">${t('teamKey')}</h2><p class="soft">${t('teamKeyHelp')}</p>
      <code>${this.team!.key}</code><p class="small soft">${t('teamAddress')}: <b>${this.slug}</b></p><div class="row"><button class="btn" @click=${this.remember}>${t('rememberKey')}</button></div></section>`;
  }

  private entry(session: Summary) {
    const open = ['planned', 'lobby', 'quiet', 'sharing', 'converging', 'agreeing'].includes(session.phase);
    const at = session.heldOn ?? session.plannedAt;
    return html`<li><div><b dir="auto">${session.title}</b><p class="small soft">${at ? html`${day(at)} · ` : nothing}${t(session.phase as Key)}</p></div>
      ${open ? html`<button class="btn small" @click=${() => this.enter(session)}>${t('goIn')}<span class="vh"> ${session.title}</span></button>` : html`<a class="btn small" href="/s/${session.id}/report">${t('report')}<span class="vh"> ${session.title}</span></a>`}</li>`;
  }

  private readonly remember = async () => {
    await remember(this.team!);
    this.kept = true;
    this.requestUpdate();
  };

  /** Leads the session: with the seat that this browser has, or with a new one. */
  private async enter(session: Summary): Promise<void> {
    if (!(await seatOf(session.id))) {
      const name = await askText(t('lead'), t('yourName'), '', t('goIn'));
      if (!name) return;
      await join(session.id, { token: await tokenOf(this.team!), role: 'facilitator', name });
    }
    go(`/s/${session.id}/lead`);
  }
}
define('ms-team', TeamPage);
