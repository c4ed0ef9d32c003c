import { html, nothing } from 'lit';
import { Team, ask, leaveTeam } from '../../client/teams.js';
import { askSure } from '../../parts/dialog.js';
import { clearRefusal, showFailure } from '../../parts/field-error.js';
import { View, alert, define, go, icon } from '../../parts/view.js';
import { fullDay, t } from '../../texts/index.js';

interface TeamKey { keyId: string; name: string; role: 'owner' | 'member'; createdAt: string; lastUsedOn?: string; current: boolean }

/** The keys of a team. The secret of a new one is shown once. */
class Keys extends View {
  declare team: Team;
  private keys: TeamKey[] = [];
  private added?: { name: string; key: string };
  private error = '';

  connectedCallback(): void {
    super.connectedCallback();
    void this.act(this.read);
  }

  private get path(): string {
    return `/api/teams/${this.team.slug}/keys`;
  }

  private read = async () => {
    this.keys = (await ask<{ items: TeamKey[] }>(this.team, 'GET', this.path)).items;
  };

  render() {
    return html`<section class="part" aria-labelledby="ks"><h2 id="ks">${t('keysTitle')}</h2><p class="soft">${t('keysHelp')}</p>
      <ul class="list">${this.keys.map((key) => html`<li><div><b dir="auto">${key.name}</b><p class="small soft">${[t(key.role), t('keyMade', { day: fullDay(key.createdAt) }), key.lastUsedOn ? t('keyUsed', { day: fullDay(key.lastUsedOn) }) : t('keyNeverUsed')].join(' · ')}</p></div>
        ${key.current ? html`<span class="tag ok">${icon('check')}${t('keyCurrent')}</span>` : nothing}<button class="btn small" @click=${() => this.revoke(key)}>${t('revoke')}<span class="vh"> ${key.name}</span></button></li>`)}</ul>
      ${alert(this.error)}
      ${this.added ? html`<div class="card key" role="status"><h3>${t('newKey', { name: this.added.name })}</h3><p class="soft">${t('newKeyHelp')}</p><code>${this.added.key}</code><p class="small soft">${t('teamAddress')}: <b>${this.team.slug}</b></p></div>` : nothing}
      <form @submit=${this.add}><div class="field"><label for="kn">${t('keyName')}</label><p class="help" id="kh">${t('keyNameHelp')}</p><input class="input" id="kn" name="name" required maxlength="80" autocomplete="off" aria-describedby="kh"></div>
        <div class="field"><label for="kr">${t('keyRole')}</label><select class="input" id="kr" name="role"><option value="member">${t('aMember')}</option><option value="owner">${t('anOwner')}</option></select></div>
        <p><button class="btn">${t('addKey')}</button></p></form></section>`;
  }

  private readonly add = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    await this.act(async () => {
      this.added = await ask<{ name: string; key: string }>(this.team, 'POST', this.path, { name: String(data.get('name')).trim(), role: data.get('role') });
      form.reset();
      await this.read();
    });
  };

  private async revoke(key: TeamKey): Promise<void> {
    if (!(await askSure(t('revokeSure', { name: key.name }), t('revoke')))) return;
    await this.act(async () => {
      await ask(this.team, 'DELETE', `${this.path}/${key.keyId}`);
      if (!key.current) return this.read();
      await leaveTeam(this.team.slug);
      go('/');
    });
  }

  private async act(act: () => Promise<unknown>): Promise<void> {
    this.error = '';
    clearRefusal();
    await act().catch((e) => (this.error = showFailure(this, e)));
    this.requestUpdate();
  }
}
define('ms-keys', Keys);
