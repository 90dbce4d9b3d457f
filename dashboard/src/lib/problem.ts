/** What the server says when it says no (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | null,
    readonly code: string | null,
    readonly field: string | null,
    readonly correlationId: string | null,
    readonly retryAfter: number | null,
  ) {
    super(detail ?? title)
    this.name = 'Problem'
  }

  static of(error: unknown, response?: Response): Problem {
    const status = response?.status ?? 0
    const body = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {}
    const text = (key: string) => (typeof body[key] === 'string' && body[key] !== '' ? body[key] : null)
    return new Problem(
      status,
      text('title') ?? fallback(status),
      text('detail'),
      text('code'),
      text('field'),
      text('correlation_id') ?? text('correlationId') ?? response?.headers.get('x-request-id') ?? null,
      Number(response?.headers.get('retry-after')) || null,
    )
  }
}

function fallback(status: number): string {
  if (status === 0) return 'The server cannot be reached'
  if (status === 401) return 'Not signed in'
  if (status === 403) return 'Your role does not allow this'
  if (status === 404) return 'Not found'
  if (status === 429) return 'Too many requests'
  return status >= 500 ? 'A service does not answer' : `Request refused (${status})`
}

/** The cause in words, for any thrown thing. */
export function cause(error: unknown): string {
  if (error instanceof Problem) return error.detail ?? error.title
  return error instanceof Error ? error.message : String(error)
}
