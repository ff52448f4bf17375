import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { useApi } from '@/platform/use-api';
import { Segmented } from '@/ui/segmented';

interface Props {
  /** Where one begins. */
  readonly villageId: string;
  readonly value: string;
  readonly onChange: (villageId: string) => void;
}

/** Which village of the township; until its neighbours are known, and where there are none, it is the own one. */
export function VillageChoice({ villageId, value, onChange }: Props) {
  const { data } = useApi(regionsContract.townships, {});
  const villages = data?.townships.find((town) => town.villages.some(({ id }) => id === villageId))?.villages ?? [];
  if (villages.length < 2) return null;
  const options = villages.map(({ id, name }) => ({ value: id, text: name }));
  return <Segmented labelled label="哪个村" options={options} value={value} onChange={onChange} />;
}
