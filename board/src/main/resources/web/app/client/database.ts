/**
 * What this browser keeps, in IndexedDB: the seats, the keys of teams that a person wants remembered, and words that the
 * server has not accepted yet. A browser that keeps nothing gets the same interface in memory.
 */
export type Store = 'seats' | 'teams' | 'outbox';

const STORES: Store[] = ['seats', 'teams', 'outbox'];
const memory = new Map<string, Map<IDBValidKey, unknown>>(STORES.map((s) => [s, new Map()]));
let opened: Promise<IDBDatabase | null> | undefined;

/** Whether entries outlive this page. */
export let keeps = true;

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((done) => {
    const fail = () => {
      keeps = false;
      done(null);
    };
    try {
      const asked = indexedDB.open('microstorm', 1);
      asked.onupgradeneeded = () => STORES.forEach((store) => asked.result.createObjectStore(store));
      asked.onsuccess = () => done(asked.result);
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

export async function put(store: Store, key: string, value: unknown): Promise<void> {
  memory.get(store)!.set(key, value);
  try {
    await run(store, 'readwrite', (s) => s.put(value, key));
  } catch {
    keeps = false;
  }
}

export async function get<T>(store: Store, key: string): Promise<T | undefined> {
  try {
    return (await run(store, 'readonly', (s) => s.get(key))) as T | undefined;
  } catch {
    return memory.get(store)!.get(key) as T | undefined;
  }
}

export async function all<T>(store: Store): Promise<T[]> {
  try {
    return ((await run(store, 'readonly', (s) => s.getAll())) ?? []) as T[];
  } catch {
    return [...memory.get(store)!.values()] as T[];
  }
}

export async function remove(store: Store, key: string): Promise<void> {
  memory.get(store)!.delete(key);
  await run(store, 'readwrite', (s) => s.delete(key)).catch(() => {});
}

/** Deletes everything that this browser keeps. */
export async function forget(): Promise<void> {
  for (const store of STORES) {
    memory.get(store)!.clear();
    await run(store, 'readwrite', (s) => s.clear()).catch(() => {});
  }
  try {
    sessionStorage.clear();
    localStorage.clear();
  } catch {
    // a browser that keeps nothing
  }
}
