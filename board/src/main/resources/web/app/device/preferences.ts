/** What a person has set on this device: kept in the browser, or for this page only where it keeps nothing. */
const PRESET = { letterKeys: true, speakTimes: true, speakArrivals: true, tone: false };
export type Preference = keyof typeof PRESET;
export const PREFERENCES = Object.keys(PRESET) as Preference[];

const changed: Partial<Record<Preference, boolean>> = kept();

function kept(): Partial<Record<Preference, boolean>> {
  try {
    const read = JSON.parse(localStorage.getItem('preferences') ?? '{}');
    return Object.fromEntries(PREFERENCES.filter((name) => typeof read?.[name] === 'boolean').map((name) => [name, read[name]]));
  } catch {
    return {};
  }
}

export const prefers = (name: Preference) => changed[name] ?? PRESET[name];

export function prefer(name: Preference, on: boolean): void {
  changed[name] = on;
  try {
    localStorage.setItem('preferences', JSON.stringify(changed));
  } catch {
    // for this page only
  }
}
