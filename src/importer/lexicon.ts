/** The words of reports, as data: what is counted, how it is compared, who is responsible, and what is past or to come. Rules live elsewhere. */

/** What is done to a thing that is counted: the figure is a flow. Longer ones win. */
export const VERBS = (
  "新建 改建 扩建 迁建 改扩建 新迁建 改迁建 扩迁建 新扩建 新改迁建 新扩迁建 新改扩迁建 续扩建 新续建 新、改、扩建 新、改建 新、扩建 改、扩建 新（改、扩）建 新（改）建 新（改扩）建 新(改、扩)建 新(改)建 新(改扩)建 新改建 新改扩建 新建改建 新建改扩建 新建、改扩建 新建、改建 建设 建成 建好 建立 建 兴建 续建 筹建 创建 创成 新增 净增 增加 增设 增建 新设 新设立 设立 新开工 开工 新开工改造 开工建设 开工改造 配套建设 " +
  "改造 改造提升 改造升级 提升改造 完成 实施 启动 推进 推动 通车 基本建成 基本完成 开展 打造 培育 培养 培训 引进 引育 引进留用 招引 招募 招聘 招录 招收 吸引 新签约 签约 新引进 落地 投产 新投产 竣工 建成投用 投用 " +
  "发放 新发放 投放 安排 下达 争取 筹集 筹措 新筹集 统筹 配租 配建 分配 供应 交付 办理 受理 提供 组织 举办 承办 主办 开设 开办 开通 新开通 开行 新开 优化 调整 优化调整 新增及优化调整 更新 更新改造 完成好 实施好 更换 加装 新装 安装 布局 布设 布局建设 " +
  "规划建设 规划 整治 治理 修复 恢复 清理 清淤 疏浚 拆除 拆违 消除 化解 处置 盘活 收储 征收 腾退 出让 修建 修缮 维修 养护 维修养护 维护 修订 制定 出台 发布 遴选 升级改造 聘请 选择 构建 壮大 培育壮大 发展壮大 做大做强 重组 牵头重组 选派 选送 选聘 选树 选取 认定 新认定 评选 评定 表彰 资助 补助 " +
  "救助 帮扶 帮助 支持 扶持 扶助 服务 惠及 覆盖 接待 接种 筛查 检测 检查 抽检 监测 巡查 体检 诊断 诊疗 义诊 送戏 送戏下乡 演出 放映 播放 植树 造林 新造林 绿化 退耕 播种 种植 养殖 出栏 收购 储备 销售 出口 生产 产出 转移 转移就业 新增就业 安置 " +
  "搬迁 减少 压减 削减 退出 淘汰 关停 关闭 节约 减排 新登记 注册 登记 孵化 转化 申报 申请 授权 获批 培优 纳统 入库 入规 上规 升规 小升规 上云 上市 新上市 新增上市 打通 贯通 改善 提升 整体提升 巩固 扩大 扩容 开放 推广 应用 投入 募集 发行 贷款 融资 " +
  "减免 减税 退税 补充 配备 配置 添置 购置 采购 投运 挂牌 招生 录用 储 派出 派驻 走访 慰问 宣讲 巡演 种 栽 栽植 抚育 管护 流转 托管 复垦 整理 改良 新装备 迁建 续建 续办 办好 办成 抓好 谋划 谋划储备 谋划实施 谋划推进 选拔 轮训 包装 策划 落实 到位 建有 设置 设 争创 评估 验收 实现 取得 研发 攻克 突破 制修订 " +
  "攻坚办理 解决 协调 回收 利用 处理 收治 处 新改造 新打造 新培育 新培养 新招引 新组建 组建 新布局 新实施 新创建 新发展 新评 新评定 新获批 新落户 落户 新谋划 新入库 新植 新栽 新修 新修订 新购 新购置 新投放 新投用 新投入 新开发 开发 新开辟 开辟 新拓展 拓展 新布设 新安排 " +
  "补建 新开办 下放 修整 整修 翻修 清运 回购 入选 入围 启用 新启用 加固 除险加固 新铺 新铺设 完工 输转 发展 创设 维修改造 维修更换 改造建设 增补 助力 带动 辐射带动 促成 促进 新吸纳 吸纳 招用 见习 新转化 新上 新推出 推出 新推广 免费 运行 投建 建强 做强 延伸 深化 创评 创优 建造 铺设 敷设 架设 硬化 亮化 美化 提质 改厕 清零 销号 查处 侦破 排查 整改 抢修 联网 接入 部署 投资"
)
  .split(" ")
  .filter((word, index, all) => word !== "" && all.indexOf(word) === index);

