import { usualExpiry } from '@xiangyue/shared/features/antifraud/case.rules';
import { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import type { FraudTypeKey, Target } from '@xiangyue/shared/features/antifraud/fraud-types.rules';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { replaceAddress } from '@/platform/navigate';
import { useSession } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import type { DeskCase } from './case-words';

/** A case as it stands in the form: texts as they are typed, several lines in one. */
export interface CaseForm {
  readonly type: FraudTypeKey;
  readonly title: string;
  readonly steps: string;
  readonly sayNo: string;
  readonly amountYuan: string;
  readonly targets: readonly Target[];
  readonly doNow: string;
  readonly source: string;
  readonly ownerId: string;
  readonly expiresOn: string;
}

const linesOf = (text: string) => text.split('\n').flatMap((line) => line.trim() || []);

function formOf(known: DeskCase | undefined, ownerId: string): CaseForm {
  return {
    type: known?.type ?? 'officials',
    title: known?.title ?? '',
    steps: known?.steps.join('\n') ?? '',
    sayNo: known?.sayNo ?? '',
    amountYuan: known?.amountYuan?.toString() ?? '',
    targets: known?.targets ?? [],
    doNow: known?.doNow.join('\n') ?? '',
    source: known?.source ?? '',
    ownerId: known?.ownerId ?? ownerId,
    expiresOn: known?.expiresOn ?? usualExpiry(localDateOf(Date.now())),
  };
}

/**
 * The form of a draft. Nothing is kept before the first 存起来; then the page's address is the case's.
 * @param onMoved after the case has been sent to the other person
 */
export function useCaseForm(regionId: string, known: DeskCase | undefined, onMoved: (caseId: string) => void) {
  const me = useSession(({ session }) => session?.personId) ?? '';
  const [form, setForm] = useState(() => formOf(known, me));
  const [kept, setKept] = useState(known && { caseId: known.id, revision: known.revision });
  const [isKept, setIsKept] = useState(known !== undefined);

  async function write(): Promise<{ caseId: string; revision: number }> {
    const content = {
      ...form,
      steps: linesOf(form.steps),
      doNow: linesOf(form.doNow),
      amountYuan: form.amountYuan.trim() === '' ? null : Number(form.amountYuan),
      targets: [...form.targets],
    };
    let next: { caseId: string; revision: number };
    if (kept) {
      const { revision } = await api(fraudCasesContract.save, { regionId, ...kept, ...content });
      next = { ...kept, revision };
    } else {
      const { id, revision } = await api(fraudCasesContract.create, { regionId, ...content });
      next = { caseId: id, revision };
      replaceAddress(paths.fraudCaseEdit(regionId, id));
    }
    setKept(next);
    setIsKept(true);
    return next;
  }

  const save = useAction(write);
  const submit = useAction(async () => {
    const { caseId, revision } = isKept && kept ? kept : await write();
    await api(fraudCasesContract.move, { regionId, caseId, revision, move: 'submit' });
    onMoved(caseId);
  });

  return {
    form,
    isKept,
    change: (fields: Partial<CaseForm>) => {
      setForm({ ...form, ...fields });
      setIsKept(false);
    },
    save,
    submit,
    problem: submit.problem ?? save.problem,
  };
}
