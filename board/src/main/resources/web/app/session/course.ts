/** The course that a plan makes: the parts with the breaks where they will fall. Minutes count from the beginning of the quiet time. */
export interface Part { name: 'quiet' | 'sharing' | 'converging' | 'agreeing' | 'break'; after: number; minutes: number }

const WORK = 25;
const WORK_MAX = 30;
const BREAK = 5;

/** Breaks of 5 minutes after 25 to 30 minutes of work: between two parts if one ends in that time, else within a part. */
export function course(minutes: Record<'quiet' | 'sharing' | 'converging' | 'agreeing', number>, breaks: boolean): Part[] {
  const parts: Part[] = [];
  let at = 0;
  let work = 0;
  const add = (name: Part['name'], length: number) => {
    parts.push({ name, after: at, minutes: length });
    at += length;
    work = name === 'break' ? 0 : work + length;
  };
  const names = (['quiet', 'sharing', 'converging', 'agreeing'] as const).filter((name) => minutes[name] > 0);
  names.forEach((name, i) => {
    let rest = minutes[name];
    while (breaks && work + rest > WORK_MAX) {
      const before = Math.max(WORK - work, 0);
      if (before) add(name, before);
      rest -= before;
      add('break', BREAK);
    }
    add(name, rest);
    if (breaks && work >= WORK && i < names.length - 1) add('break', BREAK);
  });
  return parts;
}
