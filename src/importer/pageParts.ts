/** What a page puts around a text: codes and counts of visits behind their labels, links to other pages, names of files. None of it is promised. */

/** Where a line stands in its text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const CODES =
  "索\\s?引\\s?号|文\\s?号|发文字号|备案(?:序)?号|网站标识码|统一社会信用代码|信用代码|邮政编码|邮编|联系电话|咨询电话|监督电话|投诉电话|电话|传真|邮箱|ICP备|公网安备";
const DATES = "(?:发布|成文|发文|生成|公开|生效|印发|更新|归档|采编|录入)(?:日期|时间)|时间|日期";
const COUNTS =
  "(?:点击|浏览|阅读|访问|观看|播放|转发|评论|点赞|收藏|分享|下载)(?:数|量|次数|率|人数|人次)?|在看|字号|字体|责任编辑|责编|编辑|审核|校对|初审|终审";
/** 索引号 11330/2026-00907, 浏览量：3521次: the label, its stop or blank, and nothing but signs up to the figure. */
const LABELLED = new RegExp(
  `(?:${CODES}|${DATES}|${COUNTS})[\\s　]*(?:[：:\\s　]|$)[A-Za-z\\d\\s　./:：()（）〔〕\\[\\]_@\\-—]*$`,
  "u",
);
/** 文号：柳政办发〔2026〕3号: the number of a paper has an office in it. */
const NUMBER_OF_PAPER = /文\s?号[\s　]*[：:][\u4e00-\u9fff\s　]{0,12}[〔【[（(]?\d*[〕】\]）)]?[\s　]*$/u;
const LABEL_OF_LINE = new RegExp(
  `(?:^|[\\s　|｜])(?:${CODES}|${DATES}|${COUNTS})[\\s　]*[：:\\s　][\\s　]*[\\dA-Za-z]`,
  "u",
);
const LONGEST_PAGE_LINE = 200;

/** 上一篇：…, 附件1.任务分解表.xls: a line that leads to another page or file. */
const LEADS_ON =
  /^[\s　·•●>»-]*(?:上一[篇条页]|下一[篇条页]|上篇|下篇|相关(?:链接|新闻|报道|文章|文档|附件|稿件|信息|解读)|原文链接|文章链接|阅读原文)[\s　]*[：:]/u;
const FILE = /[.．](?:docx?|xlsx?|pdf|wps|et|pptx?|zip|rar|ofd|jpe?g|png)[\s　）)]*$/iu;
/** 【推荐阅读】, 热点排行: over a list of what other pages are called. */
const LINKS_BELOW =
  /^[\s　【[<《■●◆|—-]*(?:推荐阅读|延伸阅读|相关(?:链接|阅读|新闻|推荐|报道|文章|文档|稿件|信息)|热点(?:排行|新闻|推荐|文章)|热门(?:文章|推荐|新闻)|点击排行|排行榜|阅读排行|猜你喜欢|为您推荐|更多(?:新闻|文章|推荐|内容)|最新(?:文章|发布|资讯|动态|新闻)|精彩推荐|友情链接|网站导航|图片新闻)[\s　】\]>》■●◆|—-]*[：:]?[\s　]*$/u;
const LONGEST_LINK = 60;

/** 浏览次数：信息来源：市林业局发布时间：…: labels run together, as pages without blanks hand them over. */
const RUN_TOGETHER =
  /(?:来源|发布机构|浏览(?:次数|量)|点击(?:次数|量)?)[：:][^。；]{0,40}?(?:发布|更新)?(?:时间|日期)[：:]/u;

/** Whether a line holds what a page says of itself, so that no sentence goes on over its end. */
export function isPageLine(line: string): boolean {
  return (
    line.length <= LONGEST_PAGE_LINE && !line.includes("。") && (LABEL_OF_LINE.test(line) || RUN_TOGETHER.test(line))
  );
}

/** Tells of figures, in the order of the text, whether the page says them and not the text on it. */
export class PageParts {
  private readonly links: (readonly [start: number, end: number])[] = [];
  private at = 0;
  private line = 0;

  /** @example new PageParts("浏览量：3521次", lines).holds(4) // true */
  constructor(
    private readonly text: string,
    private readonly lines: readonly Stretch[],
  ) {
    let inLinks = false;
    for (const { start, end } of lines) {
      if (end === start) continue;
      const length = end - start;
      const said = length > LONGEST_PAGE_LINE ? "" : text.slice(start, end);
      if (LINKS_BELOW.test(said)) inLinks = true;
      else if (inLinks && (length > LONGEST_LINK || /[。；：:]/u.test(said))) inLinks = false;
      if (inLinks || LEADS_ON.test(said) || FILE.test(said)) this.links.push([start, end]);
    }
  }

  holds(place: number): boolean {
    while ((this.links[this.at]?.[1] ?? Infinity) <= place) this.at++;
    if ((this.links[this.at]?.[0] ?? Infinity) <= place) return true;
    while ((this.lines[this.line]?.end ?? Infinity) < place) this.line++;
    if (!MAY_FOLLOW.test(this.text.charAt(place - 1))) return false;
    const head = this.text.slice(Math.max(this.lines[this.line]?.start ?? 0, place - LONGEST_LABEL), place);
    return LABELLED.test(head) || NUMBER_OF_PAPER.test(head);
  }
}
const LONGEST_LABEL = 60;
/** What may stand right before such a figure: a sign, or the end of a label. Most figures follow other words, and are spared the look. */
const MAY_FOLLOW = /[^\u4e00-\u9fff]|[号码编话真箱备网期间数量次率看体辑审核对〕]/u;
