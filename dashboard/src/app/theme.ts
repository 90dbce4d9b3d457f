import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** Ten steps of navy: Mantine's own dark greys clash with the panels. */
const navy: MantineColorsTuple = [
  '#e6eaf2',
  '#c6cdda',
  '#a7b0c0',
  '#8b96a9',
  '#2b3547',
  '#222a38',
  '#171e2a',
  '#11161f',
  '#0d1119',
  '#0b0e14',
]

const sky: MantineColorsTuple = [
  '#eaf2ff',
  '#d3e4ff',
  '#a8c9ff',
  '#8db9ff',
  '#6fa9ff',
  '#5b9dff',
  '#3d84f5',
  '#1d5fd1',
  '#174fae',
  '#123f8c',
]

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '11px', sm: '12.5px', md: '13px', lg: '15px', xl: '19px' },
  defaultRadius: 8,
  primaryColor: 'sky',
  primaryShade: { light: 7, dark: 7 },
  colors: { dark: navy, sky },
  headings: { fontWeight: '600' },
  components: {
    Modal: {
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.6, color: '#05070b' },
        transitionProps: { duration: 0 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Drawer: {
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.5, color: '#05070b' },
        transitionProps: { duration: 0 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } },
  },
})
