import { delegationsContract } from '@xiangyue/shared/features/delegations/delegations.contract';
import { RESIDENCE_NAMES, type Residence } from '@xiangyue/shared/features/households/household';
import { PHONE_CHARACTERS } from '@xiangyue/shared/kernel/personal-numbers.rules';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { FormCard } from '@/ui/form-card';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextField } from '@/ui/text-field';
import type { DelegationPage } from '../pages/delegation';

interface Props {
  readonly page: DelegationPage;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** What whoever acts can put right in the register for the villager. */
export function ContactForm({ page, onSaved, onClose }: Props) {
  const { delegation, phoneMasked } = page;
  const [residence, setResidence] = useState<Residence>(page.residence ?? 'home');
  const [phone, setPhone] = useState('');
  const save = useAction(async () => {
    const typed = phone.trim();
    await api(delegationsContract.updateContact, {
      delegationId: delegation.id,
      residence,
      ...(typed !== '' && { phone: typed }),
    });
    onSaved();
  });
  const isChanged = residence !== page.residence || phone.trim() !== '';
  return (
    <FormCard
      title={`替${delegation.memberName}更新登记`}
      of={save}
      beside={['phone']}
      act={`替${delegation.memberName}保存`}
      acting="正在保存…"
      onAct={isChanged ? save.run : undefined}
      leave="先不改"
      onLeave={onClose}
    >
      <Segmented labelled label="常住" options={optionsOf(RESIDENCE_NAMES)} value={residence} onChange={setResidence} />
      <TextField
        label={phoneMasked ? `换一个联系电话（现在是 ${phoneMasked}）` : '联系得上他的电话'}
        value={phone}
        onChange={setPhone}
        numeric
        maxCharacters={PHONE_CHARACTERS}
        mistake={save.problem?.mistakeAt('phone')}
      />
    </FormCard>
  );
}
