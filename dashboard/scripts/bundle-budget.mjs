// Fails when what the first visit loads is over budget. Run after `npm run build`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const LIMITS = { js: 260, css: 45 }
const dist = process.argv[2] ?? 'dist'
const html = readFileSync(join(dist, 'index.html'), 'utf8')
let over = false
for (const [kind, limit] of Object.entries(LIMITS)) {
    const files = [...html.matchAll(new RegExp(`(?:src|href)="(/assets/[^"]+\\.${kind})"`, 'g'))].map(
        (match) => match[1],
    )
    const bytes = files.reduce(
        (sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
        0,
    )
    const kib = bytes / 1000
    over ||= kib > limit || files.length === 0
    process.stdout.write(`initial ${kind}: ${kib.toFixed(1)} kB gz of ${limit} (${files.length} files)\n`)
}
process.exit(over ? 1 : 0)
