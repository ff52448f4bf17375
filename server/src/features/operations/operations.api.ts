import { operationsContract } from '@xiangyue/shared/features/operations/operations.contract';
import { implement } from '../../platform/http/implement';
import { OperationsService } from './operations.service';

export const operationsApi = implement('operations', operationsContract, (use) => ({
  deadJobs: ({ input }) => use(OperationsService).deadJobs(input.before),
  retryDeadJob: ({ input, now }) => use(OperationsService).retryDeadJob(input.jobId, now),
}));
