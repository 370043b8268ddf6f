import type { Content } from './saved-content.js';

/** What was written and is not confirmed by the server yet; lives in this browser until it is. */
export interface PendingDraft {
  /** Criterion, or CONCLUSION. */
  readonly part: string;
  readonly content: Content;
  /** Version of the server's content that it was written on, and number of the review's version. */
  readonly baseVersion: number;
  readonly reviewVersion: number;
  readonly writtenAt: string;
}

/** Drafts of one person on one application. */
export interface DraftStorage {
  load(): Promise<readonly PendingDraft[]>;
  /** Rejects where the browser keeps nothing (private window, no space). */
  keep(draft: PendingDraft): Promise<void>;
  forget(part: string): Promise<void>;
}

const DATABASE = 'kuer-drafts';
const STORE = 'drafts';

type Row = PendingDraft & { readonly owner: string };

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: ['owner', 'part'] }).createIndex('owner', 'owner');
    };
    request.onsuccess = () => {
      // Another tab with a newer version of the app must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
        opened = null;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(STORE));
    // The transaction's end, not the request's: only then is it on the disk.
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** In IndexedDB, per person and application: somebody else at this computer neither sees nor sends them. */
export function browserDrafts(accountId: string, applicationId: string): DraftStorage {
  const owner = `${accountId}/${applicationId}`;
  return {
    async load() {
      const rows = await inStore<Row[]>('readonly', (store) => store.index('owner').getAll(owner));
      return rows.map(({ owner: _owner, ...draft }) => draft);
    },
    async keep(draft) {
      await inStore('readwrite', (store) => store.put({ ...draft, owner } satisfies Row));
    },
    async forget(part) {
      await inStore('readwrite', (store) => store.delete([owner, part]));
    },
  };
}
