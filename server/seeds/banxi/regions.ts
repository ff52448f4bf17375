/**
 * 板溪镇 and its six villages. The facts are from public sources, named beside each; groups and courtyards are made up
 * at a plausible size (10 groups and 34 courtyards a village) and marked illustrative.
 */
import type { Region, RegionFact } from '../../src/features/regions/regions.store';

const COUNTY = { id: 'youyang', name: '酉阳土家族苗族自治县' };
export const TOWNSHIP = { id: 'banxi', name: '板溪镇' };

const REPORT = '板溪镇人民政府 2022 年法治政府建设情况报告';
const GAZETTEER = '公开的镇情资料';

const TOWNSHIP_FACTS: RegionFact[] = [
  { label: '面积', value: '160 平方千米', source: GAZETTEER },
  { label: '人口', value: '14,103 人（2004 年）', source: GAZETTEER },
  { label: '离县城', value: '16 千米，国道 319 线经过', source: GAZETTEER },
  { label: '网格员', value: '68 名', source: REPORT },
  { label: '志愿服务队', value: '7 个，志愿者 1,646 人', source: REPORT },
  { label: '调解矛盾纠纷', value: '56 起（2022 年）', source: REPORT },
];

const EVERY_VILLAGE: RegionFact[] = [
  { label: '法治力量', value: '1 名法律顾问、1 名包片民警、1 名综治专干', source: REPORT },
  { label: '文明实践', value: '建有新时代文明实践站', source: REPORT },
];
const IRON_TEN: RegionFact = { label: '村规民约', value: '2022 年出台“铁十条”', source: REPORT };

/** In the township's own order. */
const VILLAGES: ReadonlyArray<{ id: string; name: string; facts: RegionFact[] }> = [
  { id: 'sanjiao', name: '三角村', facts: [] },
  { id: 'hongxi', name: '红溪村', facts: [{ label: '荣誉', value: '重庆市民主法治示范村', source: REPORT }] },
  { id: 'zhaying', name: '扎营村', facts: [IRON_TEN] },
  { id: 'yaoling', name: '摇铃村', facts: [] },
  { id: 'shanshuwan', name: '杉树湾村', facts: [IRON_TEN] },
  { id: 'shanyang', name: '山羊村', facts: [IRON_TEN] },
];

const GROUPS_PER_VILLAGE = 10;
const COURTYARDS_PER_VILLAGE = 34;
/** Names such as courtyards here have; more than one village needs, so that villages differ. */
const COURTYARD_NAMES = [
  ...['大院子', '老屋基', '堰塘边', '青杠林', '岩脚', '桥头', '水井湾', '晒坝', '竹林湾', '新房子', '枫香树', '土地坳'],
  ...['沙坝', '坪上', '对门坡', '河嘴', '茶园坡', '石板井', '黄泥坡', '楠木湾', '高坎子', '半坡', '白果树', '凉水井'],
  ...['瓦屋场', '油房沟', '田坝', '后山', '月亮坪', '柏香湾', '马桑坪', '龙洞口', '杨柳溪', '梨树坪', '花椒园', '大坪'],
  ...['小河边', '碾子坝', '祠堂湾', '风垭口', '碉楼院', '烟房', '新寨', '老寨', '上寨', '下寨', '寨门口', '学堂坝'],
];

/** Every region of the demo, parents before children. */
export function demoRegions(): Region[] {
  const countyPath = [COUNTY.id];
  const townshipPath = [...countyPath, TOWNSHIP.id];
  return [
    region('county', COUNTY.id, COUNTY.name, countyPath, 1, []),
    region('township', TOWNSHIP.id, TOWNSHIP.name, townshipPath, 1, TOWNSHIP_FACTS),
    ...VILLAGES.flatMap((village, v) => {
      const path = [...townshipPath, village.id];
      const facts = [...village.facts, ...EVERY_VILLAGE];
      return [region('village', village.id, village.name, path, v + 1, facts), ...groupsOf(village.id, path, v)];
    }),
  ];
}

function groupsOf(villageId: string, villagePath: string[], v: number): Region[] {
  return Array.from({ length: GROUPS_PER_VILLAGE }, (_, g) => {
    const id = `${villageId}-${g + 1}`;
    const path = [...villagePath, id];
    return [region('group', id, `${g + 1}组`, path, g + 1, []), ...courtyardsOf(id, path, v, g)];
  }).flat();
}

/** Courtyards are dealt round the groups: the first four groups have four, the others three. */
function courtyardsOf(groupId: string, groupPath: string[], v: number, g: number): Region[] {
  const courtyards: Region[] = [];
  for (let c = g; c < COURTYARDS_PER_VILLAGE; c += GROUPS_PER_VILLAGE) {
    const id = `${groupId}-${courtyards.length + 1}`;
    const name = COURTYARD_NAMES[(c + v * 7) % COURTYARD_NAMES.length] as string;
    courtyards.push(region('courtyard', id, name, [...groupPath, id], courtyards.length + 1, []));
  }
  return courtyards;
}

function region(
  kind: Region['kind'],
  id: string,
  name: string,
  path: string[],
  order: number,
  facts: RegionFact[],
): Region {
  return { id, kind, name, path, order, facts, illustrative: kind !== 'county' && kind !== 'township' };
}
