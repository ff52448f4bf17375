import { rosterContract } from '@xiangyue/shared/features/roster/roster.contract';
import { implement } from '../../platform/http/implement';
import { RosterService } from './roster.service';

export const rosterApi = implement('roster', rosterContract, (use) => ({
  template: ({ input }) => use(RosterService).template(input.regionId),
  export: ({ actor, input, now }) => use(RosterService).export(actor, input.regionId, now),
  upload: ({ actor, input, key, now }) => use(RosterService).upload(actor, input, key, now),
  imports: ({ input, now }) => use(RosterService).list(input.regionId, now),
  find: ({ input, now }) => use(RosterService).find(input.regionId, input.importId, now),
  findings: ({ input, now }) => use(RosterService).findings(input, now),
  findingsFile: ({ input, now }) => use(RosterService).findingsFile(input.regionId, input.importId, now),
  apply: ({ actor, input, now }) => use(RosterService).apply(actor, input.regionId, input.importId, now),
  discard: ({ input, now }) => use(RosterService).discard(input.regionId, input.importId, now),
}));
