import { html, nothing } from 'lit';
import { ApiError, request } from '../client/api.js';
import { Role, join, rejoin, seatOf } from '../client/seats.js';
import { plainBar } from '../parts/bar.js';
import { clearRefusal, showFailure } from '../parts/field-error.js';
import { View, alert, arrive, define, go, icon } from '../parts/view.js';
import { Key, failureOf, t } from '../texts/index.js';

interface Invitation { sessionId: string; title?: string; problem?: string; phase: string; anonymous: boolean; facilitator: boolean }

const OVER = ['closing', 'closed', 'cancelled'];

/** Join with a code: a name or none, one button. Who has a seat already comes straight back to it. */
class JoinPage extends View {
  declare code: string;
  private invitation?: Invitation;
  private error = '';
  private busy = false;

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    try {
      this.invitation = await request<Invitation>('POST', '/api/invitations', { body: { joinCode: this.code } });
      const seat = await seatOf(this.invitation.sessionId);
      if (seat && (await this.comesBack(seat))) return go(`/s/${this.invitation.sessionId}`, true);
      if (OVER.includes(this.invitation.phase)) {
        this.invitation = undefined;
        this.error = t('codeUnknown');
      }
    } catch (e) {
      this.error = (e as ApiError).type === 'join-code-wrong' ? t('codeUnknown') : failureOf(e);
    }
    this.requestUpdate();
    await this.updateComplete;
    arrive(this.invitation?.title ?? t('join'), this);
  }

  private comesBack = (seat: Parameters<typeof rejoin>[0]) => rejoin(seat).then(() => true, () => false);

  render() {
    if (!this.invitation) return html`${plainBar()}${this.error ? this.unknown() : nothing}`;
    const { title, problem, phase, anonymous } = this.invitation;
    return html`${plainBar()}
      <main class="join">
        <p class="soft what"><span dir="auto">${title}</span> · ${phase === 'planned' ? t('planned') : t('joinNow', { phase: t(phase as Key) })}</p>
        <h1 class="words" dir="auto">${problem || title}</h1>
        <form @submit=${this.submit}>
          <fieldset><legend>${t('joinHow')}</legend>
            <label class="choice"><input type="radio" name="as" value="name" checked><b>${t('withName')}</b><span class="help">${t('withNameHelp')}</span></label>
            <div class="field mine"><label for="name">${t('yourName')}</label><input class="input" id="name" name="name" autocomplete="given-name" maxlength="40" enterkeyhint="go"></div>
            <label class="choice"><input type="radio" name="as" value="none"><b>${t('withoutName')}</b><span class="help">${t('withoutNameHelp')}</span></label>
            <label class="choice"><input type="radio" name="as" value="observer"><b>${t('observe')}</b><span class="help">${t('observeHelp')}</span></label>
          </fieldset>
          ${anonymous ? html`<p class="small soft">${t('anonymousHelp')}</p>` : nothing}
          ${alert(this.error)}
          <button class="btn main" ?disabled=${this.busy}>${t('join')}</button>
        </form>
        <p class="small soft promise">${icon('eye')}<span>${t('promise')}</span></p>
      </main>`;
  }

  /** The code stays in the field, so that it can be corrected. */
  private unknown() {
    return html`<main class="join"><h1>${this.error}</h1><form @submit=${(e: Event) => {
      e.preventDefault();
      go(`/j/${encodeURIComponent(this.field('again').value.trim())}`);
    }}><div class="field"><label for="again">${t('code')}</label><p class="help" id="again-help">${t('codeAgain')}</p><input class="input" id="again" .value=${this.code} aria-invalid="true" aria-describedby="again-help" autocapitalize="characters" spellcheck="false"></div>
      <button class="btn main">${t('join')}</button></form></main>`;
  }

  private readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const as = form.get('as');
    const role: Role = as === 'observer' ? 'observer' : this.invitation!.facilitator ? 'facilitator' : 'participant';
    clearRefusal();
    this.error = '';
    this.busy = true;
    this.requestUpdate();
    try {
      await join(this.invitation!.sessionId, { joinCode: this.code, role, name: as === 'name' ? String(form.get('name')).trim() : undefined });
      go(`/s/${this.invitation!.sessionId}${role === 'facilitator' ? '/lead' : ''}`, true);
    } catch (e) {
      this.busy = false;
      this.error = showFailure(this, e);
      this.requestUpdate();
    }
  };
}
define('ms-join', JoinPage);
