import { type Consent, sayConsents } from './say-consents';

const consent = (state: Consent['state'], kind: Consent['kind'] = 'consent') => ({ state, kind }) as Consent;

test.each([
  [[consent('given', 'notice'), consent('none'), consent('withdrawn')], '2 项，都没有同意'],
  [[consent('given', 'notice'), consent('given'), consent('none', 'separateConsent')], '2 项里同意了 1 项'],
  [[consent('given'), consent('outdated'), consent('outdated')], '3 项里同意了 1 项，2 项的说明改过了'],
])('%#', (consents, said) => expect(sayConsents(consents)).toBe(said));
