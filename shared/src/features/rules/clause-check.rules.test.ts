import { type CheckedClause, checkClause, findingsThatStop, isExplained } from './clause-check.rules';

const NONE = '';

/** Clauses as villages write them, and what the check has to say to each; several findings are joined by a space. */
const CLAUSES: ReadonlyArray<readonly [text: string, findings: string]> = [
  // fines, in all their clothes
  ['乱倒垃圾的，每次罚款50元。', 'fine'],
  ['不得乱倒垃圾，违者罚款五十元。', 'fine'],
  ['不准在河里炸鱼、电鱼，违反的罚款200元。', 'fine'],
  ['不得乱倒垃圾的罚款20元', 'fine'],
  ['牛羊吃了庄稼，除赔偿外另罚100元作村里公用。', 'fine'],
  ['第一次批评教育，第二次重罚。', 'fine'],
  ['打架的双方各罚酒席两桌，请全院子的人评理。', 'fine'],
  ['砍一棵树罚栽树十棵。', 'fine'],
  ['每户交文明保证金500元，违反村规的不退。', 'fine'],
  ['办酒前向理事会缴纳押金一千元。', 'fine'],
  ['不参加清洁日的，缴纳违约金30元。', 'fine'],
  ['由村委会依法罚款100元。', 'fine'],
  ['超过二十桌的，每多一桌扣50元作为惩罚。', 'fine'],
  ['屡教不改的，从重处罚，由理事会执行。', 'fine'],
  // what only sounds like it
  ['村里和理事会不得私自罚款。', NONE],
  ['任何人不得以村规民约为由，向村民罚款。', NONE],
  ['遵守法律规定的罚款，按时到银行缴纳。', NONE],
  ['违法用火的，由林业部门依法罚款。', NONE],
  ['酒后不开车，交警的罚款自己承担。', NONE],
  ['罚款不能代替教育，有事坐下来说。', NONE],
  ['以教育为主，不搞罚款、不收押金。', NONE],
  ['修路的施工队要留工程质量保证金。', NONE],
  ['按时缴纳电费、水费和垃圾清运费。', NONE],
  // seizures
  ['乱停的三轮车由村里扣车，写了检查再领。', 'seizure'],
  ['野外用火的，没收火种和柴刀。', 'seizure'],
  ['欠集体的钱不还，牵走他家的牛抵债。', 'seizure'],
  ['违章搭建的，由村委会组织强行拆除。', 'seizure'],
  ['放出来吃庄稼的羊归集体所有。', 'seizure'],
  ['没拴的狗一律打死。', 'seizure'],
  ['不得扣押、没收村民的财物。', NONE],
  ['没收到开会通知的，向组长说一声。', NONE],
  ['违法建房的，由自然资源部门依法拆除，村里不强拆。', NONE],
  ['捡到的东西交到村里，找不到失主的依法归集体。', NONE],
  // water and power
  ['不交垃圾费的，停水停电。', 'utilities'],
  ['不听劝的，断他家的水，什么时候改什么时候通。', 'utilities'],
  ['乱接线的，村里掐电三天。', 'utilities'],
  ['没交公摊费的，不予通水。', 'utilities'],
  ['节约水电，用完水关好龙头。', NONE],
  ['检修停水停电，提前一天用喇叭通知。', NONE],
  ['任何人不得对村民停水、停电。', NONE],
  ['天旱时轮流放水，上湾下湾隔天一换。', NONE],
  ['停水池边不许洗衣服、倒脏水。', NONE],
  ['出门关火断电，睡前看一眼灶屋。', NONE],
  // benefits
  ['不参加义务劳动的，取消低保。', 'benefits'],
  ['不交合作医疗以外的集资，不给盖章、不开证明。', 'benefits'],
  ['违反村规的，三年内不得享受惠农政策。', 'benefits'],
  ['老人没人管的，停发他家一切补贴。', 'benefits'],
  ['大操大办的，年底分红一律扣除。', 'benefits'],
  ['不听招呼的，暂停办理宅基地手续。', 'benefits'],
  ['不按时开会的，当年慰问没有他的份，补助全部取消。', 'benefits'],
  ['不得以任何理由克扣村民的补贴和分红。', NONE],
  ['不骗取低保，不冒领补贴。', NONE],
  ['帮助困难家庭申请低保和临时救助。', NONE],
  ['取消高额彩礼，婚事简办。', NONE],
  ['给老人代办医保、养老金认证，不收手续费。', NONE],
  ['做得好的人家，评先进时优先考虑。', NONE],
  ['村里不得因为欠费取消他的低保。', NONE],
  // naming and shaming
  ['乱倒垃圾的，用大喇叭点名批评。', 'shame'],
  ['每月评比，最差的三户上黑榜。', 'shame'],
  ['不孝敬老人的，在微信群曝光。', 'shame'],
  ['赌博的，姓名和照片张贴在村务栏。', 'shame'],
  ['偷鸡摸狗的，在村民大会上公开检讨。', 'shame'],
  ['好人好事上光荣榜，五好家庭的名单张贴出来。', NONE],
  ['常把骗子的手法曝光给老人听。', NONE],
  ['不在背后说闲话，不点名批评别人家的孩子。', NONE],
  ['值班人员的姓名和电话公布在村务栏。', NONE],
  // persons
  ['偷东西的，先关起来，等家里人来领。', 'person'],
  ['三次违反村规的，开除村籍。', 'person'],
  ['不参加修路的，取消选举权。', 'person'],
  ['打骂老人的人，不准进村。', 'person'],
  ['任何人不得打人、关人、搜身。', NONE],
  ['运垃圾的外来车不准进村乱倒。', NONE],
  // delicate subjects
  ['外嫁女的土地由家里商量着种。', 'married'],
  ['外嫁女不得参加集体分红。', 'benefits married'],
  ['离婚的妇女要搬出男方的房子。', 'married'],
  ['上门女婿和村里人一样对待。', 'married'],
  ['不许在家里信教、传教。', 'religion'],
  ['庙会期间注意防火，人散火灭。', 'religion'],
  ['遵守计划生育，不超生。', 'births'],
  ['生男生女都一样。', 'births'],
  ['有事先找组长，不越级上访。', 'petition'],
  ['越级上访的，取消全家补贴。', 'benefits petition'],
  // found while reading rules aloud: words inside words, second halves of sentences
  ['违反以上各条，视情节处200元以上罚金。', 'fine'],
  ['红事白事放高音喇叭过夜，罚500元整。', 'fine'],
  ['谁家孩子损坏路灯，家长照价赔偿并罚义务工三天。', 'fine'],
  ['禁止赌博，一经发现罚款并通报批评。', 'fine shame'],
  ['损坏公物照价赔偿。', NONE],
  ['机动车靠边停，不占道，违停的由交警依法处理。', NONE],
  ['罚没有用，讲理才有用。', NONE],
  ['进山的火种要没收，交护林员保管。', 'seizure'],
  ['村里的空地归集体所有，借用要先说一声。', NONE],
  ['狗要拴养，咬了人主人负责看伤。', NONE],
  ['牛羊要有人看，不打死、不毒死别人家的牲口。', NONE],
  ['不装水表的，村里有权断水。', 'utilities'],
  ['安全用电，不乱接电线。', NONE],
  ['节约用水，不断水流浪费。', NONE],
  ['欠水费的，由自来水公司按合同办，村里不停水。', NONE],
  ['不参加集体劳动的家庭，不得评为低保户。', 'benefits'],
  ['家里有人赌博的，不予办理任何证明。', 'benefits'],
  ['土地征收补偿按法律办，不扣、不拖。', NONE],
  ['孩子上学不能因为家里穷就没有资助，村里帮着申请补助。', NONE],
  ['不赡养老人的，在村口挂黄牌警示。', 'shame'],
  ['把不文明的行为拍照上墙公布姓名。', 'shame'],
  ['公开村里的账，收入支出都贴出来。', NONE],
  ['志愿者的照片上墙，写上他们做的好事。', NONE],
  ['打牌赌钱的，不许在村里住，赶出村去。', 'person'],
  ['学生放假回村，要有大人陪着下河。', NONE],
  ['婚丧嫁娶从简，不攀比。', NONE],
  ['重阳节给老人理发、做饭。', NONE],
  ['孕妇、产妇有事，院落里搭把手。', NONE],
  // plain good ones
  ['自家门前包卫生、包秩序、包绿化，垃圾分四样放。', NONE],
  ['防火期不烧田坎、不烧灰积肥，上坟用鲜花代替烧纸放炮。', NONE],
  ['老人的吃、穿、住、看病，儿女要管。', NONE],
  ['邻里有事先找组长，说不拢请村调解委员会，再不行依法打官司。', NONE],
  ['礼拜天在村活动室教孩子写作业。', NONE],
  ['把防骗的法子教会每一家老人。', NONE],
  ['打架、偷盗的，打 110，由公安机关依法处罚。', NONE],
  ['电话卡、银行卡只自己用，不卖、不租、不借。', NONE],
  ['请他一起把坏了的修好；孩子弄坏的，由家长带着来认个错。', NONE],
];

