import {
  CASE_LINE_MAX_CHARACTERS,
  CASE_LINES_MAX,
  CASE_SOURCE_MAX_CHARACTERS,
  CASE_TITLE_MAX_CHARACTERS,
  fraudCasesContract,
  SAY_NO_MAX_CHARACTERS,
} from '@xiangyue/shared/features/antifraud/cases.contract';
import {
  FRAUD_TYPE_NAMES,
  FRAUD_TYPES,
  FRAUD_TYPES_SOURCE,
  TARGET_NAMES,
} from '@xiangyue/shared/features/antifraud/fraud-types.rules';
import { findPersonal, PERSONAL_NAMES } from '@xiangyue/shared/features/antifraud/personal-words.rules';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Choices } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Note } from '@/ui/note';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';
import type { useCaseForm } from '../use-case-form';

/** Nine digits are more than any loss that is told. */
const AMOUNT_MAX_CHARACTERS = 9;
const DATE_MISTAKES = 'expiresOn';

interface Props {
  readonly regionId: string;
  readonly of: ReturnType<typeof useCaseForm>;
}

/** Writing a case; what names a person is told while it is typed. */
export function CaseForm({ regionId, of: { form, isKept, change, save, submit, problem } }: Props) {
  const staff = useApi(fraudCasesContract.staff, { regionId });
  const typed = [form.title, form.steps, form.sayNo, form.doNow, form.source].flatMap(findPersonal);
  const longest = CASE_LINE_MAX_CHARACTERS * CASE_LINES_MAX;
  return (
    <Card>
      <Segmented
        labelled
        label="哪一类"
        options={optionsOf(FRAUD_TYPE_NAMES)}
        value={form.type}
        onChange={(type) => change({ type })}
      />
      <Prose>
        {FRAUD_TYPES[form.type].runs}（{FRAUD_TYPES_SOURCE.publisher} {sayDate(FRAUD_TYPES_SOURCE.publishedOn)}
        公布的类型）
      </Prose>
      <TextField
        label="标题"
        value={form.title}
        onChange={(title) => change({ title })}
        maxCharacters={CASE_TITLE_MAX_CHARACTERS}
        example="比如：“社保卡要停了”的电话"
        mistake={problem?.mistakeAt('title')}
      />
      <TextArea
        id="case-steps"
        label="他怎么骗（一步一行）"
        value={form.steps}
        onChange={(steps) => change({ steps })}
        maxCharacters={longest}
        mistake={problem?.mistakeAt('steps')}
      />
      <TextField
        label="这样回他（一句话）"
        value={form.sayNo}
        onChange={(sayNo) => change({ sayNo })}
        maxCharacters={SAY_NO_MAX_CHARACTERS}
        example={FRAUD_TYPES[form.type].sayNo}
        mistake={problem?.mistakeAt('sayNo')}
      />
      <TextArea
        id="case-do-now"
        label="现在这样做（一样一行）"
        value={form.doNow}
        onChange={(doNow) => change({ doNow })}
        maxCharacters={longest}
        mistake={problem?.mistakeAt('doNow')}
      />
      <TextField
        numeric
        label="被骗多少元（不清楚就空着）"
        value={form.amountYuan}
        onChange={(amountYuan) => change({ amountYuan })}
        maxCharacters={AMOUNT_MAX_CHARACTERS}
        mistake={problem?.mistakeAt('amountYuan')}
      />
      <Choices
        label="多找哪些人（可以选几样）"
        options={optionsOf(TARGET_NAMES)}
        values={form.targets}
        onChange={(targets) => change({ targets })}
      />
      <TextField
        label="从哪里知道的"
        value={form.source}
        onChange={(source) => change({ source })}
        maxCharacters={CASE_SOURCE_MAX_CHARACTERS}
        example="县公安局通报"
        mistake={problem?.mistakeAt('source')}
      />
      {staff.data && (
        <Segmented
          labelled
          label="谁负责"
          options={staff.data.people.map(({ personId, name, roleName }) => ({
            value: personId,
            text: `${name}（${roleName}）`,
          }))}
          value={form.ownerId}
          onChange={(ownerId) => change({ ownerId })}
        />
      )}
      <DateField
        label="到哪天为止"
        value={form.expiresOn}
        onChange={(expiresOn) => change({ expiresOn })}
        mistake={problem?.mistakeAt(DATE_MISTAKES)}
      />
      {typed.length > 0 && (
        <Note tone="madder" title="案例里不能有人的信息" alert>
          {typed.map(({ kind, quote }) => `“${quote}”像是${PERSONAL_NAMES[kind]}。`).join('')}姓名写成“张某”“李大爷”。
        </Note>
      )}
      <ProblemNote problem={problem} beside={['title', 'sayNo', 'source', 'amountYuan', DATE_MISTAKES]} />
      <Ways>
        <ActionButton onPress={save.run}>{save.busy ? '正在存…' : isKept ? '存好了' : '存起来'}</ActionButton>
        <ActionButton filled onPress={submit.run}>
          {submit.busy ? '正在送出…' : '写好了，请另一个人看'}
        </ActionButton>
      </Ways>
    </Card>
  );
}