/** Words before a count that hand it over to what follows: 为200万名学生…, 对98家单位…. */
export const HANDING_OVER = (
  "对 为 向 给 用于 将 把 让 使 使得 从 选取 组织 帮助 支持 推动 引导 确保 保障 力争 争取 计划 拟 再 共 共计 合计 总计 累计 约 近 超 超过 逾 达到 达 不少于 不低于 至少 " +
  "不超过 有 是 的 全年 年内 今年 全市 全省 全县 全区 其中 及 和 与 或 各 年均 年 全部"
).split(" ");

/** What introduces a clause without being part of a name; behind ! the characters with which it is another word. */
export const INTRODUCTIONS = (
  "其中 包括!干 全部!门 建议 可有效 可直接 可间接 保证 提出 同时 并且 并!购 和!谐美平田 以及 及!时格 与!时 分别 或 且 也 还!迁建贷款 又 再!生就贷造 将!军 要!素闻件 先!进行 我们 我市 我省 我县 我区 我州 我局 我委 我厅 该市 该县 该区 该省 该州 该镇 该局 本市 本县 本区 做到 打算!盘 全市 全省 全县 全区 全州 全镇 全乡 全旗 全国 全年 全委 全局 今年 明年 " +
  "按时 按期 按时保质 保质保量 按时按质 如期保质 年内 年均 当年 年底前 上半年 下半年 力争 确保 争取 计划!生单 预期!寿性 预计 拟 继续 持续 进一步 努力 大力 积极 着力 全力 加快 全面!小 年度目标 目标任务 下一步 新的一年 本报讯 推动 推进 实现 完成 支持 所有 每个 " +
  "各地 一律 首先 免费为 用于 通过 约!束 等!级 的 以!工旧上下内奖 在!校建册职读线岗编 经!过济营 对!外口 为!民 从!业 由 把 向!上外 使!用 让 按照 按!揭 每年 累计 总共 争创 务必 切实 扎实 深入 统筹 还要 " +
  "有力 有效!期灌 稳步 有序 初步!设核 保持 高质量 高标准!农厂 年初 春季 秋季 今冬明春 今冬 明春 今春 届时 系统!化性集建平工能 到!位"
).split(" ");
/** Nouns that begin as verbs do. */
export const NOUNS_LIKE_VERBS = (
  "通车里程 生产总值 生产安全 生产事故 生产线 生产基地 生产能力 生产资料 服务贸易 服务消费 服务外包 服务出口 服务体系 服务质量 服务能力 储能 种业 种子 种质 服务站 服务区 服务中心 服务业 服务点 开发区 储备库 养殖场 养殖户 养殖业 种植业 种植园 处理厂 处理站 培训基地 建设用地 建设资金 投资总额 销售收入 注册商标 注册护士 注册资本 登记失业率 " +
  "发展水平 发展指数 发展规划 发展环境 发展基金 发展资金 发展质量 发展空间 发展能力 发展速度 安置房 安置点 安置区 储备林 服务设施 服务平台 服务网点 服务机构 培训中心 检测中心 检测站 演出季 研发经费 研发投入 研发机构 研发费用 研发中心 研发强度 投入强度 开发强度 治理能力 贷款余额 出口总额 补助标准 补贴标准 救助标准 落实率 规划 处方 处级 建筑 建材 建制 应用场景 设施 设备 设计 建成区 挂牌企业 上市企业 上市公司 出口商品 出口产品 出口额 出口总值 出口总额 进口额 开放型 开放水平 开放平台 开放度 开放口岸 开放合作 开放大学"
).split(" ");
/** What is done for somebody, as a noun: 困难群众的救济. */
export const ACTS =
  "救济 救助 补助 帮扶 培训 保障 安置 慰问 资助 改造 治理 扶持 奖励 补贴 康复 护理 体检 筛查 培养 搬迁 修缮".split(" ");
