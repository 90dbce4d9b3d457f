import { Panel } from '@/components/Panel'
import type { WalkForwardResult } from '@/lib/api'
import { fixed, UNKNOWN } from '@/lib/format'
import { heights, mostChosen } from '../api/stability'
import css from '../Backtest.module.css'

/** Whether training chose the same again and again: a choice that jumps about has learned noise. */
export function Stability({ result }: { result: WalkForwardResult }) {
  const parameters = Object.entries(result.parameter_stability)
  return (
    <Panel
      title="Parameter stability"
      aside="what training chose, window by window"
      flush
      empty={
        parameters.length === 0
          ? 'Nothing was chosen. Give a grid of values to try, and each window learns which of them to use.'
          : null
      }
    >
      <div className={css.tradeScroll} tabIndex={0} role="region" aria-label="Parameter stability">
        <table className="grid">
          <thead>
            <tr>
              <th>Parameter</th>
              <th>Mostly</th>
              <th className="num">Different</th>
              <th className="num">Mean</th>
              <th className="num">Deviation</th>
              <th>First to last window</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map(([name, { values, distinct, mean, deviation }]) => {
              const mostly = mostChosen(values)
              return (
                <tr key={name}>
                  <td className="mono">{name}</td>
                  <td>{mostly ? `${mostly.value} in ${mostly.times} of ${values.length}` : UNKNOWN}</td>
                  <td className="num">{distinct}</td>
                  <td className="num">{fixed(mean)}</td>
                  <td className="num">{fixed(deviation)}</td>
                  <td>
                    <Steps values={values} name={name} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

const WIDTH = 240
const HEIGHT = 20

function Steps({ values, name }: { values: readonly string[]; name: string }) {
  const step = WIDTH / values.length
  const path = heights(values)
    .map((height, i) => {
      const y = 2 + (1 - height) * (HEIGHT - 4)
      return `${i === 0 ? 'M' : 'L'}${(i * step).toFixed(1)} ${y.toFixed(1)}H${((i + 1) * step).toFixed(1)}`
    })
    .join('')
  return (
    <svg
      className={css.steps}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${name} over the windows; the table of windows has each value`}
    >
      <path d={path} />
    </svg>
  )
}
