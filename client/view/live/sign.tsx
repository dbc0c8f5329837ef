// The signs of a call.
import { Strokes } from '../icon.tsx'

const MIC =
  'M10 3a2.200 2.200 0 0 0-2.200 2.200v4.300a2.200 2.200 0 0 0 4.400 0V5.200A2.200 2.200 0 0 0 10 3ZM5.300 9.300a4.700 4.700 0 0 0 9.400 0M10 14v3'
const CAMERA =
  'M4.500 6h7a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1Zm8 3 4-2.300v6.600l-4-2.300'
const THROUGH = 'M3.500 3.500l13 13'

const paths = {
  mic: MIC,
  'mic off': `${MIC}${THROUGH}`,
  camera: CAMERA,
  'camera off': `${CAMERA}${THROUGH}`,
  screen:
    'M4 4.500h12a.500.500 0 0 1 .500.500v8a.500.500 0 0 1-.500.500H4a.500.500 0 0 1-.500-.500V5a.500.500 0 0 1 .500-.500ZM7.500 16.500h5M10 11V7m0 0L8 9m2-2 2 2',
  hand: 'M6.500 10V5.500a1 1 0 0 1 2 0V9m0-.500v-4a1 1 0 0 1 2 0V9m0-4a1 1 0 0 1 2 0v4.500m0-2.500a1 1 0 0 1 2 0v5a5 5 0 0 1-5 5c-2.200 0-3.300-.900-4.300-2.700l-1.900-3.400a1 1 0 0 1 1.700-1.100L6.500 11.500',
  react:
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.500 8.300v.4m5-.4v.4M6.800 11.700c1.500 2.200 4.900 2.200 6.400 0',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  larger: 'M11.500 4h4.500v4.500M8.500 16H4v-4.500M16 4l-5 5M4 16l5-5',
  smaller: 'M15.500 9H11V4.500M4.500 11H9v4.500M11 9l5-5M9 11l-5 5',
  'leave call':
    'M3 11.500c3.800-3.700 10.200-3.700 14 0l-1.500 2-2.800-1v-1.700a9 9 0 0 0-5.400 0v1.700l-2.800 1Z',
} as const

export type SignName = keyof typeof paths

export const Sign = ({ name }: { name: SignName }) => <Strokes path={paths[name]} />
