/** The roster's imports of a place: the one at hand, followed while the service works on it, and those before. */
import { isUnderway } from '@xiangyue/shared/features/roster/import-states.rules';
import { ROSTER_FILE_PART, rosterContract } from '@xiangyue/shared/features/roster/roster.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { chooseDocument } from '@/platform/documents';
import { scrollToTop } from '@/platform/navigate';
import { sendFile } from '@/platform/send-file';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { newWriteKey } from '@/platform/write-key';

export type RosterImport = OutputOf<typeof rosterContract.find>;

/** A file of 20,000 lines takes some ten seconds; somebody who watches wants to see it move. */
const ASK_AGAIN_MS = 1_500;

export function useRoster(regionId: string) {
  const imports = useApi(
    rosterContract.imports,
    { regionId },
    {
      keep: false,
      everyMs: (answer) => (answer.imports.some(({ state }) => isUnderway(state)) ? ASK_AGAIN_MS : 0),
    },
  );
  // What somebody has seen to its end is put away with the next file; what waits for them is at hand after a reload, too.
  const [chosenId, setChosenId] = useState<string>();
  const all = imports.data?.imports ?? [];
  const current =
    all.find(({ id }) => id === chosenId) ?? all.find(({ state }) => state === 'checked' || isUnderway(state));
  const { retry } = imports;

  const upload = useAction(async () => {
    const chosen = await chooseDocument('xlsx');
    if (!chosen) return;
    const file = { filePath: chosen.path, part: ROSTER_FILE_PART, key: await newWriteKey() };
    const { id } = await sendFile(rosterContract.upload, { regionId, name: chosen.name.slice(0, 100) }, file);
    setChosenId(id);
    retry();
    // What becomes of it is told above the button that was tapped.
    scrollToTop();
  });
  const apply = useAction(async (importId: string) => {
    await api(rosterContract.apply, { regionId, importId });
    setChosenId(importId);
    retry();
  });
  const discard = useAction(async (importId: string) => {
    await api(rosterContract.discard, { regionId, importId });
    setChosenId(undefined);
    retry();
  });
  return { imports, current, earlier: all.filter((one) => one !== current), upload, apply, discard };
}
