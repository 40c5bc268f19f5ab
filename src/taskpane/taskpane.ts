/** The task pane's beginning: language, theme, and the pane itself, once Excel is there. */
import { openWorkbook } from "../excel/openWorkbook";
import { runInExcel } from "../excel/run";
import { errorSentence, strings, useLanguage } from "../strings/strings";
import { followLanguage, speakLanguage } from "./language";
import { PaneFrame } from "./paneFrame";
import "./taskpane.css";
import { followOfficeTheme } from "./theme";

void Office.onReady(async ({ host }) => {
  performance.mark("officeReady");
  const page = document.getElementById("app") ?? document.body;
  const isInExcel = (host as Office.HostType | null) === Office.HostType.Excel; // null in a plain browser
  if (!isInExcel) {
    await useLanguage(navigator.language);
    page.replaceChildren(alone(strings().pane.excelOnly));
    return;
  }
  await speakLanguage();
  followLanguage();
  followOfficeTheme();
  void import(/* webpackChunkName: "watching" */ "./ribbonState").then(({ followLedgers }) => followLedgers());
  let isSeen = true;
  try {
    const frame = new PaneFrame(() => isSeen);
    page.replaceChildren(frame);
    frame.start();
    void frame.updateComplete.then(() => requestAnimationFrame(() => setTimeout(() => performance.mark("paneReady"))));
    // A workbook that carries its own catalog is answered from it, and judged by its own rules.
    void openWorkbook().then((opened) => {
      frame.opened(opened);
      void followTolerances(frame).catch(() => undefined);
    });
    const visibilityChanged = ({ visibilityMode }: Office.VisibilityModeChangedMessage) => {
      isSeen = visibilityMode === Office.VisibilityMode.taskpane;
      if (isSeen) frame.lookAgain();
    };
    // A host that does not tell leaves the pane counted as seen: it asks more than it needs to, and works.
    Office.addin.onVisibilityModeChanged(visibilityChanged).catch(() => undefined);
  } catch (error) {
    page.replaceChildren(alone(errorSentence(error)));
  }
});

/** What reads ledgers is not waited for: the pane stands before. */
async function followTolerances(frame: PaneFrame): Promise<void> {
  const { ToleranceWatch } = await import(/* webpackChunkName: "watching" */ "../excel/ledgerTolerances");
  await new ToleranceWatch(runInExcel, (followed) => frame.tolerancesFollowed(followed)).start();
}

/** A sentence in place of the pane. */
function alone(sentence: string): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.className = "alone";
  paragraph.textContent = sentence;
  return paragraph;
}
