import { FieldError, refusalText } from '../texts/index.js';

/** A refused request: the problem of RFC 9457 with a sentence in the reader's language, or status 0 if no answer came. */
export class ApiError extends Error {
  constructor(readonly status: number, readonly type: string, readonly detail: string, readonly retryAfter = 0, readonly errors: FieldError[] = []) {
    super(detail);
  }

  /** Whether the same request may succeed later: no answer, a busy service, or one that is behind. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500 || this.status === 408 || this.retryAfter > 0;
  }
}

export interface Options {
  token?: string;
  body?: unknown;
  /** A text in place of JSON. */
  markdown?: string;
  key?: string;
  signal?: AbortSignal;
  accept?: string;
}

const TIMEOUT_MS = 20_000;

/**
 * Sends a request to the API of this origin.
 *
 * @returns the JSON of the answer, or undefined for an empty one
 * @throws ApiError for every other outcome
 */
export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const answer = await send(method, path, options);
  if (!answer.ok) throw await refusal(answer);
  const text = await answer.text();
  return (options.accept ? text : text ? JSON.parse(text) : undefined) as T;
}

/** The answer as it comes, for streams. */
export async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  const headers: Record<string, string> = {};
  if (options.token) headers.Authorization = `Bearer ${options.token}`;
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.markdown !== undefined) headers['Content-Type'] = 'text/markdown';
  if (options.key) headers['Idempotency-Key'] = options.key;
  if (options.accept) headers.Accept = options.accept;
  try {
    return await fetch(path, {
      method,
      headers,
      body: options.markdown ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      signal: options.signal ?? AbortSignal.timeout(TIMEOUT_MS),
      cache: 'no-cache',
    });
  } catch {
    throw new ApiError(0, 'no-answer', '');
  }
}

export async function refusal(answer: Response): Promise<ApiError> {
  const problem = await answer.json().catch(() => ({}));
  const type = String(problem.type ?? '').split('#').pop() ?? '';
  const retryAfter = Number(answer.headers.get('Retry-After')) || 0;
  const sentence = refusalText({ type, detail: problem.detail ?? problem.title ?? '', retryAfter, errors: problem.errors });
  return new ApiError(answer.status, type, sentence, retryAfter, problem.errors ?? []);
}
