import { Team, ask } from '../../client/teams.js';

interface Session {
  title?: string; problem?: string; plannedAt?: string; quietUntil?: string; criteria: { text: string }[]; plannedBreaks: unknown[];
  settings: { quietMinutes: number; sharingMinutes?: number; convergingMinutes?: number; agreeingMinutes?: number; votesPerPerson: number; anonymous: boolean; collectEarly?: boolean };
}

/** What the form of a plan holds. */
export interface Plan { title?: string; problem?: string; criteria: string[]; minutes: Record<'quiet' | 'sharing' | 'converging' | 'agreeing', number>; breaks: boolean; at: Date; dots: number; anonymous: boolean; until?: Date; early: boolean }

/** The plan of a session that has not begun. */
export async function readPlan(team: Team, id: string): Promise<Plan> {
  const { title, problem, plannedAt, quietUntil, criteria, plannedBreaks, settings: s } = await ask<Session>(team, 'GET', `/api/sessions/${id}`);
  return {
    title, problem, criteria: criteria.length ? criteria.map((each) => each.text) : [''],
    minutes: { quiet: s.quietMinutes, sharing: s.sharingMinutes ?? 20, converging: s.convergingMinutes ?? 8, agreeing: s.agreeingMinutes ?? 7 },
    breaks: plannedBreaks.length > 0, at: plannedAt ? new Date(plannedAt) : new Date(), dots: s.votesPerPerson, anonymous: s.anonymous,
    until: quietUntil ? new Date(quietUntil) : undefined, early: !!s.collectEarly,
  };
}
