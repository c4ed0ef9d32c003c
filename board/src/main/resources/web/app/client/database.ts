/**
 * What this browser keeps, in IndexedDB: the seats, the keys of teams that a person wants remembered, and words that the
 * server has not accepted yet. What the browser does not keep, because it is full or private, is in memory for this page.
 */
export type Store = 'seats' | 'teams' | 'outbox';

const STORES: Store[] = ['seats', 'teams', 'outbox'];
const memory = new Map<string, Map<IDBValidKey, unknown>>(STORES.map((s) => [s, new Map()]));
/** The entries of this page that the database did not take. */
const unkept = new Map<string, Set<IDBValidKey>>(STORES.map((s) => [s, new Set()]));
let opened: Promise<IDBDatabase | null> | undefined;

/** Whether entries outlive this page. */
export let keeps = true;

/** Call when this browser did not keep something. */
export function keepsNot(): void {
  keeps = false;
}

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((done) => {
    const fail = () => {
      keeps = false;
      done(null);
    };
    try {
      const asked = indexedDB.open('microstorm', 1);
      asked.onupgradeneeded = () => STORES.forEach((store) => asked.result.createObjectStore(store));
      asked.onsuccess = () => {
        // a browser may close a connection; the next request opens another one
        asked.result.onclose = () => (opened = undefined);
        done(asked.result);
      };
      asked.onerror = fail;
    } catch {
      fail();
    }
  });
  return opened;
}

async function run<T>(store: Store, mode: IDBTransactionMode, act: (s: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  const db = await open();
  if (!db) throw new Error('memory');
  return new Promise((done, failed) => {
    const transaction = db.transaction(store, mode);
    const asked = act(transaction.objectStore(store));
    transaction.oncomplete = () => done(asked.result);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

/** Keeps an entry; this page has it in any case. Returns whether the browser has taken it, too. */
export async function put(store: Store, key: string, value: unknown): Promise<boolean> {
  memory.get(store)!.set(key, value);
  try {
    await run(store, 'readwrite', (s) => s.put(value, key));
    unkept.get(store)!.delete(key);
    return true;
  } catch {
    unkept.get(store)!.add(key);
    keepsNot();
    return false;
  }
}

export async function get<T>(store: Store, key: string): Promise<T | undefined> {
  const here = memory.get(store)!.get(key) as T | undefined;
  if (unkept.get(store)!.has(key)) return here;
  try {
    return (await run(store, 'readonly', (s) => s.get(key))) as T | undefined;
  } catch {
    return here;
  }
}

/** What the browser keeps, of all tabs, and what only this page has. */
export async function all<T>(store: Store): Promise<T[]> {
  const here = memory.get(store)!;
  const found = new Map<IDBValidKey, unknown>();
  try {
    await run(store, 'readonly', (s) => each(s, found));
    for (const key of unkept.get(store)!) found.set(key, here.get(key));
    return [...found.values()] as T[];
  } catch {
    return [...here.values()] as T[];
  }
}

/** Reads all entries with their keys. */
function each(store: IDBObjectStore, into: Map<IDBValidKey, unknown>): IDBRequest<IDBCursorWithValue | null> {
  const asked = store.openCursor();
  asked.onsuccess = () => {
    const at = asked.result;
    if (!at) return;
    into.set(at.key, at.value);
    at.continue();
  };
  return asked;
}

export async function remove(store: Store, key: string): Promise<void> {
  memory.get(store)!.delete(key);
  unkept.get(store)!.delete(key);
  await run(store, 'readwrite', (s) => s.delete(key)).catch(() => {});
}

/** Deletes everything that this browser keeps. */
export async function forget(): Promise<void> {
  for (const store of STORES) {
    memory.get(store)!.clear();
    unkept.get(store)!.clear();
    await run(store, 'readwrite', (s) => s.clear()).catch(() => {});
  }
  try {
    sessionStorage.clear();
    localStorage.clear();
  } catch {
    // a browser that keeps nothing
  }
}
