import { html, nothing } from 'lit';
import { ApiError } from '../client/api.js';
import { forget } from '../client/database.js';
import { unsentWords } from '../client/outbox.js';
import { requestScreen } from '../client/screens.js';
import { Team, enter, make, teams } from '../client/teams.js';
import { plainBar } from '../parts/bar.js';
import { askSure, lostWords } from '../parts/dialog.js';
import { say } from '../device/speech.js';
import { clearRefusal, showFailure } from '../parts/field-error.js';
import { View, alert, arrive, define, go, icon } from '../parts/view.js';
import { typedWords } from '../session/form-draft.js';
import { failureOf, t } from '../texts/index.js';

/** Join with a code, the teams of this device, make a team. */
class StartPage extends View {
  private teams: Team[] = [];
  private error = '';
  private codeError = '';

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.teams = await teams();
    this.requestUpdate();
  }

  firstUpdated(): void {
    arrive(t('joinTitle'), this);
  }

  render() {
    return html`${plainBar()}
      <main class="start">
        <section class="enter" aria-labelledby="j"><h1 id="j">${t('joinTitle')}</h1>
          <form @submit=${this.join}>
            <div class="field"><label for="code">${t('code')}</label><p class="help" id="code-help">${t('codeHelp')}</p>
              <input class="input" id="code" name="code" required aria-describedby="code-help" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="go"></div>
            <button class="btn main">${t('join')}${icon('next')}</button>
          </form>
          ${alert(this.codeError)}
          <p class="room"><button class="link" @click=${this.screen}>${icon('screen')}${t('roomScreen')}</button></p>
          <p class="soft how">${t('how')}</p>
          <p class="small about"><a href="/platform">${t('platformLink')}</a> <a href="/api/docs">${t('apiLink')}</a></p></section>
        <section class="teams" aria-labelledby="t"><h2 id="t">${t('myTeams')}</h2>
          ${this.teams.length ? html`<ul>${this.teams.map((team) => html`<li><div><h3><a href="/t/${team.slug}" dir="auto">${team.name}</a></h3></div></li>`)}</ul>` : html`<p class="soft">${t('noTeams')}</p>`}
          <p class="small soft forget">${t('onlyHere')} <button class="link" @click=${this.forget}>${t('forget')}</button></p></section>
        <section class="make" aria-labelledby="k"><h2 id="k">${t('makeTeam')}</h2>
          <p class="soft" id="key-help">${t('makeTeamHelp')}</p>
          <form @submit=${this.make}><div class="field"><label for="team">${t('teamName')}</label><input class="input" id="team" data-field="name" required maxlength="80" autocomplete="off" aria-describedby="key-help"></div><button class="btn">${t('makeIt')}</button></form>
          <details><summary>${t('openTeam')}</summary><form @submit=${this.enter}>
            <div class="field"><label for="slug">${t('teamAddress')}</label><input class="input" id="slug" required autocomplete="off" autocapitalize="none"></div>
            <div class="field"><label for="key">${t('key')}</label><input class="input" id="key" data-field="ownerKey memberKey" type="password" required autocomplete="off"></div><button class="btn">${t('open')}</button></form></details>
          ${alert(this.error)}</section>
      </main>`;
  }

  private readonly join = (event: Event) => {
    event.preventDefault();
    const typed = this.field('code').value.trim();
    go(`/j/${encodeURIComponent(typed.split('/').pop()!)}`);
  };

  /** Shows the session of the code to everybody in the room, once it is admitted. */
  private readonly screen = async () => {
    const code = this.field('code');
    if (!code.reportValidity()) return;
    try {
      go(`/s/${await requestScreen(code.value.trim().split('/').pop()!)}/screen`);
    } catch (e) {
      this.codeError = (e as ApiError).type === 'join-code-wrong' ? t('codeUnknown') : failureOf(e);
      this.requestUpdate();
    }
  };

  private readonly make = (event: Event) => {
    event.preventDefault();
    return this.to(make(this.field('team').value.trim()));
  };

  private readonly enter = (event: Event) => {
    event.preventDefault();
    return this.to(enter(this.field('slug').value.trim(), this.field('key').value.trim()));
  };

  private async to(team: Promise<Team>): Promise<void> {
    clearRefusal();
    try {
      go(`/t/${(await team).slug}`);
    } catch (e) {
      this.error = showFailure(this, e);
      this.requestUpdate();
    }
  }

  /** The question names the teams and the words that this device alone has. */
  private readonly forget = async () => {
    const named = this.teams.length ? html`<p>${t('teamsGo')}</p><ul class="options" tabindex="0" aria-label=${t('myTeams')}>${this.teams.map((team) => html`<li><b dir="auto">${team.name}</b></li>`)}</ul>` : nothing;
    if (!(await askSure(t('forgetSure'), t('forget'), html`${named}${lostWords([...(await unsentWords()), ...typedWords()])}`))) return;
    await forget();
    this.teams = [];
    say(t('forgot'));
    this.requestUpdate();
  };
}
define('ms-start', StartPage);