test('the table is long enough, both ways', () => {
  expect(CLAUSES.length).toBeGreaterThanOrEqual(60);
  expect(CLAUSES.filter(([, findings]) => findings === NONE).length).toBeGreaterThanOrEqual(25);
});

const clause = (text: string): CheckedClause => ({ title: '条', text, consequence: '当面提醒。' });

test.each(CLAUSES)('%s', (text, findings) =>
  expect(
    checkClause(clause(text))
      .map(({ check }) => check)
      .join(' '),
  ).toBe(findings),
);

test('every part of a clause is read, and a finding says where, by which law, and what to write instead', () => {
  const [finding, ...others] = checkClause({
    title: '门前三包',
    text: '垃圾分四样放。',
    consequence: '不改的罚款20元。',
  });
  expect(others).toEqual([]);
  expect(finding).toEqual({
    check: 'fine',
    severity: 'refused',
    title: '村规民约不能罚款',
    field: 'consequence',
    quote: '罚款',
    law: { law: '行政处罚法', article: '第十六条', gist: '只有法律、法规、规章能规定罚款，别的文件都不能。' },
    proposal: '由院落长当面提醒、讲清道理，帮着一起改；涉及违法的，报有权处理的部门依法处理。',
  });
});

test('no proposal is itself refused', () => {
  for (const [text] of CLAUSES)
    for (const { proposal } of checkClause(clause(text)))
      expect([proposal, checkClause(clause(proposal)).filter(({ severity }) => severity === 'refused')]).toEqual([
        proposal,
        [],
      ]);
});

