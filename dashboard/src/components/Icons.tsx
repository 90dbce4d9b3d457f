import type { ReactNode, SVGProps } from 'react'

/** Our own line icons, drawn on a 24 grid. */
function icon(paths: ReactNode) {
  return function Icon({ size = 20, ...rest }: SVGProps<SVGSVGElement> & { size?: number }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.7}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        {...rest}
      >
        {paths}
      </svg>
    )
  }
}

export const LiveIcon = icon(
  <>
    <rect x="3.500" y="3.500" width="7" height="9" rx="1.500" />
    <rect x="13.500" y="3.500" width="7" height="5" rx="1.500" />
    <rect x="3.500" y="15.500" width="7" height="5" rx="1.500" />
    <rect x="13.500" y="11.500" width="7" height="9" rx="1.500" />
  </>,
)
export const TradesIcon = icon(
  <>
    <path d="M4 12a8 8 0 1 0 2.600-5.900" />
    <path d="M3.500 4.500v4h4" />
    <path d="M12 8v4.500l3 1.800" />
  </>,
)
export const BacktestIcon = icon(
  <>
    <path d="M9 3.500h6M10 3.500v6L4.800 18.300A1.600 1.600 0 0 0 6.200 20.500h11.600a1.600 1.600 0 0 0 1.400-2.200L14 9.500v-6" />
    <path d="M7.500 14.500h9" />
  </>,
)
export const SearchIcon = icon(
  <>
    <circle cx="10.500" cy="10.500" r="6.500" />
    <path d="M15.500 15.500L20.500 20.500" />
  </>,
)
export const HandIcon = icon(
  <path d="M8 12.500V6a1.500 1.500 0 0 1 3 0v5.500V4.500a1.500 1.500 0 0 1 3 0v7V6a1.500 1.500 0 0 1 3 0v8.500a6 6 0 0 1-6 6h-.800a6 6 0 0 1-4.600-2.200L3.300 15a1.600 1.600 0 0 1 2.300-2.200L8 15" />,
)
export const DownloadIcon = icon(
  <>
    <path d="M12 4v11M7.500 11l4.500 4.500 4.500-4.500" />
    <path d="M4.500 19.500h15" />
  </>,
)
export const AlertIcon = icon(
  <>
    <path d="M12 4.500L2.800 20h18.400z" />
    <path d="M12 10.500v4M12 17.200v.1" />
  </>,
)
export const SunIcon = icon(
  <>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600L7 7M17 17l1.400 1.400M18.400 5.600L17 7M7 17l-1.400 1.400" />
  </>,
)
export const KeyboardIcon = icon(
  <>
    <rect x="2.500" y="6" width="19" height="12" rx="2" />
    <path d="M6.500 10h.1M10.200 10h.1M13.800 10h.1M17.500 10h.1M8 14h8" />
  </>,
)
export const ContrastIcon = icon(
  <>
    <path d="M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12z" />
    <circle cx="12" cy="12" r="2.800" />
  </>,
)

export function Logo() {
  return (
    <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true">
      <defs>
        <linearGradient id="logo" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#6fb1ff" />
          <stop offset="1" stopColor="#3a6fe0" />
        </linearGradient>
      </defs>
      <rect width="32" height="32" rx="9" fill="url(#logo)" />
      <path
        d="M7 19c3-7 6-9 8.500-5.500S20 21 25 12.500"
        fill="none"
        stroke="#fff"
        strokeWidth="2.600"
        strokeLinecap="round"
      />
    </svg>
  )
}
