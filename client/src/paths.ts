/** Every address inside the app, in one place: pages name each other here and never by import. */
export const paths = {
  home: '/pages/home/index',
  rules: '/pages/rules/index',
  me: '/pages/me/index',
  chooseVillage: '/features/regions/pages/choose-village/index',
  village: (villageId: string) => `/features/regions/pages/village/index?villageId=${villageId}`,
  document: (documentId: string) => `/features/rules/pages/document/index?documentId=${documentId}`,
  clause: (documentId: string, number: number) =>
    `/features/rules/pages/clause/index?documentId=${documentId}&number=${number}`,
  search: '/features/rules/pages/search/index',
  signIn: '/features/identity/pages/sign-in/index',
  workbench: '/features/workbench/pages/workbench/index',
  offices: (regionId: string) => `/features/identity/pages/offices/index?regionId=${regionId}`,
  appoint: (regionId: string) => `/features/identity/pages/appoint/index?regionId=${regionId}`,
  grantHistory: (regionId: string) => `/features/identity/pages/grant-history/index?regionId=${regionId}`,
  myCode: '/features/identity/pages/my-code/index',
  messages: '/features/messages/pages/messages/index',
  deadJobs: (regionId: string) => `/features/operations/pages/dead-jobs/index?regionId=${regionId}`,
  outbox: '/features/outbox/pages/outbox/index',
  devices: '/features/identity/pages/devices/index',
  desktopConfirm: (signInId: string, scanCode: string) =>
    `/features/identity/pages/desktop-confirm/index?signInId=${signInId}&scanCode=${encodeURIComponent(scanCode)}`,
} as const;