describe('explaining away', () => {
  const clauses = [
    { key: 'a', ...clause('上门女婿和村里人一样对待。') },
    { key: 'b', ...clause('乱倒垃圾的，罚款50元。') },
  ];
  const explain = (clauseKey: string, check: 'married' | 'fine', quote: string) => ({
    clauseKey,
    check,
    quote,
    words: '这一条是保护他们的。',
  });
  const stopping = (explanations: Parameters<typeof findingsThatStop>[1]) =>
    findingsThatStop(clauses, explanations).map(({ index, finding }) => `${index} ${finding.check}`);

  test.each([
    ['nothing said', [], ['0 married', '1 fine']],
    ['the warning explained', [explain('a', 'married', '上门女婿')], ['1 fine']],
    ['a refusal cannot be', [explain('b', 'fine', '罚款')], ['0 married', '1 fine']],
    ['for other words', [explain('a', 'married', '入赘')], ['0 married', '1 fine']],
    ['for another clause', [explain('b', 'married', '上门女婿')], ['0 married', '1 fine']],
  ])('%s', (_what, explanations, left) => expect(stopping(explanations)).toEqual(left));

  test('an explanation belongs to one finding', () => {
    const [finding] = checkClause(clauses[0] as CheckedClause);
    if (!finding) throw new Error('the clause has a finding');
    expect(isExplained(finding, 'a', [explain('a', 'married', '上门女婿')])).toBe(true);
    expect(isExplained(finding, 'b', [explain('a', 'married', '上门女婿')])).toBe(false);
  });
});
