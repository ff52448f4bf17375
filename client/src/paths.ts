/** Every address inside the app, in one place: pages name each other here and never by import. */
export const paths = {
  home: '/pages/home/index',
  rules: '/pages/rules/index',
  me: '/pages/me/index',
  /** 我已经转了钱: in the main package, for it must open with no signal. */
  transferred: '/pages/transferred/index',
  antifraud: '/features/antifraud/pages/library/index',
  fraudCase: (caseId: string) => `/features/antifraud/pages/case/index?caseId=${caseId}`,
  selfCheck: '/features/antifraud/pages/self-check/index',
  fraudCaseDesk: (regionId: string) => `/features/antifraud/pages/case-desk/index?regionId=${regionId}`,
  fraudCaseEdit: (regionId: string, caseId?: string) =>
    `/features/antifraud/pages/case-edit/index?regionId=${regionId}${caseId ? `&caseId=${caseId}` : ''}`,
  chooseVillage: '/features/regions/pages/choose-village/index',
  village: (villageId: string) => `/features/regions/pages/village/index?villageId=${villageId}`,
  document: (documentId: string) => `/features/rules/pages/document/index?documentId=${documentId}`,
  clause: (documentId: string, number: number) =>
    `/features/rules/pages/clause/index?documentId=${documentId}&number=${number}`,
  consultation: (documentId: string) => `/features/rules/pages/consultation/index?documentId=${documentId}`,
  versions: (documentId: string) => `/features/rules/pages/versions/index?documentId=${documentId}`,
  compare: (fromId: string, toId: string) => `/features/rules/pages/compare/index?fromId=${fromId}&toId=${toId}`,
  ruleWork: (regionId: string) => `/features/rules/pages/desk-list/index?regionId=${regionId}`,
  ruleDesk: (documentId: string) => `/features/rules/pages/desk/index?documentId=${documentId}`,
  ruleDraft: (documentId: string) => `/features/rules/pages/draft/index?documentId=${documentId}`,
  ruleComments: (documentId: string) => `/features/rules/pages/comments-desk/index?documentId=${documentId}`,
  search: '/features/rules/pages/search/index',
  delegations: '/features/delegations/pages/delegations/index',
  delegation: (delegationId: string) => `/features/delegations/pages/delegation/index?delegationId=${delegationId}`,
  /** Those of a place, for whoever works there. */
  delegationsIn: (regionId: string) => `/features/delegations/pages/place/index?regionId=${regionId}`,
  /** For somebody of one's own household; staff name the household and the villager. */
  beginDelegation: (of?: { householdId: string; memberId: string; memberName: string }) =>
    `/features/delegations/pages/begin/index${
      of ? `?householdId=${of.householdId}&memberId=${of.memberId}&memberName=${encodeURIComponent(of.memberName)}` : ''
    }`,
  signIn: '/features/identity/pages/sign-in/index',
  workbench: '/features/workbench/pages/workbench/index',
  offices: (regionId: string) => `/features/identity/pages/offices/index?regionId=${regionId}`,
  appoint: (regionId: string) => `/features/identity/pages/appoint/index?regionId=${regionId}`,
  grantHistory: (regionId: string) => `/features/identity/pages/grant-history/index?regionId=${regionId}`,
  myCode: '/features/identity/pages/my-code/index',
  messages: '/features/messages/pages/messages/index',
  deadJobs: (regionId: string) => `/features/operations/pages/dead-jobs/index?regionId=${regionId}`,
  outbox: '/features/outbox/pages/outbox/index',
  roster: (regionId: string) => `/features/roster/pages/roster/index?regionId=${regionId}`,
  household: '/features/households/pages/mine/index',
  bindByCard: (code?: string) => `/features/households/pages/bind/index${code ? `?code=${code}` : ''}`,
  askToBind: '/features/households/pages/ask/index',
  register: (regionId: string) => `/features/households/pages/register/index?regionId=${regionId}`,
  addHousehold: (regionId: string) => `/features/households/pages/add/index?regionId=${regionId}`,
  registered: (householdId: string) => `/features/households/pages/household/index?householdId=${householdId}`,
  registeredMember: (householdId: string, memberId: string) =>
    `/features/households/pages/member/index?householdId=${householdId}&memberId=${memberId}`,
  bindingRequests: (regionId: string) => `/features/households/pages/requests/index?regionId=${regionId}`,
  printCards: (regionId: string) => `/features/households/pages/cards/index?regionId=${regionId}`,
  devices: '/features/identity/pages/devices/index',
  desktopConfirm: (signInId: string, scanCode: string) =>
    `/features/identity/pages/desktop-confirm/index?signInId=${signInId}&scanCode=${encodeURIComponent(scanCode)}`,
  privacy: '/features/privacy/pages/overview/index',
  privacyNotice: '/features/privacy/pages/notice/index',
  consents: '/features/privacy/pages/consents/index',
  childConsents: (childId: string) => `/features/privacy/pages/child/index?childId=${childId}`,
  myData: '/features/privacy/pages/data/index',
  looks: '/features/privacy/pages/looks/index',
  erase: '/features/privacy/pages/erase/index',
} as const;
