import { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { useEffect } from 'react';
import { useOnline } from './platform/network';
import { usePreferences } from './platform/preferences';
import { load, save } from './platform/storage';
import { useFetchAhead } from './platform/use-api';

/** Village texts change a few times a year; twice a day is enough and costs a villager a few kilobytes. */
const EVERY_MS = 12 * 3600_000;

/** The newest fraud cases; each is one small answer. */
const CASES_AHEAD = 10;

/** Fetches what a villager needs in the fields while there is a signal: the village and all its rules. Draws nothing. */
export function ReadAhead() {
  const villageId = usePreferences(({ village }) => village?.id);
  const online = useOnline();
  const fetchAhead = useFetchAhead();

  useEffect(() => {
    if (!villageId || !online || !isDue(villageId)) return;
    async function readAll(id: string) {
      await fetchAhead(regionsContract.village, { villageId: id });
      const { documents } = await fetchAhead(rulesContract.inForce, { villageId: id });
      for (const { id: documentId } of documents) await fetchAhead(rulesContract.document, { documentId });
      const { cases } = await fetchAhead(fraudCasesContract.cases, { villageId: id });
      for (const { id: caseId } of cases.slice(0, CASES_AHEAD)) await fetchAhead(fraudCasesContract.case, { caseId });
      save('readAheadAt', { villageId: id, atMs: Date.now() });
    }
    // No signal after all: the next start tries again, and the pages say so themselves.
    readAll(villageId).catch(() => undefined);
  }, [villageId, online, fetchAhead]);

  return null;
}

function isDue(villageId: string): boolean {
  const last = load('readAheadAt');
  return last?.villageId !== villageId || Date.now() - last.atMs > EVERY_MS;
}
