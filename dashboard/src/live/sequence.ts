/** Remembers the last number seen per topic and says what a frame is worth. */
export type Decision = 'apply' | 'gap' | 'stale'

export class SequenceBook {
  private readonly seen = new Map<string, number>()

  /** A snapshot always counts: it is the new beginning. */
  snapshot(topic: string, seq: number): void {
    this.seen.set(topic, seq)
  }

  delta(topic: string, seq: number, prevSeq: number): Decision {
    const last = this.seen.get(topic)
    if (last === undefined) return 'gap'
    if (seq <= last) return 'stale'
    if (prevSeq !== last) return 'gap'
    this.seen.set(topic, seq)
    return 'apply'
  }

  last(topic: string): number | undefined {
    return this.seen.get(topic)
  }

  forget(topic: string): void {
    this.seen.delete(topic)
  }

  /** What to ask the server to continue from. */
  resume(topics: Iterable<string>): Record<string, number> {
    const from: Record<string, number> = {}
    for (const topic of topics) {
      const seq = this.seen.get(topic)
      if (seq !== undefined) from[topic] = seq
    }
    return from
  }
}
