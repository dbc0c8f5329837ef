// Every setting with its default. Copy this file to config.ts and keep only the lines you change: what is left out
// keeps its default. A name that does not exist, or a value that cannot be, stops the start and says where.
import type { Config } from './server/config.ts'

export default {
  web: {
    // Address to listen on. null: 127.0.0.1 without a certificate, all addresses with one. PRESENCE_HOST wins.
    host: null,
    // Port of pages, Socket.IO, WebSocket and HTTP. 0: any free one. PRESENCE_PORT wins.
    port: 27970,
    // How people reach this server from outside, such as 'https://meet.example.org'. null: worked out from the above.
    url: null,
    // Files in PEM form: { cert: '/etc/.../fullchain.pem', key: '/etc/.../privkey.pem' }. null: no TLS here. Browsers
    // give camera and microphone only to https pages, and to 127.0.0.1. Read at the start: restart to renew.
    certificate: null,
    // Other web sites whose pages may connect, such as ['https://intranet.example.org'].
    origins: [],
    // Other web sites that may show a room in a frame, such as ['https://intranet.example.org']: see README.md.
    embedders: [],
    // Addresses of reverse proxies of yours: their X-Forwarded-For is believed when visitors are counted.
    proxies: [],
    // true: Socket.IO may also poll, for networks that break WebSockets. Costs more; needs one server behind one name.
    polling: false,
  },
  tcp: {
    // Port for programs that speak JSON lines; TLS when there is a certificate. null: closed. PRESENCE_TCP_PORT wins.
    port: 27960,
  },
  // Folder for the server's key, the socket of the `presence` command and, without a databaseUrl, the database of our
  // own. Others must not be able to read it. PRESENCE_DATA wins.
  data: './data',
  // Where named rooms are kept: PostgreSQL 15 to 18, as postgres://user:password@host/name. null: in one of our own in
  // the data folder. DATABASE_URL wins.
  databaseUrl: null,
  log: {
    // 'silent', 'error', 'warn', 'info' or 'debug', as JSON lines on stderr. null: warn in a terminal, info elsewhere.
    level: null,
  },
  rooms: {
    // Who may start rooms: 'anyone' or 'accounts' (people with a sign-in link or token; services by key).
    create: 'anyone',
    // Rooms open at the same time.
    most: 10_000,
    // People in one room; the room's owner may set a smaller number.
    userLimit: 500,
  },
  files: {
    // Megabytes that one file may have; 0: no files at all. A reverse proxy must let as much through (nginx:
    // client_max_body_size).
    megabytes: 25,
    // Megabytes that all files of one room may have. They lie in the data folder.
    roomMegabytes: 1000,
  },
  grace: {
    // Seconds for which a place is kept after a page was closed (a reload takes less) ...
    closedSeconds: 10,
    // ... and after a connection was lost without a word.
    lostSeconds: 60,
  },
  limits: {
    // Messages that one connection may send per second, lasting ...
    messagesPerSecond: 20,
    // ... and at once.
    messagesAtOnce: 60,
    // Seconds until a new connection must have said hello.
    helloSeconds: 10,
    // Connections from one address (IPv6: one /64). Whole offices may share an address.
    socketsPerAddress: 200,
    // Pages and programs that one person may have open.
    socketsPerPerson: 20,
    // Rooms that may be started per minute from one address.
    roomsPerMinute: 10,
    // People who may arrive per second from one address, lasting ...
    arrivalsPerSecond: 10,
    // ... and at once, as when a whole office comes back after a restart.
    arrivalsAtOnce: 300,
  },
  // How calls get through firewalls: see README.md. `relay.port` relays for who cannot connect otherwise, over UDP;
  // with a TURN server of your own in `urls` that one relays instead.
  relay: {
    // UDP port of the relay that comes along. null: none. Taken by another program: none, and the log says so.
    port: 27990,
    // UDP ports that it relays from, one or two for everybody whom somebody talks to: these and `port` must be open to
    // the outside.
    ports: { first: 28000, last: 28099 },
    // The IPv4 address by which it is reached from outside: behind a NAT, in a container, or where the name in web.url
    // leads elsewhere. null: that of this machine; 127.0.0.1 when pages are served there only.
    address: null,
    // STUN and TURN servers of yours, such as ['turn:turn.example.org:3478?transport=udp', 'stun:turn.example.org'].
    // PRESENCE_RELAY_URLS, with commas between, wins.
    urls: [],
    // What that TURN server (coturn) has as static-auth-secret. PRESENCE_RELAY_SECRET wins.
    secret: null,
  },
  signIn: {
    // Accounts by signed tokens (JWT) of another program: { algorithms: ['RS256'], issuer: '...', audience: '...',
    // key: 'public key in PEM form, or a shared secret for HS256' }. sub and exp are required, name is shown.
    token: null,
  },
  // Programs that may connect, for set-ups where the config is all there is: one line each as
  // `presence key hash NAME SCOPE...` prints it. Otherwise `presence key make` needs no line here.
  // Scopes: create (start rooms), invite (make public links), post (write), read (who is there, what is said).
  serviceKeys: [],
} satisfies Config
