/** The one door to Excel for whatever the pane is asked to do. */

/**
 * Work in an Excel.run. The work decides what came of it: office.js sends one more request once it is over, with nothing of ours in it
 * (to let go of what was read, or only to greet the workbook, where a second press joined the first and asked nothing itself), and that
 * one failing would have a thing that is done told as failed. So work sends all it asks before it returns.
 */
export async function runInExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const answers: T[] = [];
  try {
    await Excel.run(async (context) => {
      answers.push(await work(context));
    });
  } catch (error) {
    if (answers.length === 0) throw error;
  }
  return answers[0] as T;
}
