import { all, get, put, remove } from './database.js';
import { request } from './api.js';

/** A team that this browser can act for. The key is kept only if the person wants it remembered. */
export interface Team {
  slug: string;
  name: string;
  role: 'owner' | 'member';
  key: string;
}

interface View {
  slug: string;
  name: string;
  ownerKey?: string;
  language: string;
}

const tokens = new Map<string, { token: string; until: number }>();
const session = (slug: string) => `team:${slug}`;

export async function make(name: string): Promise<Team> {
  const view = await request<View>('POST', '/api/teams', { body: { name } });
  const team: Team = { slug: view.slug, name: view.name, role: 'owner', key: view.ownerKey ?? '' };
  sessionStorage.setItem(session(team.slug), JSON.stringify(team));
  return team;
}

/** Opens a team with its key, for this tab. */
export async function enter(slug: string, key: string): Promise<Team> {
  const team: Team = { slug, name: slug, role: 'owner', key };
  await exchange(team).catch(async () => {
    team.role = 'member';
    await exchange(team);
  });
  team.name = (await request<View>('GET', `/api/teams/${slug}`, { token: await tokenOf(team) })).name;
  sessionStorage.setItem(session(slug), JSON.stringify(team));
  return team;
}

export const remember = (team: Team) => put('teams', team.slug, team);
export const remembered = () => all<Team>('teams');
export const isRemembered = async (slug: string) => (await get('teams', slug)) !== undefined;

export async function teamOf(slug: string): Promise<Team | undefined> {
  const kept = await get<Team>('teams', slug);
  if (kept) return kept;
  const here = sessionStorage.getItem(session(slug));
  return here ? (JSON.parse(here) as Team) : undefined;
}

/** All teams that this tab can open. */
export async function teams(): Promise<Team[]> {
  const found = new Map((await remembered()).map((team) => [team.slug, team]));
  for (let i = 0; i < sessionStorage.length; i++) {
    const key = sessionStorage.key(i)!;
    if (key.startsWith('team:')) {
      const team = JSON.parse(sessionStorage.getItem(key)!) as Team;
      found.set(team.slug, found.get(team.slug) ?? team);
    }
  }
  return [...found.values()];
}

/** A token of the team; a new one when the last one is about to expire. */
export async function tokenOf(team: Team): Promise<string> {
  const known = tokens.get(team.slug);
  return known && known.until > Date.now() + 60_000 ? known.token : exchange(team);
}

async function exchange(team: Team): Promise<string> {
  const body = team.role === 'owner' ? { ownerKey: team.key } : { memberKey: team.key };
  const issued = await request<{ token: string; expiresAt: string }>('POST', `/api/teams/${team.slug}/tokens`, { body });
  tokens.set(team.slug, { token: issued.token, until: Date.parse(issued.expiresAt) });
  return issued.token;
}

export const ask = async <T>(team: Team, method: string, path: string, body?: unknown, key?: string) =>
  request<T>(method, path, { token: await tokenOf(team), body, key });

/** Keeps the new name of a team. */
export async function rename(team: Team, name: string): Promise<void> {
  team.name = name;
  if (await isRemembered(team.slug)) await remember(team);
  if (sessionStorage.getItem(session(team.slug))) sessionStorage.setItem(session(team.slug), JSON.stringify(team));
}

/** Forgets a team that this browser can no longer open. */
export async function leaveTeam(slug: string): Promise<void> {
  tokens.delete(slug);
  sessionStorage.removeItem(session(slug));
  await remove('teams', slug);
}