/** Forms that count without a number: 一批, 若干, 几十家, 多个. */
export const VAGUE_FORMS = [
  "一批次?",
  "一系列",
  "若干[个家所座条项处名人户套件场台]?",
  "数[十百千万]+[余多]?[个家所座条项处名人户套件场台]?",
  "几(?:[十百千万]+)?[个家所座条项处名人户套件场台]",
  "多(?:[个所处座条]|家(?![庭长人乡园])|项(?!目))(?=[\\u4e00-\\u9fff])",
];
/** Behind a verb these make a noun of it: 投资总额, 就业率. */
export const NOUN_PARTS = /^(?:总[值额量数]|[额量率费价]|标准|余额|收入|强度|比重|比例|占比|天数|时间|时限|水平|成本)/u;
/** What parts the members of a list: 和, but not in 和谐, 及, but not in 普及. */
export const LIST_SEPARATOR =
  /、|以及|(?<![普涉触波惠])及(?![时格相其])|(?<![共饱中总温])和(?![谐美平田])|(?<!参)与(?!时)/u;

/** What may stand between a thing and its figure without being part of either. */
export const FILLERS = (
  "也 要 将 拟 可 应 须 目标 总量目标 目标设定为 设定为 确定为 定为 目标值 分别 各 均 都 已 了 迈上 跨上 登上 力争 确保 争取 预期 有望 总数 共计 合计 共 稳定在 稳定 保持在 保持 维持在 冲刺 增加到 提高到 提升到 扩大到 拓展到 发展到 增至 升至 降至 降到 下降到 下降至 降低到 降低至 压减到 压减至 减少到 减少至 缩短到 缩短至 压缩到 压缩至 上升到 上升至 恢复到 恢复至 提高至 提升至 " +
  "增加至 扩大至 基本 年均 全年 再 又 还 约为 为 是 在 到 至 每年 拟按 按 实现 同比 每人每月 每人每年 每人每天 每生每天 每生每年 每人 每户 每亩 每个 每立方米 每升 每月 每日 每天 ： : （ ( “"
).split(" ");
/** The same between a comparator and its figure. */
export const NEUTRALS =
  "分别 各 均 都 就 已 也 要 应 能 可 总数 总量 人数 数量 数 规模 个数 面积 水平 目标 到 至 为 在 力争 确保 争取 预期 有望 全部 共 共计 合计".split(
    " ",
  );
/** Before a figure these say that a level is reached. */
export const LEVELS =
  "达到 达 突破 稳定在 保持在 保持 维持在 增加到 提高到 提升到 扩大到 拓展到 发展到 增至 升至 提高至 提升至 增加至 扩大至 降至 降到 下降到 冲刺 控制在 低于 高于 建有 拥有 保有 稳定 为 至 到".split(
    " ",
  );

/** Rates of change. After one of these a percentage is a growth; followed by 到, 至 or 为 it is a level. */
export const RISE = "增长 增收 增速 增幅 涨幅 上涨 上调 上升 增加 提高 提升 递增 攀升 扩大 增 涨 高 增长率 翻".split(
  " ",
);
export const FALL = "下降 下调 降低 减少 降幅 压减 压缩 缩减 回落 削减 缩短 收窄 降 减 下浮 跌幅 压降 消减 递减".split(
  " ",
);

