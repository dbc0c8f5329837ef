// The security headers of every answer on the web port, and which pages other sites may show in a frame.

/** The same room without anything around the talk, made for frames. */
export const FRAMED = ['/embed/r/:room', '/embed/i/:invite']

/** Nobody may show a page in a frame, but these sites. */
export const policyFor = (embedders: readonly string[] = []) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${embedders.length > 0 ? embedders.join(' ') : "'none'"}`,
  ].join('; ')

export const securityHeaders = (secure: boolean) =>
  new Map([
    ['Content-Security-Policy', policyFor()],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(self), microphone=(self), display-capture=(self), geolocation=()'],
    ...(secure ? ([['Strict-Transport-Security', 'max-age=31536000']] as const) : []),
  ])
