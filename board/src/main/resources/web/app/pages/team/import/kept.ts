const KEPT = 20;

const name = (team: string) => `import/${team}`;

/** The imports of this device, the last one at the end. An earlier version kept one id. */
export function keptImports(team: string): string[] {
  const text = localStorage.getItem(name(team));
  if (!text) return [];
  return text.startsWith('[') ? (JSON.parse(text) as string[]) : [text];
}

function keep(team: string, ids: string[]): void {
  localStorage.setItem(name(team), JSON.stringify(ids.slice(-KEPT)));
}

export const keepImport = (team: string, id: string) => keep(team, [...keptImports(team), id]);
export const forgetImport = (team: string, id: string) => keep(team, keptImports(team).filter((one) => one !== id));