/** Comparators in front of the figure. */
export const COMPARATORS_BEFORE = {
  atLeast:
    "不少于 不低于 不小于 不得少于 不得低于 不能少于 不能低于 至少 最少 最低 达到 达 突破 大于等于 高于或等于 ≥ >= 不弱于 满".split(
      " ",
    ),
  moreThan: "超过 超 超出 逾 高于 大于 多于 快于 优于 好于 高出 力超 >".split(" "),
  atMost:
    "不超过 不高于 不多于 不大于 不超 不得超过 不得高于 不能超过 控制在 控制到 控制 限制在 小于等于 ≤ <= 最多 至多 不突破 压控在".split(
      " ",
    ),
  lessThan: "低于 小于 少于 不到 不足 不满 <".split(" "),
  about: "约 大约 大概 近 接近 大致 约为 左右在 基本达到".split(" "),
} as const;
/** Comparators behind it. Longer ones win. */
export const COMPARATORS_AFTER = {
  atLeast: "以上 及以上 （含）以上 (含)以上 之上 或以上 起".split(" "),
  atMost: "以内 之内 以下 及以下 之下 内".split(" "),
  about: "左右 上下 左右水平".split(" "),
} as const;

/** How firm a promise is, and how far the word reaches: to the end of the sentence, or of its own clause. */
export const MODALITIES = [
  { word: "确保", modality: "ensure", reach: "sentence" },
  { word: "务必", modality: "ensure", reach: "sentence" },
  { word: "保证", modality: "ensure", reach: "sentence" },
  { word: "力争", modality: "strive", reach: "sentence" },
  { word: "争取", modality: "strive", reach: "clause" },
  { word: "力求", modality: "strive", reach: "sentence" },
  { word: "争创", modality: "strive", reach: "clause" },
  { word: "冲刺", modality: "strive", reach: "clause" },
  { word: "计划", modality: "plan", reach: "sentence" },
  { word: "预期", modality: "plan", reach: "sentence" },
  { word: "拟", modality: "plan", reach: "clause" },
  { word: "完成", modality: "stated", reach: "clause" },
  { word: "实现", modality: "stated", reach: "clause" },
] as const;

/** What a word says about the time of its sentence. */
export type Mark =
  | "pastLasting" // 去年: what follows is past until something says otherwise
  | "pastHere" // 目前, 已: only this sentence
  | "futureLasting"
  | "futureHere"
  | "futureUnlessPast" // 争取资金: told of what was done as well, so where the past is told it says nothing
  | "turn" // 在肯定成绩的同时: what came before was the past
  | "pastHint"
  | "improves" // 明显提升: reviews and goals alike say so
  | "pastResult" // at the end of a clause that orders nothing: 东岸大桥建成通车
  | "futureHint"
  | "unitLine" // 责任单位
  | "title" // 局长
  | "subject" // 局将: an authority that speaks of what it will do
  | "none"; // 主要: swallows the 要 in it

