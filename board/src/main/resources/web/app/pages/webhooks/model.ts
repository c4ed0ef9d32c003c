import { sleep } from '../../client/random.js';
import { Team, ask } from '../../client/teams.js';
import { Key, number, t } from '../../texts/index.js';

export interface Webhook { id: string; name: string; url: string; events: string[]; active: boolean; stopped?: 'gone' | 'failing'; failingSince?: string; earlierSecretUntil?: string }
export interface NewSecret { webhook: Webhook; secret: string }
export interface Delivery { id: string; type: string; state: State; createdAt: string; attempts: number; nextAttemptAt?: string; endedAt?: string }
export interface Attempt { number: number; startedAt: string; milliseconds: number; status?: number; failure?: string }
export interface Details { id: string; state: State; nextAttemptAt?: string; attempts: Attempt[] }
export type State = 'waiting' | 'delivered' | 'failed';

/** The events that a webhook can ask for: the type, its name on the page, and when it is sent. */
export const EVENTS: [string, Key, Key][] = [
  ['microstorm.session.closed', 'eventClosed', 'eventClosedHelp'],
  ['microstorm.session.reminder', 'eventReminder', 'eventReminderHelp'],
  ['microstorm.report.completed', 'eventReport', 'eventReportHelp'],
  ['microstorm.action.created', 'eventAction', 'eventActionHelp'],
  ['microstorm.action.done', 'eventDone', 'eventDoneHelp'],
];
const TEST = 'microstorm.webhook.test';

/** Why an attempt got no response. */
const FAILURES: Record<string, Key> = {
  'address-refused': 'failAddress',
  'port-refused': 'failPort',
  'name-unknown': 'failName',
  connection: 'failConnection',
  tls: 'failTls',
  timeout: 'failTimeout',
  'too-large': 'failResponse',
  'bad-response': 'failResponse',
};

export const STATES: Record<State, Key> = { delivered: 'stateDelivered', failed: 'stateFailed', waiting: 'stateWaiting' };

const LOOK_MS = 700;
const LOOKS = 25;

/** The name of a type of events; a type that this page does not know names itself. */
export function eventName(type: string): string {
  const key = type === TEST ? 'eventTest' : EVENTS.find(([each]) => each === type)?.[1];
  return key ? t(key) : type;
}

/** What became of an attempt. */
export const answerOf = ({ status, failure, milliseconds }: Attempt): string =>
  status === undefined ? t(FAILURES[failure ?? ''] ?? 'failResponse') : t('answered', { status, ms: number(milliseconds) });

const lastOf = (delivery: Details) => delivery.attempts.at(-1);

/** What became of a delivery: its last attempt, unless that is the one before it was sent. */
export function outcome(delivery: Details, before: Details): string {
  const last = lastOf(delivery);
  if (!last || last.number === lastOf(before)?.number) return t('deliveryWaits');
  if (delivery.state === 'delivered') return t('deliveryDone', { answer: answerOf(last) });
  const failed = t('deliveryFailed', { answer: answerOf(last) });
  return delivery.state === 'waiting' ? `${failed} ${t('deliveryWaits')}` : failed;
}

/** Waits for the next attempt of a delivery, for as long as the page is there, and not forever. */
export async function attempted(team: Team, path: string, before: Details, here: () => boolean): Promise<Details> {
  let delivery = before;
  for (let i = 0; i < LOOKS && delivery.state === 'waiting' && lastOf(delivery)?.number === lastOf(before)?.number && here(); i++) {
    await sleep(LOOK_MS);
    delivery = await ask<Details>(team, 'GET', `${path}/${delivery.id}`);
  }
  return delivery;
}
