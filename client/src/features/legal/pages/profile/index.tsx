import {
  adviserContract,
  INTRO_MAX_CHARACTERS,
  LICENCE_MAX_CHARACTERS,
  OFFICE_MAX_CHARACTERS,
} from '@xiangyue/shared/features/legal/adviser.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr, open } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { usePhotos } from '@/platform/use-photos';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { PhotoPicker } from '@/ui/photo-picker';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';

/** 我的介绍: what villagers read of their adviser. */
export default function Profile() {
  const mine = useApi(adviserContract.mine, {}, { keep: false, onlyFresh: true });
  return (
    <Page title="我的介绍">
      <PageHead title="我的介绍" note="村民在约您以前，先看到这些。" />
      <SignedIn why="登录以后，才知道是哪位法律顾问。">
        <Result of={mine}>
          {(adviser) => (
            <>
              <Form adviser={adviser} />
              <Card flush title="服务的村">
                {adviser.villages.map(({ id, name, figures }) => (
                  <Row
                    key={id}
                    title={name}
                    note={`今年 ${figures.entries} 条服务记录`}
                    onPress={() => open(paths.serviceLog(id))}
                  />
                ))}
              </Card>
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}

const YEAR_CHARACTERS = 4;
const LANGUAGES_CHARACTERS = 60;

function Form({ adviser }: { readonly adviser: OutputOf<typeof adviserContract.mine> }) {
  const [office, setOffice] = useState(adviser.office);
  const [licence, setLicence] = useState(adviser.licence);
  const [since, setSince] = useState(adviser.sinceYear === null ? '' : String(adviser.sinceYear));
  const [languages, setLanguages] = useState(adviser.languages.join('、'));
  const [intro, setIntro] = useState(adviser.intro);
  const photos = usePhotos('legal.adviser', 1);
  const save = useAction(async () => {
    const kept = adviser.photo ? [adviser.photo.id] : [];
    await api(adviserContract.save, {
      office,
      licence,
      sinceYear: since === '' ? null : Number(since),
      languages: languages.split(/[、，,\s]+/).filter((language) => language !== ''),
      intro,
      photoIds: photos.ids.length > 0 ? photos.ids : kept,
    });
    backOr(paths.receptionDesk);
  });
  const mistakeAt = (field: string) => save.problem?.mistakeAt(field);
  return (
    <FormCard
      title={adviser.name}
      of={save}
      beside={['office', 'licence', 'sinceYear', 'languages', 'intro']}
      act="保存介绍"
      acting="正在保存…"
      onAct={photos.isReady && office.trim() !== '' ? () => save.run() : undefined}
      leave="不改了"
      onLeave={() => backOr(paths.receptionDesk)}
    >
      <TextField
        label="律师事务所"
        value={office}
        onChange={setOffice}
        maxCharacters={OFFICE_MAX_CHARACTERS}
        mistake={mistakeAt('office')}
      />
      <TextField
        label="执业证号"
        value={licence}
        onChange={setLicence}
        maxCharacters={LICENCE_MAX_CHARACTERS}
        mistake={mistakeAt('licence')}
      />
      <TextField
        label="哪年开始执业"
        value={since}
        onChange={setSince}
        maxCharacters={YEAR_CHARACTERS}
        numeric
        mistake={mistakeAt('sinceYear')}
      />
      <TextField
        label="会说的话（用顿号隔开）"
        value={languages}
        onChange={setLanguages}
        maxCharacters={LANGUAGES_CHARACTERS}
        example="普通话、酉阳话"
        mistake={mistakeAt('languages')}
      />
      <TextArea
        id="adviser-intro"
        label="介绍"
        value={intro}
        onChange={setIntro}
        maxCharacters={INTRO_MAX_CHARACTERS}
        mistake={mistakeAt('intro')}
      />
      <PhotoPicker label={adviser.photo ? '换一张照片' : '照片（不传也可以）'} photos={photos} />
    </FormCard>
  );
}
