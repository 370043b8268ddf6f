/**
 * Every address of the web app, in one place: pages link to each other without importing each other. A folder's routes.tsx
 * declares the same paths as patterns.
 */
const call = (callId: string) => `/calls/${callId}`;
const application = (callId: string, applicationId: string) => `${call(callId)}/applications/${applicationId}`;
const review = (callId: string, reviewId: string) => `${call(callId)}/reviews/${reviewId}`;
const bundle = (callId: string, bundleId: string) => `${call(callId)}/bundles/${bundleId}`;
const session = (callId: string, sessionId: string) => `${call(callId)}/sessions/${sessionId}`;

export const paths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  password: '/password',
  accessibility: '/accessibility',
  about: '/about',
  accounts: '/accounts',

  calls: '/calls',
  newCall: '/calls/new',
  call,
  callSettings: (callId: string) => `${call(callId)}/settings`,
  members: (callId: string) => `${call(callId)}/members`,

  applications: (callId: string) => `${call(callId)}/applications`,
  applicationSearch: (callId: string, q: string) => `${call(callId)}/applications?q=${encodeURIComponent(q)}`,
  newApplication: (callId: string) => `${call(callId)}/applications/new`,
  importApplications: (callId: string) => `${call(callId)}/applications/import`,
  application,
  editApplication: (callId: string, applicationId: string) => `${application(callId, applicationId)}/edit`,
  dossier: (callId: string, applicationId: string) => `${application(callId, applicationId)}/dossier`,
  conflicts: (callId: string) => `${call(callId)}/conflicts`,

  formalChecks: (callId: string) => `${call(callId)}/formal-check`,
  formalCheck: (callId: string, applicationId: string) => `${call(callId)}/formal-check/${applicationId}`,

  myReviews: (callId: string) => `${call(callId)}/my-reviews`,
  review,
  reviewCheck: (callId: string, reviewId: string) => `${review(callId, reviewId)}/check`,
  reviewReceipt: (callId: string, reviewId: string) => `${review(callId, reviewId)}/receipt`,
  assignments: (callId: string) => `${call(callId)}/assignments`,
  results: (callId: string) => `${call(callId)}/results`,
  result: (callId: string, applicationId: string) => `${call(callId)}/results/${applicationId}`,
  calibration: (callId: string) => `${call(callId)}/calibration`,

  ranking: (callId: string) => `${call(callId)}/ranking`,
  bundles: (callId: string) => `${call(callId)}/bundles`,
  bundle,
  compareBundles: (callId: string) => `${call(callId)}/bundles/compare`,
  sessions: (callId: string) => `${call(callId)}/sessions`,
  session,
  room: (callId: string, sessionId: string) => `${session(callId, sessionId)}/room`,

  decision: (callId: string) => `${call(callId)}/decision`,
  overview: (callId: string) => `/overview/${callId}`,

  trail: (callId: string) => `${call(callId)}/audit`,
  recompute: (callId: string) => `${call(callId)}/recompute`,
} as const;
