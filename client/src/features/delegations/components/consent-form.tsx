import {
  CONSENT_WORDS_MAX_CHARACTERS,
  delegationsContract,
  PAPER_PHOTOS_MAX,
  PAPER_PURPOSE,
} from '@xiangyue/shared/features/delegations/delegations.contract';
import { CONSENT_WAYS, type ConsentWay } from '@xiangyue/shared/features/delegations/delegations.rules';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr, openInstead } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { usePhotos } from '@/platform/use-photos';
import { DateField } from '@/ui/date-field';
import { FormCard } from '@/ui/form-card';
import { PhotoPicker } from '@/ui/photo-picker';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextArea } from '@/ui/text-area';

interface Props {
  /** Missing: the villager is of one's own household. */
  readonly householdId?: string;
  readonly memberId: string;
  readonly memberName: string;
}

/** How the villager agreed; without that nothing begins. */
export function ConsentForm({ householdId, memberId, memberName }: Props) {
  const photos = usePhotos(PAPER_PURPOSE, PAPER_PHOTOS_MAX);
  const [way, setWay] = useState<ConsentWay>();
  const [on, setOn] = useState(localDateOf(Date.now()));
  const [words, setWords] = useState('');
  const begin = useAction(async (chosen: ConsentWay) => {
    const consent = { way: chosen, words, on, photoIds: chosen === 'paper' ? photos.ids : [] };
    const { id } =
      householdId === undefined
        ? await api(delegationsContract.startForFamily, { memberId, ...consent })
        : await api(delegationsContract.startForOffice, { householdId, memberId, ...consent });
    openInstead(paths.delegation(id));
  });
  const isReady = words.trim() !== '' && (way !== 'paper' || (photos.ids.length > 0 && photos.isReady));
  return (
    <FormCard
      title={`${memberName}怎么同意的`}
      of={begin}
      beside={['on', 'words']}
      act="记下并开始"
      acting="正在记下…"
      onAct={way !== undefined && isReady ? () => begin.run(way) : undefined}
      leave="先不办"
      onLeave={() => backOr(paths.delegations)}
    >
      <Segmented labelled label="怎么同意的" options={optionsOf(CONSENT_WAYS)} value={way} onChange={setWay} />
      {way === 'paper' && <PhotoPicker label="拍下签了字的纸" photos={photos} />}
      <TextArea
        label="他怎么说的，同意替他办哪些事"
        value={words}
        onChange={setWords}
        maxCharacters={CONSENT_WORDS_MAX_CHARACTERS}
        mistake={begin.problem?.mistakeAt('words')}
      />
      <DateField label="哪天同意的" value={on} onChange={setOn} mistake={begin.problem?.mistakeAt('on')} />
    </FormCard>
  );
}