interface MarkedWords {
  readonly mark: Mark;
  /** How much it weighs as a hint. */
  readonly weight: number;
  readonly words: string;
}
export const MARKED: readonly MarkedWords[] = [
  {
    mark: "pastLasting",
    weight: 2,
    words:
      "去年 上年 上一年 上年度 过去一年 过去的一年 一年来 一年以来 过去五年 过去的五年 五年来 这五年 过去三年 三年来 近年来 近几年 近五年 近三年 刚刚过去 工作回顾 回顾 上半年 今年以来 本届政府 过去几年 今年前 今年上半年 刚过去",
  },
  {
    mark: "pastHere",
    weight: 1.5,
    words:
      "目前 实际完成 截至 截止 迄今 我省有 我市有 我区有 我县有 我州有 全省有 全市有 全区有 全县有 已 已经 现有 现已 累计 总共 同比 建成了 完成了 实现了 达到了 新增了 取得了 解决了 获得了 增长了 提高了 下降了 减少了 改造了 开展了 发放了 先后 当前 业已 圆满完成 超额完成 全部完成 顺利完成 总体完成 进展情况 完成情况 进度情况 推进情况 落实情况 办理情况 目前进展 事项进展 项目进展 最新进展 工作进展 当前进度 完成进度",
  },
  {
    mark: "turn",
    weight: 0,
    words:
      "在肯定成绩的同时 肯定成绩的同时 回顾过去 清醒看到 清醒地看到 清醒认识 清醒地认识 来之不易 表示衷心感谢 表示衷心的感谢 致以崇高敬意 致以崇高的敬意 成绩的取得",
  },
  {
    mark: "futureLasting",
    weight: 2,
    words:
      "今年 明年 新的一年 今后 未来 下一步 主要预期目标 预期目标 主要目标 接下来 下一阶段 年度目标 工作目标 以下目标 目标任务 工作安排 重点工作 总体要求 主要任务 民生实事 惠民实事 为民办实事 实事项目 下半年",
  },
  {
    mark: "futureHere",
    weight: 2,
    words: "将 要 力争 确保 计划 拟 年内 年底前 年底以前 月底前 力求 务必 目标是 再新增 再建设 需 须 即将 预期",
  },
  {
    mark: "futureUnlessPast",
    weight: 2,
    words: "争取 着力 预计",
  },
  {
    mark: "pastHint",
    weight: 1,
    words:
      "取得 迈出 荣获 获评 获批 入选 夺得 获得 位居 位列 排名 稳居 跃居 居全省 居全国 居全市 再创 创历史 创新高 历史新高 阶段性成效 新成就 新的进步 新的进展 新的成效 超额 成功 旧貌 " +
      "得到 顺利 圆满 首次 首个 首批 连续 高效办结 进入全省 进入全国 全面完成 全面推开 召开全省 召开全市 召开全区 召开全县 隆重举行 签署 签订 有效应对 有效处置 有效防御 有力应对 成功应对 妥善应对 妥善处置 未发生重 未发生较大 未发生系统 未发生区域 获国家 获全国 升格 荣膺 晋升 列全国 列全省 居西部 居中部 占全国 低于全国 建成投用 建成通车 建成运营 投入使用 投入运营 落成 有效防控 有效遏制 有力有效 保持全国 保持全省 " +
      "整改交付 退出融资 连涨 连增 连丰 实现无 全部建成 全部到位 全部销号 摘帽 竣工投产 建成启用 正式运营 正式运行 正式启用 落户 突破性进展 走在全国 走在全省 名列 跻身 第一方阵 被评为 授予 通报表扬 督查激励 充分肯定 高度评价 达历史 大幅 达到历史",
  },
  {
    mark: "pastResult",
    weight: 0.7,
    words:
      "揭牌 成立 上线 投用 落地 开工 投产 通车 开通 运营 运行 竣工 完工 建成 开诊 启用 见效 获批 入选 全面启动 启动建设 开工建设",
  },
  {
    mark: "improves",
    weight: 0.7,
    words:
      "成效显著 成效明显 新进展 新成效 新突破 新进步 新步伐 新发展 新加强 新提升 稳中有进 稳中向好 总体稳定 总体可控 整体可控 显著提升 显著增强 显著提高 显著改善 明显提升 明显改善 明显增强 更加 显著下降 显著加强 大幅提高 明显加快 明显下降 明显提高 明显优化 " +
      "持续改善 持续提升 持续优化 持续增强 持续向好 稳步提升 稳步增长 稳步提高 不断提升 不断增强 不断夯实 不断改善 不断完善 不断增进 扎实推进 有序推进 加快推进 稳步推进 深入推进 全面推进 持续推进 顺利推进 加快实施 全面实施 加快建设 持续深化 持续完善 持续巩固 进一步巩固 进一步提升 进一步优化 加快成长 加快构建 步伐加快 稳步改善 更加鲜明 更加稳固 提质扩面 提质增效 扎实有效 坚实有效 扎实有力 日益彰显 更加凸显 日益凸显 稳步发展 全面起势 巩固提升 稳进提质 走深走实 落地见效 全面加强 蓬勃发展 深入开展 活力迸发 加速集聚 加快集聚 加快形成 初步形成 基本形成 逐步完善 日趋完善 大幅提升 深入实施 全面落实 全面铺开 纵深推进 稳步实施",
  },
  {
    mark: "futureHint",
    weight: 0.45,
    words:
      "办好 抓好 做好 大力 进一步 加快 深入实施 深入推进 着眼 坚决 必须 坚持 努力 全力 全力以赴 逐步 适时 更好 鼓励 支持 探索 推动 推进 完善 健全 加强 加大 强化 扎实 统筹 积极 打造 培育 引导 开工建设 不断 稳妥 严格 落实好 用好 稳步推进 力促 抢抓",
  },
  {
    mark: "none",
    weight: 0,
    words:
      "主要 重要 需要 要求 要素 必要 摘要 纪要 要点 要道 首要 要闻 要害 纲要 要件 要紧 概要 简要 要地 要塞 将军 将领 大将 小将 名将 干将 自己 已知 而已 已婚 工作要点 万人计划 亿人计划 行动计划 实施计划 专项计划 培养计划 人才计划 参保计划 支持计划 规划计划 计划生育 计划单列 星火计划 五年计划 改善计划 改造计划 提升计划 三年行动 三年行动计划 年度计划 倍增计划 加速计划 招生计划 投资计划 增产计划 培育计划 预期寿命 拟定 虚拟 模拟 实体 要么 扼要 需求 供需 急需 军需 内需 刚需 必须品 必需 胡须 未来产业 未来社区 未来城 未来科 未来工厂 未来乡村 目前为止 当前形势 今年是 今年的 明年的 去年的同期 连续参保 连续缴费 连续监测 连续作战 连续性 项目前 节目前 题目前 已然 要旨 要义 要案 要员 将近 争取中央 争取上级 争取国家 争取资金 要事 要务 " +
      "稳预期 稳定预期 改善预期 社会预期 市场预期 引导预期 好于预期 超预期 超出预期 符合预期 增强预期 向好预期 强预期 发展预期 累计折算 累计接种率 同比例 需要素 规划 西部计划 计划内 计划外 按计划 年计划 超计划 计划总投资 为确保 更要 只要 要强 要全 重点工作推进 过去式 入选者 入选人 入选名 入选企业 入选对象 入选团队 对入选 给予入选 为入选 获得者 获评者 获奖者 全省有影响 全市有影响 全区有影响 全县有影响 全省有知名 全市有知名 全省有一定 全市有一定 全省有地位 全市有地位",
  },
  {
    mark: "unitLine",
    weight: 0,
    words:
      "责任单位 牵头单位 主办单位 承办单位 落实单位 责任主体 牵头责任部门 牵头负责单位 组织实施单位 责任部门 牵头部门 主管部门 负责单位 实施单位 主责单位 牵头责任单位 市级责任单位 省级责任单位 责任单位及责任人 配合单位 协办单位 协助单位 参与单位 协同单位 配合部门 协办部门 参加单位 回复单位 答复单位 回复机构 回复部门 答复部门 办理单位 填报单位 报送单位 发布单位 主办： 承办： 牵头： 协办： 主办: 承办: 牵头: 协办:",
  },
  {
    mark: "title",
    weight: 0,
    words:
      "局长 主任 厅长 部长 党组书记 党委书记 党工委书记 委员会主任 行长 总经济师 总工程师 书记 院长 关长 支队长 处长 所长 社长 会长 台长 总经理 董事长 理事长 主席 大队长 总队长 秘书长 检察长 镇长 乡长 发言人 调研员 督学 巡视员 总会计师 总规划师 总农艺师",
  },
  {
    mark: "subject",
    weight: 0,
    words:
      "局将 委将 厅将 中心将 局要 局计划 局力争 局今年 局加 局稳步 局打好 局继续 局始终 局全力 局拟 委要 委计划 委拟 厅要 厅计划 办将 办要 公司将 公司要 部将 中心要 集团将 集团要 联将 联要 会将 会要 队将 队要 社将 社要",
  },
];

/** 全市…, 今年，各县（市、区）…: how a paragraph begins that tells of the whole place. */
export const OF_THE_WHOLE =
  /^[\s　“"]*(?:(?:20\d\d|今|明)年[，,]?)?(?:全[省市县区州盟旗]|我[省市县区州盟旗]|各[省市县区州盟旗地])/u;
/** The common family names: what stands behind an office and begins so is who holds it. */
export const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤柳骆牟翁岳柴聂申关樊兰丛盛倪涂甘柯景裴祝霍尤辛管翟庞安路苗乔池滕屈葛阎鲁凌冷房左纪焦季冉桂洪施章康贝牛费佟单喻庄戚柏耿温游车刁鄢晏邬仲迟苟宫麦庹";
