import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { implement } from '../../platform/http/implement';
import { ErasureService } from './erasure.service';
import { PrivacyService } from './privacy.service';
import { PurposeConsentsService } from './purpose-consents.service';

export const privacyApi = implement('privacy', privacyContract, (use) => ({
  notice: () => use(PrivacyService).notice(),
  consents: ({ actor, now }) => use(PurposeConsentsService).mine(actor, now),
  consent: ({ actor, input, now }) => use(PurposeConsentsService).sayOwn(actor, input, now),
  childConsents: ({ actor, input, now }) => use(PurposeConsentsService).ofChild(actor, input.childId, now),
  childConsent: ({ actor, input, now }) => use(PurposeConsentsService).sayForChild(actor, input, now),
  data: ({ actor, now }) => use(PrivacyService).data(actor, now),
  looks: ({ actor, input }) => use(PrivacyService).looks(actor, input.after),
  erasure: ({ actor }) => use(ErasureService).foretell(actor),
  erase: ({ actor, now }) => use(ErasureService).erase(actor, now),
}));
