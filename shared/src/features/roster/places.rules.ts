/** Villages, groups and courtyards by the names that people write. */
import type { Read } from './cells.rules';

/** A region of the import: the village, group or courtyard. */
export interface PlaceRegion {
  readonly id: string;
  readonly kind: 'village' | 'group' | 'courtyard';
  readonly name: string;
  /** Ids from the county down to the region itself. */
  readonly path: readonly string[];
}

const DIGITS = '零一二三四五六七八九';

/** 十 is 10, 二十三 is 23, 五 is 5; what is no number up to 99 stays. */
function digitsOf(words: string): string {
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(words);
  if (!found || words === '') return words;
  const [, tens, ten, ones] = found;
  if (ten === undefined) return words.length === 1 ? String(DIGITS.indexOf(words)) : words;
  return String(DIGITS.indexOf(tens ?? '一') * 10 + (ones === undefined ? 0 : DIGITS.indexOf(ones)));
}

/** 3组, 第三组, 03 and 三组村民小组 are one group. */
function groupKey(words: string): string {
  const plain = words.replace(/^第/, '').replace(/(村民小组|小组|组|社)+$/, '');
  return digitsOf(plain).replace(/^0+(?=\d)/, '');
}

/** 扎营 and 扎营村 are one village. */
function villageKey(words: string): string {
  return words.replace(/(村|社区|居委会|村委会)+$/, '') || words;
}

function plain(words: string): string {
  return words.normalize('NFKC').replaceAll(/\s/g, '');
}

/** Finds regions by their names. Made once for an import. */
export class Places {
  /** Null where two are called so. */
  private readonly villages = new Map<string, string | null>();
  private readonly groups = new Map<string, string>();
  private readonly courtyards = new Map<string, string>();
  private readonly only: string | undefined;

  /** @param regions all villages, groups and courtyards of the import's region @param names of all regions above them, by id */
  constructor(
    regions: readonly PlaceRegion[],
    private readonly names: ReadonlyMap<string, string>,
  ) {
    const villages = regions.filter(({ kind }) => kind === 'village');
    this.only = villages.length === 1 ? villages[0]?.id : undefined;
    for (const { id, name, path } of villages) {
      const key = villageKey(plain(name));
      this.villages.set(key, this.villages.has(key) ? null : id);
      this.villages.set(plain(this.names.get(path.at(-2) ?? '') ?? '') + key, id);
    }
    for (const { id, kind, name, path } of regions) {
      const parent = path.at(-2) ?? '';
      if (kind === 'group') this.groups.set(`${parent}/${groupKey(plain(name))}`, id);
      if (kind === 'courtyard') this.courtyards.set(`${parent}/${plain(name)}`, id);
    }
  }

  /** @param words undefined for an empty cell, which means the only village there is */
  village(words: string | undefined): Read<string> {
    if (words === undefined) return this.only === undefined ? { wrong: '请写明是哪个村' } : { value: this.only };
    const found = this.villages.get(villageKey(plain(words)));
    if (found === null) return { wrong: '有两个村叫这个名字，请在前面写上乡镇，比如“板溪镇扎营村”' };
    if (found !== undefined) return { value: found };
    return { wrong: this.only === undefined ? '没有这个村，请核对村名' : '这里只能导入本村的名册，这一行写的是别的村' };
  }

  group(villageId: string, words: string): Read<string> {
    const found = this.groups.get(`${villageId}/${groupKey(plain(words))}`);
    return found === undefined ? { wrong: '村里没有这个组，请核对组名' } : { value: found };
  }

  courtyard(groupId: string, words: string): Read<string> {
    const found = this.courtyards.get(`${groupId}/${plain(words)}`);
    return found === undefined ? { wrong: '这个组里没有这个院落，请核对院落名，或者空着' } : { value: found };
  }
}
